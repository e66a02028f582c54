import { expect, it } from 'vitest';
import { perPlayground } from './per-playground';

it('makes one a playground, when it is first asked for', () => {
  let made = 0;
  const numberOf = perPlayground((_: object) => ++made);
  const [here, there] = [{}, {}];
  expect(made).toBe(0);
  expect([numberOf(here), numberOf(there), numberOf(here)]).toEqual([1, 2, 1]);
});
