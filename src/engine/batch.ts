import * as tf from '@tensorflow/tfjs-core';
import type { Minibatch, TrainingData } from './types';

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

/**
 * Takes the minibatch's rows from the data. Five small columns made here cost less than one index
 * uploaded and five gathers on any backend. Throws RangeError on a wrong count or row number.
 *
 * @param seen what the data contains (`seenActions`), where a loss asks for it.
 */
export function batchColumns(
  data: TrainingData,
  { rows }: Minibatch,
  seeds: number,
  batch: number,
  actions: number,
  seen: Uint8Array | null = null,
): BatchColumns {
  const count = seeds * batch;
  if (rows.length !== count) {
    throw new RangeError(`A minibatch of ${rows.length} rows, expected ${seeds} × ${batch}.`);
  }
  const state = new Int32Array(count);
  const nextState = new Int32Array(count);
  const action = new Uint8Array(count);
  const reward = new Float32Array(count);
  const terminal = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const row = rows[i];
    if (row < 0 || row >= data.state.length) {
      throw new RangeError(`Row ${row} is not one of the data’s ${data.state.length} rows.`);
    }
    state[i] = data.state[row];
    nextState[i] = data.nextState[row];
    action[i] = data.action[row];
    reward[i] = data.reward[row];
    terminal[i] = data.terminal[row];
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
