import { ACTION_COUNT, ACTIONS, type Mdp } from '../../mdp/types';
import { reading } from '../../texts/reading';
import type { Faults, Warnings } from './faults';
import { type EndKind, matchingReward, possibleSuccessors, rewardsPaid } from './outcomes';
import { type GoodRows, roomFor } from './rows';
import type { Sliced } from './sliced';
import { AFTER, declaresCuts, NEXT, OWN, stateAt, type Table } from './table';
import { cellOf, FAULTY, Values } from './values';

/** Rows between two chances to interrupt. */
const SLICE = 4096;
const CELLS_NAMED = 4;

export interface CheckOptions {
  /** Keeps rows with rewards that the world does not pay; they are warnings then, not faults. */
  readonly acceptRewards: boolean;
}

/**
 * Holds every row of a table against a world: that its values are values, that the transition is
 * possible with that reward, and that its flags agree. Where the file has no next state, it follows
 * from the row behind or, at an end, from the only successor that the world allows.
 * Rewards equal to the world's within the table's tolerance become the world's.
 */
export function* checkRows(
  table: Table,
  mdp: Mdp,
  faults: Faults,
  warnings: Warnings,
  options: CheckOptions,
): Sliced<GoodRows> {
  const checker = new RowChecker(table, mdp, faults, warnings, options);
  for (let row = 0; row < table.rows; row++) {
    if (table.malformed[row] === 0) checker.check(row);
    if (row % SLICE === SLICE - 1) yield (row + 1) / table.rows;
  }
  return checker.rows;
}

/** Flags of one row; undefined where the file has no such column. */
interface Flags {
  readonly terminal: number | undefined;
  readonly truncated: number | undefined;
  readonly done: number | undefined;
}

class RowChecker {
  readonly rows: GoodRows;
  readonly #values: Values;
  readonly #mdp: Mdp;
  readonly #acceptRewards: boolean;
  /** Whether the order of the rows says nothing and yet would be needed. */
  readonly #mixed: boolean;

  constructor(
    table: Table,
    mdp: Mdp,
    faults: Faults,
    warnings: Warnings,
    { acceptRewards }: CheckOptions,
  ) {
    this.rows = roomFor(table.rows);
    this.#values = new Values(table, mdp, faults, warnings);
    this.#mixed = table.order === 'unknown';
    this.#mdp = mdp;
    this.#acceptRewards = acceptRewards;
  }

