import { describe, expect, it } from 'vitest';
import { Turns } from './turns';

/** Turns whose tasks the test starts itself, one by one. */
function heldTurns() {
  const tasks: (() => void)[] = [];
  const turns = new Turns((task) => tasks.push(task));
  return { turns, step: () => tasks.shift()?.(), left: () => tasks.length };
}

describe('jobs that take turns', () => {
  it('run one a task, in the order they were first asked for, the newest of each key', () => {
    const { turns, step, left } = heldTurns();
    const [a, b] = [{}, {}];
    const done: string[] = [];
    turns.ask(a, () => done.push('old a'));
    turns.ask(b, () => done.push('b'));
    turns.ask(a, () => done.push('a'));
    step();
    expect(done).toEqual(['a']);
    step();
    expect(done).toEqual(['a', 'b']);
    step();
    expect(left()).toBe(0);
    turns.ask(a, () => done.push('again'));
    step();
    expect(done).toEqual(['a', 'b', 'again']);
  });

  it('leave out what was taken back, and survive one that fails', () => {
    const { turns, step } = heldTurns();
    const [a, b, c] = [{}, {}, {}];
    const done: string[] = [];
    turns.ask(a, () => {
      throw new Error('no');
    });
    turns.ask(b, () => done.push('b'));
    turns.ask(c, () => done.push('c'));
    turns.forget(b);
    expect(step).toThrow('no');
    step();
    expect(done).toEqual(['c']);
  });

  it('start by themselves', async () => {
    const turns = new Turns();
    await new Promise<void>((resolve) => turns.ask({}, resolve));
  });
});
