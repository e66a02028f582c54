import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../texts/languages';
import { lessonsIn } from './catalogue';
import { LessonFault } from './file';
import { translateLesson } from './translate';

const ENGLISH = `title: A lesson
minutes: 2
summary: What it shows.
start:
  scenario: extrapolation
steps:
  - id: one
    text: Some **words**.
    ask:
      id: who
      kind: choose
      question: Who arrives?
      options:
        - { id: dqn, text: DQN does, right: dqn.goalRate > 0.5 }
        - { id: cql, text: CQL does, right: cql.goalRate > 0.5 }
  - id: two
    text: Mark a cell.
    until: { task: Mark one., when: pinned >= 0 }
    ask: { id: sum, kind: scale, question: How much?, label: J, low: 0, high: 1, within: 0.1, truth: truth.optimal, ticks: [{ label: best, at: truth.optimal }] }
  - id: three
    text: So it was.
    reveal: { ask: who, right: 'Yes.', wrong: 'No.' }
  - id: four
    text: So much.
    reveal: { ask: sum, right: 'Yes.', wrong: 'No.' }
`;

const GERMAN = `title: Eine Lektion
summary: Was sie zeigt.
steps:
  - id: one
    text: Einige **Wörter**.
    ask:
      question: Wer kommt an?
      options:
        - { id: dqn, text: DQN }
        - { id: cql, text: CQL }
  - id: two
    text: Eine Zelle markieren.
    until: { task: Eine markieren. }
    ask: { question: Wie viel?, label: J, ticks: [{ label: am besten }] }
  - id: three
    text: So war es.
    reveal: { right: 'Ja.', wrong: 'Nein.' }
  - id: four
    text: So viel.
    reveal: { right: 'Ja.', wrong: 'Nein.' }
`;

const translated = (german: string) =>
  translateLesson(german, 'lessons/de/07-x.lesson.yaml', {
    source: ENGLISH,
    file: 'lessons/en/07-x.lesson.yaml',
  });

describe('translating a lesson', () => {
  it('takes the words of the translation and all else of the original', () => {
    const { id, language, title, start, steps } = translated(GERMAN);
    expect({ id, language, title }).toEqual({ id: '07-x', language: 'de', title: 'Eine Lektion' });
    expect(start).toEqual({ scenario: 'extrapolation' });
    expect(steps[0].html).toBe('<p>Einige <strong>Wörter</strong>.</p>');
    expect(steps[0].ask).toMatchObject({
      question: 'Wer kommt an?',
      options: [{ id: 'dqn', text: 'DQN', right: { operator: '>' } }, { id: 'cql' }],
    });
    expect(steps[1].task).toMatchObject({ text: 'Eine markieren.', when: { operator: '>=' } });
    expect(steps[1].ask).toMatchObject({ within: 0.1, ticks: [{ label: 'am besten' }] });
    expect(steps[3].reveal).toEqual({ ask: 'sum', right: '<p>Ja.</p>', wrong: '<p>Nein.</p>' });
  });

  it.each([
    ['summary: Was sie zeigt.\n', '', 1, 'summary: is missing'],
    ['    text: So war es.\n', '', 15, 'text: is missing'],
    ['Was sie zeigt.', '""', 2, 'is empty'],
    ['summary:', 'minutes: 3\nsummary:', 2, 'minutes: is no text of lessons/en/07-x.lesson.yaml'],
    ['id: cql', 'id: iql', 10, 'id: is “cql” in'],
    ['id: two', 'id: zwei', 11, 'id: is “two” in'],
    ['text: DQN }', 'text: DQN, right: 1 }', 9, 'right: is no text of'],
    ['ticks: [{ label: am besten }]', 'ticks: []', 14, 'is missing'],
    ['    text: So viel.', '    text: [', 19, 'Flow sequence'],
    ['text: So viel.', 'text: { a: b }', 18, 'a: is no text of'],
  ])('names file and line where “%s” became “%s”', (from, to, line, words) => {
    const wrong = () => translated(GERMAN.replace(from, to));
    expect(wrong).toThrow(LessonFault);
    expect(wrong).toThrow(words);
    try {
      wrong();
    } catch (error) {
      expect((error as LessonFault).file).toBe('lessons/de/07-x.lesson.yaml');
      expect(Math.abs((error as LessonFault).line - line)).toBeLessThanOrEqual(1);
    }
  });
});

/** A lesson with its words and its language taken out. */
function skeleton(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value) =>
      ['title', 'summary', 'language', 'html', 'text', 'question', 'label', 'hint'].includes(key) ||
      ((key === 'right' || key === 'wrong') && typeof value === 'string')
        ? typeof value
        : value,
    ),
  );
}

describe.each(Object.keys(LANGUAGES) as Language[])('the lessons in «%s»', async (language) => {
  const lessons = await lessonsIn(language);

  it('are in that language, all of them', () => {
    expect(lessons.map((lesson) => lesson.language)).toEqual(lessons.map(() => language));
  });

  it('are those of English but for their words', async () => {
    expect(skeleton(lessons)).toEqual(skeleton(await lessonsIn('en')));
  });
});
