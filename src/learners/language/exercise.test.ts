import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exercise, gapOf, judge } from './exercise';

const TARGET: Exercise = {
  name: 'y',
  program: `network Q(s,a), target Q̄
y = r + γ (1 − d) max Q̄(s′,·)
bellman = mean (Q(s,a) − sg[y])²
minimise bellman
act argmax Q(s,·)`,
};
const PENALTY: Exercise = {
  name: 'penalty',
  program: `network Q(s,a), target Q̄
knob α = 1
bellman = mean (Q(s,a) − sg[r + γ (1 − d) max Q̄(s′,·)])²
penalty = mean[log Σ exp Q(s,·) − Q(s,a)]
minimise bellman + α penalty
act argmax Q(s,·)`,
};
const EXPECTILE: Exercise = {
  name: 'expectile',
  program: `network Q(s,a), target Q̄
network V(s)
knob τ = 0.8
u = sg[Q̄(s,a)] − V(s)
bellman = mean (Q(s,a) − sg[r + γ (1 − d) V(s′)])²
expectile = mean |τ − 1[u < 0]| u²
minimise bellman + expectile
act argmax Q(s,·)`,
};

describe('a line that somebody writes', () => {
  it('is cut out of its program', () => {
    const { before, answer, after } = gapOf(TARGET);
    expect(before.endsWith('y = ')).toBe(true);
    expect(answer).toBe('r + γ (1 − d) max Q̄(s′,·)');
    expect(before + answer + after).toBe(TARGET.program);
  });

  it.each<[Exercise, string]>([
    [TARGET, 'r + γ (1 − d) max Q̄(s′,·)'],
    [TARGET, "r + gamma * (1 - d) * max(Q̄(s',·))"],
    [TARGET, 'r − γ (d − 1) Q̄(s′, argmax Q̄(s′,·))'],
    [TARGET, 'r + (γ − γ d) (−min(−Q̄(s′,·)))'],
    [PENALTY, 'mean[logsumexp Q(s,·) − Q(s,a)]'],
    [PENALTY, 'mean[log Σ exp(Q(s,·) − Q(s,a))]'],
    [PENALTY, '−mean log(exp Q(s,a) / Σ exp Q(s,·))'],
    [EXPECTILE, 'mean[1[u < 0] (1 − τ) u² + 1[u ≥ 0] τ u²]'],
    [EXPECTILE, 'mean[max(τ, 0) u² + 1[u < 0] (1 − 2 τ) u²]'],
  ])('is right in any form: %#', (exercise, written) => {
    expect(judge(exercise, written)).toEqual({ kind: 'right' });
  });

  it.each<[Exercise, string, RegExp]>([
    [TARGET, 'r + γ max Q̄(s′,·)', /end of an episode/],
    [TARGET, 'r + (1 − d) max Q̄(s′,·)', /discounted/],
    [PENALTY, 'mean[log Σ exp Q(s,ã) − Q(s,a)]', /Over one value/],
    [PENALTY, 'mean[mean Q(s,·) − Q(s,a)]', /fall for ever/],
  ])('gets a teacher’s hint: %#', (exercise, written, sentence) => {
    const found = judge(exercise, written);
    expect(found).toMatchObject({ kind: 'remark', sentence: expect.stringMatching(sentence) });
  });

  it.each<[Exercise, string, string]>([
    [TARGET, 'r + γ (1 − d) mean Q̄(s′,·)', 'definition'],
    [TARGET, 'r + γ (1 − d) max Q(s′,·)', 'definition'],
    [EXPECTILE, 'mean |τ − 1[u > 0]| u²', 'loss'],
    [PENALTY, 'mean[sg[log Σ exp Q(s,·)] − Q(s,a)]', 'gradient'],
  ])('is shown where it differs: %#', (exercise, written, of) => {
    const found = judge(exercise, written);
    if (found.kind === 'remark') throw new Error(found.sentence);
    expect(found).toMatchObject({ kind: 'differs', of });
  });

  it('is shown the simplest row on which it differs', () => {
    const found = judge(TARGET, 'r + γ (1 − d) mean Q̄(s′,·)');
    if (found.kind !== 'differs') throw new Error(found.kind);
    const numbers = found.row.outputs.flatMap(({ value }) => value);
    expect(numbers.filter((value) => value !== 0).length).toBeLessThan(6);
    expect(found.row.terminal).toBe(0);
  });

  it.each(['', 'rr', 'Q(s,a', 'y', 'r + γ\nminimise bellman', 'mean r'])(
    'is answered: “%s”',
    (written) => {
      expect(judge(TARGET, written).kind).toBe('fault');
    },
  );

  it('is answered whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'Qs(a,)rγ·′̄²− d[]|+1maxsg\n#'), { maxLength: 40 }),
        (signs) => {
          expect(['right', 'fault', 'remark', 'differs']).toContain(
            judge(TARGET, signs.join('')).kind,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
