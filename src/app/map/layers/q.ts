import { valued } from '../scales';
import { tableShown, valueLayer } from './values';

/** Q̂; what is impossible has a colour of its own. */
export const q = valueLayer(
  valued(true),
  tableShown(({ q: table }) => table, { column: 'q', said: 'q', belief: true }),
);
