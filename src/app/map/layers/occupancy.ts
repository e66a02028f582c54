import type { MapLayer } from '../layer';
import { paintOccupancy, timed } from '../scales';

/** Where the policy spends its time, by whole cells. */
export const occupancy: MapLayer = {
  scale: timed,
  keys: 'none',
  ofTime: true,
  paintPair: () => null,
  paintCell: ({ values, hue, scheme }, state) => {
    const share = values?.occupancy?.[state] ?? 0;
    return share > 1e-4 ? paintOccupancy(share, hue, scheme).rgb : null;
  },
};
