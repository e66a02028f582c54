import type { NamedArray } from './arrays';

/** What arrays without names are likely to be, by how many there are; the more usual first. */
const LAYOUTS: readonly (readonly string[])[] = [
  ['state', 'action', 'reward'],
  ['state', 'action', 'reward', 'next_state'],
  ['state', 'action', 'next_state', 'reward'],
  ['state', 'next_state', 'action', 'reward'],
  ['state', 'action', 'reward', 'done'],
  ['state', 'action', 'reward', 'next_state', 'done'],
  ['state', 'action', 'next_state', 'reward', 'done'],
  ['state', 'next_state', 'action', 'reward', 'done'],
  ['state', 'action', 'reward', 'done', 'next_state'],
  ['state', 'action', 'reward', 'next_state', 'terminated', 'truncated'],
  ['state', 'action', 'next_state', 'reward', 'terminated', 'truncated'],
  ['state', 'action', 'reward', 'terminated', 'truncated', 'next_state'],
  ['state', 'action', 'reward', 'next_state', 'done', 'episode'],
  ['state', 'action', 'reward', 'next_state', 'terminated', 'truncated', 'episode', 'step'],
];
/** Rows that are looked at. */
const SAMPLE = 1000;
/** How many of them must go on where the one before it arrived. */
const CHAINED = 0.5;
const ACTION_LIMIT = 8;

/** Names for arrays that have none but their place, `null` where no usual layout fits what is in them. */
export function layoutOf(arrays: readonly NamedArray[]): readonly string[] | null {
  return LAYOUTS.find((names) => names.length === arrays.length && fits(names, arrays)) ?? null;
}

function fits(names: readonly string[], arrays: readonly NamedArray[]): boolean {
  const of = (name: string): NamedArray[1] | undefined => arrays[names.indexOf(name)]?.[1];
  const rows = Math.min(SAMPLE, arrays[0][1].shape[0] ?? 0);
  const every = (name: string, holds: (x: number) => boolean): boolean => {
    const array = of(name);
    if (!array) return true;
    if (array.texts) return name === 'action' || name === 'state' || name === 'next_state';
    for (let i = 0; i < rows; i++) if (!holds(array.at(i))) return false;
    return true;
  };
  const whole = (x: number): boolean => Number.isInteger(x);
  const flag = (x: number): boolean => x === 0 || x === 1;
  const plain =
    every('state', whole) &&
    every('next_state', whole) &&
    every('episode', whole) &&
    every('action', (x) => whole(x) && x >= 0 && x < ACTION_LIMIT) &&
    ['done', 'terminated', 'truncated'].every((name) => every(name, flag));
  return plain && chained(of('state'), of('next_state'), rows);
}

function chained(
  state: NamedArray[1] | undefined,
  next: NamedArray[1] | undefined,
  rows: number,
): boolean {
  if (!state || !next || state.texts || next.texts || rows < 2) return true;
  const width = state.shape.slice(1).reduce((product, n) => product * n, 1);
  let links = 0;
  for (let row = 0; row + 1 < rows; row++) {
    let same = true;
    for (let part = 0; part < width; part++) {
      if (next.at(row * width + part) !== state.at((row + 1) * width + part)) same = false;
    }
    if (same) links++;
  }
  return links >= CHAINED * (rows - 1);
}
