import { definitionFrom } from '../definition';
import type { LearnerDefinition, LearnerOf } from '../types';
import program from './program.loss?raw';
import { maxminRestsAt } from './rest';

/** Critics of an instance whose settings do not say how many. */
const CRITICS = 4;

const definitions = new Map<number, LearnerDefinition>();

function definitionOf(critics: number): LearnerDefinition {
  return definitionFrom({
    program: program.replace('1..4', `1..${critics}`),
    names: { networks: { Q: 'q' } },
    workings: () => ({
      q1: 'Q_1(s,·)',
      q2: 'Q_2(s,·)',
      next: 'least',
      backup: 'next',
      target: 'y',
    }),
    restsAt: maxminRestsAt,
  });
}

/**
 * Maxmin Q-learning: DQN with several critics, of which the one that promises least of an action counts, in
 * the target and when it acts. Where the data says little they disagree, and the least lies low.
 */
export const maxmin: LearnerOf = ({ critics = CRITICS }) => {
  const count = Number(critics);
  const known = definitions.get(count) ?? definitionOf(count);
  definitions.set(count, known);
  return known;
};
