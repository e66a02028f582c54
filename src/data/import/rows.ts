import { DATASET_SIZE } from '../size';

/** Rows that fit the world, as the file has them: flags and numbers not yet made consistent. */
export interface GoodRows {
  /** Rows kept, at most `DATASET_SIZE.max`. */
  size: number;
  /** Rows that fit, kept or not. */
  good: number;
  /** Row of the table, from 0. */
  readonly tableRow: Int32Array;
  readonly state: Int32Array;
  readonly action: Uint8Array;
  readonly reward: Float64Array;
  readonly nextState: Int32Array;
  readonly terminal: Uint8Array;
  /** 1 where the file says that the episode was cut here. */
  readonly cut: Uint8Array;
  /** π_β(a|s) as the file states it; NaN where it does not. */
  readonly probability: Float64Array;
}

/** Room for the good ones among `rows` rows. */
export function roomFor(rows: number): GoodRows {
  const room = Math.min(rows, DATASET_SIZE.max);
  return {
    size: 0,
    good: 0,
    tableRow: new Int32Array(room),
    state: new Int32Array(room),
    action: new Uint8Array(room),
    reward: new Float64Array(room),
    nextState: new Int32Array(room),
    terminal: new Uint8Array(room),
    cut: new Uint8Array(room),
    probability: new Float64Array(room),
  };
}
