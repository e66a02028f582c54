import { ACTION_COUNT, type Mdp } from '../../mdp/types';
import { reading } from '../../texts/reading';
import { countPairs, empiricalPolicy } from '../dataset';
import type { Transitions } from '../types';
import { placeOf, type Warnings } from './faults';
import type { GoodRows } from './rows';
import { declaresCuts, type Table } from './table';
import type { WarningKind } from './types';

/** Transitions with consistent episodes, and what had to be done for that. */
export interface Settled {
  readonly transitions: Transitions;
  /** Episodes that fell apart because rows between were left out. */
  readonly gaps: number;
  /** Whether the episodes are numbered as in the file. */
  readonly sameNumbers: boolean;
  readonly behavior: BehaviorStated;
}

/** Why one row begins an episode: the row before ended it, or the two do not belong together. */
type Break = 'none' | 'end' | 'gap' | 'chain' | 'step' | 'continues';

/**
 * Makes episodes of good rows. An episode ends where its row is terminal or flagged, where the file
 * numbers another one, where rows do not follow on each other, and, in a file that says nothing of
 * all that, at the world's horizon. Every episode then ends in exactly one of terminal and truncated;
 * episodes are numbered from 0; steps are the file's, else counted from 0; π_β(a|s) is the file's,
 * else N(s,a)/N(s) of these rows.
 */
export function settleEpisodes(
  table: Table,
  mdp: Mdp,
  rows: GoodRows,
  warnings: Warnings,
): Settled {
  const { size } = rows;
  const { columns } = table;
  const begins = new Uint8Array(size);
  const episode = new Int32Array(size);
  const step = new Int32Array(size);
  let gaps = 0;
  let sameNumbers = true;
  for (let i = 0; i < size; i++) {
    const at = rows.tableRow[i];
    const why = i === 0 ? 'end' : breakBefore(table, mdp, rows, i, step[i - 1]);
    begins[i] = why === 'none' ? 0 : 1;
    if (why === 'gap') gaps++;
    if (why === 'chain' || why === 'step' || why === 'continues') {
      warn(warnings, table, why, at);
    }
    episode[i] = i === 0 ? 0 : episode[i - 1] + begins[i];
    step[i] = columns.step ? columns.step[at] : begins[i] ? 0 : step[i - 1] + 1;
    if (columns.episode && columns.episode[at] !== episode[i]) sameNumbers = false;
    if (columns.truncated?.[at] === 1 && rows.terminal[i] === 1) {
      warn(warnings, table, 'both', at);
    }
  }
  const transitions: Transitions = {
    size,
    state: rows.state.slice(0, size),
    action: rows.action.slice(0, size),
    reward: rows.reward.slice(0, size),
    nextState: rows.nextState.slice(0, size),
    terminal: rows.terminal.slice(0, size),
    truncated: truncations(table, rows, begins, warnings),
    episode,
    step,
    behaviorProbability: new Float64Array(size),
  };
  const behavior = settleBehavior(mdp, rows, transitions);
  return { transitions, gaps, sameNumbers, behavior };
}

/** How far the file states π_β(a|s) of its rows: of all, of so many that the rest follow, or not. */
export type BehaviorStated = 'all' | 'most' | 'some' | 'none';

/**
 * Fills in π_β(a|s): the file's; where it is missing that of the other rows of the pair; where it is
 * missing of a whole pair, for all rows N(s,a)/N(s).
 */
function settleBehavior(mdp: Mdp, rows: GoodRows, transitions: Transitions): BehaviorStated {
  const { size, state, action, behaviorProbability } = transitions;
  const sums = new Float64Array(mdp.states * ACTION_COUNT);
  const counts = new Int32Array(mdp.states * ACTION_COUNT);
  let stated = 0;
  for (let i = 0; i < size; i++) {
    const probability = rows.probability[i];
    behaviorProbability[i] = probability;
    if (Number.isNaN(probability)) continue;
    stated++;
    const pair = state[i] * ACTION_COUNT + action[i];
    sums[pair] += probability;
    counts[pair]++;
  }
  if (stated === size && size > 0) return 'all';
  let follow = stated > 0;
  for (let i = 0; i < size; i++) {
    if (!Number.isNaN(behaviorProbability[i])) continue;
    const pair = state[i] * ACTION_COUNT + action[i];
    if (counts[pair] === 0) follow = false;
    else behaviorProbability[i] = sums[pair] / counts[pair];
  }
  if (follow) return 'most';
  fillEmpirical(mdp, transitions);
  return stated > 0 ? 'some' : 'none';
}

function breakBefore(table: Table, mdp: Mdp, rows: GoodRows, i: number, lastStep: number): Break {
  const { episode, step } = table.columns;
  const [last, at] = [rows.tableRow[i - 1], rows.tableRow[i]];
  const ended = rows.terminal[i - 1] === 1 || rows.cut[i - 1] === 1;
  if (at !== last + 1) {
    const another = ended || (episode !== undefined && episode[last] !== episode[at]);
    return another ? 'end' : 'gap';
  }
  const declared = table.ends[last] === 1;
  if (ended) return episode && !declared ? 'continues' : 'end';
  if (declared) return 'end';
  const chained = rows.nextState[i - 1] === rows.state[i];
  if (!declaresCuts(table)) return chained && lastStep + 1 < mdp.horizon ? 'none' : 'end';
  if (!chained) return 'chain';
  return step && step[at] !== step[last] + 1 ? 'step' : 'none';
}

/** 1 on every row that ends its episode without being terminal. */
function truncations(
  table: Table,
  rows: GoodRows,
  begins: Uint8Array,
  warnings: Warnings,
): Uint8Array {
  const { size, tableRow, terminal, cut } = rows;
  const truncated = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const last = i + 1 === size;
    if ((!last && begins[i + 1] === 0) || terminal[i] === 1) continue;
    truncated[i] = 1;
    if (cut[i] === 1 || !table.columns.truncated) continue;
    // Where rows were left out, the flag that is missing here may have stood on one of them.
    const whole = tableRow[i] + 1 === (last ? table.rows : tableRow[i + 1]);
    if (whole && table.order !== 'unknown' && (last || table.ends[tableRow[i]] === 1)) {
      warn(warnings, table, 'open', tableRow[i]);
    }
  }
  return truncated;
}

function warn(
  warnings: Warnings,
  table: Table,
  kind: Exclude<WarningKind, 'otherReward' | 'flag' | 'probability'>,
  at: number,
): void {
  warnings.add(kind, () => {
    const line = table.lineOf(at);
    const fileRow = table.fileRow(at);
    const message = reading().rows[kind](placeOf(fileRow, line));
    return { row: fileRow + 1, line, field: null, value: null, message };
  });
}

function fillEmpirical(mdp: Mdp, transitions: Transitions): void {
  const policy = empiricalPolicy(countPairs(mdp.states, transitions));
  const { state, action, behaviorProbability } = transitions;
  for (let i = 0; i < transitions.size; i++) {
    behaviorProbability[i] = policy[state[i] * ACTION_COUNT + action[i]];
  }
}
