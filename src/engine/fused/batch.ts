import * as tf from '@tensorflow/tfjs-core';
import { checkRows, rowsOf, sharedRows } from '../batch';
import { seenActions } from '../seen';
import type { Minibatch, OwnBatch, StackSpec } from '../types';
import type { ExtraColumns } from './head-program';
import { MOST_OUTPUTS } from './layout';
import { matrixShape, matrixSize, placeOf, type TexelGrid } from './texels';

/** Numbers of a batch row before the sampled actions: state, next state, action, reward, 1 − terminal. */
const FIXED = 5;

/** Texels a row with the sampled actions of `learners` learners, and what the data contains at both states. */
export function columnsOf(learners: number, asksSeen: boolean): number {
  return Math.ceil((FIXED + learners + (asksSeen ? 2 : 0)) / 4);
}

/** Where a learner finds the numbers of a row that not all learners ask for. */
export function extraColumns(
  sampling: readonly string[],
  asksSeen: boolean,
  learner: string,
): ExtraColumns {
  const place = sampling.indexOf(learner);
  const first = FIXED + sampling.length;
  return {
    sampled: place < 0 ? null : FIXED + place,
    seen: asksSeen ? { state: first, nextState: first + 1 } : null,
  };
}

/** What the data contains at every state: the sum of 2ᵃ over its actions, `[states]`. */
function seenSums({ table, data }: StackSpec): Float32Array {
  const seen = seenActions(table, data, MOST_OUTPUTS);
  return Float32Array.from({ length: table.states }, (_, state) => {
    let sum = 0;
    for (let a = 0; a < MOST_OUTPUTS; a++) sum += seen[state * MOST_OUTPUTS + a] * 2 ** a;
    return sum;
  });
}

/**
 * Minibatches as texels: one upload a step. Each seed's rows are sorted by state, so that the gradient
 * of a looked-up row of weights finds its own rows together; the order of a minibatch means nothing.
 */
export class BatchTexels {
  readonly #spec: StackSpec;
  readonly #grid: TexelGrid;
  readonly #rowsPadded: number;
  readonly #columns: number;
  readonly #sampling: readonly string[];
  readonly #seen: Float32Array | null;
  /** As large as the last upload. */
  #matrix = new Float32Array(0);
  /** By state, then by place in the minibatch: state × batch + place. */
  readonly #keys: Float64Array;

  constructor(
    spec: StackSpec,
    grid: TexelGrid,
    rowPairs: number,
    sampling: readonly string[],
    asksSeen: boolean,
  ) {
    this.#spec = spec;
    this.#grid = grid;
    this.#rowsPadded = 2 * rowPairs;
    this.#columns = columnsOf(sampling.length, asksSeen);
    this.#sampling = sampling;
    this.#seen = asksSeen ? seenSums(spec) : null;
    this.#keys = new Float64Array(spec.batch);
  }

  /**
   * One minibatch after the other, that of all learners first and then those of `own`, in their order.
   * Throws RangeError on a wrong count, a row or an action out of range, or lacking random actions.
   */
  upload(minibatch: Minibatch, own: readonly string[]): tf.Tensor2D {
    const { seeds, batch } = this.#spec;
    const { randomActions } = minibatch;
    for (const id of this.#sampling) {
      if (randomActions[id]?.length !== seeds * batch) {
        throw new RangeError(`The minibatch lacks the random actions of ${id}.`);
      }
    }
    const taken = [sharedRows(minibatch), ...own.map((id) => rowsOf(minibatch, id))];
    const plane = seeds * this.#rowsPadded;
    const count = taken.length * plane * this.#columns;
    const size = matrixSize(this.#grid, count);
    if (this.#matrix.length !== size) this.#matrix = new Float32Array(size);
    taken.forEach((rows, which) => {
      checkRows(rows, this.#spec, MOST_OUTPUTS);
      this.#writePlane(which * plane, rows, randomActions);
    });
    return tf.tensor2d(this.#matrix, matrixShape(this.#grid, count));
  }

  #writePlane(first: number, taken: OwnBatch, randomActions: Minibatch['randomActions']): void {
    const { seeds, batch, data } = this.#spec;
    const size = data.state.length;
    for (let s = 0; s < seeds; s++) {
      for (let b = 0; b < batch; b++) {
        const row = taken.rows[s * batch + b];
        const state = row < size ? data.state[row] : taken.fresh.state[row - size];
        this.#keys[b] = state * batch + b;
      }
      this.#keys.sort();
      for (let place = 0; place < this.#rowsPadded; place++) {
        // A row more than there are repeats the last one; its gradients are zero.
        const b = this.#keys[Math.min(place, batch - 1)] % batch;
        this.#writeRow(first + s * this.#rowsPadded + place, s * batch + b, taken, randomActions);
      }
    }
  }

  #writeRow(
    place: number,
    drawn: number,
    { rows, fresh }: OwnBatch,
    randomActions: Minibatch['randomActions'],
  ): void {
    const size = this.#spec.data.state.length;
    const isFresh = rows[drawn] >= size;
    const data = isFresh ? fresh : this.#spec.data;
    const row = isFresh ? rows[drawn] - size : rows[drawn];
    const first = place * this.#columns;
    this.#write(first, 0, data.state[row]);
    this.#write(first, 1, data.nextState[row]);
    this.#write(first, 2, data.action[row]);
    this.#write(first, 3, data.reward[row]);
    this.#write(first, 4, 1 - data.terminal[row]);
    for (let k = 0; k < this.#sampling.length; k++) {
      this.#write(first, FIXED + k, randomActions[this.#sampling[k]][drawn]);
    }
    if (this.#seen === null) return;
    const last = FIXED + this.#sampling.length;
    this.#write(first, last, this.#seen[data.state[row]]);
    this.#write(first, last + 1, this.#seen[data.nextState[row]]);
  }

  #write(first: number, column: number, value: number): void {
    this.#matrix[placeOf(this.#grid, first + (column >> 2), column & 3)] = value;
  }
}

/** Given states in turn, as rows that all seeds share: to evaluate networks anywhere. */
export function stateTexels(
  grid: TexelGrid,
  states: ArrayLike<number>,
  columns: number,
): tf.Tensor2D {
  const count = states.length * columns;
  const matrix = new Float32Array(matrixSize(grid, count));
  for (let row = 0; row < states.length; row++) {
    matrix[placeOf(grid, row * columns, 0)] = states[row];
  }
  return tf.tensor2d(matrix, matrixShape(grid, count));
}
