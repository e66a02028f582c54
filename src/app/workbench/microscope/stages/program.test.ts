import { expect, it } from 'vitest';
import type { RowUpdate } from '../../../../experiment/microscope';
import { named } from '../../../../learners/dimensions';
import { programStages } from './program';
import type { RowContext } from './types';

const update = (values: Readonly<Record<string, readonly number[]>>) =>
  ({ values, gradients: {} }) as unknown as RowUpdate;
const tell = (values: Readonly<Record<string, readonly number[]>>) =>
  programStages({} as RowContext, update(values), false);

it('tells every name of a program with its number or its numbers, in their order', () => {
  const [stage] = tell({ [named('u')]: [0.25], [named('next')]: [1, 0, -2, 0.5], q: [1, 2, 3, 4] });
  expect(stage.formula).toBe('u = 0.250\nnext = (1.000; 0.000; −2.000; 0.500)');
  expect(stage.text).toMatch(/by action/);
});

it('has nothing to say of what others tell', () => {
  expect(tell({ q: [1, 2, 3, 4], target: [1] })).toEqual([]);
});
