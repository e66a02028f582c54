import { writtenLearner } from '../definition';
import type { LearnerSettings } from '../types';
import program from './program.loss?raw';
import { dqnRestsAt } from './rest';

/** How a Bellman target comes about: Q(s,·), Q̄(s′,·), who chooses there, what is backed up, and y. */
export function bellmanWorkings(double: boolean): Readonly<Record<string, string>> {
  return {
    q: 'Q(s,·)',
    next: 'Q̄(s′,·)',
    ...(double ? { chooser: 'Q(s′,·)' } : {}),
    backup: 'next',
    target: 'y',
  };
}

const isDouble = (settings: LearnerSettings) => settings.double === true;

/** Offline DQN: deep Q-learning on a fixed dataset. */
export const dqn = writtenLearner({
  program,
  names: { networks: { Q: 'q' } },
  variant: (settings) => ({ backup: isDouble(settings) ? 'double' : 'max' }),
  workings: (settings) => bellmanWorkings(isDouble(settings)),
  restsAt: dqnRestsAt,
});
