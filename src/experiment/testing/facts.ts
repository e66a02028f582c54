import type { DataFacts } from '../circumstances';

/** Data that explain nothing of a run: the first scenario's, about. */
export const FACTS: DataFacts = {
  rows: 800,
  rewarded: true,
  untried: 70,
  visited: 200,
  planEarns: 1,
  crowdEarns: { distribution: 0.2, mostLikely: 0 },
  slips: false,
};
