import { capital } from '../../texts/format';
import { returns } from '../../texts/returns';
import { spreadLabels } from '../charts/layout';
import { arrivalsOf } from '../state/arrivals';
import type { ReturnTick } from './types';

/** A value on a line from `left` to `right`; `off` says on which side it left the domain. */
export interface Spot {
  readonly x: number;
  readonly value: number;
  readonly off: 'below' | 'above' | null;
}

/** Places a value on a line between two ends, kept inside. */
export function placeValue(
  value: number,
  domain: readonly [number, number],
  left: number,
  right: number,
): Spot {
  const [low, high] = domain;
  const share = (value - low) / (high - low);
  const off = share < 0 ? 'below' : share > 1 || Number.isNaN(share) ? 'above' : null;
  const at = Number.isNaN(share) ? 1 : Math.max(0, Math.min(1, share));
  return { x: left + at * (right - left), value, off };
}

export interface PlacedTick {
  readonly spot: Spot;
  readonly label: string;
  /** Middle of the label. */
  readonly at: number;
}

/**
 * Ticks with labels, `measure`d in pixels, that do not run into each other. Ticks closer than `near` pixels are one,
 * their names joined by « = »; the rest move apart.
 */
export function placeTicks(
  ticks: readonly ReturnTick[],
  domain: readonly [number, number],
  left: number,
  right: number,
  measure: (text: string) => number,
  near = 3,
): readonly PlacedTick[] {
  const merged: { spot: Spot; label: string }[] = [];
  const spots = ticks
    .filter((tick) => Number.isFinite(tick.value))
    .map((tick) => ({ spot: placeValue(tick.value, domain, left, right), label: tick.label }))
    .sort((a, b) => a.spot.x - b.spot.x);
  for (const tick of spots) {
    const last = merged[merged.length - 1];
    if (last && tick.spot.x - last.spot.x < near) last.label = `${last.label} = ${tick.label}`;
    else merged.push({ ...tick });
  }
  const middles = spreadLabels(
    merged.map(({ spot, label }) => ({ at: spot.x, size: measure(label) + 8 })),
    left - 6,
    right + 6,
  );
  return merged.map((tick, i) => ({ ...tick, at: middles[i] }));
}

/** How a policy fares, after its learner's name: «reaches the goal in 20 steps». */
export function faresOf(goalRate: number | null, goalSteps: number | null): string {
  const { fares } = returns();
  if (goalRate === null) return fares.untrained;
  if (goalRate < 5e-4 || goalSteps === null) return fares.never;
  return goalRate > 0.9995 ? fares.inSteps(goalSteps) : fares.inSome(goalRate, goalSteps);
}

/** The same by itself: «Reaches the goal in 20 steps». */
export function describeGoal(goalRate: number | null, goalSteps: number | null): string {
  return capital(faresOf(goalRate, goalSteps));
}

/** How the policies of all seeds fare; of none before anything is measured. */
export function describeGoals(
  seeds: readonly { readonly goalRate: number; readonly goalSteps: number | null }[],
): string {
  if (seeds.length === 0) return describeGoal(null, null);
  if (seeds.length === 1) return describeGoal(seeds[0].goalRate, seeds[0].goalSteps);
  const { sentence, pace } = arrivalsOf(seeds);
  return pace ? `${capital(sentence)}, ${pace}` : capital(sentence);
}
