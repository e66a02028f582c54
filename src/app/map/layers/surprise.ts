import { around } from '../scales';
import { tableShown, valueLayer } from './values';

/** δ, what is believed beyond one true step. */
export const surprise = valueLayer(
  around(1),
  tableShown(({ delta }) => delta, {
    column: 'surprise',
    said: 'surprise',
    saidOfCell: 'surprise',
  }),
);
