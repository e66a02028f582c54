import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Given } from '../../../experiment/settings/parse';
import { worldOf } from '../../../experiment/settings/world';
import type { Settings, SettingValues } from '../../../experiment/types';
import { worldById } from '../../../mdp/presets';
import { onLanguage } from '../../../texts/current';
import { workbench } from '../../../texts/workbench';
import { world } from '../../../texts/world';
import { perPlayground } from '../../state/per-playground';
import type { Playground } from '../../state/playground';
import { Unfinished } from '../../state/unfinished';
import type { Stroke } from '../history';
import { cellFrom } from '../moves';
import { columnsOf, type Drawing, type Sign, signAt } from './drawing';
import {
  changed,
  type Editor,
  newEditor,
  redone,
  sameDrawing,
  strokeBegun,
  strokeEnded,
  strokeGivenUp,
  strokeMoved,
  undone,
} from './editor';
import { type Finding, findingsOf, isWorld } from './findings';
import { nameOfSign } from './signs';

/** What the world tab shows. */
export interface DraftState {
  readonly editor: Editor;
  readonly findings: readonly Finding[];
  readonly brush: Sign;
  /** The cell that the keyboard is at. */
  readonly cursor: number;
  /** The other corner of what the keyboard has marked, null for the cursor's cell alone. */
  readonly anchor: number | null;
  /** A map written or pasted as text and not yet applied; null while the text is that of the drawing. */
  readonly text: string | null;
  /** What has just happened, for those who do not see it. */
  readonly said: string;
}

type PlaygroundPart = Pick<Playground, 'change' | 'memory' | 'model' | 'store'>;

/** Names of what is kept of a drawing between visits, by the map that the playground has meanwhile. */
const DRAWN = 'drawn ';
const WRITTEN = 'written ';

/** The settings that make the world. */
function worldPart(settings: Settings): SettingValues {
  return Object.fromEntries(
    Object.entries(settings).filter(([key]) => key === 'world' || key.startsWith('world.')),
  );
}

function ownMapOf(settings: Pick<Settings, 'world'>): Drawing {
  return worldById(settings.world)?.map ?? [];
}

/** «Row 3, column 5: wall.» */
export function describeDrawn(drawing: Drawing, cell: number): string {
  const columns = columnsOf(drawing);
  const name = nameOfSign(signAt(drawing, cell));
  return world().cell(Math.floor(cell / columns) + 1, (cell % columns) + 1, name);
}

/**
 * The map as it is being drawn, beside the playground: every drawing that is a world becomes the
 * playground's as soon as a stroke or another change of it ends; one that is none stays here, and the
 * playground keeps its last. A world that comes from elsewhere (a link, a scenario) is one more step.
 */
export class Draft {
  readonly store: StoreApi<DraftState>;
  readonly #playground: PlaygroundPart;
  readonly #unfinished: Unfinished;
  #applying = false;

