import { area } from './current';
import { formatCount } from './format';

/** What is to be known of the rows that learners train on; names of datasets are quoted already. */
export const dataNotes = area('dataNotes', {
  noGoal: 'The map has no goal, so no policy can reach one.',
  goalOutOfReach: 'No goal can be reached from any start: walls or pits are in every way.',
  goalUnseen:
    'No episode of the data reaches a goal: what lies behind the last step to it, no learner can know.',
  noReward: 'No row of the data carries a reward: nothing can be learned from it but imitation.',
  oneReward: (reward: number) =>
    `Every row of the data pays the same reward (${reward}) and none ends an episode: nothing can be learned from it but imitation.`,
  /** Row and column from 1. */
  cell: (row: number, column: number) => `row ${row}, column ${column}`,
  /** `cells` of the `missed` are written out, `more` ≥ 0 are not. */
  startsMissed: (missed: number, starts: number, cells: string, more: number) =>
    `The data never acts in ${missed} of ${starts} start ${starts === 1 ? 'cell' : 'cells'} (${cells}${more > 0 ? ` and ${more} more` : ''}): learners start there by guessing.`,
  replayFellShort: (steps: number) =>
    `The learner behind medium-replay did not reach the medium return within ${formatCount(steps)} steps; the data is what it saw until then.`,

  missing: (hash: string) =>
    `The dataset ${hash} is not here; until its file is opened, these rows are collected by the behaviour.`,
  otherMap: (name: string, rows: number, columns: number) =>
    `The dataset ${name} is of another map (${rows} × ${columns} cells) than this world, so these rows are collected by the behaviour: choose its map to use it.`,
  otherGamma: (name: string, theirs: number, ours: number) =>
    `The dataset ${name} was recorded with γ = ${theirs}, the world here has ${ours}.`,
  impossibleRows: (impossible: number, rows: number, name: string) =>
    `${formatCount(impossible)} of ${formatCount(rows)} rows of ${name} cannot happen in this world (other slip or rewards?): the learners train on the rows as they are, the exact values are the world’s.`,

  /** `edit` as links write it. */
  editLeavesNothing: (edit: string) =>
    `The edit ${edit} would leave no row of the data, so it is not carried out.`,
  sizeRefused: (most: number, given: number) =>
    `A dataset has 1 to ${formatCount(most)} rows, not ${given}.`,
  /** Rows from 0. */
  rewardNotFinite: (row: number, reward: number) =>
    `Row ${row}: the reward ${reward} is not finite.`,
  notProbability: (row: number, given: number) => `Row ${row}: ${given} is not a probability.`,
});
