import { stages } from '../../../../texts/stages';
import { barsOf, has, value } from './common';
import type { Teller } from './types';

/** V on its way to an expectile of values of what the data did, the lower of twin critics. */
export const inSampleStages: Teller = (context, { values, gradients, hyper }) => {
  const worked = ['inSample', 'q1Target', 'q2Target', 'v', 'advantage', 'side'];
  if (!has(values, ...worked) || !has(gradients.expectile, 'v')) return [];
  const t = stages();
  const { state, action } = context;
  const [v] = values.v;
  const [u] = values.advantage;
  const [side] = values.side;
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
  ];
};
