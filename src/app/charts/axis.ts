import { MOST_STEPS, namedSteps } from '../../experiment/ending';
import type { Settings, Truth } from '../../experiment/types';
import { wideningOf } from '../state/widening';
import type { Line } from './series';

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

/**
 * An axis on which at most half of what is drawn lies above; one that is even around 0 stays so. By what it grew.
 */
export function widerAxis(
  [low, high]: readonly [number, number],
  lines: readonly Pick<Line, 'points'>[],
): { readonly axis: readonly [number, number]; readonly factor: number } {
  const span = high - low;
  const even = low === -high;
  const start = even ? 0 : low;
  function* shares() {
    for (const { points } of lines)
      for (const { y } of points) if (y !== null) yield (y - start) / (even ? high : span);
  }
  const factor = wideningOf(shares());
  return { axis: [even ? low * factor : low, start + factor * (high - start)], factor };
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

/**
 * Right end of an axis of steps: whole runs up to the verdict, the present one included; of a run that
 * goes on for long in ever wider leaps, so that the chart around the lines is seldom drawn anew.
 *
 * @param verdict steps of one run up to its verdict, ≥ 1.
 */
export function axisEnd(step: number, verdict: number): number {
  const runs = Math.max(1, Math.ceil(step / verdict));
  if (runs <= 4) return runs * verdict;
  const doubling = 2 ** Math.floor(Math.log2(runs / 4));
  return Math.ceil(runs / doubling) * doubling * verdict;
}

/** Nobody knows beforehand when a run settles: its axis grows by this. */
const UNTIL_SETTLED = MOST_STEPS / 4;

/** Right end of the axis of steps of a run of these settings that stands at `step`. */
export function axisOf(settings: Settings, step: number): number {
  return axisEnd(step, namedSteps(settings) ?? UNTIL_SETTLED);
}
