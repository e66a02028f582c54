import { createStore, type StoreApi } from 'zustand/vanilla';
import { readMixture } from '../../../data/mixture';
import type { PaintedWeights } from '../../../data/painted';
import type { Given } from '../../../experiment/settings/parse';
import { changedKeys } from '../../../experiment/settings/scope';
import { worldOf } from '../../../experiment/settings/world';
import type { Settings, SettingValues } from '../../../experiment/types';
import { ACTIONS } from '../../../mdp/types';
import { behavior } from '../../../texts/behavior';
import { workbench } from '../../../texts/workbench';
import { perPlayground } from '../../state/per-playground';
import type { Playground } from '../../state/playground';
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
  actingCells,
  type Brush,
  keyOfCell,
  type Painting,
  paintingOf,
  percentsOf,
  rectanglePainted,
  reweighted,
  saidWeights,
  strokeLed,
  textOf,
} from './painting';

/** A change of the settings of the behaviour. */
interface Step extends Named {
  readonly before: Given;
  readonly after: Given;
}

/** What the behaviour tab shows beyond the settings. */
export interface PaintState extends History<Step> {
  /** The painted cells, those of a stroke under way included. */
  readonly painting: Painting;
  readonly map: readonly string[];
  readonly stroke: Stroke<Painting> | null;
  readonly brush: Brush;
  /** The marked cell: where the keyboard is and whose probabilities are shown. */
  readonly cursor: number;
  /** Whether the last change made the painted policy the behaviour. */
  readonly switched: boolean;
  /** What has just happened, for those who do not see it. */
  readonly said: string;
}

type PlaygroundPart = Pick<Playground, 'change' | 'model' | 'store'>;

const PAINTED = 'behavior.painted';

/** The settings of the behaviour that differ, as they are in `settings`. */
function behaviorPart(settings: Settings, other: Settings): Given {
  const values: SettingValues = settings;
  const keys = changedKeys(settings, other).filter(
    (key) => key === 'behavior' || key.startsWith('behavior.'),
  );
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}

/** Whether cells that are painted act in these settings. */
export function usesPainting(settings: Settings): boolean {
  if (settings.behavior === 'painted') return true;
  if (settings.behavior !== 'mixture') return false;
  return readMixture(settings['behavior.mixture']).value.some(
    ({ spec, weight }) => spec.kind === 'painted' && weight > 0,
  );
}

/**
 * The behaviour as it is being made, beside the playground: a stroke becomes the setting when it ends.
 * Every change of a setting of the behaviour, whoever made it, is a step that can be undone.
 */
export class PaintDraft {
  readonly store: StoreApi<PaintState>;
  readonly #playground: PlaygroundPart;
  /** What the change under way is called; null where it is to be no step, undefined where it came from outside. */
  #naming: string | null | undefined;

  constructor(playground: PlaygroundPart) {
    this.#playground = playground;
    const { settings } = playground.model;
    this.store = createStore<PaintState>(() => ({
      painting: paintingOf(settings[PAINTED]),
      map: worldOf(settings).map,
      stroke: null,
      brush: 'along',
      cursor: Math.max(0, worldOf(settings).map.join('').indexOf('S')),
      ...NO_HISTORY,
      switched: false,
      said: '',
    }));
    playground.store.subscribe(({ settings: now }, { settings: before }) => {
      if (now !== before) this.#follow(before, now);
    });
  }

  get state(): PaintState {
    return this.store.getState();
  }

  pick(brush: Brush): void {
    this.store.setState({ brush });
  }

  begin(cell: number, shape: Stroke<Painting>['shape']): void {
    const { painting } = this.state;
    this.store.setState({
      stroke: { before: painting, shape, from: cell, at: cell },
      cursor: cell,
    });
    this.#lead(cell);
  }

  /** Leads the stroke on; nothing without one. */
  move(cell: number): void {
    const { stroke } = this.state;
    if (stroke && stroke.at !== cell) this.#lead(cell);
  }

