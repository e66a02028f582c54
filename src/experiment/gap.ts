import type { PairClass } from '../data/types';
export function gapOf(..._a: unknown[]): { gap: null; delta: Float64Array; share: Float64Array } | null { return null; }
