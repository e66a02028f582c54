import { ACTION_COUNT, type Mdp } from '../../../mdp/types';
import { NAMED } from '../meaning';
import { matchesReward, matchingReward, rewardsPaid } from '../outcomes';
import { declaresCuts, isFlagged, type Table } from '../table';
import { NO_STATE, placeOfCell, type Reading, statesOfIndex } from './reading';

/** Rows, and kinds of rows, from which readings are told apart. */
const ROWS_LOOKED_AT = 50_000;
const GROUPS_LOOKED_AT = 20_000;

/** Logarithms of what a row is given that a reading makes impossible, and one whose reward it does. */
const IMPOSSIBLE = -10;
const OTHER_REWARD = -7;
/** How likely a row is followed by another episode, in a file that does not say where episodes are cut. */
const CUT = 0.01;

/** Rows of a file that say the same, as many as there are of them. */
interface RowGroup {
  readonly place: number;
  readonly action: number;
  /** −1 where the file does not say where the row led. */
  readonly next: number;
  readonly reward: number;
  /** The reward of the row behind it; NaN where there is none. */
  readonly later: number;
  /** Where `next` is not known: 1 where a flag says that the row led to an end, 0 that it did not. */
  readonly ends: number;
  /** Whether `next` is that of the row behind, and the file does not say whether of the same episode. */
  readonly derived: boolean;
  count: number;
}

/** Distinct rows of a table, under the file's own numbers. */
export interface Evidence {
  readonly groups: readonly RowGroup[];
  readonly rows: number;
  /** Places by their numbers: an index alone, or two for a cell. */
  readonly places: readonly (readonly [number] | readonly [number, number])[];
  /** Numbers of the actions, `NAMED` and more for those that have names. */
  readonly actions: readonly number[];
  readonly usesIndex: boolean;
  readonly usesCells: boolean;
  /** Whether rewards differ from row to row and are known of the row behind. */
  readonly rewardsMove: boolean;
}

/** Numbers of distinct values. */
class Numbering<T extends readonly number[]> {
  readonly values: T[] = [];
  readonly #known = new Map<string, number>();