  #lead(cell: number): void {
    const { stroke, painting, map, brush } = this.state;
    if (!stroke) return;
    const next =
      stroke.shape === 'line'
        ? strokeLed(painting, map, brush, stroke.at, cell)
        : rectanglePainted(stroke.before, map, brush, stroke.from, cell);
    this.store.setState({ painting: next, stroke: { ...stroke, at: cell }, cursor: cell });
  }

  end(): void {
    const { stroke, painting, brush } = this.state;
    if (!stroke) return;
    const t = behavior().steps;
    this.store.setState({ stroke: null, painting: stroke.before });
    this.paint(painting, brush === 'erase' ? t.erasedCells : t.arrows);
    this.sayPlace();
  }

  giveUp(): void {
    const { stroke } = this.state;
    if (!stroke) return;
    this.store.setState({ stroke: null, painting: stroke.before, said: behavior().givenUp });
  }

  /** The painting replaced, as one step; a painted cell makes the painted policy the behaviour. */
  paint(painting: Painting, name: string): void {
    const { settings } = this.#playground.model;
    const text = textOf(painting);
    if (text === settings[PAINTED]) return;
    const turns = text !== '' && !usesPainting(settings);
    this.#change({ [PAINTED]: text, ...(turns ? { behavior: 'painted' } : {}) }, name);
    this.store.setState({ switched: turns });
  }

  /** The marked cell with a brush; nothing along a stroke, which a key has not. */
  paintCursor(brush: Brush): void {
    const { painting, map, cursor } = this.state;
    if (brush === 'along') return;
    const t = behavior().steps;
    const name = brush === 'erase' ? t.erasedCell : t.arrow;
    this.paint(strokeLed(painting, map, brush, cursor, cursor), name);
    this.sayPlace();
  }

  /** Gives an action of the marked cell a probability, in percent; the others share the rest. */
  weigh(action: number, percent: number): void {
    const { painting, map, cursor } = this.state;
    if (!actingCells(map)[cursor]) return;
    const key = keyOfCell(cursor, map[0].length);
    const next = new Map(painting).set(key, reweighted(painting.get(key), action, percent));
    this.paint(next, behavior().steps.weighed);
    this.sayPlace();
  }

  /** An action of the marked cell more or less likely, by percents. */
  lean(action: number, by: number): void {
    this.weigh(action, percentsOf(this.marked())[action] + by);
  }

  /** Weights of the marked cell, undefined where it is not painted. */
  marked(): PaintedWeights | undefined {
    const { painting, map, cursor } = this.state;
    return painting.get(keyOfCell(cursor, map[0].length));
  }

  step(down: number, right: number): void {
    const { cursor, map } = this.state;
    this.store.setState({ cursor: cellFrom(cursor, down, right, map.length, map[0].length) });
    this.sayPlace();
  }

  /** Says what stands in the marked cell. */
  sayPlace(): void {
    const { map, cursor } = this.state;
    const columns = map[0].length;
    const weights = actingCells(map)[cursor] ? saidWeights(this.marked()) : null;
    this.store.setState({
      said: behavior().sayCell(Math.floor(cursor / columns) + 1, (cursor % columns) + 1, weights),
    });
  }

  /** Settings of the behaviour changed, under a name. */
  change(patch: Given, name: string): void {
    this.#change(patch, name);
    this.store.setState({ switched: false });
  }

  undo(): void {
    if (this.state.stroke) {
      this.giveUp();
      return;
    }
    const back = steppedBack(this.state);
    if (!back) return;
    this.#change(back.step.before, null);
    this.store.setState({
      ...back.history,
      switched: false,
      said: workbench().undone(back.step.name),
    });
  }

  redo(): void {
    const forth = steppedForth(this.state);
    if (!forth || this.state.stroke) return;
    this.#change(forth.step.after, null);
    this.store.setState({
      ...forth.history,
      switched: false,
      said: workbench().doneAgain(forth.step.name),
    });
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
      const cursor = Math.max(0, map.join('').indexOf('S'));
      this.store.setState({ map, cursor });
    }
    const after = behaviorPart(now, before);
    if (Object.keys(after).length === 0) return;
    const name = this.#naming === undefined ? behavior().steps.other : this.#naming;
    if (PAINTED in after)
      this.store.setState({ painting: paintingOf(String(now[PAINTED])), stroke: null });
    if (name === null) return;
    const step = { name, before: behaviorPart(before, now), after };
    this.store.setState((state) => ({ ...stepped(state, step), switched: false }));
  }
}

/** The draft of a playground: one as long as the page lives, so that closing the workbench loses nothing. */
export const paintDraftOf = perPlayground(
  (playground: PlaygroundPart) => new PaintDraft(playground),
);

/** What a key paints: the letter of a direction; null for other keys. */
export function actionOfKey(key: string): number | null {
  const action = ACTIONS.findIndex((name) => name[0] === key.toLowerCase());
  return action < 0 ? null : action;
}
