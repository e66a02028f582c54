import type { RowUpdate } from '../../../../experiment/microscope';
import { ACTIONS } from '../../../../mdp/types';
import { formatValue } from '../../../../texts/format';
import { barsOf, probabilitiesOf, value } from './common';
import type { RowContext, Stage } from './types';

/** BC: what it would do, and what it is moved to do. */
export function bcStages(context: RowContext, { values, gradients }: RowUpdate): Stage[] {
  const { action } = context;
  return [
    {
      id: 'policy',
      title: 'What it would do',
      text: `The policy takes ${ACTIONS[action]}, which the behaviour took, with probability ${formatValue(values.policy[action], 2)}. Reward and next state are not looked at.`,
      formula: `−log π(a | s) = −log ${value(values.policy[action])} = ${value(-Math.log(values.policy[action]))}`,
      bars: [
        {
          ...barsOf(context, context.state, 'π(· | s)', values.policy, (a) => ({
            truth: null,
            marked: a === action,
          })),
          kind: 'probabilities',
        },
      ],
      at: 'state',
    },
    {
      id: 'imitate',
      title: 'It imitates',
      text: `${ACTIONS[action][0].toUpperCase()}${ACTIONS[action].slice(1)} becomes likelier, the others less likely, whatever came of it: over all rows the policy ends at N(s,a)/N(s), and no better.`,
      formula: 'push = onehot(a) − π(· | s)',
      bars: [
        probabilitiesOf(
          context,
          'π(· | s), and which way it moves',
          values.policy,
          gradients.imitation.policy,
        ),
      ],
      at: 'state',
    },
  ];
}
