import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Given } from '../../experiment/settings/parse';
import { changedKeys } from '../../experiment/settings/scope';
import { worldOf } from '../../experiment/settings/world';
import type { Settings, SettingValues } from '../../experiment/types';
import { workbench } from '../../texts/workbench';
import type { Playground } from '../state/playground';
import {
  type History,
  type Named,
  NO_HISTORY,
  type Stroke,
  stepped,
  steppedBack,
  steppedForth,
} from './history';
import { cellFrom } from './moves';

/** A change of the settings that are drawn. */
interface Step extends Named {
  readonly before: Given;
  readonly after: Given;
}

/** What a tab in which something is drawn on the map shows beyond the settings. */
export interface DraftState<Drawn, Brush> extends History<Step> {
  /** That of a stroke under way included. */
  readonly drawn: Drawn;
  readonly map: readonly string[];
  readonly stroke: Stroke<Drawn> | null;
  readonly brush: Brush;
  /** The marked cell: where the keyboard is. */
  readonly cursor: number;
  /** Whether what was drawn last came into use by being drawn. */
  readonly switched: boolean;
  /** What has just happened, for those who do not see it. */
  readonly said: string;
}

export type PlaygroundPart = Pick<Playground, 'change' | 'model' | 'store'>;

/** What is drawn: its setting, and how it is read and said. */
interface Kind<Drawn, Brush> {
  /** Key of the text setting that holds it. */
  readonly key: string;
  /** Whether a setting belongs to it, so that a change of it is a step. */
  readonly owns: (key: string) => boolean;
  readonly read: (text: string) => Drawn;
  readonly brush: Brush;
  readonly words: () => { readonly other: string; readonly givenUp: string };
}

function startOf(map: readonly string[]): number {
  return Math.max(0, map.join('').indexOf('S'));
}

/**
 * Something as it is being drawn on the map, beside the playground: a stroke becomes the setting when it ends.
 * Every change of its settings, whoever made it, is a step that can be undone.
 */
export abstract class MapDraft<Drawn, Brush> {
  readonly store: StoreApi<DraftState<Drawn, Brush>>;
  readonly #playground: PlaygroundPart;
  readonly #kind: Kind<Drawn, Brush>;
  /** What the change under way is called; null where it is to be no step, undefined where it came from outside. */
  #naming: string | null | undefined;

  constructor(playground: PlaygroundPart, kind: Kind<Drawn, Brush>) {
    this.#playground = playground;
    this.#kind = kind;
    const { map } = worldOf(this.settings);
    this.store = createStore<DraftState<Drawn, Brush>>(() => ({
      drawn: this.#drawnIn(this.settings),
      map,
      stroke: null,
      brush: kind.brush,
      cursor: startOf(map),
      ...NO_HISTORY,
      switched: false,
      said: '',
    }));
    playground.store.subscribe(({ settings: now }, { settings: before }) => {
      if (now !== before) this.#follow(before, now);
    });
  }

  get state(): DraftState<Drawn, Brush> {
    return this.store.getState();
  }

  protected get settings(): Settings {
    return this.#playground.model.settings;
  }

  /** What a stroke that has come from `stroke.at` to a cell makes of the drawing. */
  protected abstract led(stroke: Stroke<Drawn>, cell: number): Drawn;

  /** What a stroke has drawn, made a step. */
  protected abstract keep(drawn: Drawn): void;

  /** Says what stands in the marked cell. */
  abstract sayPlace(): void;

  pick(brush: Brush): void {
    this.store.setState({ brush });
  }

  begin(cell: number, shape: Stroke<Drawn>['shape']): void {
    const { drawn } = this.state;
    this.store.setState({ stroke: { before: drawn, shape, from: cell, at: cell }, cursor: cell });
    this.#lead(cell);
  }

  /** Leads the stroke on; nothing without one. */
  move(cell: number): void {
    const { stroke } = this.state;
    if (stroke && stroke.at !== cell) this.#lead(cell);
  }

  end(): void {
    const { stroke, drawn } = this.state;
    if (!stroke) return;
    this.store.setState({ stroke: null, drawn: stroke.before });
    this.keep(drawn);
    this.sayPlace();
  }

  giveUp(): void {
    const { stroke } = this.state;
    if (!stroke) return;
    const said = this.#kind.words().givenUp;
    this.store.setState({ stroke: null, drawn: stroke.before, said });
  }

  step(down: number, right: number): void {
    const { cursor, map } = this.state;
    this.store.setState({ cursor: cellFrom(cursor, down, right, map.length, map[0].length) });
    this.sayPlace();
  }

  undo(): void {
    if (this.state.stroke) {
      this.giveUp();
      return;
    }
    const back = steppedBack(this.state);
    if (!back) return;
    this.set(back.step.before, null);
    const said = workbench().undone(back.step.name);
    this.store.setState({ ...back.history, switched: false, said });
  }

  redo(): void {
    const forth = steppedForth(this.state);
    if (!forth || this.state.stroke) return;
    this.set(forth.step.after, null);
    const said = workbench().doneAgain(forth.step.name);
    this.store.setState({ ...forth.history, switched: false, said });
  }

  /** Changes settings as a step of this name; null: as none. */
  protected set(patch: Given, name: string | null): void {
    const usual = this.#naming;
    this.#naming = name;
    this.#playground.change(patch);
    this.#naming = usual;
  }

  #lead(cell: number): void {
    const { stroke } = this.state;
    if (!stroke) return;
    const drawn = this.led(stroke, cell);
    this.store.setState({ drawn, stroke: { ...stroke, at: cell }, cursor: cell });
  }

  #drawnIn(settings: SettingValues): Drawn {
    return this.#kind.read(String(settings[this.#kind.key]));
  }

  /** Its settings that differ, as they are in `settings`. */
  #partOf(settings: Settings, other: Settings): Given {
    const values: SettingValues = settings;
    const keys = changedKeys(settings, other).filter(this.#kind.owns);
    return Object.fromEntries(keys.map((key) => [key, values[key]]));
  }

  #follow(before: Settings, now: Settings): void {
    const { map } = worldOf(now);
    if (map.join('/') !== this.state.map.join('/')) {
      this.giveUp();
      this.store.setState({ map, cursor: startOf(map) });
    }
    const after = this.#partOf(now, before);
    if (Object.keys(after).length === 0) return;
    const name = this.#naming === undefined ? this.#kind.words().other : this.#naming;
    if (this.#kind.key in after) this.store.setState({ drawn: this.#drawnIn(now), stroke: null });
    if (name === null) return;
    const step = { name, before: this.#partOf(before, now), after };
    this.store.setState((state) => ({ ...stepped(state, step), switched: false }));
  }
}
