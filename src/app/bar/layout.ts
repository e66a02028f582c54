import { spreadLabels } from './labels';
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

/** Pixels between two labels. */
const APART = 8;

/**
 * Ticks with labels, `measure`d in pixels, that do not run into each other. Ticks closer than `near` pixels are one,
 * their names joined by « = », or only the last of them where the line is too short for that; the rest move apart.
 */
export function placeTicks(
  ticks: readonly ReturnTick[],
  domain: readonly [number, number],
  left: number,
  right: number,
  measure: (text: string) => number,
  near = 3,
): readonly PlacedTick[] {
  const merged: { spot: Spot; names: string[] }[] = [];
  const spots = ticks
    .filter((tick) => Number.isFinite(tick.value))
    .map((tick) => ({ spot: placeValue(tick.value, domain, left, right), name: tick.label }))
    .sort((a, b) => a.spot.x - b.spot.x);
  for (const { spot, name } of spots) {
    const last = merged[merged.length - 1];
    if (last && spot.x - last.spot.x < near) last.names.push(name);
    else merged.push({ spot, names: [name] });
  }
  const joined = merged.map(({ names }) => names.join(' = '));
  const [start, end] = [left - 6, right + 6];
  const taken = joined.reduce((sum, label) => sum + measure(label) + APART, 0);
  const labels = taken <= end - start ? joined : merged.map(({ names }) => names[names.length - 1]);
  const middles = spreadLabels(
    merged.map(({ spot }, i) => ({ at: spot.x, size: measure(labels[i]) + APART })),
    start,
    end,
  );
  return merged.map(({ spot }, i) => ({ spot, label: labels[i], at: middles[i] }));
}
