import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../engine/loss/loss';
import { evaluate } from '../../engine/loss/numbers';
import { LEARNERS } from '../registry';
import { LEARNER_KINDS } from '../types';
import { compileProgram } from './compile';
import { ProgramFault } from './fault';
import { parseProgram } from './parse';
import { programs, randomRow, rowValues } from './testing/programs';
import { MOST_CHARACTERS } from './tokens';

const compiled = (text: string) => compileProgram(parseProgram(text));

/** A whole program around one that is to be looked at. */
const around = (lines: string) =>
  `network Q(s,a), target T\nnetwork V(s)\npolicy π(a|s)\nknob α = 1\n${lines}\nact argmax Q(s,·)`;
const minimising = (expression: string) => around(`minimise ${expression}`);

/** The fault of a program: its place and its sentence. */
function faultOf(text: string): string {
  try {
    compiled(text);
  } catch (error) {
    if (error instanceof ProgramFault) return `${error.line}:${error.column} ${error.sentence}`;
    throw error;
  }
  return 'none';
}

describe('the programs of the learners', () => {
  it.each(LEARNER_KINDS)('%s is read without a fault, and trains every network', (kind) => {
    const { networks, loss } = LEARNERS[kind]({});
    expect([...loss({}).trains].sort()).toEqual(networks.map(({ name }) => name).sort());
  });

  it('mean the same in Unicode and in ASCII, spaced out or not', () => {
    const spelt = (text: string) => keyOf(compiled(text).loss);
    const unicode = minimising('α mean (Q(s,a) − sg[r + γ (1 − d) Σ π(·|s′) T(s′,·)])²');
    const ascii = minimising(
      "alpha * mean ( Q( s , a ) - stop[ r + gamma * (1 - d) * sum pi(*|s') T(s',.) ] )^2  # so",
    );
    expect(spelt(ascii)).toBe(spelt(unicode));
    expect(spelt(unicode.replaceAll('\n', '\r\n'))).toBe(spelt(unicode));
    expect(spelt(unicode.normalize('NFD'))).toBe(spelt(unicode));
    expect(spelt(unicode.replace('α mean', 'α\n    mean'))).toBe(spelt(unicode));
  });

  it('may take words of the language for names of their own', () => {
    const text = around('policy = mean V(s)\nmax = mean Q(s,a)\nminimise policy + max');
    expect(compiled(text).loss.names).toEqual(['policy', 'max', 'total']);
  });
});

describe('the programs of the papers', () => {
  it.each(['docs/losses.md', 'CONTRIBUTING.md'])('%s are read without a fault', (paper) => {
    const listings = readFileSync(paper, 'utf8').matchAll(/^( *)```\n([\s\S]*?)^ *```$/gm);
    const texts = [...listings].flatMap(([, indent, text]) =>
      text.includes('minimise') ? [text.replaceAll(new RegExp(`^${indent}`, 'gm'), '')] : [],
    );
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(faultOf(text)).toBe('none');
  });
});

