import { ACTION_COUNT, type Mdp } from '../../../mdp/types';
import { possibleSuccessors } from '../outcomes';
import { AFTER, isFlagged, NEXT, OWN, stateAt, type Table } from '../table';
import type { Reading } from './reading';
import { translate } from './translate';

/** Share of rows that a way to read flags has to explain. */
const MOST = 0.9;

/** How flags at ends, and the next states there, are to be read, given how states are. */
export interface EndsChoice {
  readonly ends: Reading['ends'];
  readonly nextAtEnd: Reading['nextAtEnd'];
  /** Rows flagged as ends where this world ends none. */
  readonly limits: number;
  /** Whether they may be ends of another world: they all lie in one cell, after different times. */
  readonly doubtful: boolean;
}

/** Chooses among the ways to read the flags of a table and the next states that stand beside them. */
export function chooseEnds(table: Table, mdp: Mdp, reading: Reading): EndsChoice {
  const plain = translate(table, mdp, reading);
  const { columns } = plain;
  const flag = columns.terminal ?? columns.done;
  const nextAtEnd = namesReset(plain, mdp) ? 'reset' : 'arrival';
  const choice = (ends: Reading['ends'], limits = 0, doubtful = false): EndsChoice => ({
    ends,
    nextAtEnd,
    limits,
    doubtful,
  });
  if (!flag) return choice('arrival');
  const late = columns.terminal ? columns.afterTerminal : columns.afterDone;
  const count = { arrivals: 0, hits: 0, late: 0, set: 0 };
  const strays: number[] = [];
  for (let row = 0; row < plain.rows; row++) {
    if (flag[row] === 1) count.set++;
    const next = nextOf(plain, mdp, row, nextAtEnd);
    if (next < 0) continue;
    if (mdp.terminal[next] === 1) {
      count.arrivals++;
      if (flag[row] === 1) count.hits++;
      if (late?.[row] === 1) count.late++;
    } else if (flag[row] === 1) strays.push(row);
  }
  const missed = count.arrivals - count.hits;
  if (missed > 0 && count.late > count.hits && count.late >= MOST * (count.arrivals - 1)) {
    return choice('late');
  }
  if (missed > 0 && count.set === 0) return choice('none');
  if (strays.length === 0) return choice('arrival');
  if (strays.length > 1 && strays.every((row) => isFirst(plain, mdp, row))) return choice('late');
  if (!columns.terminal) return choice('arrival');
  const broken = strays.filter((row) => canEnd(plain, mdp, row)).length;
  if (broken < MOST * strays.length) return choice('arrival');
  const doubtful = inOneCell(plain, mdp, strays);
  return choice(doubtful ? 'arrival' : 'any', strays.length, doubtful);
}

/** Where a row led as far as the file says it; −1 where it does not. */
function nextOf(table: Table, mdp: Mdp, row: number, nextAtEnd: Reading['nextAtEnd']): number {
  const flagged = isFlagged(table, row);
  const named = flagged && nextAtEnd === 'reset' ? -1 : stateAt(table, mdp, row, NEXT);
  if (named >= 0) return named;
  return flagged && table.ends[row] === 1 ? -1 : stateAt(table, mdp, row, AFTER);
}

/** Whether an episode can end behind a row: what comes is of another one, or where episodes begin. */
function canEnd(table: Table, mdp: Mdp, row: number): boolean {
  if (row + 1 === table.rows || table.ends[row] === 1) return true;
  return mdp.start[stateAt(table, mdp, row + 1, OWN)] > 0 || !goesOn(table, mdp, row);
}

/** Whether the row behind stands where a row led. */
function goesOn(table: Table, mdp: Mdp, row: number): boolean {
  const next = stateAt(table, mdp, row, NEXT);
  return next < 0 || next === stateAt(table, mdp, row + 1, OWN);
}

/** Whether a flagged row begins an episode: it stands where episodes start, and goes on. */
function isFirst(table: Table, mdp: Mdp, row: number): boolean {
  const state = stateAt(table, mdp, row, OWN);
  if (!(mdp.start[state] > 0) || (row > 0 && !canEnd(table, mdp, row - 1))) return false;
  return row + 1 === table.rows || (table.ends[row] === 0 && goesOn(table, mdp, row));
}

/** Whether at least three rows led to one and the same cell, in episodes of different lengths. */
function inOneCell(table: Table, mdp: Mdp, rows: readonly number[]): boolean {
  if (rows.length < 3) return false;
  const cells = new Set(rows.map((row) => nextOf(table, mdp, row, 'arrival')));
  const lengths = new Set<number>();
  for (const row of rows) {
    let from = row;
    while (from > 0 && table.ends[from - 1] === 0 && !isFlagged(table, from - 1)) from--;
    lengths.add(row - from);
  }
  return cells.size === 1 && lengths.size > 1;
}

/** Whether the next states of last rows are where the next episode begins, and not where the row led. */
function namesReset(table: Table, mdp: Mdp): boolean {
  const { action } = table.columns;
  let ends = 0;
  let resets = 0;
  for (let row = 0; row + 1 < table.rows; row++) {
    if (!isFlagged(table, row)) continue;
    const from = stateAt(table, mdp, row, OWN);
    const next = stateAt(table, mdp, row, NEXT);
    const act = action?.[row] ?? -1;
    if (from < 0 || next < 0 || !(act >= 0 && act < ACTION_COUNT)) continue;
    ends++;
    const leads = possibleSuccessors(mdp, from * ACTION_COUNT + act, Number.NaN, 0, 'any');
    if (!leads.includes(next) && next === stateAt(table, mdp, row + 1, OWN)) resets++;
  }
  return resets >= 2 && resets >= ends / 2;
}
