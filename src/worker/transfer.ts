import type { Frame } from '../experiment/types';

/** The buffers of a frame's maps; the worker that measured them does not need them again. */
export function buffersOf(maps: Frame['learners']): Transferable[] {
  return Object.values(maps).flatMap((seeds) =>
    seeds.flatMap(({ q, trueQ, policy, occupancy }) =>
      [q, trueQ, policy, occupancy].flatMap((table) => (table ? [table.buffer] : [])),
    ),
  );
}
