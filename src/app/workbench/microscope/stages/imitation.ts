import { stages } from '../../../../texts/stages';
import { barsOf, has, probabilitiesOf, value } from './common';
import type { Teller } from './types';

/** A policy that is moved to do what the data did, weighted by the advantage. */
export const weightStages: Teller = (context, { values, gradients, hyper, scale }) => {
  if (!has(values, 'weight', 'advantage', 'policy') || !has(gradients.policy, 'policy')) return [];
  const t = stages();
  const [u] = values.advantage;
  const [weight] = values.weight;
  return [
    {
      id: 'weight',
      title: t.weight.title,
      text: t.weight.text(u, weight),
      formula: t.weight.formula(u, hyper.beta, weight, scale),
      bars: [probabilitiesOf(context, t.policy.moves, values.policy, gradients.policy.policy)],
      at: 'state',
    },
  ];
};

/** Plain imitation: what the policy would do, and what it is moved to do. */
export const imitationStages: Teller = (context, { values, gradients }) => {
  if (!has(values, 'policy') || !has(gradients.imitation, 'policy')) return [];
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
};
