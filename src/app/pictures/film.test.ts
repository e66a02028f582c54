import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filmedSteps } from './film';

it('films all moments where they are few, and otherwise some evenly, from the first to the last', () => {
  expect(filmedSteps([50, 100, 150])).toEqual([50, 100, 150]);
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 2000 }),
      fc.integer({ min: 2, max: 60 }),
      (count, most) => {
        const steps = Array.from({ length: count }, (_, i) => 50 * (i + 1));
        const filmed = filmedSteps(steps, most);
        expect(filmed.length).toBe(Math.min(count, most));
        expect(filmed[0]).toBe(50);
        expect(filmed.at(-1)).toBe(50 * count);
        expect(new Set(filmed).size).toBe(filmed.length);
      },
    ),
  );
});
