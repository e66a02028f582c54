import type { Frame, FrameLearner, Snapshot } from '../../experiment/types';
import { roomOfFrame, roomOfSnapshot } from './room';
import type { Shown } from './seeds';
import { thin } from './thin';

/** What was measured at one step: the numbers, and the tables behind the maps. */
export interface Moment {
  readonly step: number;
  readonly snapshot: Snapshot;
  readonly frame: Frame;
}

/**
 * Measured moments of the present run, by ascending step, so that time can be scrubbed. All of them are
 * kept until they take more room than they are given; then first the tables of the seeds that are not
 * shown go, and after that ever more moments between the others, evenly. The array is appended in place;
 * `version` changes with it.
 */
export interface Moments {
  readonly runId: string;
  readonly kept: readonly Moment[];
  readonly version: number;
  /** Bytes that all kept moments take. */
  readonly bytes: number;
  /** Steps that lie at least between two kept moments, 0 while all are kept; the last is always kept. */
  readonly spacing: number;
  /** The seed alone whose tables are kept of earlier moments; null while those of all are. */
  readonly seed: number | null;
}

/** Bytes that kept moments may take: some 3,000 moments of the first scenario. */
export const MOMENTS_BUDGET = 96 * 2 ** 20;

/** Moments without any. */
export function noMoments(runId: string): Moments {
  return { runId, kept: [], version: 0, bytes: 0, spacing: 0, seed: null };
}

/** Bytes of a moment; the tables of where training rests are the run's. */
const bytesOf = ({ snapshot, frame }: Omit<Moment, 'step'>) =>
  roomOfSnapshot(snapshot) + roomOfFrame(frame);

const sameTable = (one: Float32Array | null, other: Float32Array | null) =>
  one?.length === other?.length &&
  (one?.every((value, at) => Object.is(value, other?.[at])) ?? true);

/** A frame that shares with the one before what is the same in both: each came with a copy of its own. */
function sharing(frame: Frame, before: Frame | undefined): Frame {
  if (before === undefined) return frame;
  const rests = Object.entries(frame.rests).map(([id, table]) => {
    const known = before.rests[id];
    return [id, known !== undefined && sameTable(table, known) ? known : table] as const;
  });
  return { ...frame, rests: Object.fromEntries(rests) };
}

/** A frame with the tables of one seed alone, at its place; the others are holes. */
function reduced(frame: Frame, seed: number): Frame {
  const learners = Object.entries(frame.learners).map(([id, seeds]) => {
    const holes = new Array<FrameLearner>(seeds.length);
    if (seeds[seed]) holes[seed] = seeds[seed];
    return [id, holes] as const;
  });
  return { ...frame, learners: Object.fromEntries(learners) };
}

const total = (kept: readonly Moment[]) => kept.reduce((sum, one) => sum + bytesOf(one), 0);

/**
 * Appends a moment; one at the step of the last replaces it (a paused run may be measured again), an
 * earlier step or another run is refused by returning the moments unchanged.
 *
 * @param shown what the maps show: where room runs out, one shown seed is kept before the others; of a mean
 * over all seeds nothing less than all of them would do.
 * @param budget bytes that they may take; the first and the last moment are kept whatever they take.
 */
export function appendMoment(
  moments: Moments,
  moment: Moment,
  shown: Shown,
  budget = MOMENTS_BUDGET,
): Moments {
  if (moment.snapshot.runId !== moments.runId) return moments;
  const kept = moments.kept as Moment[];
  const last = kept.at(-1);
  if (last && moment.step < last.step) return moments;
  const before = kept.at(-2);
  let { bytes, spacing, seed } = moments;
  // The last moment stands for now; once another comes it stays only where it is far enough from those kept.
  const passing = last && before && last.step - before.step < spacing;
  if (last && (passing || last.step === moment.step)) {
    kept.pop();
    bytes -= bytesOf(last);
  } else if (last && seed !== null) {
    const slim = { ...last, frame: reduced(last.frame, seed) };
    bytes -= bytesOf(last) - bytesOf(slim);
    kept[kept.length - 1] = slim;
  }
  kept.push({ ...moment, frame: sharing(moment.frame, last?.frame) });
  bytes += bytesOf(moment);
  const several = Object.values(moment.frame.learners).some((seeds) => seeds.length > 1);
  if (bytes > budget && seed === null && several && shown !== 'mean') {
    seed = shown;
    for (const [at, one] of kept.slice(0, -1).entries())
      kept[at] = { ...one, frame: reduced(one.frame, seed) };
    bytes = total(kept);
  }
  while (bytes > budget && kept.length > 2) {
    spacing = thin(kept, spacing);
    bytes = total(kept);
  }
  const version = moments.version + 1;
  return { runId: moments.runId, kept, version, bytes, spacing, seed };
}

/** The kept moment nearest to a step, the earlier of two; null where none is kept. */
export function momentAt({ kept }: Moments, step: number): Moment | null {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (kept[middle].step < step) low = middle + 1;
    else high = middle;
  }
  const after = kept[low];
  const before = kept[low - 1];
  if (after === undefined || before === undefined) return after ?? before ?? null;
  return step - before.step <= after.step - step ? before : after;
}
