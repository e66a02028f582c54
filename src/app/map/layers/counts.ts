import type { MapLayer } from '../layer';
import { counted } from '../scales';

/** N(s,a). */
export const counts: MapLayer = {
  scale: counted,
  keys: 'counts',
  ofData: true,
  paintPair: (inputs, state, action) => {
    const count = inputs.counts[state * 4 + action];
    if (!(count > 0)) return null;
    return { ...counted.paint(count, inputs.ranges, inputs.scheme), hatch: 'none' };
  },
};
