import type { Frame, ProblemView, Snapshot } from '../../experiment/types';

/** Bytes that the numbers of a learner and seed take in the page's heap: so many by heap snapshots of Chromium. */
export const SEED_ROOM = 700;
/** Bytes that a table takes beside its numbers: an object of its own, whatever its length. */
export const TABLE_ROOM = 120;

/** Bytes that a snapshot takes in the page's heap, about. */
export function roomOfSnapshot({ learners }: Pick<Snapshot, 'learners'>): number {
  return Object.values(learners).reduce((sum, { seeds }) => sum + SEED_ROOM * seeds.length, 0);
}

/** Bytes that a frame's own tables take, about; those of where training rests are the run's. Holes take nothing. */
export function roomOfFrame({ learners }: Pick<Frame, 'learners'>): number {
  let sum = 0;
  for (const seeds of Object.values(learners))
    for (const one of seeds)
      for (const table of Object.values(one ?? {}) as (Float32Array | null)[])
        if (table !== null) sum += TABLE_ROOM + table.byteLength;
  return sum;
}

/** Bytes of the arrays of a problem, data and all. */
export function roomOfProblem({ transitions, surgery, ...rest }: ProblemView): number {
  const columns = [...Object.values(transitions), ...Object.values(rest), surgery.originalRows];
  return columns.reduce<number>(
    (sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
    0,
  );
}
