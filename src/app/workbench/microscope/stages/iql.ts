import type { RowUpdate } from '../../../../experiment/microscope';
import { stages } from '../../../../texts/stages';
import { barsOf, endStage, probabilitiesOf, pullStage, targetStage, value } from './common';
import type { RowContext, Stage } from './types';

/** IQL: the expectile of in-sample values, the target of V, the weighted imitation. */
export function iqlStages(context: RowContext, update: RowUpdate): Stage[] {
  const t = stages();
  const { state, action } = context;
  const { values, gradients, hyper, scale } = update;
  const [v] = values.v;
  const [u] = values.advantage;
  const [side] = values.side;
  const [weight] = values.weight;
  const q = values.q1Target.map((first, a) => Math.min(first, values.q2Target[a]));
  return [
    {
      id: 'inSample',
      title: t.inSample.title,
      text: t.inSample.text(action),
      formula: `min(Q̄₁, Q̄₂)(s, a) = min(${value(values.q1Target[action])}, ${value(values.q2Target[action])}) = ${value(values.inSample[0])}`,
      bars: [
        barsOf(context, state, 'min(Q̄₁, Q̄₂)(s, ·)', q, (a) => ({
          marked: a === action,
          dimmed: a !== action,
        })),
      ],
      at: 'state',
    },
    {
      id: 'expectile',
      title: t.expectile.title,
      text: t.expectile.text(u, v, hyper.expectile),
      formula: t.expectile.formula(side, u, -gradients.expectile.v[0]),
      bars: [],
      at: 'state',
    },
    context.terminal
      ? endStage(context)
      : {
          id: 'next',
          title: t.nextValue.title,
          text: t.nextValue.text(values.backup[0]),
          formula: `V(s′) = ${value(values.backup[0])}`,
          bars: [],
          at: 'nextState',
        },
    targetStage(context, update, 'V(s′)'),
    pullStage(context, values.q1, values.target[0], gradients.bellman.q1, 'Q₁(s, ·)'),
    {
      id: 'weight',
      title: t.weight.title,
      text: t.weight.text(u, weight),
      formula: t.weight.formula(u, hyper.beta, weight, scale),
      bars: [probabilitiesOf(context, t.policy.moves, values.policy, gradients.policy.policy)],
      at: 'state',
    },
  ];
}
