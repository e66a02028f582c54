import { expect, it } from 'vitest';
import { DEFAULT_PROGRAM } from '../../learners/own/default';
import type { Memory } from '../state/rungs';
import { isWrittenHere, rememberWritten } from './written';

function memoryOf(first: string | null = null): Memory {
  let kept = first;
  return {
    read: () => kept,
    write: (_, value) => {
      kept = value;
    },
    forget: () => {
      kept = null;
    },
  };
}

it('knows what was written here, the latest dozen, and what the page itself begins with', () => {
  const memory = memoryOf();
  expect(isWrittenHere(memory, 'a')).toBe(false);
  expect(isWrittenHere(memory, DEFAULT_PROGRAM)).toBe(true);
  for (let i = 0; i < 20; i++) rememberWritten(memory, `program ${i}`);
  rememberWritten(memory, 'program 12');
  expect(isWrittenHere(memory, 'program 19')).toBe(true);
  expect(isWrittenHere(memory, 'program 12')).toBe(true);
  expect(isWrittenHere(memory, 'program 2')).toBe(false);
});

it.each(['', 'nonsense', '{}', '[1, null]'])('reads no harm out of “%s”', (kept) => {
  expect(isWrittenHere(memoryOf(kept), 'a')).toBe(false);
});
