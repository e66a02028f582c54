import type { Door } from './doors';
import { diceOf } from './mutate';

/** What a door did in its time. */
export interface Visit {
  readonly door: string;
  /** How much came to it. */
  readonly tried: number;
  /** Milliseconds of the slowest, and its seed. */
  readonly slowest: { readonly ms: number; readonly seed: number };
  /** The first that it gave way to. */
  readonly broken: { readonly seed: number; readonly given: string; readonly why: string } | null;
}

const shown = (given: string | Uint8Array) =>
  typeof given === 'string'
    ? JSON.stringify(given)
    : `base64 ${Buffer.from(given).toString('base64')}`;

/** Lets in what comes, from `seed` on, for so many milliseconds or until the door gives way. */
export async function visit(door: Door, seed: number, milliseconds: number): Promise<Visit> {
  const end = performance.now() + milliseconds;
  let slowest = { ms: 0, seed };
  let tried = 0;
  for (; tried === 0 || performance.now() < end; tried++) {
    const given = door.any(diceOf(door.name, seed + tried));
    const began = performance.now();
    try {
      await door.enter(given);
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const broken = { seed: seed + tried, given: shown(given), why };
      return { door: door.name, tried: tried + 1, slowest, broken };
    }
    const ms = performance.now() - began;
    if (ms > slowest.ms) slowest = { ms, seed: seed + tried };
  }
  return { door: door.name, tried, slowest, broken: null };
}
