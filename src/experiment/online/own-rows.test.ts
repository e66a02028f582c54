import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsOf, OwnRows } from './own-rows';

it('holds the last rows, each in its slot, however many there were', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900 }), fc.nat({ max: 2000 }), (most, written) => {
      const rows = new OwnRows(most);
      for (let n = 0; n < written; n++) rows.add(n, n % 4, n / 8, n + 1, n % 3 === 0);
      expect(rows.size).toBe(Math.min(most, written));
      const to = columnsOf(1);
      for (let n = Math.max(0, written - most); n < written; n++) {
        rows.copy(n % most, to, 0);
        const row = [to.state, to.action, to.reward, to.nextState, to.terminal].map(([x]) => x);
        expect(row).toEqual([n, n % 4, n / 8, n + 1, Number(n % 3 === 0)]);
      }
    }),
    { numRuns: 30 },
  );
});
