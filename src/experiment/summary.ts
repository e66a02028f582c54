import { interquartileMean } from './statistics';

/** Numbers of several training seeds summed up. */
export interface Summary {
  /** Interquartile mean; the mean itself for up to three seeds, the number for one. */
  readonly iqm: number;
  readonly low: number;
  readonly high: number;
}

/** Sums up the numbers that are there; null where none is finite. */
export function summaryOf(values: readonly (number | null | undefined)[]): Summary | null {
  const finite = values.filter(
    (value): value is number => typeof value === 'number' && Number.isFinite(value),
  );
  const iqm = interquartileMean(finite);
  if (iqm === null) return null;
  return { iqm, low: Math.min(...finite), high: Math.max(...finite) };
}

/** Interquartile mean of the numbers that are there; null where none is finite. */
export function iqmOf(values: readonly (number | null | undefined)[]): number | null {
  return summaryOf(values)?.iqm ?? null;
}
