import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../texts/speak';
import { readAnswers } from './answers';
import type { Truth } from './judge';
import { cardText, outcomesOf, scoreOf } from './outcomes';
import { readLesson } from './read';

afterEach(() => speak('en'));

const LESSON = readLesson(
  `title: A lesson
minutes: 2
summary: What it shows.
start:
  data.seed: 7
steps:
  - id: one
    text: Who?
    ask:
      id: who
      kind: choose
      several: true
      question: Who *arrives*?
      options:
        - { id: a, text: A, right: step > 0 }
        - { id: b, text: B, right: step > 0 }
  - id: two
    text: How much?
    ask: { id: much, kind: scale, question: How much?, label: J, low: 0, high: 1, within: 0.1, truth: truth.optimal }
  - id: three
    text: Where?
    ask: { id: where, kind: cell, question: Where?, mostVisitedBy: dqn, within: 1 }
  - id: four
    text: How?
    ask: { id: how, kind: curve, question: How?, label: J, low: -1, high: 1, series: dqn.believedReturn }
  - { id: five, text: So., reveal: { ask: who, right: Yes., wrong: No. } }
  - { id: six, text: So., reveal: { ask: much, right: Yes., wrong: No. } }
  - { id: seven, text: So., reveal: { ask: where, right: Yes., wrong: No. } }
  - { id: eight, text: So., reveal: { ask: how, right: Yes., wrong: No. } }
`,
  'en/x.lesson.yaml',
);
const TRUTHS: Readonly<Record<string, Truth>> = {
  who: { kind: 'choose', right: ['a', 'b'] },
  much: { kind: 'scale', value: 0.5 },
  where: { kind: 'cell', row: 2, column: 3 },
};
const plain = (html: string) => html.replace(/<[^>]*>/g, '');
const outcomes = (answers: string) => outcomesOf(LESSON, readAnswers(answers), TRUTHS, plain);

describe('predictions beside how they turned out', () => {
  it('are said in the order of the lesson, judged where both are there', () => {
    expect(outcomes('who=oa,b;much=s0.3;how=d0,0.5,1')).toEqual([
      { id: 'who', question: 'Who arrives?', said: 'A; B', truth: 'A; B', right: true },
      { id: 'much', question: 'How much?', said: '0.30', truth: '0.50', right: false },
      { id: 'where', question: 'Where?', said: 'nothing', truth: 'row 3, column 4', right: null },
      {
        id: 'how',
        question: 'How?',
        said: 'a curve from 0.00 to 1.00',
        truth: 'not seen yet',
        right: null,
      },
    ]);
  });

  it('count those that were judged', () => {
    expect(scoreOf(outcomes('who=oa,b;much=s0.3'))).toBe('1 of 2 right');
    expect(scoreOf(outcomes(''))).toBe('');
    expect(cardText('A lesson', outcomes(''), '#', 'Offgrid 1')).toMatch(
      /not seen yet\n\n#\n\nOffgrid 1\n$/,
    );
  });

  it('are a text to keep', () => {
    const text = cardText(
      'A lesson',
      outcomes('who=oa;where=c2.4'),
      'https://example.org/#v=1',
      'Offgrid 1',
    );
    expect(text).toContain('Who arrives?\n  I said: A ✗\n  It turned out: A; B');
    expect(text).toContain('I said: row 3, column 5 ✓');
    expect(text.trim().endsWith('https://example.org/#v=1\n\nOffgrid 1')).toBe(true);
  });
});
