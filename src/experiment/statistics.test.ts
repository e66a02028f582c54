import { expect, it } from 'vitest';
import { interquartileMean } from './statistics';
import vectors from './testdata/unit-vectors.json';

it('cuts a quarter from each end, as scipy does', () => {
  expect(interquartileMean(vectors.iqm.x)).toBe(vectors.iqm.iqm);
  expect(interquartileMean([...vectors.iqm.x].reverse())).toBe(vectors.iqm.iqm);
  expect(interquartileMean([1, 2, 9])).toBe(4);
  expect(interquartileMean([100, 2, 4, -100])).toBe(3);
  expect(interquartileMean([])).toBeNull();
});