describe('what an expression stands for', () => {
  const row = {
    outputs: {
      'Q online state': [1, 4, 2, 3],
      'Q online nextState': [0, 0, 9, 0],
      'T target state': [5, 6, 7, 8],
      'Q target state': [5, 6, 7, 8],
      'Q target nextState': [10, 20, 30, 40],
      'V online state': [2],
      'V online nextState': [3],
      'π online state': [0, Math.log(2), 0, 0],
      'π online nextState': [0, 0, 0, 0],
    },
    action: 1,
    drawn: 3,
    reward: 0.5,
    terminal: 0,
    seen: { state: [0, 1, 0, 1], nextState: [0, 0, 0, 0] },
  };
  const values = { ...rowValues(row), hyper: (name: string) => (name === 'gamma' ? 0.9 : 2) };
  const number = (expression: string) =>
    evaluate([compiled(minimising('mean V(s)')).node(expression)], values)[0];

  it.each([
    ['Q(s,a)', 4],
    ['Q(s,ã)', 3],
    ['T(s′,a)', 20],
    ['T(s′, argmax Q(s′,·))', 30],
    ['max Q(s,·)', 4],
    ['min Q(s,·)', 1],
    ['Σ Q(s,·)', 10],
    ['mean Q(s,·)', 2.5],
    ['max Q(s,·) where seen(s)', 4],
    ['min[Q(s,·)] where seen(s)', 3],
    ['mean[Q(s,·)] where seen(s)', 3.5],
    ['argmax T(s,·) where seen(s)', 3],
    // A mask that allows nothing counts as one that allows all.
    ['max T(s′,·) where seen(s′)', 40],
    ['max Q(s,·) where Q(s,·) < 3', 2],
    ['π(a|s)', 0.4],
    ['log π(a|s)', Math.log(0.4)],
    ['log Σ exp Q(s,·)', Math.log(Math.exp(1) + Math.exp(4) + Math.exp(2) + Math.exp(3))],
    ['logsumexp Q(s,·)', Math.log(Math.exp(1) + Math.exp(4) + Math.exp(2) + Math.exp(3))],
    [
      'α log Σ exp(Q(s,·) / α)',
      2 * Math.log(['.5', '2', '1', '1.5'].reduce((t, x) => t + Math.exp(+x), 0)),
    ],
    ['log Σ exp Q(s,ã)', 3],
    ['Σ π(·|s) Q(s,·)', 0.2 + 1.6 + 0.4 + 0.6],
    ['r + γ (1 − d) V(s′)', 0.5 + 0.9 * 3],
    ['|r − V(s)|', 1.5],
    ['|0.8 − 1[V(s) < 0]| V(s)²', 0.8 * 4],
    ['1[V(s) ≥ 2] + 1[V(s) > 2]', 1],
    ['min(exp(3 V(s)), 100)', 100],
    ['−V(s)² / (2 r)', -4],
    ['2 V(s) r', 2],
  ])('%s is %d', (expression, expected) => {
    expect(number(expression)).toBeCloseTo(expected, 12);
  });
});

describe('a fault names its place and what to do', () => {
  it.each([
    ['', 'no program'],
    ['network Q(s,a)\nact argmax Q(s,·)', '2:18 The program has no “minimise”'],
    [minimising('mean rr²'), '5:15 “rr” is not defined; did you mean “r”?'],
    [minimising('mean QQ(s,a)'), '“QQ” is not defined; did you mean “Q”?'],
    [minimising('mean softmx(Q(s,·))'), '“softmx” is not defined; did you mean “softmax”?'],
    [minimising('mean Q(s)'), 'Q(s,·) for all of them'],
    [minimising('mean V(s,a)'), '“V” needs a state'],
    [minimising('mean π(s,a)'), 'π(a|s)'],
    [minimising('mean Q'), 'Q(s,a), or Q(s,·)'],
    [minimising('mean[V(s)]²'), 'Is this a part of the mean?'],
    [minimising('mean[V(s)] V(s)'), 'Is this a part of the mean?'],
    [minimising('mean exp α V(s)'), 'How far does “exp” reach?'],
    [minimising('mean exp(V(s))²'), 'Is the square taken before “exp” or after it?'],
    [minimising('mean[r / α V(s)]'), 'Is what follows divided, too?'],
    [minimising('mean[|V(s) − |r||]'), 'bars'],
    [minimising('mean[V(s)] mean[V(s)]'), 'part of the mean'],
    [minimising('(mean V(s))²'), 'statistic of the minibatch'],
    [minimising('V(s) (mean V(s))'), 'same for all rows'],
    [minimising('V(s)'), 'must be a mean'],
    [minimising('mean V(s) + α'), 'Here stands a number, where a mean'],
    [minimising('mean[V(s) < r]'), 'write 1[…]'],
    [minimising('mean[r < V(s) < α]'), 'two numbers at a time'],
    [minimising('mean max r where seen(s)'), 'a number for every action'],
    [minimising('mean Q(s, max Q(s,·))'), 'where an action is needed'],
    [minimising('mean (V(s) − r'), 'Expected a closing “)”, found the end'],
    [minimising('mean V(s)³'), '“³” means nothing here'],
    [minimising('mean V(s)^3'), 'Only squares'],
    [minimising('mean V(s) $'), '“$” means nothing here'],
    [minimising('mean Q_1(s,a)'), '“Q” has no copies'],
    [minimising('Σ_i mean V(s)'), 'No network is declared “for i'],
    [around('x = y\ny = x\nminimise mean V(s)'), 'is defined by itself'],
    [around('α = r\nminimise mean V(s)'), '“α” is defined twice'],
    [around('x = by how\n  max: r\nminimise mean V(s)'), '“how” is not defined'],
    [
      around('choice how: max, min\nx = by how\n  max: r\nminimise mean V(s)'),
      'The option “min” of “how”',
    ],
    [
      around('choice how: max\nx = by how\n  mix: r\nminimise mean V(s)'),
      '“mix” is no option of “how”: it has max',
    ],
    [around('knob β = 3 from 4 to 5\nminimise mean V(s)'), 'lies outside of its range'],
    [around('knob β = 0 from 0 to 5, logarithmic\nminimise mean V(s)'), 'no 0'],
    [around('minimise mean V(s)\nminimise mean V(s)'), '“minimise” may stand once only'],
    [around('minimise mean V(s)\nbelieve V(s′)'), 'neither s′ nor anything of a row'],
    [around('minimise mean V(s)\nbelieve Q(s,·)'), 'believe is the value of s'],
    ['  network Q(s,a)', 'begins in the first column'],
    [
      'network Q_i(s,a) for i = 1..99\nminimise Σ_i mean Q_i(s,a)\nact argmax Q_1(s,·)',
      'Between 1 and 8',
    ],
    ['network Q_i(s,a) for i = 1..2\nminimise mean Q_3(s,a)\nact argmax Q_1(s,·)', 'copies 1 to 2'],
    ['network Q_i(s,a) for i = 1..2\nminimise mean Q(s,a)\nact argmax Q_1(s,·)', 'say which'],
    [
      'network Q_i(s,a) for i = 1..2\nminimise mean Q_i(s,a)\nact argmax Q_1(s,·)',
      'is no index here',
    ],
    [`# ${'x'.repeat(1_000_000)}`, 'characters'],
    [minimising(`mean ${'('.repeat(500)}r${')'.repeat(500)}`), 'nested too deeply'],
    [
      around(
        `${Array.from({ length: 40 }, (_, i) => `x${i + 1} = (x${i} + ${i}) (x${i} − ${i})`).join('\n')}\nx0 = V(s)\nminimise mean x40`,
      ),
      'none',
    ],
    [
      around(
        `x = ${Array.from({ length: 700 }, (_, i) => `(r + ${i})`).join(' + ')}\nminimise mean x`,
      ),
      'grows too large',
    ],
  ] as const)('%#', (text, expected) => {
    expect(faultOf(text)).toContain(expected);
  });

  it('reads a program of 4,000 characters', () => {
    const line = 'bellman = mean (Q(s,a) − sg[r + γ (1 − d) max T(s′,·)])²\n';
    const notes = `# ${'so it is '.repeat(440)}\n`;
    const text = around(`${notes}${line}minimise bellman`);
    expect(text.length).toBeGreaterThan(4000);
    expect(text.length).toBeLessThan(MOST_CHARACTERS);
    expect(faultOf(text)).toBe('none');
  });
});

