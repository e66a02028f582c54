import { ACTION_COUNT, type Mdp } from '../../mdp/types';
import { AFTER, isFlagged, NEXT, OWN, stateAt, type Table } from './table';

/** Rows that cannot follow on each other until the order of a file is not believed, and their share. */
const FEWEST = 3;
const SHARE = 0.05;

/**
 * The table as it is where it says itself how its rows follow, or where the rows behind can be where
 * the rows before led; where too many cannot, as in a log of several environments that nothing tells
 * apart, one without an order.
 */
export function inTrustedOrder(table: Table, mdp: Mdp): Table {
  if (table.order === 'sorted' || table.columns.episode || table.columns.step) return table;
  let asked = 0;
  let strays = 0;
  for (let row = 0; row < table.rows; row++) {
    if (isFlagged(table, row) || stateAt(table, mdp, row, NEXT) >= 0) continue;
    const state = stateAt(table, mdp, row, OWN);
    const behind = stateAt(table, mdp, row, AFTER);
    if (state < 0 || behind < 0 || mdp.terminal[state] === 1) continue;
    asked++;
    // A new episode that nothing announces begins where episodes begin.
    if (!leadsTo(mdp, state, behind) && mdp.start[behind] === 0) strays++;
  }
  if (strays < FEWEST || strays <= SHARE * asked) return table;
  const { afterState: _state, afterRow: _row, afterCol: _col, ...columns } = table.columns;
  return { ...table, columns, order: 'unknown', ends: new Uint8Array(table.rows).fill(1) };
}

/** Whether some action can lead from a state to another. */
function leadsTo(mdp: Mdp, state: number, next: number): boolean {
  const end = mdp.offsets[(state + 1) * ACTION_COUNT];
  for (let o = mdp.offsets[state * ACTION_COUNT]; o < end; o++) {
    if (mdp.successors[o] === next) return true;
  }
  return false;
}
