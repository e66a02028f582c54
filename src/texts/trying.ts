import { area } from './current';
import { formatCount } from './format';

/** Learners that act in the world: «let it try». */
export const trying = area('trying', {
  all: 'Let them try',
  allHint:
    'From here on every learner acts in the world while it trains, and learns from what it finds, beside the frozen data',
  one: (name: string) => `Let ${name} try in the world`,
  stop: (name: string) => `Have ${name} learn from the data alone again`,
  /** `moves` of one learner and seed. */
  since: (step: number, moves: string) =>
    `Online since step ${formatCount(step)}: ${moves} moves each.`,
  back: 'Back to offline',
  /** In a chart, from the step on at which learners act. */
  here: 'online from here',
});
