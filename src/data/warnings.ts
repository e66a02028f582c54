import { goalReachable } from '../mdp/mdp';
import type { Mdp, StateIndex } from '../mdp/types';
import type { Behavior, Dataset } from './types';

const CELLS_NAMED = 3;

/**
 * Sentences on what the user should know before training on this data: no goal, or none in
 * reach; no goal reached; no reward to learn from; starts that the data never visits; and the
 * notes of the behaviour, where it is given. Empty where all is well.
 */
export function dataWarnings(mdp: Mdp, dataset: Dataset, behavior?: Behavior): string[] {
  return [
    ...goalWarnings(mdp, dataset),
    ...rewardWarnings(dataset),
    ...startWarnings(mdp, dataset),
    ...(behavior?.notes ?? []),
  ];
}

function goalWarnings(mdp: Mdp, dataset: Dataset): string[] {
  if (!mdp.goal.includes(1)) return ['The map has no goal, so no policy can reach one.'];
  if (!goalReachable(mdp)) {
    return ['No goal can be reached from any start: walls or pits are in every way.'];
  }
  if (dataset.nextState.some((s) => mdp.goal[s] === 1)) return [];
  return [
    'No episode of the data reaches a goal: what lies behind the last step to it, no learner can know.',
  ];
}

function rewardWarnings(dataset: Dataset): string[] {
  const { reward, terminal } = dataset;
  const first = reward[0];
  if (reward.some((r) => r !== first)) return [];
  if (first === 0) {
    return ['No row of the data carries a reward: nothing can be learned from it but imitation.'];
  }
  if (terminal.includes(1)) return [];
  return [
    `Every row of the data pays the same reward (${first}) and none ends an episode: nothing can be learned from it but imitation.`,
  ];
}

function startWarnings(mdp: Mdp, dataset: Dataset): string[] {
  const starts = [...mdp.start.keys()].filter((s) => mdp.start[s] > 0);
  const missed = starts.filter((s) => dataset.counts.states[s] === 0);
  if (missed.length === 0) return [];
  const cell = (s: StateIndex): string =>
    `row ${Math.floor(mdp.cells[s] / mdp.columns) + 1}, column ${(mdp.cells[s] % mdp.columns) + 1}`;
  const named = missed.slice(0, CELLS_NAMED).map(cell).join('; ');
  const more = missed.length > CELLS_NAMED ? ` and ${missed.length - CELLS_NAMED} more` : '';
  return [
    `The data never acts in ${missed.length} of ${starts.length} start ${starts.length === 1 ? 'cell' : 'cells'} (${named}${more}): learners start there by guessing.`,
  ];
}
