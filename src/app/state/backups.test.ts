import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProblem, problemView as viewOf } from '../../experiment/problem';
import { resolveSettings } from '../../experiment/settings/parse';
import type { ProblemView } from '../../experiment/types';
import { backupsBehind } from './backups';
import { problemView } from './testing';

const [UP, RIGHT] = [0, 1];

/** A corridor of four cells: rows say where each pair leads, what it pays, and whether that ends the episode. */
function corridor(
  rows: readonly (readonly [
    state: number,
    action: number,
    reward: number,
    next: number,
    ends: boolean,
  ])[],
): ProblemView {
  const counts = new Int32Array(16);
  for (const [state, action] of rows) counts[4 * state + action] += 1;
  const view = problemView('a');
  return {
    ...view,
    counts,
    transitions: {
      ...view.transitions,
      size: rows.length,
      state: Int32Array.from(rows, ([state]) => state),
      action: Uint8Array.from(rows, ([, action]) => action),
      reward: Float64Array.from(rows, ([, , reward]) => reward),
      nextState: Int32Array.from(rows, ([, , , next]) => next),
      terminal: Uint8Array.from(rows, ([, , , , ends]) => (ends ? 1 : 0)),
    },
  };
}

const WAY = corridor([
  [0, RIGHT, -1, 1, false],
  [1, RIGHT, -1, 2, false],
  [2, RIGHT, 5, 3, true],
]);
const values = (given: Readonly<Record<number, number>>) =>
  Float32Array.from({ length: 16 }, (_, pair) => given[pair] ?? 0);
const pairs = ({ backups }: ReturnType<typeof backupsBehind>) =>
  backups.map(({ state, action }) => [state, action]);

describe('the backups behind a value', () => {
  it('lead along the data to the reward that ends it', () => {
    const q = values({ 1: 3, 5: 4, 9: 5 });
    const chain = backupsBehind(WAY, q, 'everything', 0, RIGHT);
    expect(chain.source).toBe('ends');
    expect(pairs(chain)).toEqual([
      [0, RIGHT],
      [1, RIGHT],
      [2, RIGHT],
    ]);
    // r + γ Q of the next, by hand with γ = 0.9.
    expect(chain.backups.map(({ target }) => target)).toEqual([-1 + 0.9 * 4, -1 + 0.9 * 5, 5]);
  });

  it('end where the max leaves the data, which a learner that consults only the data never does', () => {
    const q = values({ 1: 3, 5: 4, [4 * 1 + UP]: 9, 9: 5 });
    const chain = backupsBehind(WAY, q, 'everything', 0, RIGHT);
    expect(chain.source).toBe('untried');
    expect(pairs(chain)).toEqual([
      [0, RIGHT],
      [1, UP],
    ]);
    expect(chain.backups[0].target).toBeCloseTo(-1 + 0.9 * 9, 12);
    expect(chain.backups[1]).toMatchObject({ value: 9, count: 0, seen: null, target: null });
    expect(backupsBehind(WAY, q, 'data', 0, RIGHT).source).toBe('ends');
  });

  it('may feed on themselves', () => {
    const circle = corridor([
      [0, RIGHT, 0, 1, false],
      [1, UP, 0, 0, false],
    ]);
    const chain = backupsBehind(circle, values({ 1: 2, 4: 2 }), 'everything', 0, RIGHT);
    expect(chain.source).toBe('loop');
    expect(pairs(chain)).toEqual([
      [0, RIGHT],
      [1, UP],
    ]);
  });

  it('follow where a pair led most often, and pay what it paid on average', () => {
    const slippery = corridor([
      [0, RIGHT, 0, 0, false],
      [0, RIGHT, 3, 1, false],
      [0, RIGHT, 3, 1, false],
    ]);
    const [first] = backupsBehind(slippery, values({ 4: 1 }), 'everything', 0, RIGHT).backups;
    expect(first.seen).toMatchObject({ reward: 2, next: 1, row: 1 });
    expect(first.count).toBe(3);
  });

  it('always end, each pair once, on real data and any values', () => {
    const { settings } = resolveSettings({ 'data.size': 300 });
    const problem = viewOf(buildProblem(settings), 'a');
    const states = problem.counts.length / 4;
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
          minLength: 4 * states,
          maxLength: 4 * states,
        }),
        fc.nat(states - 1),
        fc.nat(3),
        fc.constantFrom('everything' as const, 'data' as const),
        (q, state, action, consults) => {
          const chain = backupsBehind(problem, q, consults, state, action);
          const seen = chain.backups.map((one) => 4 * one.state + one.action);
          expect(new Set(seen).size).toBe(seen.length);
          const last = chain.backups[chain.backups.length - 1];
          expect(last.seen === null).toBe(chain.source === 'untried');
          for (const one of chain.backups.slice(0, -1)) expect(one.count).toBeGreaterThan(0);
        },
      ),
      { numRuns: 50 },
    );
  });
});
