import { DEFAULT_PROGRAM } from '../../learners/own/default';
import type { Memory } from '../state/rungs';

const KEY = 'offgrid.programs';
/** Programs that are remembered as written here. */
const KEPT = 12;

function known(memory: Memory): readonly string[] {
  try {
    const found: unknown = JSON.parse(memory.read(KEY) ?? '[]');
    return Array.isArray(found) ? found.filter((text) => typeof text === 'string') : [];
  } catch {
    return [];
  }
}

/** Whether a program was written in this browser or shipped with the page, and not brought by a link. */
export function isWrittenHere(memory: Memory, text: string): boolean {
  return text === DEFAULT_PROGRAM || known(memory).includes(text);
}

/** Remembers a program as written in this browser. */
export function rememberWritten(memory: Memory, text: string): void {
  const others = known(memory).filter((other) => other !== text);
  memory.write(KEY, JSON.stringify([text, ...others].slice(0, KEPT)));
}