  /** Checks one row and keeps it where it fits. */
  check(row: number): void {
    const values = this.#values;
    const { rewardsMoved } = values.table;
    const state = values.state(row, OWN);
    const action = values.action(row);
    const reward = rewardsMoved ? values.raw(row, 'reward') : values.number(row, 'reward');
    const named = values.namesNext(row) ? values.state(row, NEXT) : undefined;
    const flags = {
      terminal: values.flag(row, 'terminal'),
      truncated: values.flag(row, 'truncated'),
      done: values.flag(row, 'done'),
    };
    const unread = state === FAULTY || action === FAULTY || named === FAULTY;
    if (unread || (Number.isNaN(reward) && !rewardsMoved)) return;
    if (this.#mdp.terminal[state] === 1) {
      const at = cellOf(this.#mdp, state);
      values.fault('ended', row, this.#stateField, () => reading().values.ended(at));
      return;
    }
    const pair = state * ACTION_COUNT + action;
    const next = named ?? this.#derivedNext(row, pair, reward, flags);
    if (next === FAULTY) return;
    const paid = this.#paid(row, pair, next, reward);
    if (Number.isNaN(paid) || !this.#flagsAgree(row, next, flags)) return;
    this.#keep(row, pair, paid, next, flags);
  }

  get #stateField(): 'state' | 'row' {
    return this.#values.has('state') ? 'state' : 'row';
  }

  get #nextField(): 'nextState' | 'nextRow' | 'state' | 'row' {
    if (this.#values.has('nextState')) return 'nextState';
    return this.#values.names(NEXT) ? 'nextRow' : this.#stateField;
  }

  /** The reward that the world pays for the transition, or the file's own where that is accepted; NaN after a fault. */
  #paid(row: number, pair: number, next: number, reward: number): number {
    const rewards = rewardsPaid(this.#mdp, pair, next);
    if (rewards.length === 0) {
      this.#impossible(row, pair, next);
      return Number.NaN;
    }
    const { rewardTolerance, rewardsMoved } = this.#values.table;
    if (rewardsMoved && Number.isNaN(reward)) return this.#onlyReward(row, rewards);
    const same = matchingReward(rewards, reward, rewardTolerance);
    if (same !== undefined) return same;
    const says = (): string => reading().values.otherReward(rewards);
    if (!this.#acceptRewards) {
      this.#values.fault('reward', row, 'reward', says);
      return Number.NaN;
    }
    this.#values.warn('otherReward', row, 'reward', says);
    return reward;
  }

  /** The reward of a last row whose own is not in the file; NaN, and reported, where the world pays several. */
  #onlyReward(row: number, rewards: readonly number[]): number {
    const distinct = [...new Set(rewards)];
    if (distinct.length === 1) return distinct[0];
    this.#values.fault('reward', row, 'reward', () => reading().values.lostReward(distinct));
    return Number.NaN;
  }

  #impossible(row: number, pair: number, next: number): void {
    const field = this.#nextField;
    this.#values.fault('transition', row, field, () => {
      const mdp = this.#mdp;
      const action = ACTIONS[pair % ACTION_COUNT];
      const from = cellOf(mdp, Math.floor(pair / ACTION_COUNT));
      const leads = this.#cells(possibleSuccessors(mdp, pair, Number.NaN, 0, 'any'));
      const named = field !== 'state' && field !== 'row';
      return reading().values.impossible(named, cellOf(mdp, next), action, from, leads);
    });
  }

  #cells(states: readonly number[]): string {
    const named = states.slice(0, CELLS_NAMED).map((state) => cellOf(this.#mdp, state));
    return reading().cells(named, states.length - named.length);
  }

  #flagsAgree(row: number, next: number, { terminal, done }: Flags): boolean {
    const ends = this.#mdp.terminal[next] === 1;
    const at = cellOf(this.#mdp, next);
    const field = terminal !== undefined && ends !== (terminal === 1) ? 'terminal' : 'done';
    if (field === 'done' && !(done === 0 && ends)) return true;
    this.#values.fault('terminal', row, field, () =>
      ends ? reading().values.endsThere(at) : reading().values.noEndThere(at),
    );
    return false;
  }

  /** Where a row without a next state led; FAULTY, and reported, where nobody can know. */
  #derivedNext(row: number, pair: number, reward: number, flags: Flags): number {
    if (this.#mixed) {
      this.#values.fault('order', row, this.#stateField, () => reading().values.mixed);
      return FAULTY;
    }
    const { table } = this.#values;
    const { rewardTolerance } = table;
    const flagged = flags.terminal === 1 || flags.truncated === 1 || flags.done === 1;
    // What stands in a row that closes an episode is where the last one led.
    const behind = stateAt(table, this.#mdp, row, AFTER);
    if (behind !== FAULTY && (!flagged || this.#mdp.terminal[behind] === (flags.terminal ?? -1))) {
      const paid = rewardsPaid(this.#mdp, pair, behind);
      const known = Number.isNaN(reward) ? paid[0] : matchingReward(paid, reward, rewardTolerance);
      if (known !== undefined || (!flagged && this.#goesOn(row, behind))) return behind;
    }
    const kind: EndKind =
      flags.terminal === undefined ? 'any' : flags.terminal === 1 ? 'ends' : 'goes on';
    const leads = possibleSuccessors(this.#mdp, pair, reward, rewardTolerance, kind);
    if (leads.length === 1) return leads[0];
    const action = ACTIONS[pair % ACTION_COUNT];
    if (leads.length === 0) {
      this.#values.fault('terminal', row, 'terminal', () =>
        kind === 'ends'
          ? reading().values.actionEndsNone(action)
          : reading().values.actionEnds(action),
      );
    } else {
      this.#values.fault('successor', row, this.#stateField, () =>
        reading().values.whereTo(action, this.#cells(leads)),
      );
    }
    return FAULTY;
  }

  /** Whether the file says that the row behind is of the same episode. */
  #goesOn(row: number, behind: number): boolean {
    const { table } = this.#values;
    const starts = this.#mdp.start[behind] > 0 && table.columns.episode === undefined;
    return declaresCuts(table) && table.ends[row] === 0 && !(starts && !table.columns.step);
  }

  #keep(row: number, pair: number, reward: number, next: number, flags: Flags): void {
    const { rows } = this;
    rows.good++;
    const i = rows.size;
    if (i === rows.tableRow.length) return;
    rows.size++;
    rows.tableRow[i] = row;
    rows.state[i] = Math.floor(pair / ACTION_COUNT);
    rows.action[i] = pair % ACTION_COUNT;
    rows.reward[i] = reward;
    rows.nextState[i] = next;
    rows.terminal[i] = this.#mdp.terminal[next];
    rows.probability[i] = this.#values.probability(row);
    rows.cut[i] = flags.truncated === 1 || flags.done === 1 ? 1 : 0;
  }
}
