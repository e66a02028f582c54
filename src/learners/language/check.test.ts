import { describe, expect, it } from 'vitest';
import { CATALOG } from '../catalog';
import { ownProgram } from '../own/compiled';
import { LEARNERS } from '../registry';
import { LEARNER_KINDS, type LearnerSettings } from '../types';
import { type Rule, remarksOn } from './check';
import { compileProgram } from './compile';

const HEAD = 'network Q(s,a), target Q̄\n';
const TAIL = '\nact argmax Q(s,·)\nbelieve max Q(s,·)';
const NEXT = 'Σ softmax(Q̄(s′,·)) Q̄(s′,·)';
const Y = `y = r + γ (1 − d) ${NEXT}`;
const BELLMAN = 'bellman = mean (Q(s,a) − sg[y])²';

/** The rules that a program sets off, with the words that each points at. */
function remarks(text: string): (readonly [Rule, string])[] {
  const { program, compiled, names } = ownProgram(text);
  return remarksOn(program, compiled, names).map(({ rule, start, end }) => [
    rule,
    program.source.slice(start, end),
  ]);
}

const small = (...lines: readonly string[]) => `${HEAD}${lines.join('\n')}${TAIL}`;

describe('the loss checker', () => {
  it('has nothing to say of a sound loss', () => {
    expect(remarks(small(Y, BELLMAN, 'minimise bellman'))).toEqual([]);
  });

  it.each<[Rule, string, string[]]>([
    [
      'overOne',
      'log Σ exp Q(s,a)',
      [Y, BELLMAN, 'p = mean[log Σ exp Q(s,a) − Q(s,a)]', 'minimise bellman + p'],
    ],
    ['overOne', 'max Q(s,a)', [Y, 'bellman = mean (max Q(s,a) − sg[y])²', 'minimise bellman']],
    ['overOne', 'softmax Q(s,a)', [Y, BELLMAN, 'p = mean softmax Q(s,a)', 'minimise bellman + p']],
    [
      'unstopped',
      'y',
      [
        `y = r + γ (1 − d) Σ softmax(Q(s′,·)) Q(s′,·)`,
        'bellman = mean (Q(s,a) − y)²',
        'minimise bellman',
      ],
    ],
    [
      'bothLearn',
      'max Q(s,·)',
      [Y, BELLMAN, 'tie = mean (Q(s,a) − max Q(s,·))²', 'minimise bellman + tie'],
    ],
    ['noEnd', `r + γ ${NEXT}`, [`y = r + γ ${NEXT}`, BELLMAN, 'minimise bellman']],
    ['noDiscount', `r + (1 − d) ${NEXT}`, [`y = r + (1 − d) ${NEXT}`, BELLMAN, 'minimise bellman']],
    ['unseenMax', 'max Q̄(s′,·)', ['y = r + γ (1 − d) max Q̄(s′,·)', BELLMAN, 'minimise bellman']],
    [
      'unseenMax',
      'argmax Q(s′,·)',
      ['y = r + γ (1 − d) Q̄(s′, argmax Q(s′,·))', BELLMAN, 'minimise bellman'],
    ],
    [
      'endless',
      'down = mean Q(s,ã)',
      [Y, BELLMAN, 'down = mean Q(s,ã)', 'minimise bellman + down'],
    ],
    ['endless', 'bellman − mean Σ Q(s,·)', [Y, BELLMAN, 'minimise bellman − mean Σ Q(s,·)']],
  ])('%s: says so at “%s”', (rule, place, lines) => {
    expect(remarks(small(...lines))).toContainEqual([rule, place]);
  });

  it('says which network nothing trains', () => {
    const text = `network V(s)\n${small(Y, BELLMAN, 'minimise bellman')}`;
    expect(remarks(text)).toEqual([['untrained', 'network V(s)']]);
  });

  it('says of a weight that it learns too, and of one that is stopped nothing', () => {
    const with_ = (weight: string) =>
      `network Q(s,a), target Q̄\npolicy π(a|s)\n${Y}\n${BELLMAN}\nw = exp(Q(s,a) − max Q(s,·))\nclone = −mean ${weight} log π(a|s)\nminimise bellman + clone\nact argmax π(·|s)\nbelieve max Q(s,·)`;
    expect(remarks(with_('w'))).toContainEqual(['weightLearns', 'w']);
    expect(remarks(with_('sg[w]'))).toEqual([]);
  });

  it('is silent on what a mask keeps to the data', () => {
    const text = small('y = r + γ (1 − d) max Q̄(s′,·) where seen(s′)', BELLMAN, 'minimise bellman');
    expect(remarks(text)).toEqual([]);
  });

  it('finds in the sketch of the lecture note what is wrong with it, and only that', () => {
    const settings = { penalty: 'sampled-sketch', backup: 'softmax' };
    const { program, names, variant } = LEARNERS.cql(settings);
    const compiled = compileProgram(program, variant(settings), names);
    const found = remarksOn(program, compiled, names, variant(settings));
    expect(found.map(({ rule, start, end }) => [rule, program.source.slice(start, end)])).toEqual([
      ['overOne', 'log Σ exp Q(s,ã)'],
      ['endless', 'penalty = mean[down − Q(s,a)]'],
    ]);
  });
});

/** Methods of which it is the lesson that their max asks about actions that nobody took. */
const ASKS: readonly string[] = ['dqn', 'maxmin', 'own'];

describe.each(LEARNER_KINDS)('the checker on %s', (kind) => {
  const settings = Object.fromEntries(
    Object.entries(CATALOG[kind].settings).map(([name, { default: value }]) => [name, value]),
  ) as LearnerSettings;

  it('is silent on what is shipped, but for the lesson of it', () => {
    const { program, names, variant } = LEARNERS[kind](settings);
    const compiled = compileProgram(program, variant(settings), names);
    const rules = remarksOn(program, compiled, names, variant(settings)).map(({ rule }) => rule);
    expect(rules).toEqual(ASKS.includes(kind) ? ['unseenMax'] : []);
  });
});
