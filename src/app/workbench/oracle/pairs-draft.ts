import { createStore, type StoreApi } from 'zustand/vanilla';
import { settingOf } from '../../../experiment/settings/describe';
import {
  instanceKind,
  instanceSettings,
  instancesOn,
} from '../../../experiment/settings/instances';
import type { Given } from '../../../experiment/settings/parse';
import { changedKeys } from '../../../experiment/settings/scope';
import { worldOf } from '../../../experiment/settings/world';
import type { Settings, SettingValues } from '../../../experiment/types';
import { methodOf } from '../../../learners/method';
import { takesTruth } from '../../../learners/oracle';
import { oracle } from '../../../texts/oracle';
import { workbench } from '../../../texts/workbench';
import { perPlayground } from '../../state/per-playground';
import type { Playground } from '../../state/playground';
import { actingCells, keyOfCell } from '../behavior/painting';
import {
  type History,
  type Named,
  NO_HISTORY,
  type Stroke,
  stepped,
  steppedBack,
  steppedForth,
} from '../history';
import { cellFrom } from '../moves';
import {
  type PaintedPairs,
  type PairBrush,
  painted,
  pairsOf,
  strokeCells,
  textOf,
  toggled,
} from './pairs';

/** A change of where truth is put in. */
interface Step extends Named {
  readonly before: Given;
  readonly after: Given;
}

/** What the tab shows beyond the settings. */
export interface PairsState extends History<Step> {
  /** Those of a stroke under way included. */
  readonly pairs: PaintedPairs;
  readonly map: readonly string[];
  readonly stroke: Stroke<PaintedPairs> | null;
  readonly brush: PairBrush;
  /** The marked cell: where the keyboard is. */
  readonly cursor: number;
  /** What has just happened, for those who do not see it. */
  readonly said: string;
}

type PlaygroundPart = Pick<Playground, 'change' | 'model' | 'store'>;

const PAIRS = 'oracle.pairs';
const isOracle = (key: string) => key === PAIRS || key.endsWith('.oracle');

/** The instances that are on and have a target that truth may be put into. */
export function operable(settings: Settings): readonly string[] {
  return instancesOn(settings).filter((id) => {
    const kind = instanceKind(id);
    return kind !== null && takesTruth(methodOf(kind, instanceSettings(settings, id)));
  });
}

/** The settings of truth that differ, as they are in `settings`. */
function oraclePart(settings: Settings, other: Settings): Given {
  const values: SettingValues = settings;
  const keys = changedKeys(settings, other).filter(isOracle);
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}

/**
 * Where truth is put in as it is being painted, beside the playground: a stroke becomes the setting when it ends.
 * Every change of these settings, whoever made it, is a step that can be undone.
 */
export class PairsDraft {
  readonly store: StoreApi<PairsState>;
  readonly #playground: PlaygroundPart;
  /** What the change under way is called; null where it is to be no step, undefined where it came from outside. */
  #naming: string | null | undefined;

  constructor(playground: PlaygroundPart) {
    this.#playground = playground;
    const { settings } = playground.model;
    const { map } = worldOf(settings);
    this.store = createStore<PairsState>(() => ({
      pairs: pairsOf(settings[PAIRS]),
      map,
      stroke: null,
      brush: 'all',
      cursor: Math.max(0, map.join('').indexOf('S')),
      ...NO_HISTORY,
      said: '',
    }));
    playground.store.subscribe(({ settings: now }, { settings: before }) => {
      if (now !== before) this.#follow(before, now);
    });
  }

  get state(): PairsState {
    return this.store.getState();
  }

  pick(brush: PairBrush): void {
    this.store.setState({ brush });
  }

  begin(cell: number, shape: Stroke<PaintedPairs>['shape']): void {
    const { pairs } = this.state;
    this.store.setState({ stroke: { before: pairs, shape, from: cell, at: cell }, cursor: cell });
    this.#lead(cell);
  }

  /** Leads the stroke on; nothing without one. */
  move(cell: number): void {
    const { stroke } = this.state;
    if (stroke && stroke.at !== cell) this.#lead(cell);
  }

