import { empiricalPolicy } from '../../../data/dataset';
import { visitsOf } from '../../../data/episodes';
import type { Scene } from '../../basics/context';
import { OCCUPANCY_DECADES } from '../../map/scales';
import type { MapValues } from '../../map/types';

/** What the cells are painted by: N(s,a) as triangles, or N(s). */
export type Fill = 'pairs' | 'visits';

/** Whose arrows lie on the cells: nobody's, the behaviour's π_β, or the data's N(s,a)/N(s). */
export type Arrows = 'none' | 'behavior' | 'data';

/** How the data is shown. */
export interface Look {
  readonly fill: Fill;
  readonly arrows: Arrows;
}

/** Largest N(s), at least 1. */
export function mostVisits(visits: Int32Array): number {
  return visits.reduce((most, count) => Math.max(most, count), 1);
}

/**
 * N(s) on the scale by which the maps paint whole cells: logarithmic from one visit to the most, so
 * that a cell visited once can be told from one never visited.
 */
export function visitShades(visits: Int32Array): Float64Array {
  const most = Math.log(mostVisits(visits));
  return Float64Array.from(visits, (count) => {
    if (count === 0) return 0;
    const place = most > 0 ? Math.log(count) / most : 1;
    return 10 ** (OCCUPANCY_DECADES * (Math.max(place, 0.01) - 1));
  });
}

/** What the map needs to draw a look at the data. */
export function valuesOf({ problem, grid }: Scene, { fill, arrows }: Look): MapValues {
  const states = visitsOf(problem.counts);
  return {
    q: null,
    trueQ: null,
    policy:
      arrows === 'data'
        ? empiricalPolicy({ pairs: problem.counts, states })
        : problem.behaviorPolicy,
    occupancy: fill === 'visits' && states.length === grid.states ? visitShades(states) : null,
  };
}
