import { goalReachable } from '../mdp/mdp';
import type { Mdp, StateIndex } from '../mdp/types';
import { dataNotes } from '../texts/dataNotes';
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
  if (!mdp.goal.includes(1)) return [dataNotes().noGoal];
  if (!goalReachable(mdp)) {
    return [dataNotes().goalOutOfReach];
  }
  if (dataset.nextState.some((s) => mdp.goal[s] === 1)) return [];
  return [dataNotes().goalUnseen];
}

function rewardWarnings(dataset: Dataset): string[] {
  const { reward, terminal } = dataset;
  const first = reward[0];
  if (reward.some((r) => r !== first)) return [];
  if (first === 0) {
    return [dataNotes().noReward];
  }
  if (terminal.includes(1)) return [];
  return [dataNotes().oneReward(first)];
}

function startWarnings(mdp: Mdp, dataset: Dataset): string[] {
  const starts = [...mdp.start.keys()].filter((s) => mdp.start[s] > 0);
  const missed = starts.filter((s) => dataset.counts.states[s] === 0);
  if (missed.length === 0) return [];
  const t = dataNotes();
  const cell = (s: StateIndex): string =>
    t.cell(Math.floor(mdp.cells[s] / mdp.columns) + 1, (mdp.cells[s] % mdp.columns) + 1);
  const named = missed.slice(0, CELLS_NAMED);
  const more = missed.length - named.length;
  return [t.startsMissed(missed.length, starts.length, named.map(cell).join('; '), more)];
}
