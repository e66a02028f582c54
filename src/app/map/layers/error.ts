import { around } from '../scales';
import { valueLayer } from './values';

/** Q̂ − Q^π̂. */
export const error = valueLayer(around(1), {
  column: 'error',
  table: ({ q }) => q,
  of: ({ q, trueQ }, pair) => (q?.[pair] ?? Number.NaN) - (trueQ?.[pair] ?? 0),
  said: 'error',
  belief: true,
});
