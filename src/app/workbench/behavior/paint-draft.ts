import { readMixture } from '../../../data/mixture';
import type { PaintedWeights } from '../../../data/painted';
import type { Given } from '../../../experiment/settings/parse';
import type { Settings } from '../../../experiment/types';
import { ACTIONS } from '../../../mdp/types';
import { behavior } from '../../../texts/behavior';
import { perPlayground } from '../../state/per-playground';
import type { Stroke } from '../history';
import { MapDraft, type PlaygroundPart } from '../map-draft';
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

const PAINTED = 'behavior.painted';

/** Whether cells that are painted act in these settings. */
export function usesPainting(settings: Settings): boolean {
  if (settings.behavior === 'painted') return true;
  if (settings.behavior !== 'mixture') return false;
  return readMixture(settings['behavior.mixture']).value.some(
    ({ spec, weight }) => spec.kind === 'painted' && weight > 0,
  );
}

/** The behaviour as it is being made; `switched` says that the painted policy became it. */
export class PaintDraft extends MapDraft<Painting, Brush> {
  constructor(playground: PlaygroundPart) {
    super(playground, {
      key: PAINTED,
      owns: (key) => key === 'behavior' || key.startsWith('behavior.'),
      read: paintingOf,
      brush: 'along',
      words: () => ({ other: behavior().steps.other, givenUp: behavior().givenUp }),
    });
  }

  protected override led(stroke: Stroke<Painting>, cell: number): Painting {
    const { drawn, map, brush } = this.state;
    return stroke.shape === 'line'
      ? strokeLed(drawn, map, brush, stroke.at, cell)
      : rectanglePainted(stroke.before, map, brush, stroke.from, cell);
  }

  protected override keep(painting: Painting): void {
    const t = behavior().steps;
    this.paint(painting, this.state.brush === 'erase' ? t.erasedCells : t.arrows);
  }

  /** The painting replaced, as one step; a painted cell makes the painted policy the behaviour. */
  paint(painting: Painting, name: string): void {
    const { settings } = this;
    const text = textOf(painting);
    if (text === settings[PAINTED]) return;
    const turns = text !== '' && !usesPainting(settings);
    this.set({ [PAINTED]: text, ...(turns ? { behavior: 'painted' } : {}) }, name);
    this.store.setState({ switched: turns });
  }

  /** The marked cell with a brush; nothing along a stroke, which a key has not. */
  paintCursor(brush: Brush): void {
    const { drawn: painting, map, cursor } = this.state;
    if (brush === 'along') return;
    const t = behavior().steps;
    const name = brush === 'erase' ? t.erasedCell : t.arrow;
    this.paint(strokeLed(painting, map, brush, cursor, cursor), name);
    this.sayPlace();
  }

  /** Gives an action of the marked cell a probability, in percent; the others share the rest. */
  weigh(action: number, percent: number): void {
    const { drawn: painting, map, cursor } = this.state;
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
    const { drawn: painting, map, cursor } = this.state;
    return painting.get(keyOfCell(cursor, map[0].length));
  }

  override sayPlace(): void {
    const { map, cursor } = this.state;
    const columns = map[0].length;
    const weights = actingCells(map)[cursor] ? saidWeights(this.marked()) : null;
    this.store.setState({
      said: behavior().sayCell(Math.floor(cursor / columns) + 1, (cursor % columns) + 1, weights),
    });
  }

  /** Settings of the behaviour changed, under a name. */
  change(patch: Given, name: string): void {
    this.set(patch, name);
    this.store.setState({ switched: false });
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
