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
