import type { RowUpdate } from '../../../../experiment/microscope';
import { stages } from '../../../../texts/stages';
import { barsOf, probabilitiesOf, value } from './common';
import type { RowContext, Stage } from './types';

/** BC: what it would do, and what it is moved to do. */
export function bcStages(context: RowContext, { values, gradients }: RowUpdate): Stage[] {
  const { action } = context;
  const t = stages();
  return [
    {
      id: 'policy',
      title: t.policy.title,
      text: t.policy.text(action, values.policy[action]),
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
      title: t.imitate.title,
      text: t.imitate.text(action),
      formula: t.imitate.formula,
      bars: [probabilitiesOf(context, t.policy.moves, values.policy, gradients.imitation.policy)],
      at: 'state',
    },
  ];
}
