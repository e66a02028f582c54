import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LessonFault } from './file';
import { readLesson } from './read';

const GOOD = `title: A lesson
minutes: 2
summary: What it shows.
start:
  scenario: extrapolation
steps:
  - id: one
    text: |
      Some **words**.
    ask:
      id: who
      kind: choose
      question: Who arrives?
      options:
        - { id: dqn, text: DQN, right: dqn.goalRate > 0.5 }
        - { id: cql, text: CQL, right: 'learner["cql-2"].goalRate > truth.random' }
  - id: two
    text: Train.
    run: verdict
  - id: three
    text: So it was.
    reveal:
      ask: who
      right: Yes.
      wrong: No.
`;

function faultOf(source: string): LessonFault {
  try {
    readLesson(source, 'lessons/en/x.lesson.yaml');
  } catch (error) {
    if (error instanceof LessonFault) return error;
    throw error;
  }
  throw new Error('No fault was found.');
}

describe('reading a lesson', () => {
  it('compiles Markdown, tasks and expressions', () => {
    const lesson = readLesson(GOOD, 'src/lessons/en/07-x.lesson.yaml');
    expect(lesson.id).toBe('07-x');
    expect(lesson.steps[0].html).toBe('<p>Some <strong>words</strong>.</p>');
    expect(lesson.steps[1].task).toEqual({ kind: 'run', steps: null });
    expect(lesson.steps[0].ask).toMatchObject({
      options: [
        { right: { type: 'both', operator: '>', left: { name: 'dqn.goalRate' } } },
        { right: { left: { name: 'cql-2.goalRate' }, right: { name: 'truth.random' } } },
      ],
    });
  });

  it.each([
    ['minutes: 2', 'minutes: two', 2, 'minutes'],
    ['summary: What it shows.', '', 1, 'summary'],
    ['scenario: extrapolation', 'scenarios: extrapolation', 5, 'there is no setting “scenarios”'],
    ['scenario: extrapolation', 'cql.alpha: 1000', 5, 'cql.alpha'],
    ['right: dqn.goalRate > 0.5', 'right: dqn.goalrate > 0.5', 15, 'a learner has no “goalrate”'],
    ['right: dqn.goalRate > 0.5', 'right: dqn.goalRate >', 15, 'cannot be read'],
    ['right: dqn.goalRate > 0.5', 'right: max(dqn.goalRate)', 15, 'only function is abs'],
    ['truth.random', 'truth.luck', 16, 'truth has no “luck”'],
    ['run: verdict', 'run: never', 19, 'run'],
    ['run: verdict', 'walk: verdict', 19, 'walk'],
    ['ask: who', 'ask: whom', 23, '“whom” has not been asked before'],
    ['id: three', 'id: two', 20, 'id of two steps'],
    ['    text: Train.', '    text: [', 19, ''],
    ['text: Train.', 'text: *train', 18, '“train” names nothing before it'],
  ])('names file and line where “%s” became “%s”', (from, to, line, words) => {
    const fault = faultOf(GOOD.replace(from, to));
    expect(fault.message).toContain(`lessons/en/x.lesson.yaml:${fault.line}: `);
    expect(fault.message).toContain(words);
    expect(Math.abs(fault.line - line)).toBeLessThanOrEqual(1);
  });

  it('lets no question go unanswered', () => {
    const steps = GOOD.slice(0, GOOD.indexOf('    reveal:'));
    expect(faultOf(steps).message).toContain('“who” is never revealed');
  });

  it('lets no raw HTML through', () => {
    const lesson = readLesson(
      GOOD.replace('Some **words**.', 'Some <script>alert(1)</script> [x](javascript:alert(1)).'),
      'x.lesson.yaml',
    );
    expect(lesson.steps[0].html).not.toContain('<script');
    expect(lesson.steps[0].html).not.toContain('javascript:');
  });

  it('never fails otherwise than with a fault, whatever the file is', () => {
    const lines = GOOD.split('\n');
    const mutated = fc
      .tuple(fc.nat(lines.length - 1), fc.string({ maxLength: 30 }))
      .map(([at, text]) => lines.map((line, i) => (i === at ? text : line)).join('\n'));
    fc.assert(
      // As many strings with the signs that YAML reads as without.
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom(...'*&!:-?{}[]|>\'"%@`#,~ \na') }),
          mutated,
        ),
        (source) => {
          try {
            readLesson(source, 'x.lesson.yaml');
          } catch (error) {
            expect(error).toBeInstanceOf(LessonFault);
            expect((error as LessonFault).line).toBeGreaterThanOrEqual(1);
          }
        },
      ),
    );
  });
});
