import { randomStream } from '../../src/random/stream';

/** Numbers for one input after another, the same for the same seed. */
export type Dice = (below: number) => number;

/** A die that gives whole numbers from 0 up to `below`, not included. */
export function diceOf(door: string, seed: number): Dice {
  const stream = randomStream('fuzz', door, seed);
  return (below) => Math.min(below - 1, Math.floor(stream.uniform() * below));
}

const pick = <T>(dice: Dice, list: readonly T[]): T => list[dice(list.length)];

/** What is wrong with files as people and programs make them, and what nobody thinks of. */
const STRANGE = [
  ...['', ' ', '\n', '\r\n', '\0', '\ufeff', '\u202e', '\u2028', 'é', '🙂', '\ud800'],
  ...['-1', '0', '1e999', '-0', 'NaN', 'Infinity', '9007199254740993', '0x10', '1,5', '٣'],
  ...['null', 'true', '[]', '{}', '"', "'", '<', '>', '&', '%', '%zz', '%00', '~', '\\', '//', '#'],
  ...[
    '(',
    ')',
    '[',
    ']',
    '·',
    'Q̄',
    's′',
    'Σ',
    'max',
    'sg[',
    '; ',
    ',',
    '=',
    '*',
    '+',
    '__proto__',
    'constructor',
  ],
];

/** One change to a list of letters or bytes; `any` makes what is put in. */
function changed<T>(dice: Dice, list: readonly T[], any: () => readonly T[]): readonly T[] {
  const at = dice(list.length + 1);
  const to = Math.min(list.length, at + 1 + dice(1 + dice(40)));
  switch (dice(6)) {
    case 0:
      return [...list.slice(0, at), ...any(), ...list.slice(at)];
    case 1:
      return [...list.slice(0, at), ...list.slice(to)];
    case 2:
      return [...list.slice(0, at), ...any(), ...list.slice(to)];
    case 3:
      return [
        ...list.slice(0, at),
        ...list.slice(at, to),
        ...list.slice(at, to),
        ...list.slice(to),
      ];
    case 4:
      return list.slice(0, at);
    default: {
      const from = dice(list.length + 1);
      return [...list.slice(0, at), ...list.slice(from, from + (to - at)), ...list.slice(to)];
    }
  }
}

/** A text out of good ones: a few changes to one of them, or signs at random. */
export function anyText(dice: Dice, good: readonly string[]): string {
  const strange = () => [...pick(dice, STRANGE)];
  if (dice(12) === 0) return Array.from({ length: dice(60) }, () => pick(dice, STRANGE)).join('');
  let text: readonly string[] = [...pick(dice, good)];
  for (let i = 1 + dice(6); i > 0; i--) text = changed(dice, text, strange);
  return text.join('');
}

/** A file out of good ones: a few bytes of it changed, left out, doubled or made up. */
export function anyBytes(dice: Dice, good: readonly Uint8Array[]): Uint8Array {
  const bytes = () => Array.from({ length: 1 + dice(8) }, () => dice(256));
  let list: readonly number[] = [...pick(dice, good)];
  for (let i = 1 + dice(6); i > 0; i--) list = changed(dice, list, bytes);
  return Uint8Array.from(list);
}
