import { ACTION_COUNT, ACTIONS } from '../../../../mdp/types';
import { stages } from '../../../../texts/stages';
import { putInAt } from './common';
import type { Teller } from './types';

/**
 * Where truth was put in, of learners whose values of the next state are not told one by one; and that it changes
 * nothing where no target is read there.
 */
export const oracleStages: Teller = (context, { values }) => {
  const { oracle, state, nextState } = context;
  if (oracle === null) return [];
  const t = stages().oracle;
  const told = (text: string, at: 'state' | 'nextState') => [
    { id: 'oracle', title: t.title, text, bars: [], at },
  ];
  if (!oracle.reached) {
    const pairs = [state, nextState].flatMap((of) => ACTIONS.map((_, a) => of * ACTION_COUNT + a));
    return pairs.some((pair) => oracle.pairs[pair] === 1) ? told(t.notRead, 'nextState') : [];
  }
  // Who tells of the next state's values and of no advantage has no use for its target at s.
  const here = values.next && !values.advantage ? [] : putInAt(context, state);
  const next = values.next ? [] : putInAt(context, nextState);
  if (here.length === 0 && next.length === 0) return [];
  return told(t.putIn({ here, next }), here.length > 0 ? 'state' : 'nextState');
};
