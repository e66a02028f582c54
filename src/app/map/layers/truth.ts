import { valued } from '../scales';
import { tableShown, valueLayer } from './values';

/** Q^π̂. */
export const truth = valueLayer(
  valued(false),
  tableShown(({ trueQ }) => trueQ, { column: 'trueQ', said: 'truth' }),
);