  of(...value: T): number {
    const key = value.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

type Place = readonly [number] | readonly [number, number];

/** What the rows of a table say, before anything is known of its conventions. */
export function gather(table: Table): Evidence {
  const { columns } = table;
  const places = new Numbering<Place>();
  const actions = new Numbering<readonly [number]>();
  const groups = new Map<string, RowGroup>();
  let usesIndex = false;
  let usesCells = false;
  const placeAt = (
    row: number,
    index: Float64Array | undefined,
    first: Float64Array | undefined,
    second: Float64Array | undefined,
  ): number => {
    if (index) {
      usesIndex = true;
      return Number.isFinite(index[row]) ? places.of(index[row]) : -1;
    }
    if (!first || !second) return -1;
    usesCells = true;
    const known = Number.isFinite(first[row]) && Number.isFinite(second[row]);
    return known ? places.of(first[row], second[row]) : -1;
  };
  let rows = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < Math.min(table.rows, ROWS_LOOKED_AT); row++) {
    const raw = columns.action?.[row] ?? Number.NaN;
    const reward = columns.reward?.[row] ?? Number.NaN;
    const place = placeAt(row, columns.state, columns.row, columns.col);
    if (table.malformed[row] === 1 || place < 0 || !Number.isFinite(raw)) continue;
    let next = placeAt(row, columns.nextState, columns.nextRow, columns.nextCol);
    const behind = next < 0 && !isFlagged(table, row);
    const derived = behind && !declaresCuts(table);
    if (behind) {
      next = placeAt(row, columns.afterState, columns.afterRow, columns.afterCol);
    }
    const later = columns.afterReward?.[row] ?? Number.NaN;
    const action = actions.of(raw);
    rows++;
    for (const x of [reward, later]) {
      if (!Number.isFinite(x)) continue;
      smallest = Math.min(smallest, x);
      largest = Math.max(largest, x);
    }
    const ends = next < 0 ? (columns.terminal?.[row] ?? -1) : -1;
    const key = `${place},${action},${next},${reward},${later},${derived},${ends}`;
    const group = groups.get(key);
    if (group) group.count++;
    else if (groups.size < GROUPS_LOOKED_AT) {
      groups.set(key, { place, action, next, reward, later, ends, derived, count: 1 });
    } else rows--;
  }
  const list = [...groups.values()];
  return {
    groups: list,
    rows,
    places: places.values,
    actions: actions.values.map(([action]) => action),
    usesIndex,
    usesCells,
    rewardsMove: largest > smallest && list.some(({ later }) => Number.isFinite(later)),
  };
}

/** How rows fare under one way to read their states, by the file's action and ours, `[action × 4]`. */
export interface Fare {
  /** Rows whose transition and reward are possible; whose transition is. */
  readonly fits: Float64Array;
  readonly moves: Float64Array;
  /** Sum of log P(s′, r | s, a). */
  readonly likelihood: Float64Array;
}

/** Our state of every place of the evidence, negative where there is none. */
export function statesOfPlaces(evidence: Evidence, mdp: Mdp, reading: Reading): Int32Array {
  const lookup = statesOfIndex(mdp, reading);
  return Int32Array.from(evidence.places, (place) => {
    if (place.length === 1) {
      const index = place[0] - reading.statesFrom;
      return Number.isInteger(index) ? (lookup[index] ?? NO_STATE) : NO_STATE;
    }
    const [row, column] = placeOfCell(mdp, reading, place[0], place[1]);
    const inside = row >= 0 && row < mdp.rows && column >= 0 && column < mdp.columns;
    return inside && Number.isInteger(row) && Number.isInteger(column)
      ? mdp.stateOfCell[row * mdp.columns + column]
      : NO_STATE;
  });
}

/** How the rows fare with their own rewards, and with those of the row behind. */
export function fareOf(
  { groups, actions }: Evidence,
  mdp: Mdp,
  states: Int32Array,
  tolerance: number,
): { readonly entered: Fare; readonly left: Fare } {
  const blank = (): Fare => ({
    fits: new Float64Array(actions.length * ACTION_COUNT),
    moves: new Float64Array(actions.length * ACTION_COUNT),
    likelihood: new Float64Array(actions.length * ACTION_COUNT),
  });
  const entered = blank();
  const left = blank();
  const { offsets, successors, outcomeRewards, probabilities, terminal, start } = mdp;
  for (const group of groups) {
    const { count } = group;
    const state = states[group.place];
    const next = group.next < 0 ? -1 : states[group.next];
    const lost = state < 0 || terminal[state] === 1 || (group.next >= 0 && next < 0);
    for (let a = 0; a < ACTION_COUNT; a++) {
      let any = 0;
      let own = 0;
      let later = 0;
      const pair = state * ACTION_COUNT + a;
      const end = lost ? 0 : offsets[pair + 1];
      const known = next >= 0 && !(group.derived && start[next] > 0 && !leads(mdp, pair, next));
      const share = next >= 0 && !known ? CUT : 1;
      for (let o = lost ? 0 : offsets[pair]; o < end; o++) {
        if (known && successors[o] !== next) continue;
        const p = probabilities[o] * share;
        any += p;
        if (!known && group.ends >= 0 && terminal[successors[o]] !== group.ends) continue;
        if (matchesReward(outcomeRewards[o], group.reward, tolerance)) own += p;
        if (matchesReward(outcomeRewards[o], group.later, tolerance)) later += p;
      }
      const at = group.action * ACTION_COUNT + a;
      add(entered, at, count, any, own);
      // A last row, whose own reward would stand behind it, speaks neither for the one nor the other.
      add(left, at, count, any, Number.isNaN(group.later) ? own : later);
    }
  }
  return { entered, left };
}

function leads({ offsets, successors }: Mdp, pair: number, next: number): boolean {
  for (let o = offsets[pair]; o < offsets[pair + 1]; o++) if (successors[o] === next) return true;
  return false;
}

/**
 * Whether all rows whose move is possible and whose reward is not are last ones of their episodes, as
 * where rewards stand a row late and those of last rows are not in the file.
 */
export function lacksLastRewards(
  { groups, actions }: Evidence,
  mdp: Mdp,
  states: Int32Array,
  reading: Pick<Reading, 'actions' | 'actionsFrom'>,
  tolerance: number,
): boolean {
  let lost = 0;
  for (const { place, action, next, reward, later } of groups) {
    const raw = actions[action];
    const own = raw >= NAMED ? raw - NAMED : reading.actions[raw - reading.actionsFrom];
    const state = states[place];
    const to = next < 0 ? -1 : states[next];
    if (own === undefined || state < 0 || to < 0) continue;
    const paid = rewardsPaid(mdp, state * ACTION_COUNT + own, to);
    if (paid.length === 0 || matchingReward(paid, reward, tolerance) !== undefined) continue;
    if (!Number.isNaN(later)) return false;
    lost++;
  }
  return lost > 0;
}

function add(fare: Fare, at: number, count: number, any: number, both: number): void {
  if (both > 0) fare.fits[at] += count;
  if (any > 0) fare.moves[at] += count;
  const log = both > 0 ? Math.log(both) : any > 0 ? Math.log(any) + OTHER_REWARD : IMPOSSIBLE;
  fare.likelihood[at] += count * log;
}

/** What a reading makes of all rows. */
export interface Score {
  readonly fits: number;
  readonly moves: number;
  readonly likelihood: number;
}

/** Rows by the file's actions. */
export function countActions({ groups, actions }: Evidence): Float64Array {
  const counts = new Float64Array(actions.length);
  for (const { action, count } of groups) counts[action] += count;
  return counts;
}

/** The score of a reading of the actions, given how the rows fare. */
export function scoreOf(
  { actions }: Evidence,
  counts: Float64Array,
  { fits, moves, likelihood }: Fare,
  { actions: order, actionsFrom }: Pick<Reading, 'actions' | 'actionsFrom'>,
): Score {
  const score = { fits: 0, moves: 0, likelihood: 0 };
  actions.forEach((raw, i) => {
    const own = raw >= NAMED ? raw - NAMED : order[raw - actionsFrom];
    if (own === undefined) {
      score.likelihood += IMPOSSIBLE * counts[i];
      return;
    }
    const at = i * ACTION_COUNT + own;
    score.fits += fits[at];
    score.moves += moves[at];
    score.likelihood += likelihood[at];
  });
  return score;
}
