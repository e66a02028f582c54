import { joinSaved, type SavedStack, savedSeeds } from '../engine/saved';
import type { WarmStart } from './metrics';
import type { SavedActor } from './online/actor';
import { sameValue } from './settings/describe';
import type { LiveEdit, SeedStatus } from './types';

/** What a seed of a learner remembers from one measurement to the next. */
export interface SavedSeed {
  readonly status: SeedStatus;
  readonly losses: Readonly<Record<string, number>> | null;
  readonly warm: WarmStart;
}

/**
 * A run between two steps, whole: plain data, structured-cloneable. Minibatches and whatever else is drawn
 * follow from seed and step, so no stream is part of it.
 */
export interface SavedRun {
  readonly step: number;
  /** Step at which the losses were last read. */
  readonly readAt: number;
  /** Live edits made so far, in their order. */
  readonly edits: readonly LiveEdit[];
  readonly stack: SavedStack;
  /** By instance, by seed. */
  readonly seeds: Readonly<Record<string, readonly SavedSeed[]>>;
  /** Those that have ever acted in the world: by instance, by seed. */
  readonly actors: Readonly<Record<string, readonly SavedActor[]>>;
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, make: (value: T, key: string) => R) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value, key)]));
}

/** The seeds at places `from` up to `to` (not included) of a run that was saved with more. */
export function runOfSeeds(saved: SavedRun, from: number, to: number): SavedRun {
  return {
    ...saved,
    stack: savedSeeds(saved.stack, from, to),
    seeds: mapValues(saved.seeds, (seeds) => seeds.slice(from, to)),
    actors: mapValues(saved.actors, (seeds) => seeds.slice(from, to)),
  };
}

/** Shares of one run as the run of all their seeds, in the order of the shares. */
export function joinRuns(shares: readonly SavedRun[]): SavedRun {
  const [first] = shares;
  return {
    ...first,
    stack: joinSaved(shares.map(({ stack }) => stack)),
    seeds: mapValues(first.seeds, (_, id) => shares.flatMap(({ seeds }) => seeds[id])),
    actors: mapValues(first.actors, (_, id) => shares.flatMap(({ actors }) => actors[id])),
  };
}

/**
 * Runs of different learners with the same seeds as one run of all of them, with the edits of the first.
 *
 * @throws RangeError where they do not stand at one step, or have not read their losses at one.
 */
export function joinLearners(runs: readonly SavedRun[]): SavedRun {
  const [first] = runs;
  const { summed, seeds } = first.stack;
  for (const { step, readAt, stack } of runs)
    if (
      step !== first.step ||
      readAt !== first.readAt ||
      stack.summed !== summed ||
      stack.seeds !== seeds
    )
      throw new RangeError(
        `Runs at step ${first.step}, read at ${first.readAt}, and at ${step}, read at ${readAt}.`,
      );
  return {
    ...first,
    stack: {
      ...first.stack,
      learners: Object.assign({}, ...runs.map(({ stack }) => stack.learners)),
    },
    seeds: Object.assign({}, ...runs.map(({ seeds: own }) => own)),
    actors: Object.assign({}, ...runs.map(({ actors }) => actors)),
  };
}

/** Those of a saved run's learners that are among `ids`. */
export function runOfLearners(saved: SavedRun, ids: readonly string[]): SavedRun {
  const among = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => ids.includes(id)));
  return {
    ...saved,
    stack: { ...saved.stack, learners: among(saved.stack.learners) },
    seeds: among(saved.seeds),
    actors: among(saved.actors),
  };
}

/** Edits by step and key, of several that say the same the last. */
function byPlace(edits: readonly LiveEdit[]): Map<string, LiveEdit> {
  return new Map(edits.map((edit) => [`${edit.step} ${edit.key}`, edit]));
}

/**
 * Those of the live edits of a run that are still to come where it was saved; null where it was saved with
 * another history.
 *
 * @param given all live edits of the run that is to go on.
 */
export function editsToCome(
  given: readonly LiveEdit[],
  { step, edits }: Pick<SavedRun, 'step' | 'edits'>,
): readonly LiveEdit[] | null {
  const wanted = byPlace(given);
  const made = byPlace(edits);
  for (const [place, edit] of made) {
    const other = wanted.get(place);
    if (other === undefined) return null;
    // A knob may have been moved on at the very step of the save.
    if (edit.step < step && !sameValue(edit.value, other.value)) return null;
  }
  const toCome: LiveEdit[] = [];
  for (const [place, edit] of wanted) {
    const other = made.get(place);
    if (other !== undefined && sameValue(edit.value, other.value)) continue;
    if (edit.step < step) return null;
    toCome.push(edit);
  }
  return toCome.sort((one, other) => one.step - other.step);
}

/** Throws RangeError with a sentence where a saved run is not one of these instances and seeds. */
export function checkRun(saved: SavedRun, ids: readonly string[], seeds: number): void {
  const { step, readAt, stack } = saved;
  const counts = [step, readAt].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!counts || readAt > step || stack.steps !== step)
    throw new RangeError(`A saved run says step ${step}, its networks ${stack.steps}.`);
  for (const id of ids)
    if (saved.seeds[id]?.length !== seeds)
      throw new RangeError(`A saved run has no ${seeds} seeds of ${id}.`);
  for (const [id, actors] of Object.entries(saved.actors))
    if (!ids.includes(id) || actors.length !== seeds)
      throw new RangeError(`A saved run has no ${seeds} seeds of ${id} that act.`);
}
