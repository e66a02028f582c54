import type { FaultKind, WarningKind } from '../../../data/import/types';

/** What is wrong with rows, by kind: «12 rows: inside a wall». */
export const FAULT_WORDS: Readonly<Record<FaultKind, string>> = {
  file: 'the file cannot be read',
  cells: 'not as many values as there are columns',
  missing: 'a value is missing',
  number: 'not a number',
  finite: 'NaN or infinite',
  count: 'an episode or step that is no whole number from 0',
  state: 'no state of this world',
  wall: 'a cell inside a wall',
  coordinates: 'index and cell disagree',
  ended: 'an action in a state that ends episodes',
  action: 'none of the four actions',
  transition: 'the world never leads there',
  reward: 'the world pays another reward',
  successor: 'where the row led cannot be told',
  flag: 'a flag that is neither 0 nor 1',
  terminal: 'the end of the episode disagrees with the world',
  probability: 'no probability in (0, 1]',
};

/** What was put right in rows that are offered all the same. */
export const WARNING_WORDS: Readonly<Record<WarningKind, string>> = {
  chain: 'the next row starts elsewhere; the episode is split',
  step: 'the steps do not follow on each other; the episode is split',
  continues: 'the episode goes on after its end; it is split',
  open: 'the episode ends without a flag; it counts as truncated',
  both: 'terminal and truncated at once; terminal prevails',
  otherReward: 'the world pays another reward; kept as you asked',
};

/** «1 row», «1,200 rows». */
export function rowsOf(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`;
}

/** «11 × 13 cells», rows first. */
export function sizeOf(map: readonly string[]): string {
  return `${map.length} × ${map[0]?.length ?? 0} cells`;
}
