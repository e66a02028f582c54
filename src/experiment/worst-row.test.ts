import fc from 'fast-check';
import { expect, it } from 'vitest';
import { worstRow } from './worst-row';

const dataset = {
  state: Int32Array.of(0, 0, 1),
  action: Uint8Array.of(0, 1, 2),
  reward: Float64Array.of(0, 0, 1),
  nextState: Int32Array.of(1, 0, 2),
  terminal: Uint8Array.of(0, 0, 1),
};
const optimalQ = Float64Array.of(0.9, 0.8, 0.8, 0.8, 0.5, 0.5, 1, 0.5, 0, 0, 0, 0);

const counts = Int32Array.of(1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0);

it('prefers a max that picks what was never tried, where that inflates', () => {
  const q = new Float32Array(12);
  q[1 * 4 + 2] = 9; // Tried in state 1, where row 0 leads: the most inflated target of all.
  q[0 * 4 + 3] = 5; // Never tried in state 0, where row 1 stays.
  expect(worstRow(dataset, 0.9, q, optimalQ, counts)).toBe(1);
  q[0 * 4 + 3] = 0;
  expect(worstRow(dataset, 0.9, q, optimalQ, counts)).toBe(0);
});

it('finds the target that promises most beyond the truth', () => {
  const q = new Float32Array(12);
  q[0 * 4 + 3] = 5; // Row 1 stays in state 0, where an unseen action is believed to be worth 5.
  expect(worstRow(dataset, 0.9, q, optimalQ, counts)).toBe(1);
  q[1 * 4 + 0] = 9; // Row 0 leads to state 1.
  expect(worstRow(dataset, 0.9, q, optimalQ, counts)).toBe(0);
});

it('does not look beyond an end', () => {
  const q = new Float32Array(12);
  q[0 * 4 + 3] = 5;
  q[2 * 4] = 100; // Where row 2 ends, there is nothing to be had.
  expect(worstRow(dataset, 0.9, q, optimalQ, counts)).toBe(1);
});

it('without values takes the row that acted worst', () => {
  expect(worstRow(dataset, 0.9, null, optimalQ, counts)).toBe(1);
});

it('is always a row, the first of equals', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), (rows) => {
      const same = {
        state: new Int32Array(rows),
        action: new Uint8Array(rows),
        reward: new Float64Array(rows),
        nextState: new Int32Array(rows),
        terminal: new Uint8Array(rows),
      };
      expect(worstRow(same, 0.9, new Float32Array(4), new Float64Array(4), new Int32Array(4))).toBe(
        0,
      );
    }),
  );
});
