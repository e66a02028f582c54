import type { Frame, FrameLearner, SeedSnapshot, Snapshot, Truth } from '../../experiment/types';
import { ACTION_COUNT, type StateIndex } from '../../mdp/types';
import { iqmOf } from '../seeds';
import type { Point } from './decimate';
import type { Flip } from './types';

/** A line of a chart. */
export interface Line {
  readonly key: string;
  /** Instance it belongs to. */
  readonly instance: string;
  /** For the tooltip: «DQN believes». */
  readonly name: string;
  readonly color: string;
  /** Pattern of SVG's `stroke-dasharray`, empty for solid. */
  readonly dash: string;
  readonly width: number;
  /** What stands at its end. */
  readonly end: { readonly glyph: 'ring' | 'disc' | 'none'; readonly label: string };
  readonly points: readonly Point[];
  /** Each training seed by itself, drawn thin under the line; empty where there is only one. */
  readonly seeds: readonly (readonly Point[])[];
  /** A value of the line for people. */
  readonly text: (value: number) => string;
}

type Quantity = (seed: SeedSnapshot) => number | null | undefined;

/** A quantity of one instance over the measured steps, as the interquartile mean over its seeds. */
export function seriesOf(
  snapshots: readonly Snapshot[],
  instance: string,
  quantity: Quantity,
): Point[] {
  return snapshots.map((snapshot) => ({
    x: snapshot.step,
    y: iqmOf((snapshot.learners[instance]?.seeds ?? []).map(quantity)),
  }));
}

/** The same quantity of each training seed by itself; empty where there is only one. */
export function seedSeriesOf(
  snapshots: readonly Snapshot[],
  instance: string,
  quantity: Quantity,
): readonly (readonly Point[])[] {
  const seeds = snapshots[snapshots.length - 1]?.learners[instance]?.seeds.length ?? 0;
  if (seeds < 2) return [];
  return Array.from({ length: seeds }, (_, seed) =>
    snapshots.map((snapshot) => {
      const measured = snapshot.learners[instance]?.seeds[seed];
      const y = measured === undefined ? null : (quantity(measured) ?? null);
      return { x: snapshot.step, y: y !== null && Number.isFinite(y) ? y : null };
    }),
  );
}

/** Lowest and highest value of a line's seeds at its point nearest to a step; null for one seed. */
export function spreadAt(line: Line, step: number): readonly [number, number] | null {
  const values = line.seeds.flatMap((points) => nearestPoint(points, step)?.y ?? []);
  return values.length > 0 ? [Math.min(...values), Math.max(...values)] : null;
}

/** The jump of a true return between two measured steps. */
export interface Jump {
  readonly instance: string;
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

/** A change between neighbouring points below this share of the span is drift, not a jump. */
const JUMP = 0.2;

/**
 * Where a true return falls or springs back between two measured steps by more than a fifth of
 * `span` after it had once been that high: returns flicker while single arrows turn. The first
 * rise of a learner is learning, not flicker, and is left out.
 */
export function jumpsOf(points: readonly Point[], instance: string, span: number): readonly Jump[] {
  const jumps: Jump[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1].y;
    const to = points[i].y;
    if (from === null || to === null) continue;
    highest = Math.max(highest, from);
    const fell = from - to > JUMP * span;
    const recovered = to - from > JUMP * span && highest - from > JUMP * span;
    if (fell || recovered) jumps.push({ instance, step: points[i].x, from, to });
  }
  return jumps;
}

function greedy(policy: ArrayLike<number>, state: number): number {
  let best = 0;
  for (let a = 1; a < ACTION_COUNT; a++) {
    if (policy[state * ACTION_COUNT + a] > policy[state * ACTION_COUNT + best]) best = a;
  }
  return best;
}

/** The most visited of the states whose most likely action turned, −1 where none did. */
function turnedState(then: FrameLearner, now: FrameLearner): StateIndex {
  let state = -1;
  let most = 1e-6;
  for (let s = 0; s * ACTION_COUNT < now.policy.length; s++) {
    const weight = Math.max(now.occupancy[s], then.occupancy[s]);
    if (weight > most && greedy(now.policy, s) !== greedy(then.policy, s)) {
      most = weight;
      state = s;
    }
  }
  return state;
}

/**
 * For each instance and training seed whose policy changed from one frame to the next, the cell that
 * explains it best: among those whose most likely action turned, the one visited most by either
 * policy. Seeds without such a cell are left out.
 */
export function flipsBetween(before: Frame, after: Frame): readonly Flip[] {
  if (before.runId !== after.runId) return [];
  return Object.entries(after.learners).flatMap(([instance, seeds]) =>
    seeds.flatMap((now, seed) => {
      const then = before.learners[instance]?.[seed];
      if (!then || now.policy.length !== then.policy.length) return [];
      const state = turnedState(then, now);
      return state < 0 ? [] : [{ step: after.step, instance, seed, state }];
    }),
  );
}

/**
 * Ends of the axis of returns, shared by the bars and the chart: from the worst policy worth
 * showing to far enough above the optimum that believing too much can be seen. Never empty.
 */
export function returnDomain(truth: Truth): readonly [number, number] {
  const shown = [truth.optimal, truth.inSupport, truth.behavior, truth.bcTarget].filter(
    Number.isFinite,
  );
  const zero = truth.optimal >= 0 ? 0 : truth.optimal;
  const low = Math.min(zero, ...shown);
  const top = Math.max(zero, ...shown);
  const span = Math.max(top - low, 0.1 * Math.abs(top), 1e-3);
  return [low - 0.12 * span, top + 0.9 * span];
}

/** Round numbers that divide [low, high] into about `count` parts (steps of 1, 2 or 5). */
export function niceTicks(low: number, high: number, count: number): readonly number[] {
  const raw = (high - low) / Math.max(1, count);
  if (!(raw > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((f) => f * power).find((s) => s >= raw * 0.999) ?? 10 * power;
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

/** The point of a series nearest to a step, null where it is empty. */
export function nearestPoint(points: readonly Point[], step: number): Point | null {
  let low = 0;
  let high = points.length - 1;
  if (high < 0) return null;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle].x < step) low = middle + 1;
    else high = middle;
  }
  const after = points[low];
  const before = points[Math.max(0, low - 1)];
  return step - before.x < after.x - step ? before : after;
}
