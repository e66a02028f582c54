import { describe, expect, it } from 'vitest';
import { keyOf } from '../../engine/loss/loss';
import { LEARNERS } from '../registry';
import { LEARNER_KINDS } from '../types';
import { compileProgram } from './compile';
import { parseProgram } from './parse';
import { plainMath, typeset } from './typeset';

const program = (body: string) =>
  parseProgram(
    `network Q(s,a), target Q̄\nknob α = 1\nbellman = ${body}\nminimise bellman\nact argmax Q(s,·)`,
  );

const shown = (body: string) => {
  const found = typeset(program(body)).find(({ name }) => name === 'bellman');
  return found ? plainMath(found.math) : '';
};

describe('what is typeset', () => {
  it.each([
    ['mean (Q(s,a) − sg[r + γ max Q̄(s′,·)])²', 'bellman=mean ((Q(s,a)−sg [r+γ max Q̄(s′,·)]))^2'],
    ['mean[(Q(s,a) − r) / α]', 'bellman=mean (Q(s,a)−r)/(α)'],
    ['mean[1[r < 0] Q(s,a)]', 'bellman=mean 𝟏[r<0] Q(s,a)'],
    ['mean (−(r − Q(s,a)))', 'bellman=mean (−(r−Q(s,a)))'],
    ['mean[(r + 1) Q(s,a)]', 'bellman=mean (r+1) Q(s,a)'],
    ['mean[log Σ exp Q(s,·) − Q(s,a)]', 'bellman=mean (log Σ exp Q(s,·)−Q(s,a))'],
  ])('%s', (body, expected) => {
    expect(shown(body)).toBe(expected);
  });

  it('marks the names of the program', () => {
    const { math } = typeset(program('α mean Q(s,a)')).find(({ name }) => name === 'bellman') ?? {};
    expect(JSON.stringify(math)).toContain('"refers":"α"');
  });
});

// What is shown, read again as a program, is the loss that trains: no bracket is missing.
describe.each(LEARNER_KINDS)('the program of %s as it is shown', (kind) => {
  it('means what it is typeset of', () => {
    const { program: own, variant, names } = LEARNERS[kind]({});
    const rows = typeset(own, variant({}));
    const text = rows
      .map(({ kind: what, name, math }) => {
        if (what === 'network') {
          const { copies, target, ofActions } = own.networks.find((one) => one.name === name) ?? {};
          const index = copies ? `_${copies.index}` : '';
          const more = copies ? ` for ${copies.index} = 1..${copies.to}` : '';
          const last = target ? `, target ${target}${index}` : '';
          return `network ${name}${index}(s${ofActions ? ',a' : ''})${more}${last}`;
        }
        if (what === 'policy') return `policy ${name}(a|s)`;
        if (what === 'knob') return `knob ${name} = 1`;
        const line = plainMath(math).replaceAll('𝟏', '1');
        return what === 'definition' ? line : `${what} ${line}`;
      })
      .join('\n');
    const read = compileProgram(parseProgram(text), {}, names);
    expect(keyOf(read.loss)).toBe(keyOf(compileProgram(own, variant({}), names).loss));
  });
});