  #lead(cell: number): void {
    const { stroke, pairs, map, brush } = this.state;
    if (!stroke) return;
    const isLine = stroke.shape === 'line';
    const cells = strokeCells(map[0].length, stroke.shape, isLine ? stroke.at : stroke.from, cell);
    const next = painted(isLine ? pairs : stroke.before, map, brush, cells);
    this.store.setState({ pairs: next, stroke: { ...stroke, at: cell }, cursor: cell });
  }

  end(): void {
    const { stroke, pairs, brush } = this.state;
    if (!stroke) return;
    this.store.setState({ stroke: null, pairs: stroke.before });
    this.paint(pairs, brush === 'erase' ? oracle().steps.erased : oracle().steps.painted);
    this.sayPlace();
  }

  giveUp(): void {
    const { stroke } = this.state;
    if (!stroke) return;
    this.store.setState({ stroke: null, pairs: stroke.before, said: oracle().givenUp });
  }

  /**
   * The painted pairs replaced, as one step. Where nobody takes them yet, all learners take them in whose targets
   * nothing is put so far.
   */
  paint(pairs: PaintedPairs, name: string): void {
    const { settings } = this.#playground.model;
    const text = textOf(pairs);
    if (text === settings[PAIRS]) return;
    const keys = operable(settings).map((id) => `${id}.oracle`);
    const isTaken = keys.some((key) => settingOf(settings, key) === 'painted');
    const turned =
      text === '' || isTaken ? [] : keys.filter((key) => settingOf(settings, key) === 'none');
    this.#change(
      { [PAIRS]: text, ...Object.fromEntries(turned.map((key) => [key, 'painted'])) },
      name,
    );
  }

  /** The marked cell with a brush. */
  paintCursor(brush: PairBrush): void {
    const { pairs, map, cursor } = this.state;
    const t = oracle().steps;
    this.paint(painted(pairs, map, brush, [cursor]), brush === 'erase' ? t.erased : t.painted);
    this.sayPlace();
  }

  /** A pair of the marked cell painted, or bare again. */
  toggle(action: number): void {
    const { pairs, map, cursor } = this.state;
    const next = toggled(pairs, map, cursor, action);
    this.paint(next, oracle().steps.toggled);
    this.sayPlace();
  }

  step(down: number, right: number): void {
    const { cursor, map } = this.state;
    this.store.setState({ cursor: cellFrom(cursor, down, right, map.length, map[0].length) });
    this.sayPlace();
  }

  /** Says what stands in the marked cell. */
  sayPlace(): void {
    const { map, cursor, pairs } = this.state;
    const columns = map[0].length;
    const actions = actingCells(map)[cursor] ? (pairs.get(keyOfCell(cursor, columns)) ?? []) : null;
    this.store.setState({
      said: oracle().sayCell(Math.floor(cursor / columns) + 1, (cursor % columns) + 1, actions),
    });
  }

  undo(): void {
    if (this.state.stroke) {
      this.giveUp();
      return;
    }
    const back = steppedBack(this.state);
    if (!back) return;
    this.#change(back.step.before, null);
    this.store.setState({ ...back.history, said: workbench().undone(back.step.name) });
  }

  redo(): void {
    const forth = steppedForth(this.state);
    if (!forth || this.state.stroke) return;
    this.#change(forth.step.after, null);
    this.store.setState({ ...forth.history, said: workbench().doneAgain(forth.step.name) });
  }

  #change(patch: Given, name: string | null): void {
    const usual = this.#naming;
    this.#naming = name;
    this.#playground.change(patch);
    this.#naming = usual;
  }

  #follow(before: Settings, now: Settings): void {
    const { map } = worldOf(now);
    if (map.join('/') !== this.state.map.join('/')) {
      this.giveUp();
      this.store.setState({ map, cursor: Math.max(0, map.join('').indexOf('S')) });
    }
    const after = oraclePart(now, before);
    if (Object.keys(after).length === 0) return;
    const name = this.#naming === undefined ? oracle().steps.other : this.#naming;
    if (PAIRS in after) this.store.setState({ pairs: pairsOf(String(now[PAIRS])), stroke: null });
    if (name === null) return;
    const step = { name, before: oraclePart(before, now), after };
    this.store.setState((state) => stepped(state, step));
  }
}

/** The draft of a playground: one as long as the page lives, so that closing the workbench loses nothing. */
export const pairsDraftOf = perPlayground(
  (playground: PlaygroundPart) => new PairsDraft(playground),
);
