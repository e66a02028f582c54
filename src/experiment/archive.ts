import { type Archive, archiveOf } from '../data/export/archive';
import { worldById } from '../mdp/presets';
import { inEnglish } from '../texts/current';
import { PROBLEM_SETTINGS } from './settings/problem';
import type { ProblemView, Settings } from './types';

/** What the world is called; “custom” where it was drawn. */
function worldName(problem: ProblemView, settings: Settings): string {
  const shipped = worldById(settings.world);
  return shipped?.map.join('/') === problem.world.map.join('/') ? shipped.id : 'custom';
}

/** Who collected the rows, in English: files are read anywhere. */
function behaviorName({ source }: ProblemView, settings: Settings): string {
  if (source.kind === 'given') return source.label;
  const option = PROBLEM_SETTINGS.behavior.options.find(({ value }) => value === settings.behavior);
  return inEnglish(() => option?.label) ?? settings.behavior;
}

/** A problem and its settings as a dataset that goes out. */
export function problemArchive(problem: ProblemView, settings: Settings): Archive {
  return archiveOf({
    world: problem.world,
    transitions: problem.transitions,
    episodes: problem.episodes,
    hash: problem.datasetHash,
    worldName: worldName(problem, settings),
    behavior: behaviorName(problem, settings),
    behaviorPolicy: problem.behaviorPolicy,
    seed: problem.source.kind === 'given' ? null : settings['data.seed'],
    optimalQ: problem.optimalQ,
    returns: { ...problem.truth },
    settings: JSON.stringify(settings),
  });
}
