import { readingsOf } from '../rest/policies';
import type { RestsAt } from '../rest/types';

/** BC rests at π = b = N(s,a)/N(s), uniform without data. It has no values. */
export const bcRestsAt: RestsAt = (table, settings) => {
  const readings = readingsOf(table, table.behavior);
  const policy = settings.readout === 'most-likely' ? readings.mostLikely : readings.distribution;
  return { q: null, v: null, policy, readings };
};
