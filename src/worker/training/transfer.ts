import type { Frame, FrameLearner } from '../../experiment/types';

type Maps = Frame['learners'];

const tablesOf = (one: FrameLearner): Float32Array[] =>
  Object.values(one).filter((table: Float32Array | null) => table !== null);

/**
 * The same tables, those of a seed together in one buffer: each buffer costs some hundred bytes and a handful of
 * calls for itself, however small, and a frame has hundreds of tables. Not all of a frame together, so that whoever
 * keeps one seed keeps no other.
 */
export function packed(maps: Maps): Maps {
  const entries = Object.entries(maps);
  const count = Math.max(0, ...entries.map(([, seeds]) => seeds.length));
  const buffers = Array.from({ length: count }, (_, seed) => {
    const tables = entries.flatMap(([, seeds]) => (seeds[seed] ? tablesOf(seeds[seed]) : []));
    return { whole: new Float32Array(tables.reduce((sum, { length }) => sum + length, 0)), at: 0 };
  });
  const moved = (table: Float32Array | null, seed: number) => {
    if (table === null) return null;
    const into = buffers[seed];
    const place = into.whole.subarray(into.at, into.at + table.length);
    place.set(table);
    into.at += table.length;
    return place;
  };
  const movedAll = (one: FrameLearner, seed: number) =>
    Object.fromEntries(
      Object.entries(one).map(([name, table]) => [name, moved(table, seed)]),
    ) as unknown as FrameLearner;
  return Object.fromEntries(entries.map(([id, seeds]) => [id, seeds.map(movedAll)]));
}

/** The buffers of a frame's maps, each once; the worker that measured them does not need them again. */
export function buffersOf(maps: Maps): Transferable[] {
  const tables = Object.values(maps).flat().flatMap(tablesOf);
  return [...new Set(tables.map(({ buffer }) => buffer))];
}
