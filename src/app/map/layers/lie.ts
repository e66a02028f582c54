import { around } from '../scales';
import { tableShown, valueLayer } from './values';

/** A gap is spread over the cells on a way: a quarter of the range shows the few that carry it. */
const END = 0.25;

/** x·δ, a pair's share of the gap. */
export const lie = valueLayer(
  around(END),
  tableShown(({ share }) => share, { column: 'lie', said: 'lie', saidOfCell: 'lie' }),
  true,
);
