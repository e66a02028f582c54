import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySeries } from '../state/series';
import { printAnswers, readAnswers } from './answers';
import { type Expression, evaluate, holds, numberOf } from './expression';
import { type Evidence, heightAt, isRight, truthOf } from './judge';
import type { Ask } from './types';

const facts = (known: Record<string, number | string>) => (name: string) =>
  known[name] ?? Number.NaN;
const name = (of: string): Expression => ({ type: 'name', name: of });
const value = (of: number): Expression => ({ type: 'value', value: of });
const above = (left: Expression, right: Expression): Expression => ({
  type: 'both',
  operator: '>',
  left,
  right,
});

function evidence(known: Record<string, number | string>): Evidence {
  return { facts: facts(known), frame: null, series: emptySeries('a'), grid: null };
}

describe('expressions', () => {
  it('compare as false with what is not known', () => {
    const none = facts({});
    expect(holds(above(name('dqn.goalRate'), value(0)), none)).toBe(false);
    expect(holds(above(value(0), name('dqn.goalRate')), none)).toBe(false);
    expect(numberOf(name('x'), none)).toBeNaN();
  });

  it('add up as arithmetic does', () => {
    const number = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const both = (operator: '+' | '*' | '-'): Expression => ({
          type: 'both',
          operator,
          left: value(a),
          right: { type: 'minus', of: value(b) },
        });
        expect(evaluate(both('+'), facts({}))).toBe(a - b);
        expect(evaluate(both('-'), facts({}))).toBe(a + b);
        expect(evaluate(both('*'), facts({}))).toBe(a * -b);
        expect(evaluate({ type: 'size', of: value(a) }, facts({}))).toBe(Math.abs(a));
      }),
    );
  });
});

const several: Ask = {
  id: 'who',
  question: '',
  kind: 'choose',
  several: true,
  options: ['dqn', 'cql', 'iql'].map((id) => ({
    id,
    text: id,
    right: above(name(`${id}.goalRate`), value(0.5)),
  })),
};

describe('judging predictions', () => {
  it('knows nothing before the first step', () => {
    expect(truthOf(several, evidence({ step: 0, 'cql.goalRate': 1 }))).toBeNull();
  });

  it('takes several choices as right only when they are all of them', () => {
    const truth = truthOf(
      several,
      evidence({ step: 50, 'dqn.goalRate': 0, 'cql.goalRate': 1, 'iql.goalRate': 1 }),
    );
    expect(truth).toEqual({ kind: 'choose', right: ['cql', 'iql'] });
    if (truth === null) return;
    const said = (...chosen: string[]) => isRight(several, { kind: 'choose', chosen }, truth);
    expect(said('iql', 'cql')).toBe(true);
    expect(said('cql')).toBe(false);
    expect(said('cql', 'iql', 'dqn')).toBe(false);
  });

  it('takes a number as right within its tolerance', () => {
    const ask: Ask = {
      id: 'x',
      question: '',
      kind: 'scale',
      label: '',
      low: 0,
      high: 1,
      within: 0.1,
      truth: name('dqn.believedReturn'),
      ticks: [],
    };
    const truth = truthOf(ask, evidence({ 'dqn.believedReturn': 0.6 }));
    expect(truth).toEqual({ kind: 'scale', value: 0.6 });
    if (truth === null) return;
    expect(isRight(ask, { kind: 'scale', value: 0.52 }, truth)).toBe(true);
    expect(isRight(ask, { kind: 'scale', value: 0.4 }, truth)).toBe(false);
  });

  it('finds the cell in which a policy stays', () => {
    const ask: Ask = { id: 'x', question: '', kind: 'cell', mostVisitedBy: 'dqn', within: 1 };
    const of = (occupancy: number[]) => ({
      q: null,
      trueQ: new Float32Array(),
      policy: new Float32Array(),
      occupancy: Float32Array.from(occupancy),
      delta: null,
      share: null,
      tried: null,
    });
    const truth = truthOf(ask, {
      ...evidence({ step: 1 }),
      frame: { runId: 'a', step: 1, learners: { dqn: [of([0.1, 0.2, 0.7])] }, rests: {} },
      grid: { columns: 4, cells: [1, 6, 11] },
    });
    expect(truth).toEqual({ kind: 'cell', row: 2, column: 3 });
    if (truth === null) return;
    expect(isRight(ask, { kind: 'cell', row: 1, column: 2 }, truth)).toBe(true);
    expect(isRight(ask, { kind: 'cell', row: 0, column: 3 }, truth)).toBe(false);
  });

  it('reads a drawn curve between its points', () => {
    expect(heightAt([0, 1, 0], 0.25)).toBeCloseTo(0.5);
    expect(heightAt([0, 1, 3], 1)).toBe(3);
    expect(heightAt([2, 1], -5)).toBe(2);
  });
});

describe('answers in a link', () => {
  const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
  const height = fc.integer({ min: -20_000, max: 20_000 }).map((n) => n / 1000);
  const answer = fc.oneof(
    fc.record({ kind: fc.constant('choose' as const), chosen: fc.array(id, { maxLength: 4 }) }),
    fc.record({ kind: fc.constant('scale' as const), value: height }),
    fc.record({
      kind: fc.constant('cell' as const),
      row: fc.nat(39),
      column: fc.nat(39),
    }),
    fc.record({
      kind: fc.constant('curve' as const),
      heights: fc.array(height, { minLength: 2, maxLength: 8 }),
    }),
  );

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.dictionary(id, answer, { maxKeys: 6 }), (answers) => {
        expect(readAnswers(printAnswers(answers))).toEqual({ ...answers });
      }),
    );
  });

  it('are read from anything without failing', () => {
    fc.assert(fc.property(fc.string(), (text) => void readAnswers(text)));
  });
});
