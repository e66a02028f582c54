import * as tf from '@tensorflow/tfjs-core';
import type { Minibatch, OwnBatch, StackSpec, TrainingData } from './types';

/** A minibatch's columns; `state` and `nextState` stay on the host, where indices are made of them. */
export interface BatchColumns {
  /** `[seeds × batch]`. */
  readonly state: Int32Array;
  readonly nextState: Int32Array;
  /** One-hot, `[seeds, batch, actions]`. */
  readonly action: tf.Tensor;
  /** `[seeds, batch]`. */
  readonly reward: tf.Tensor;
  readonly terminal: tf.Tensor;
  /** 1 for every action that the data contains at the row's states, `[seeds, batch, actions]`. */
  readonly seen?: Readonly<Record<'state' | 'nextState', tf.Tensor>>;
}

/** One-hot actions `[seeds, batch, actions]`. Throws RangeError on an action out of range. */
export function oneHotActions(
  chosen: ArrayLike<number>,
  seeds: number,
  actions: number,
): tf.Tensor {
  const values = new Float32Array(chosen.length * actions);
  for (let i = 0; i < chosen.length; i++) {
    if (chosen[i] >= actions) {
      throw new RangeError(`Action ${chosen[i]} of row ${i} is not one of ${actions} actions.`);
    }
    values[i * actions + chosen[i]] = 1;
  }
  return tf.tensor3d(values, [seeds, chosen.length / seeds, actions]);
}

const NONE: TrainingData = {
  state: new Int32Array(0),
  action: new Uint8Array(0),
  reward: new Float32Array(0),
  nextState: new Int32Array(0),
  terminal: new Uint8Array(0),
};

/** The rows that all learners take of a minibatch which have none of their own. */
export function sharedRows({ rows }: Minibatch): OwnBatch {
  return { rows, fresh: NONE };
}

/** The rows that a learner takes of a minibatch: its own, or those of all. */
export function rowsOf(minibatch: Minibatch, learner: string): OwnBatch {
  return minibatch.own?.[learner] ?? sharedRows(minibatch);
}

/**
 * Throws RangeError on a wrong count, or a row that is neither one of the data nor a fresh one.
 *
 * @param states states of the table, `actions` that the networks know: what fresh rows must stay within.
 */
export function checkRows(
  { rows, fresh }: OwnBatch,
  { data, seeds, batch, table: { states } }: StackSpec,
  actions: number,
): void {
  if (rows.length !== seeds * batch) {
    throw new RangeError(`A minibatch of ${rows.length} rows, expected ${seeds} × ${batch}.`);
  }
  const size = data.state.length;
  const extra = fresh.state.length;
  for (let i = 0; i < rows.length; i++) {
    if (rows[i] < 0 || rows[i] >= size + extra) {
      const besides = extra === 0 ? '' : ` and ${extra} fresh ones`;
      throw new RangeError(`Row ${rows[i]} is not one of the data’s ${size} rows${besides}.`);
    }
  }
  for (let i = 0; i < extra; i++) {
    const { state, nextState, action } = fresh;
    const inside = (s: number) => s >= 0 && s < states;
    if (!inside(state[i]) || !inside(nextState[i]) || action[i] >= actions) {
      throw new RangeError(`The fresh row ${i} has a state or an action that the networks lack.`);
    }
  }
}

/**
 * Takes the minibatch's rows from the data. Five small columns made here cost less than one index
 * uploaded and five gathers on any backend. Throws RangeError on a wrong count or row number.
 *
 * @param seen what the data contains (`seenActions`), where a loss asks for it.
 */
export function batchColumns(
  spec: StackSpec,
  taken: OwnBatch,
  actions: number,
  seen: Uint8Array | null = null,
): BatchColumns {
  checkRows(taken, spec, actions);
  const { data, seeds, batch } = spec;
  const { rows, fresh } = taken;
  const size = data.state.length;
  const count = seeds * batch;
  const state = new Int32Array(count);
  const nextState = new Int32Array(count);
  const action = new Uint8Array(count);
  const reward = new Float32Array(count);
  const terminal = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const isFresh = rows[i] >= size;
    const from = isFresh ? fresh : data;
    const row = isFresh ? rows[i] - size : rows[i];
    state[i] = from.state[row];
    nextState[i] = from.nextState[row];
    action[i] = from.action[row];
    reward[i] = from.reward[row];
    terminal[i] = from.terminal[row];
  }
  const seenAt = (states: Int32Array) => {
    const values = new Float32Array(count * actions);
    for (let i = 0; i < count; i++) {
      const own = (seen as Uint8Array).subarray(states[i] * actions, (states[i] + 1) * actions);
      values.set(own, i * actions);
    }
    return tf.tensor3d(values, [seeds, batch, actions]);
  };
  return {
    state,
    nextState,
    action: oneHotActions(action, seeds, actions),
    reward: tf.tensor2d(reward, [seeds, batch]),
    terminal: tf.tensor2d(terminal, [seeds, batch]),
    ...(seen === null ? {} : { seen: { state: seenAt(state), nextState: seenAt(nextState) } }),
  };
}
