import type { TrainingData } from '../../engine/types';

/** Rows that a learner keeps of its own at most; beyond that the oldest make room. */
export const MOST_OWN_ROWS = 50_000;
/** Rows that there is room for at first. */
const FEWEST = 256;

/** Columns of training data that can be written. */
export type Columns = { readonly [K in keyof TrainingData]: TrainingData[K] };

/** Columns of `rows` rows, all zero. */
export function columnsOf(rows: number): Columns {
  return {
    state: new Int32Array(rows),
    action: new Uint8Array(rows),
    reward: new Float32Array(rows),
    nextState: new Int32Array(rows),
    terminal: new Uint8Array(rows),
  };
}

/** Copies a row from some columns to others. */
function copyRow(from: Columns, row: number, to: Columns, place: number): void {
  to.state[place] = from.state[row];
  to.action[place] = from.action[row];
  to.reward[place] = from.reward[row];
  to.nextState[place] = from.nextState[row];
  to.terminal[place] = from.terminal[row];
}

/** Own rows as they stand: those that are held, slot by slot, and how many were ever written. */
export interface SavedRows {
  readonly columns: Columns;
  readonly written: number;
}

/**
 * What a learner has tried itself, row by row, as training data: rewards on the learner's own scale. The
 * row written as number n, from 0, lies in slot n mod `most`.
 */
export class OwnRows {
  readonly #most: number;
  #columns = columnsOf(FEWEST);
  #written = 0;

  constructor(most: number = MOST_OWN_ROWS) {
    this.#most = most;
  }

  /** Rows that are held. */
  get size(): number {
    return Math.min(this.#written, this.#most);
  }

  add(state: number, action: number, reward: number, nextState: number, terminal: boolean): void {
    const slot = this.#written % this.#most;
    if (slot === this.#columns.state.length) this.#grow();
    const columns = this.#columns;
    columns.state[slot] = state;
    columns.action[slot] = action;
    columns.reward[slot] = reward;
    columns.nextState[slot] = nextState;
    columns.terminal[slot] = terminal ? 1 : 0;
    this.#written += 1;
  }

  /** Copies the row of a slot below `size` to a place of other columns. */
  copy(slot: number, to: Columns, place: number): void {
    copyRow(this.#columns, slot, to, place);
  }

  /** What is held, copied. */
  save(): SavedRows {
    const columns = columnsOf(this.size);
    for (let row = 0; row < this.size; row++) copyRow(this.#columns, row, columns, row);
    return { columns, written: this.#written };
  }

  /** Takes up what was saved in place of what is held. Throws RangeError where that is no such thing. */
  restore({ columns, written }: SavedRows): void {
    const size = Math.min(written, this.#most);
    if (!(written >= 0) || Object.values(columns).some(({ length }) => length !== size))
      throw new RangeError(`Of ${written} own rows not ${size} were saved.`);
    this.#columns = columnsOf(Math.max(size, FEWEST));
    for (let row = 0; row < size; row++) copyRow(columns, row, this.#columns, row);
    this.#written = written;
  }

  #grow(): void {
    const before = this.#columns;
    const rows = before.state.length;
    const after = columnsOf(Math.min(2 * rows, this.#most));
    for (let row = 0; row < rows; row++) copyRow(before, row, after, row);
    this.#columns = after;
  }
}
