import { describe, expect, it } from 'vitest';
import type { Memory } from '../state/rungs';
import type { Act } from './lecture';
import { Lectures } from './lectures';

/** A browser's storage that holds so many characters, and says nothing where it is full. */
function storage(room = Number.POSITIVE_INFINITY): Memory {
  const kept = new Map<string, string>();
  return {
    read: (key) => kept.get(key) ?? null,
    write: (key, value) => {
      if (value.length <= room) kept.set(key, value);
    },
    forget: (key) => void kept.delete(key),
  };
}

const act = (title: string): Act => ({
  title,
  line: '',
  notes: [],
  link: '#v=1&edition=2&at=50',
  shows: { kind: 'maps' },
});
const titles = ({ store }: Lectures) => store.getState().own?.acts.map(({ title }) => title) ?? [];

function collected(memory: Memory, ...names: string[]): Lectures {
  const lectures = new Lectures(memory);
  for (const name of names) lectures.add(act(name), 'Mine', 'en');
  return lectures;
}

const keyOf = ({ store }: Lectures, place: number) =>
  store.getState().own?.acts[place].key ?? Number.NaN;

describe('collecting', () => {
  it('moves, changes and takes away, and takes that back', () => {
    const lectures = collected(storage(), 'a', 'b', 'c');
    expect(lectures.move(keyOf(lectures, 2), -1)).toBe(1);
    expect(titles(lectures)).toEqual(['a', 'c', 'b']);
    expect(lectures.move(keyOf(lectures, 0), -1)).toBeNull();
    expect(lectures.move(keyOf(lectures, 2), 1)).toBeNull();
    expect(titles(lectures)).toEqual(['a', 'c', 'b']);
    lectures.edit(keyOf(lectures, 0), { title: 'A' });
    lectures.remove(keyOf(lectures, 1), 'c is gone');
    expect(titles(lectures)).toEqual(['A', 'b']);
    expect(lectures.store.getState().undo?.said).toBe('c is gone');
    lectures.undo();
    expect(titles(lectures)).toEqual(['A', 'c', 'b']);
    expect(lectures.store.getState().undo).toBeNull();
  });

  it('is there again on the next visit', () => {
    const memory = storage();
    collected(memory, 'a', 'b');
    expect(titles(new Lectures(memory))).toEqual(['a', 'b']);
  });

  it('says that a full browser has not kept it, and loses nothing on the page', () => {
    const memory = storage(400);
    const lectures = collected(memory, 'a');
    expect(lectures.store.getState().kept).toBe(true);
    lectures.add(act('b'), 'Mine', 'en');
    expect(lectures.store.getState().kept).toBe(false);
    expect(titles(lectures)).toEqual(['a', 'b']);
    lectures.remove(keyOf(lectures, 1), '');
    expect(lectures.store.getState().kept).toBe(true);
  });
});

describe('opening another', () => {
  it('keeps the one before, also over visits', () => {
    const memory = storage();
    const lectures = collected(memory, 'a', 'b');
    lectures.take({ title: 'Theirs', acts: [act('x')] }, ['a fault'], 'opened');
    expect(titles(lectures)).toEqual(['x']);
    expect(lectures.store.getState().faults).toEqual(['a fault']);
    const later = new Lectures(memory);
    const { before } = later.store.getState();
    expect(before?.acts.map(({ title }) => title)).toEqual(['a', 'b']);
    if (before) later.take(before, [], '');
    expect(titles(later)).toEqual(['a', 'b']);
    expect(later.store.getState().before?.title).toBe('Theirs');
  });

  it('does nothing where it is the same', () => {
    const lectures = collected(storage(), 'a');
    lectures.take({ title: 'Mine', language: 'en', acts: [act('a')] }, [], '');
    expect(lectures.store.getState().before).toBeNull();
  });

  it('goes back to the one that comes with the page, which can be taken back', () => {
    const lectures = collected(storage(), 'a');
    lectures.leave('left');
    expect(lectures.store.getState().own).toBeNull();
    lectures.undo();
    expect(titles(lectures)).toEqual(['a']);
  });
});
