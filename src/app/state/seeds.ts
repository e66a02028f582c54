import type { Frame, FrameLearner, Settings } from '../../experiment/types';
import { panels } from '../../texts/panels';

/** What the maps show of several seeds: one, by its place from 0, or the mean over all. */
export type Shown = number | 'mean';

/** What settings ask the maps to show; a seed that there is not is the last one. */
export function shownOf({ seeds, shownSeed }: Pick<Settings, 'seeds' | 'shownSeed'>): Shown {
  if (seeds === 1) return 0;
  return shownSeed === 0 ? 'mean' : Math.min(shownSeed, seeds) - 1;
}

/** The training seed that the maps show, or «mean» over all of them. */
export function trainingSeedOf(settings: Settings): number | 'mean' {
  const shown = shownOf(settings);
  return shown === 'mean' ? shown : settings['train.seed'] + shown;
}

/** «seed 2», «mean of 5 seeds»; nothing where there is only one. */
export function shownLabel(shown: Shown, seeds: number): string {
  if (seeds < 2) return '';
  const t = panels().shown;
  return shown === 'mean' ? t.mean(seeds) : t.seed(shown + 1);
}

function meanTable(tables: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(tables[0].length);
  for (let i = 0; i < mean.length; i++) {
    let sum = 0;
    for (const table of tables) sum += table[i];
    mean[i] = sum / tables.length;
  }
  return mean;
}

const present = (tables: readonly (Float32Array | null)[]): readonly Float32Array[] =>
  tables.flatMap((table) => (table === null ? [] : [table]));

/** The mean of tables that are all there; null where one is not. */
function meanOfAll(tables: readonly (Float32Array | null)[]): Float32Array | null {
  const there = present(tables);
  return there.length === tables.length ? meanTable(there) : null;
}

/** The mean of those tables that are there; null where none is. */
function meanOfSome(tables: readonly (Float32Array | null)[]): Float32Array | null {
  const there = present(tables);
  return there.length > 0 ? meanTable(there) : null;
}

/** The mean of frames of one learner, seeds whose values are not finite left out where others are. */
function meanLearner(seeds: readonly FrameLearner[]): FrameLearner {
  const sound = seeds.filter(({ q }) => q === null || q.every(Number.isFinite));
  const taken = sound.length > 0 ? sound : seeds;
  return {
    q: meanOfAll(taken.map(({ q }) => q)),
    trueQ: meanTable(taken.map(({ trueQ }) => trueQ)),
    policy: meanTable(taken.map(({ policy }) => policy)),
    occupancy: meanTable(taken.map(({ occupancy }) => occupancy)),
    delta: meanOfAll(taken.map(({ delta }) => delta)),
    share: meanOfAll(taken.map(({ share }) => share)),
    // A seed that diverged before it was let try has tried nothing.
    tried: meanOfSome(taken.map(({ tried }) => tried)),
  };
}

/** Once a frame, whoever asks: maps, their scale and the marked cell do. */
const means = new WeakMap<readonly FrameLearner[], FrameLearner>();

/**
 * What is shown of one learner: the tables of a seed, or their means over the seeds (π̂ too: the
 * share of seeds that act so, where they act greedily). Null where that seed, or one of all, is not there.
 */
export function shownLearner(
  seeds: readonly FrameLearner[] | undefined,
  shown: Shown,
): FrameLearner | null {
  if (seeds === undefined || seeds.length === 0) return null;
  if (shown !== 'mean') return seeds[shown] ?? null;
  // Of an earlier moment perhaps one seed alone was kept, for want of room.
  if (Object.keys(seeds).length < seeds.length) return null;
  if (seeds.length === 1) return seeds[0];
  const mean = means.get(seeds) ?? meanLearner(seeds);
  means.set(seeds, mean);
  return mean;
}

/** A frame reduced to what is shown of each learner, as if that were its only seed. */
export function shownFrame(frame: Frame, shown: Shown): Frame {
  return {
    ...frame,
    learners: Object.fromEntries(
      Object.entries(frame.learners).map(([id, seeds]) => {
        const one = shownLearner(seeds, shown);
        return [id, one === null ? [] : [one]];
      }),
    ),
  };
}
