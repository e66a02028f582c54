import { keyOf } from '../../src/engine/loss/loss';
import type { NetworkParameters } from '../../src/engine/types';
import { LEARNERS } from '../../src/learners/registry';
import type { Workload } from './types';

/** Parameter names in the order in which peers hold them. */
export const PARTS = ['w1', 'b1', 'w2', 'b2', 'w3', 'b3'] as const;

/** The columns of one minibatch, dense, for `seeds` training seeds. */
export interface DenseBatch {
  /** `[seeds × batch × features]`. */
  readonly x: Float32Array;
  readonly nextX: Float32Array;
  /** One-hot, `[seeds × batch × 4]`. */
  readonly action: Float32Array;
  /** `[seeds × batch]`. */
  readonly reward: Float32Array;
  /** `[seeds × batch]`, 0 where the next state ends the episode, else 1. */
  readonly goesOn: Float32Array;
}

/** The CQL networks of a workload as a peer trains them. */
export interface PeerProblem {
  /** Starting parameters, online and target alike; member k belongs to seed `k % seeds`. */
  readonly members: readonly NetworkParameters[];
  /** Sizes of the parts, in the order of `PARTS`. */
  readonly shapes: readonly (readonly number[])[];
  readonly hyper: Readonly<Record<'learningRate' | 'polyak' | 'gamma' | 'alpha', number>>;
  /** Minibatch of a step, as dense columns for the first `seeds` seeds. */
  readonly batch: (step: number, seeds: number) => DenseBatch;
}

const ACTIONS = 4;

/** Throws RangeError unless all learners of the workload are plain CQL with one setting for all. */
export function peerProblem({ spec, minibatches }: Workload): PeerProblem {
  const { table, data, width, learners } = spec;
  const { features, values } = table;
  const plain = keyOf(LEARNERS.cql({}).loss({ backup: 'max' }));
  for (const { id, loss } of learners) {
    if (keyOf(loss) !== plain) {
      throw new RangeError(`The peers train plain CQL only, and ${id} is something else.`);
    }
  }
  const { hyper } = learners[0];
  const value = (name: string) => hyper[name][0];
  return {
    members: learners.flatMap(({ networks }) => networks.flatMap(({ initial }) => initial)),
    shapes: [[features, width], [width], [width, width], [width], [width, ACTIONS], [ACTIONS]],
    hyper: {
      learningRate: value('learningRate'),
      polyak: value('polyak'),
      gamma: value('gamma'),
      alpha: value('alpha'),
    },
    batch: (step, seeds) => {
      const count = seeds * spec.batch;
      const rows = minibatches[step % minibatches.length].rows.subarray(0, count);
      const x = new Float32Array(count * features);
      const nextX = new Float32Array(count * features);
      const action = new Float32Array(count * ACTIONS);
      const encode = (state: number, to: Float32Array, i: number) =>
        to.set(values.subarray(state * features, (state + 1) * features), i * features);
      rows.forEach((row, i) => {
        encode(data.state[row], x, i);
        encode(data.nextState[row], nextX, i);
        action[i * ACTIONS + data.action[row]] = 1;
      });
      return {
        x,
        nextX,
        action,
        reward: Float32Array.from(rows, (row) => data.reward[row]),
        goesOn: Float32Array.from(rows, (row) => 1 - data.terminal[row]),
      };
    },
  };
}
