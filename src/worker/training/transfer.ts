import type { Frame } from '../../experiment/types';

/** The buffers of a frame's maps; the worker that measured them does not need them again. */
export function buffersOf(maps: Frame['learners']): Transferable[] {
  return Object.values(maps).flatMap((seeds) =>
    seeds.flatMap((tables) =>
      Object.values(tables).flatMap((table: Float32Array | null) => (table ? [table.buffer] : [])),
    ),
  );
}
