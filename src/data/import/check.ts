import { ACTION_COUNT, ACTIONS, type Mdp } from '../../mdp/types';
import { reading } from '../../texts/reading';
import { quoted } from '../text';
import { type Faults, placeOf, type Warnings } from './faults';
import { type EndKind, matchingReward, possibleSuccessors, rewardsPaid } from './outcomes';
import { type GoodRows, roomFor } from './rows';
import type { Sliced } from './sliced';
import type { Table } from './types';
import { cellOf, FAULTY, NEXT, STATE, Values } from './values';

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
 * from the next row of the episode or, at an end, from the only successor that the world allows.
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

/**
 * Whether the file itself says that an episode ends between a row and the one after it: another
 * episode number or, where there are none, a step that does not follow.
 */
export function declaresBoundary(table: Table, row: number): boolean {
  const { episode, step } = table.columns;
  if (episode) return episode[row] !== episode[row + 1];
  if (step) return step[row + 1] !== step[row] + 1;
  return false;
}

/** Whether the file says anywhere where episodes are cut. */
export function declaresCuts(table: Table): boolean {
  const { episode, step, truncated, done } = table.columns;
  return (episode ?? step ?? truncated ?? done) !== undefined;
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
  readonly #warnings: Warnings;
  readonly #acceptRewards: boolean;

  constructor(
    table: Table,
    mdp: Mdp,
    faults: Faults,
    warnings: Warnings,
    { acceptRewards }: CheckOptions,
  ) {
    this.rows = roomFor(table.rows);
    this.#values = new Values(table, mdp, faults);
    this.#mdp = mdp;
    this.#warnings = warnings;
    this.#acceptRewards = acceptRewards;
  }

  /** Checks one row and keeps it where it fits. */
  check(row: number): void {
    const values = this.#values;
    const state = values.state(row, STATE);
    const action = values.action(row);
    const reward = values.number(row, 'reward');
    const named = values.names(NEXT) ? values.state(row, NEXT) : undefined;
    const flags = {
      terminal: values.has('terminal') ? values.flag(row, 'terminal') : undefined,
      truncated: values.has('truncated') ? values.flag(row, 'truncated') : undefined,
      done: values.has('done') ? values.flag(row, 'done') : undefined,
    };
    const countable = this.#countable(row);
    const unread =
      state === FAULTY ||
      action === FAULTY ||
      Number.isNaN(reward) ||
      named === FAULTY ||
      flags.terminal === FAULTY ||
      flags.truncated === FAULTY ||
      flags.done === FAULTY;
    if (unread || !countable) return;
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

  /** Whether episode, step and probability are such, where the file has them. */
  #countable(row: number): boolean {
    const values = this.#values;
    const { episode, step, behaviorProb } = values.table.columns;
    const numbered = !episode || values.count(row, 'episode') !== FAULTY;
    const stepped = !step || values.count(row, 'step') !== FAULTY;
    const likely = !behaviorProb || values.probability(row, 'behaviorProb') !== FAULTY;
    return numbered && stepped && likely;
  }

  /** The reward that the world pays for the transition, or the file's own where that is accepted; NaN after a fault. */
  #paid(row: number, pair: number, next: number, reward: number): number {
    const rewards = rewardsPaid(this.#mdp, pair, next);
    if (rewards.length === 0) {
      this.#impossible(row, pair, next);
      return Number.NaN;
    }
    const { rewardTolerance } = this.#values.table;
    const same = matchingReward(rewards, reward, rewardTolerance);
    if (same !== undefined) return same;
    const says = (): string => reading().values.otherReward(rewards);
    if (!this.#acceptRewards) {
      this.#values.fault('reward', row, 'reward', says);
      return Number.NaN;
    }
    this.#warnings.add('otherReward', () => {
      const { table } = this.#values;
      const value = quoted(table.quote(row, 'reward'));
      const line = table.lineOf(row);
      const field = table.nameOf('reward');
      const message = reading().value(placeOf(row, line), field, value, says());
      return { row: row + 1, line, field, value: value.slice(1, -1), message };
    });
    return reward;
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
    const { table } = this.#values;
    const { rewardTolerance } = table;
    const flagged = flags.terminal === 1 || flags.truncated === 1 || flags.done === 1;
    const last = row + 1 === table.rows || declaresBoundary(table, row);
    if (!flagged && !last && table.malformed[row + 1] === 0) {
      const following = this.#values.quietState(row + 1, STATE);
      const paid = rewardsPaid(this.#mdp, pair, following);
      const fits = matchingReward(paid, reward, rewardTolerance) !== undefined;
      if (following !== FAULTY && (fits || declaresCuts(table))) return following;
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

  #keep(row: number, pair: number, reward: number, next: number, flags: Flags): void {
    const { rows } = this;
    rows.good++;
    const i = rows.size;
    if (i === rows.fileRow.length) return;
    rows.size++;
    rows.fileRow[i] = row;
    rows.state[i] = Math.floor(pair / ACTION_COUNT);
    rows.action[i] = pair % ACTION_COUNT;
    rows.reward[i] = reward;
    rows.nextState[i] = next;
    rows.terminal[i] = this.#mdp.terminal[next];
    rows.cut[i] = flags.truncated === 1 || flags.done === 1 ? 1 : 0;
  }
}
