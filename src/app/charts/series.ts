import type { RunMeasure } from '../../experiment/measures';
import { iqmOf } from '../../experiment/summary';
import type { Snapshot } from '../../experiment/types';
import type { Point } from './decimate';

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
  /** Of a run that is only compared with: drawn faintly, under the others. */
  readonly ghost?: true;
  /** What stands at its end. */
  readonly end: { readonly glyph: 'ring' | 'disc' | 'none'; readonly label: string };
  readonly points: readonly Point[];
  /** Each training seed by itself, drawn thin under the line; empty where there is only one. */
  readonly seeds: readonly (readonly Point[])[];
  /** A value of the line for people. */
  readonly text: (value: number) => string;
}

/** A measure of one instance over the measured steps, as the interquartile mean over its seeds. */
export function seriesOf(
  snapshots: readonly Snapshot[],
  instance: string,
  read: RunMeasure['read'],
): Point[] {
  return snapshots.map((snapshot) => ({
    x: snapshot.step,
    y: iqmOf((snapshot.learners[instance]?.seeds ?? []).map(read)),
  }));
}

/** The same measure of each training seed by itself; empty where there is only one. */
export function seedSeriesOf(
  snapshots: readonly Snapshot[],
  instance: string,
  read: RunMeasure['read'],
): readonly (readonly Point[])[] {
  const seeds = snapshots[snapshots.length - 1]?.learners[instance]?.seeds.length ?? 0;
  if (seeds < 2) return [];
  return Array.from({ length: seeds }, (_, seed) =>
    snapshots.map((snapshot) => {
      const measured = snapshot.learners[instance]?.seeds[seed];
      const y = measured === undefined ? null : read(measured);
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
