import { createStore, type StoreApi } from 'zustand/vanilla';
import { type DatasetEdit, printEdits, readEdits, type Surgery } from '../../../data/edits';
import { data } from '../../../texts/data';
import { workbench } from '../../../texts/workbench';
import { perPlayground } from '../../state/per-playground';
import type { Playground } from '../../state/playground';
import {
  type History,
  type Named,
  NO_HISTORY,
  stepped,
  steppedBack,
  steppedForth,
} from '../history';
import { sayEdit } from './words';

/** An edit with a name of its own, so that a list that is reordered keeps its rows. */
export interface Entry {
  readonly id: number;
  readonly edit: DatasetEdit;
}

/** The list to return to. */
interface Step extends Named {
  readonly entries: readonly Entry[];
}

/** What the list of edits shows. */
export interface EditListState extends History<Step> {
  readonly entries: readonly Entry[];
  /** What has just happened, for those who do not see it. */
  readonly said: string;
}

type PlaygroundPart = Pick<Playground, 'change' | 'model' | 'store'>;

const textOf = (entries: readonly Entry[]) => printEdits(entries.map(({ edit }) => edit));

/**
 * The edits of the dataset as a list to be worked on. Every change of it is one of the setting
 * `data.edits`; a list that comes from elsewhere (a link, a scenario) is one more step to be undone.
 */
export class EditList {
  readonly store: StoreApi<EditListState>;
  readonly #playground: PlaygroundPart;
  #ids = 0;

  constructor(playground: PlaygroundPart) {
    this.#playground = playground;
    const entries = this.#entered(playground.model.settings['data.edits'], []);
    this.store = createStore<EditListState>(() => ({ entries, ...NO_HISTORY, said: '' }));
    playground.store.subscribe(({ settings }, { settings: before }) => {
      const text = settings['data.edits'];
      // A change of something else, also while one of the list is on its way, says nothing of it.
      if (text === before['data.edits'] || text === textOf(this.state.entries)) return;
      const t = data();
      this.#step(this.#entered(text, this.state.entries), t.steps.other, t.listChanged);
    });
  }

  get state(): EditListState {
    return this.store.getState();
  }

  add(surgery: Surgery): void {
    this.#ids += 1;
    const edit = { on: true, surgery };
    this.#change(
      [...this.state.entries, { id: this.#ids, edit }],
      data().steps.added(sayEdit(surgery)),
    );
  }

  remove(id: number): void {
    const { entries } = this.state;
    this.#change(
      entries.filter((entry) => entry.id !== id),
      data().steps.removed(this.#named(id)),
    );
  }

  /** Switches an edit on or off. */
  turn(id: number, on: boolean): void {
    const t = data().steps;
    const name = (on ? t.on : t.off)(this.#named(id));
    this.#replace(id, ({ surgery }) => ({ on, surgery }), name);
  }

  alter(id: number, surgery: Surgery): void {
    this.#replace(id, ({ on }) => ({ on, surgery }), data().steps.altered(this.#named(id)));
  }

  /** Moves an edit to a place in the list, from 0; beyond its ends the nearest one. */
  move(id: number, place: number): void {
    const { entries } = this.state;
    const moved = entries.find((entry) => entry.id === id);
    if (!moved) return;
    const others = entries.filter((entry) => entry !== moved);
    const at = Math.max(0, Math.min(others.length, place));
    this.#change(
      [...others.slice(0, at), moved, ...others.slice(at)],
      data().steps.moved(this.#named(id), at + 1),
    );
  }

  clear(): void {
    this.#change([], data().steps.cleared);
  }

  undo(): void {
    const back = steppedBack(this.state, this.#turned);
    if (!back) return;
    const { step, history } = back;
    this.store.setState({
      ...history,
      entries: step.entries,
      said: workbench().undone(step.name),
    });
    this.#apply();
  }

  redo(): void {
    const forth = steppedForth(this.state, this.#turned);
    if (!forth) return;
    const { step, history } = forth;
    this.store.setState({
      ...history,
      entries: step.entries,
      said: workbench().doneAgain(step.name),
    });
    this.#apply();
  }

  /** A step on its way between past and future: the way back leads to the present list. */
  readonly #turned = ({ name }: Step): Step => ({ name, entries: this.state.entries });

  #named(id: number): string {
    const entry = this.state.entries.find((one) => one.id === id);
    return entry ? sayEdit(entry.edit.surgery) : '';
  }

  #replace(id: number, change: (edit: DatasetEdit) => DatasetEdit, name: string): void {
    const { entries } = this.state;
    this.#change(
      entries.map((entry) => (entry.id === id ? { id, edit: change(entry.edit) } : entry)),
      name,
    );
  }

  #change(entries: readonly Entry[], name: string): void {
    if (textOf(entries) === textOf(this.state.entries)) return;
    this.#step(entries, name, `${name}.`);
    this.#apply();
  }

  #step(entries: readonly Entry[], name: string, said: string): void {
    const step = { name, entries: this.state.entries };
    this.store.setState({ ...stepped(this.state, step), entries, said });
  }

  #apply(): void {
    this.#playground.change({ 'data.edits': textOf(this.state.entries) });
  }

  /** The edits of a text; those that a former list has at the same place keep their names. */
  #entered(text: string, former: readonly Entry[]): Entry[] {
    return readEdits(text).value.map((edit, place) => {
      const same = former[place] && printEdits([former[place].edit]) === printEdits([edit]);
      if (same) return former[place];
      this.#ids += 1;
      return { id: this.#ids, edit };
    });
  }
}

/** The list of a playground: one as long as the page lives, so that its history outlives the tab. */
export const editListOf = perPlayground((playground: PlaygroundPart) => new EditList(playground));
