import { describe, expect, it } from 'vitest';
import type { Memory } from './rungs';
import { Unfinished } from './unfinished';

function memoryOf(stored = new Map<string, string>()): Memory {
  return {
    read: (key) => stored.get(key) ?? null,
    write: (key, value) => void stored.set(key, value),
    forget: (key) => void stored.delete(key),
  };
}

describe('what somebody has begun to write', () => {
  it('is there again after a reload, until it is put to use', () => {
    const stored = new Map<string, string>();
    const before = new Unfinished(memoryOf(stored), 'programs');
    before.set('dqn', 'network Q(s,a)');
    before.set('cql', '');
    const after = new Unfinished(memoryOf(stored), 'programs');
    expect([after.get('dqn'), after.get('cql'), after.has('bc')]).toEqual([
      'network Q(s,a)',
      '',
      false,
    ]);
    expect(new Unfinished(memoryOf(stored), 'maps').has('dqn')).toBe(false);
    after.delete('dqn');
    after.delete('cql');
    expect([...stored.keys()]).toEqual([]);
  });

  it('does not grow without end: the oldest goes', () => {
    const stored = new Map<string, string>();
    const texts = new Unfinished(memoryOf(stored), 'programs');
    for (let i = 0; i < 20; i++) texts.set(`own-${i}`, 'x');
    texts.set('own-9', 'y');
    texts.set('own-20', 'x');
    const again = new Unfinished(memoryOf(stored), 'programs');
    expect([again.has('own-8'), again.get('own-9'), again.has('own-10')]).toEqual([
      false,
      'y',
      true,
    ]);
  });

  it.each(['nonsense', '{}', '[["a"], 3, ["b", 4], ["c", "d"]]'])('survives %s', (left) => {
    const stored = new Map([['offgrid.unfinished.maps', left]]);
    const texts = new Unfinished(memoryOf(stored), 'maps');
    expect(texts.has('a')).toBe(false);
    expect(texts.get('c')).toBe(left.includes('c') ? 'd' : undefined);
  });
});
