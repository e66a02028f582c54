import type { RowUpdate } from '../../../../experiment/microscope';
import { ACTIONS } from '../../../../mdp/types';
import { formatValue } from '../../../../texts/format';
import { barsOf, endStage, probabilitiesOf, pullStage, signed, targetStage, value } from './common';
import type { RowContext, Stage } from './types';

/** IQL: the expectile of in-sample values, the target of V, the weighted imitation. */
export function iqlStages(context: RowContext, update: RowUpdate): Stage[] {
  const { state, action } = context;
  const { values, gradients, hyper } = update;
  const [v] = values.v;
  const [u] = values.advantage;
  const [side] = values.side;
  const [weight] = values.weight;
  const q = values.q1Target.map((first, a) => Math.min(first, values.q2Target[a]));
  return [
    {
      id: 'inSample',
      title: 'Only the taken action is asked about',
      text: `The two target networks say what ${ACTIONS[action]} is worth here; the smaller counts. The other three actions are never consulted, whatever the networks would say of them.`,
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
      title: 'V leans to the better of the tried values',
      text: `The value lies ${value(Math.abs(u))} ${u >= 0 ? 'above' : 'below'} V(s) = ${value(v)}. Rows above V count with τ = ${hyper.expectile}, rows below with 1 − τ = ${formatValue(1 - hyper.expectile, 2)}: V settles near the best of what was tried, without asking for anything that was not.`,
      formula: `|τ − 1(u < 0)|·u² = ${formatValue(side, 2)} × ${value(u ** 2)}; V moves by ${signed(-gradients.expectile.v[0])}`,
      bars: [],
      at: 'state',
    },
    context.terminal
      ? endStage(context)
      : {
          id: 'next',
          title: 'The next state is worth its V',
          text: `No max over actions: V(s′) = ${value(values.backup[0])} is backed up, which was learned from the values of tried actions alone.`,
          formula: `V(s′) = ${value(values.backup[0])}`,
          bars: [],
          at: 'nextState',
        },
    targetStage(context, update, 'V(s′)'),
    pullStage(context, values.q1, values.target[0], gradients.bellman.q1, 'Q₁(s, ·)'),
    {
      id: 'weight',
      title: 'The policy imitates, the better the more',
      text: `The advantage is ${signed(u)}, so this row is imitated with weight ${formatValue(weight, 2)}: ${weight >= 0.995 && weight <= 1.005 ? 'as BC would' : weight > 1 ? 'more than BC would' : 'less than BC would'}.`,
      formula: `min(e^{βu}, 100) = e^(${hyper.beta} × ${value(u)}) = ${formatValue(weight, 2)}`,
      bars: [
        probabilitiesOf(
          context,
          'π(· | s), and which way it moves',
          values.policy,
          gradients.policy.policy,
        ),
      ],
      at: 'state',
    },
  ];
}
