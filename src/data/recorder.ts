import type { StateIndex } from '../mdp/types';
import type { Transitions } from './types';

/** One transition; the columns of `Transitions` say what each part means. */
export interface Row {
  readonly state: StateIndex;
  readonly action: number;
  readonly reward: number;
  readonly nextState: StateIndex;
  readonly terminal: boolean;
  readonly truncated: boolean;
  readonly episode: number;
  readonly step: number;
  readonly behaviorProbability: number;
}

/** Columns of `rows` rows, all zero. */
function emptyColumns(rows: number): Transitions {
  return {
    size: rows,
    state: new Int32Array(rows),
    action: new Uint8Array(rows),
    reward: new Float64Array(rows),
    nextState: new Int32Array(rows),
    terminal: new Uint8Array(rows),
    truncated: new Uint8Array(rows),
    episode: new Int32Array(rows),
    step: new Int32Array(rows),
    behaviorProbability: new Float64Array(rows),
  };
}

/** Writes transitions row by row into columns of a fixed capacity. */
export class Recorder {
  private readonly columns: Transitions;
  private rows = 0;

  constructor(capacity: number) {
    this.columns = emptyColumns(capacity);
  }

  /** Whether every further row would be dropped. */
  get full(): boolean {
    return this.rows === this.columns.size;
  }

  /** Appends a row; a row beyond the capacity is dropped. */
  add(row: Row): void {
    if (this.full) return;
    const i = this.rows++;
    const { columns } = this;
    columns.state[i] = row.state;
    columns.action[i] = row.action;
    columns.reward[i] = row.reward;
    columns.nextState[i] = row.nextState;
    columns.terminal[i] = row.terminal ? 1 : 0;
    columns.truncated[i] = row.truncated ? 1 : 0;
    columns.episode[i] = row.episode;
    columns.step[i] = row.step;
    columns.behaviorProbability[i] = row.behaviorProbability;
  }

  /** A copy of the rows so far; an episode that still goes on is truncated at the last one. */
  finish(): Transitions {
    return firstRows(this.columns, this.rows);
  }
}

/**
 * A copy of the first `size` rows; an episode that goes on after them is truncated at the last.
 * Throws RangeError where there are fewer rows.
 */
export function firstRows(transitions: Transitions, size: number): Transitions {
  if (size > transitions.size) {
    throw new RangeError(
      `The recording has ${transitions.size} rows, fewer than the ${size} asked for.`,
    );
  }
  const terminal = transitions.terminal.slice(0, size);
  const truncated = transitions.truncated.slice(0, size);
  if (size > 0 && terminal[size - 1] === 0) truncated[size - 1] = 1;
  return {
    size,
    state: transitions.state.slice(0, size),
    action: transitions.action.slice(0, size),
    reward: transitions.reward.slice(0, size),
    nextState: transitions.nextState.slice(0, size),
    terminal,
    truncated,
    episode: transitions.episode.slice(0, size),
    step: transitions.step.slice(0, size),
    behaviorProbability: transitions.behaviorProbability.slice(0, size),
  };
}