describe('whatever is written', () => {
  /** It is read, or a fault says where: nothing else leaves the door. */
  const answers = (text: string) => {
    const begun = text.length;
    const said = faultOf(text);
    expect(begun).toBe(text.length);
    expect(said).not.toContain('undefined');
    expect(said).not.toContain('[object');
  };

  it('is answered: random texts', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), answers), {
      numRuns: 400,
    });
  });

  it('is answered: random words of the language', () => {
    const words = fc.constantFrom(
      ...'network|policy|knob|choice|minimise|act|believe|by|where|seen|mean|Σ|Σ_i|max|min|argmax|softmax|log|exp|sg|Q|Q_i|T|V|π|s|s′|a|ã|r|d|γ|α|·|,|(|)|[|]|{|=|+|−|/|²|<|≥|:|..|1|0.5|for|i|from|to|target|logarithmic|\n|\n  |1['.split(
        '|',
      ),
      '|',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => answers(parts.join(' '))),
      { numRuns: 1500 },
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (parts) =>
        answers(minimising(parts.join(' '))),
      ),
      { numRuns: 1500 },
    );
  });

  it('is answered: programs with a stretch cut out or doubled', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          programs,
          fc.constantFrom(...LEARNER_KINDS.map((kind) => LEARNERS[kind]({}).program.source)),
        ),
        fc.nat(),
        fc.nat(20),
        fc.boolean(),
        (text, at, length, doubled) => {
          const from = at % text.length;
          const stretch = text.slice(from, from + length);
          answers(
            text.slice(0, from) + (doubled ? stretch + stretch : '') + text.slice(from + length),
          );
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('has finite values, where its parts have', () => {
    fc.assert(
      fc.property(programs, randomRow, (text, row) => {
        const { total } = compiled(text).loss;
        for (const value of evaluate(
          total.map((mean) => mean.value),
          rowValues(row),
        )) {
          expect(Number.isFinite(value)).toBe(true);
        }
      }),
    );
  });
});
