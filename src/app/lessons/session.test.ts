import { describe, expect, it } from 'vitest';
import { problemView, scriptedPlayground } from '../state/testing';
import { readLesson } from './read';
import { LessonSession } from './session';

const LESSON = readLesson(
  `title: A lesson
minutes: 2
summary: What it shows.
start:
  data.seed: 7
steps:
  - id: one
    text: Mark.
    ask: { id: best, kind: scale, question: How much?, label: J, low: 0, high: 1, within: 0.1, truth: truth.optimal }
  - id: two
    text: Turn the dial.
    set:
      cql.alpha: 0.1
    until: { task: Mark a cell., when: pinned >= 0 }
  - id: three
    text: So it was.
    reveal: { ask: best, right: Yes., wrong: No. }
`,
  'en/x.lesson.yaml',
);

function stage(hash = '') {
  const page = scriptedPlayground(hash);
  const { stored, playground } = page;
  const memory = {
    read: (key: string) => stored.get(key) ?? null,
    write: (key: string, text: string) => void stored.set(key, text),
    forget: (key: string) => void stored.delete(key),
  };
  return { ...page, session: new LessonSession(playground, memory, [LESSON]) };
}

describe('a lesson under way', () => {
  it('sets the page up, and again on going on, not on going back', () => {
    const { session, playground } = stage();
    session.start(LESSON);
    expect(playground.model.settings).toMatchObject({ 'data.seed': 7, lesson: 'x.0' });
    session.go(1);
    expect(playground.model.settings).toMatchObject({ 'cql.alpha': 0.1, lesson: 'x.1' });
    playground.change({ 'cql.alpha': 0.5, 'data.seed': 9 });
    session.go(0);
    expect(playground.model.settings['cql.alpha']).toBe(0.5);
    session.go(1);
    playground.change({ 'cql.alpha': 0.5, 'data.seed': 9 });
    session.restore();
    expect(playground.model.settings).toMatchObject({ 'cql.alpha': 0.1, 'data.seed': 7 });
    expect(session.step?.id).toBe('two');
  });

  it('notices when a task is done', () => {
    const { session, playground } = stage();
    session.start(LESSON);
    session.go(1);
    expect(session.store.getState().done).toEqual(['one']);
    playground.pin(3);
    expect(session.store.getState().done).toEqual(['one', 'two']);
    playground.pin(null);
    expect(session.store.getState().done).toContain('two');
  });

  it('keeps predictions over a reload, and gives way to those of a link', () => {
    const first = stage();
    first.session.start(LESSON);
    first.session.answer('best', { kind: 'scale', value: 0.25 });
    const kept = first.stored;
    const page = stage('#v=1&edition=2&lesson=x.1');
    expect(page.session.step?.id).toBe('two');
    for (const [key, text] of kept) page.stored.set(key, text);
    page.playground.change({ lesson: '' });
    page.playground.change({ lesson: 'x.2' });
    expect(page.session.store.getState().answers).toEqual({
      best: { kind: 'scale', value: 0.25 },
    });
    const linked = stage('#v=1&edition=2&lesson=x.2&lesson.answers=best%3Ds0.5');
    expect(linked.session.store.getState().answers).toEqual({
      best: { kind: 'scale', value: 0.5 },
    });
  });

  it('reveals the truth as soon as it is known', async () => {
    const { session, playground, worker, delivered } = stage();
    session.start(LESSON);
    session.go(2);
    expect(session.store.getState().truths).toEqual({});
    worker().say({ type: 'problem', problem: problemView(playground.model.runId) });
    await delivered();
    const { optimal } = problemView('x').truth;
    expect(session.store.getState().truths).toEqual({ best: { kind: 'scale', value: optimal } });
  });

  it.each(['x', 'x.', 'x.0', 'x.one', 'x.-3'])(
    'begins at its first step by a link to %s',
    (lesson) => {
      const { session, playground } = stage(`#v=1&edition=2&lesson=${lesson}`);
      expect(session.step?.id).toBe('one');
      expect(playground.model.notices).toEqual([]);
    },
  );

  it('sets the page up where a link names no step, and keeps what was predicted', () => {
    const page = stage();
    page.session.start(LESSON);
    page.session.answer('best', { kind: 'scale', value: 0.25 });
    page.session.close();
    page.playground.change({ 'data.seed': 9 });
    page.playground.change({ lesson: 'x' });
    expect(page.playground.model.settings).toMatchObject({ 'data.seed': 7, lesson: 'x.0' });
    expect(page.session.store.getState()).toMatchObject({
      at: 0,
      answers: { best: { kind: 'scale', value: 0.25 } },
      done: ['one'],
    });
  });

  it('says so where there is no such lesson, and leaves the page as it is', () => {
    const { session, playground } = stage('#v=1&edition=2&data.seed=4&lesson=y.1');
    expect(session.step).toBeNull();
    expect(playground.model.settings).toMatchObject({ lesson: '', 'data.seed': 4 });
    expect(playground.model.notices.map(({ message }) => message)).toEqual([
      'There is no lesson “y.1”. All of them are listed under “Lessons”.',
    ]);
    session.start(LESSON);
    session.go(1);
    playground.change({ lesson: 'z' });
    expect(session.step?.id).toBe('two');
    expect(playground.model.settings.lesson).toBe('x.1');
    expect(playground.model.notices.at(-1)?.message).toContain('“z”');
  });

  it('stops at a whole step, the last at most', () => {
    expect(stage('#v=1&edition=2&lesson=x.99').session.step?.id).toBe('three');
    expect(stage('#v=1&edition=2&lesson=x.1e999').session.step?.id).toBe('three');
    expect(stage('#v=1&edition=2&lesson=x.19e-1').session.step).not.toBeNull();
  });

  it('leaves nothing in the link when it is closed', () => {
    const { session, playground } = stage();
    session.start(LESSON);
    session.close();
    expect(session.step).toBeNull();
    expect(playground.model.settings.lesson).toBe('');
  });
});
