import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../engine/loss/loss';
import { CATALOG } from '../catalog';
import type { Descriptions } from '../meta';
import { putsTruthIn } from '../oracle';
import { LEARNERS } from '../registry';
import { LEARNER_KINDS, type LearnerSettings } from '../types';
import { compileProgram } from './compile';
import { parseProgram } from './parse';
import { settledText } from './settled';

/** Random settings of a kind. */
function settingsOf(descriptions: Descriptions): fc.Arbitrary<LearnerSettings> {
  const values = Object.entries(descriptions).map(([name, own]) => {
    if (own.type === 'number') return [name, fc.constant(Number(own.default))] as const;
    if (own.type === 'choice') {
      return [name, fc.constantFrom(...own.options.map(({ value }) => value))] as const;
    }
    return [
      name,
      own.type === 'boolean' ? fc.boolean() : fc.constant(String(own.default)),
    ] as const;
  });
  return fc.record(Object.fromEntries(values)) as fc.Arbitrary<LearnerSettings>;
}

describe.each(LEARNER_KINDS)('the program of %s, settled', (kind) => {
  it('stands by itself, and is the loss that trains', () => {
    fc.assert(
      fc.property(settingsOf(CATALOG[kind].settings), (settings) => {
        const { program, names, variant, loss, hyperNames } = LEARNERS[kind](settings);
        const numbers = { value: 2, from: 1, to: 3, logarithmic: true };
        const knobs = Object.fromEntries(program.knobs.map(({ name }) => [name, numbers]));
        const text = settledText(program, variant(settings), knobs);
        const read = parseProgram(text);
        expect(read.choices).toEqual([]);
        expect(read.knobs.map(({ value }) => value)).toEqual(hyperNames.map(() => 2));
        const again = compileProgram(read, {}, names, putsTruthIn(settings));
        expect(keyOf(again.loss)).toBe(keyOf(loss(settings)));
      }),
      { numRuns: 20 },
    );
  });
});

it('keeps what is written around it', () => {
  const text = `# So it is
network Q(s,a), target Q̄   # with a target
knob α
choice backup: max, mean
next = by backup
  max:  max Q̄(s′,·)   # the largest
  mean: mean Q̄(s′,·)
bellman = mean (Q(s,a) − sg[r + γ next])²
minimise bellman
act argmax Q(s,·)`;
  const knobs = { α: { value: 1, from: 0, to: 2, logarithmic: false } };
  expect(settledText(parseProgram(text), { backup: 'mean' }, knobs)).toBe(`# So it is
network Q(s,a), target Q̄   # with a target
knob α = 1 from 0 to 2
next = mean Q̄(s′,·)
bellman = mean (Q(s,a) − sg[r + γ next])²
minimise bellman
act argmax Q(s,·)`);
});