  constructor(playground: PlaygroundPart) {
    this.#playground = playground;
    this.#unfinished = new Unfinished(playground.memory, 'maps');
    const { map } = worldOf(playground.model.settings);
    const name = map.join('/');
    const left = this.#unfinished.get(DRAWN + name)?.split('/') ?? map;
    const editor = changed(newEditor(map), left, world().steps.other);
    this.store = createStore<DraftState>(() => ({
      editor,
      findings: findingsOf(editor.drawing),
      brush: '#',
      cursor: 0,
      anchor: null,
      text: this.#unfinished.get(WRITTEN + name) ?? null,
      said: '',
    }));
    this.store.subscribe(() => this.#keep());
    playground.store.subscribe(({ settings }, { settings: before }) => {
      if (settings !== before && !this.#applying) this.#adopt(before, settings);
    });
    // Findings are sentences.
    onLanguage(() =>
      this.store.setState({ findings: findingsOf(this.state.editor.drawing), said: '' }),
    );
  }

  get state(): DraftState {
    return this.store.getState();
  }

  pick(brush: Sign): void {
    this.store.setState({ brush });
  }

  begin(cell: number, shape: Stroke<Drawing>['shape']): void {
    const { editor, brush } = this.state;
    this.#show(strokeBegun(editor, cell, brush, shape), { cursor: cell, anchor: null });
  }

  /** Leads the stroke on; nothing without one. */
  move(cell: number): void {
    const { editor } = this.state;
    if (editor.stroke) this.#show(strokeMoved(editor, cell), { cursor: cell });
  }

  end(): void {
    const { editor } = this.state;
    if (!editor.stroke) return;
    this.#show(strokeEnded(editor));
    this.#apply();
  }

  giveUp(): void {
    this.#show(strokeGivenUp(this.state.editor), { said: world().givenUp });
  }

  /** Paints what the keyboard has marked, with a sign that becomes the brush. */
  paint(sign: Sign = this.state.brush): void {
    const { editor, cursor, anchor } = this.state;
    const begun = strokeBegun(editor, anchor ?? cursor, sign, 'rectangle');
    const next = strokeEnded(strokeMoved(begun, cursor));
    const said =
      anchor === null
        ? describeDrawn(next.drawing, cursor)
        : world().markedPainted(nameOfSign(sign));
    this.#show(next, { brush: sign, anchor: null, said });
    this.#apply();
  }

  /** Moves the cursor by rows and columns, as far as the map goes; `marking` marks what lies between. */
  step(down: number, right: number, marking = false): void {
    const { editor, cursor, anchor } = this.state;
    const { drawing } = editor;
    const columns = columnsOf(drawing);
    const next = cellFrom(cursor, down, right, drawing.length, columns);
    const row = Math.floor(next / columns);
    const column = next % columns;
    const from = marking ? (anchor ?? cursor) : null;
    const marked =
      from === null
        ? ''
        : ` ${world().marked(Math.abs(Math.floor(from / columns) - row) + 1, Math.abs((from % columns) - column) + 1)}`;
    this.store.setState({
      cursor: next,
      anchor: from,
      said: describeDrawn(drawing, next) + marked,
    });
  }

  unmark(): void {
    this.store.setState({ anchor: null, said: world().nothingMarked });
  }

  /** Says where the cursor is. */
  sayPlace(): void {
    this.store.setState({ said: describeDrawn(this.state.editor.drawing, this.state.cursor) });
  }

  /** Another drawing by one step. `name` is what undoing it will be said to undo. */
  change(drawing: Drawing, name: string): void {
    const next = changed(this.state.editor, drawing, name);
    const said = world().done(name, next.drawing.length, columnsOf(next.drawing));
    this.#show(next, { said });
    this.#apply();
  }

  /** Whether the drawing is the one that the chosen world ships with. */
  isOwnMap(): boolean {
    return sameDrawing(this.state.editor.drawing, ownMapOf(this.#playground.model.settings));
  }

  backToOwnMap(): void {
    this.change(ownMapOf(this.#playground.model.settings), world().steps.ownMap);
  }

  undo(): void {
    const { editor } = this.state;
    const step = editor.stroke ? undefined : editor.past.at(-1);
    this.#show(undone(editor), { said: step ? workbench().undone(step.name) : world().givenUp });
    if (step) this.#apply(step.settings?.before);
  }

  redo(): void {
    const { editor } = this.state;
    const step = editor.future.at(-1);
    if (!step || editor.stroke) return;
    this.#show(redone(editor), { said: workbench().doneAgain(step.name) });
    this.#apply(step.settings?.after);
  }

  write(text: string | null): void {
    this.store.setState({ text });
  }

  #show(editor: Editor, more: Partial<DraftState> = {}): void {
    const { cursor, anchor, findings } = this.state;
    const other = editor.drawing !== this.state.editor.drawing;
    const cells = editor.drawing.length * columnsOf(editor.drawing);
    const sameShape =
      editor.drawing.length === this.state.editor.drawing.length &&
      columnsOf(editor.drawing) === columnsOf(this.state.editor.drawing);
    this.store.setState({
      editor,
      findings: other ? findingsOf(editor.drawing) : findings,
      cursor: Math.min(cursor, cells - 1),
      anchor: sameShape ? anchor : null,
      ...more,
    });
  }

  /** Puts the drawing into effect if it is a world, and settings that go with it in any case. */
  #apply(settings: Given = {}): void {
    const { editor, findings } = this.state;
    const own = ownMapOf({ ...this.#playground.model.settings, ...settings });
    const map = sameDrawing(editor.drawing, own) ? '' : editor.drawing.join('/');
    this.#applying = true;
    this.#playground.change({ ...settings, ...(isWorld(findings) ? { 'world.map': map } : {}) });
    this.#applying = false;
  }

  /** Keeps what is no world yet, or not yet applied: all else is the playground's and in its address. */
  #keep(): void {
    const { editor, findings, text } = this.state;
    if (editor.stroke || this.#applying) return;
    const map = worldOf(this.#playground.model.settings).map.join('/');
    if (isWorld(findings)) this.#unfinished.delete(DRAWN + map);
    else this.#unfinished.set(DRAWN + map, editor.drawing.join('/'));
    if (text === null) this.#unfinished.delete(WRITTEN + map);
    else this.#unfinished.set(WRITTEN + map, text);
  }

  /** Takes over a map that came from elsewhere, as a step that undoing takes back with its numbers. */
  #adopt(before: Settings, after: Settings): void {
    const { map } = worldOf(after);
    if (sameDrawing(map, worldOf(before).map)) return;
    const settings = { before: worldPart(before), after: worldPart(after) };
    this.#show(changed(this.state.editor, map, world().steps.other, settings), {
      said: world().changedElsewhere,
    });
  }
}

/** The draft of a playground: one as long as the page lives, so that closing the workbench loses nothing. */
export const draftOf = perPlayground((playground: PlaygroundPart) => new Draft(playground));
