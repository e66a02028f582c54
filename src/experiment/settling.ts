import { CATALOG } from '../learners/catalog';
import { type EndingSettings, endingOf, lastEditOf } from './ending';
import type { ValueRange } from './impossible';
import type { Ending, LiveEdit, SeedSnapshot, Snapshot, Truth } from './types';

/**
 * When a learner counts as settled. Measured on 20 datasets of Four Rooms (half ε-greedy walkers, half
 * leaning left, 800 rows, values of about 20): CQL and IQL have both settled after 2,750 to 3,700 steps,
 * have the best plan on every dataset, and keep it at every measured point up to 7,500. On the tutorial
 * maze, U, medium and large mazes and crossing paths (25 datasets) they settle after 2,000 to 4,950 and all
 * have it and keep it; on Cliff Walking IQL is one row off on 3 of 17, whose policy still turns by itself
 * when its values have long come to rest. A stretch of 1,000 steps leaves a fifth of Four Rooms unsettled
 * at 6,000: the noise of minibatches alone is about 1 % of the unit.
 */
export const SETTLED = {
  /** Share of the unit that a number may range over. */
  tolerance: 0.02,
  /** Training steps that it has to be steady for. */
  stretch: 500,
  /** Steps between two points that count, at least: the more points are looked at, the wider they range. */
  spacing: 50,
  /** Measured points that it has to be steady for, both ends counted. */
  points: 5,
  /** Nothing settles before this step: what has hardly begun to move is steady too. */
  earliest: 2000,
} as const;

/** The numbers of one learner and seed that have to be steady; a null is one that it has not. */
type Readings = readonly (number | null)[];

/** A watch as it stands: plain data. */
export interface SavedSettling {
  readonly points: readonly Point[];
  readonly settled: readonly number[];
  readonly lastEdit: number;
  readonly settledAt: number | null;
  readonly canSettle: boolean;
}

/** What one measured step says of every learner and seed that may settle; null of one that has diverged. */
interface Point {
  readonly step: number;
  readonly members: readonly (Readings | null)[];
}

/**
 * What steady numbers are measured by: the larger of the range of values and of |J*|; 1 where both are 0
 * and so every value is.
 */
export function settlingUnit({
  range,
  truth,
}: {
  readonly range: ValueRange;
  readonly truth: Pick<Truth, 'optimal'>;
}): number {
  return Math.max(range.high - range.low, Math.abs(truth.optimal)) || 1;
}

const readingsOf = ({ status, believedReturn, trueReturn, q }: SeedSnapshot): Readings | null =>
  status === 'diverged' ? null : [believedReturn, trueReturn, q?.data ?? null];

function pointOf({ step, learners }: Pick<Snapshot, 'step' | 'learners'>): Point {
  const awaited = Object.values(learners).filter(({ kind }) => CATALOG[kind].settles);
  return { step, members: awaited.flatMap(({ seeds }) => seeds.map(readingsOf)) };
}

/** Whether none of the numbers ranges over more than `most`. */
function isSteady(stretch: readonly (Readings | null)[], most: number): boolean {
  const [first] = stretch;
  return (first ?? []).every((reading, place) => {
    if (reading === null) return true;
    const values = stretch.map((readings) => readings?.[place] ?? Number.NaN);
    // Written so that what is no number is not steady.
    return Math.max(...values) - Math.min(...values) <= most;
  });
}

/**
 * Watches a run and says when it has settled (docs/contract.md#settling): when believed return, true
 * return and the mean Q̂ over data pairs of every learner that can settle, on every seed that has not
 * diverged, have once stayed within 2 % of the unit over a stretch of the measuring grid. Each has its
 * own stretch, so that a learner settles where it does whoever else is on and however many seeds there
 * are. Only points of the grid count, and of a fine grid about every fiftieth step, so that the answer
 * does not hang on where one paused or how closely one looks; and after a live edit all of it begins
 * anew. A run of which a learner acts in the world never counts as settled.
 */
export class Settling {
  /** Steps between two points that count: a multiple of the measuring grid. */
  readonly #spacing: number;
  readonly #most: number;
  #points: Point[] = [];
  /** Which members have settled, by their place in the points. */
  #settled = new Set<number>();
  #lastEdit = 0;
  #settledAt: number | null = null;
  #canSettle = false;

  /**
   * @param every steps of the measuring grid.
   * @param unit see `settlingUnit`.
   */
  constructor(every: number, unit: number, tolerance: number = SETTLED.tolerance) {
    this.#spacing = every * Math.max(1, Math.round(SETTLED.spacing / every));
    this.#most = tolerance * unit;
  }

  /** Takes note of the live edits made so far: what was settled before the last of them no longer is. */
  edited(edits: readonly LiveEdit[]): void {
    const lastEdit = lastEditOf(edits);
    if (lastEdit === this.#lastEdit) return;
    this.#lastEdit = lastEdit;
    this.#points = [];
    this.#settled = new Set();
    this.#settledAt = null;
  }

  /** Takes note of a measured point, in their order. */
  observe(snapshot: Pick<Snapshot, 'step' | 'learners'>): void {
    const point = pointOf(snapshot);
    const { step, members } = point;
    this.#canSettle = members.some((readings) => readings !== null);
    // What was measured at the step of an edit was measured with it or without.
    const counts = step % this.#spacing === 0 && (this.#lastEdit === 0 || step > this.#lastEdit);
    if (!counts || this.#settledAt !== null) return;
    this.#points.push(point);
    const from = this.#stretchFrom();
    if (from < 0) return;
    this.#points = this.#points.slice(from);
    if (step < SETTLED.earliest || !this.#canSettle) return;
    for (const member of members.keys()) {
      const stretch = this.#points.map((one) => one.members[member]);
      if (stretch[stretch.length - 1] !== null && isSteady(stretch, this.#most))
        this.#settled.add(member);
    }
    const all = members.every((readings, member) => readings === null || this.#settled.has(member));
    if (all) this.#settledAt = step;
  }

  /** Everything that it goes on from. */
  save(): SavedSettling {
    return {
      points: [...this.#points],
      settled: [...this.#settled],
      lastEdit: this.#lastEdit,
      settledAt: this.#settledAt,
      canSettle: this.#canSettle,
    };
  }

  /** Takes up what was saved of the same run. */
  restore({ points, settled, lastEdit, settledAt, canSettle }: SavedSettling): void {
    this.#points = [...points];
    this.#settled = new Set(settled);
    this.#lastEdit = lastEdit;
    this.#settledAt = settledAt;
    this.#canSettle = canSettle;
  }

  /** Where and why the run has ended that stands at `step`; null where it has not. */
  ending(settings: EndingSettings, step: number): Ending | null {
    return endingOf(settings, step, this.#lastEdit, {
      settledAt: this.#settledAt,
      canSettle: this.#canSettle,
    });
  }

  /** Place of the latest point with which a whole stretch begins; −1 where there is none yet. */
  #stretchFrom(): number {
    const last = this.#points.length - 1;
    const { step } = this.#points[last];
    for (let from = last - (SETTLED.points - 1); from >= 0; from--)
      if (step - this.#points[from].step >= SETTLED.stretch) return from;
    return -1;
  }
}
