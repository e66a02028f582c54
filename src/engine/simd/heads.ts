import type { FusedHead, Read } from '../types';
import { type Address, BACKUP, type Kernels } from './module';

/** Where a head finds the outputs of a network and puts their gradient. */
export interface HeadNetwork {
  /** `[batch × padded outputs]`, rows `stride` bytes apart. */
  readonly y: Address;
  readonly dy: Address;
  readonly outputs: number;
  readonly stride: number;
}

/** What a head is bound to, once for a stack; addresses are those of the seed at hand. */
export interface HeadContext {
  readonly kernels: Kernels;
  readonly options: Readonly<Record<string, number>>;
  /** Throws RangeError on an unknown network. */
  network(name: string): HeadNetwork;
  /** Asks for outputs of a network elsewhere than online at the batch's states. */
  read(network: string, of: Read['of'], at: Read['at']): Address;
  /** The live values of a hyper-parameter, `[seeds]`. Throws RangeError on an unknown name. */
  hyper(name: string): Float32Array;
  /** Sampled actions `u8 [batch]` of a seed. */
  sampled(seed: number): Address;
  /** `f64`, one a term. */
  readonly terms: Address;
}

/** A learner's loss, bound to a stack. */
export interface Head {
  /** Names of the terms, in the order in which they are written. */
  readonly terms: readonly string[];
  /** Outputs to output gradients and terms, for the batch of one seed. */
  run(seed: number): void;
}

type Bind = (context: HeadContext) => Head;

function bellmanInputs({ network, read, options }: HeadContext) {
  const q = network('q');
  const target = read('q', 'target', 'nextState');
  const softmax = options.softmax === 1;
  const double = !softmax && options.double === 1;
  const online = double ? read('q', 'online', 'nextState') : target;
  const backup = softmax ? BACKUP.softmax : double ? BACKUP.double : BACKUP.max;
  return { q, target, online, backup };
}

const dqn: Bind = (context) => {
  const { kernels, terms } = context;
  const { q, target, online, backup } = bellmanInputs(context);
  const gamma = context.hyper('gamma');
  return {
    terms: ['bellman', 'total'],
    run(seed) {
      const { y, dy, outputs, stride } = q;
      kernels.dqnHead(y, dy, target, online, outputs, stride, backup, gamma[seed], terms);
    },
  };
};

const cql: Bind = (context) => {
  const { kernels, terms } = context;
  const { q, target, online, backup } = bellmanInputs(context);
  const gamma = context.hyper('gamma');
  const alpha = context.hyper('alpha');
  const temperature = context.hyper('temperature');
  const isSampled = context.options.sampled === 1;
  return {
    terms: ['bellman', 'penalty', 'total'],
    run(seed) {
      kernels.cqlHead(
        q.y,
        q.dy,
        target,
        online,
        q.outputs,
        q.stride,
        backup,
        gamma[seed],
        alpha[seed],
        temperature[seed],
        isSampled ? context.sampled(seed) : 0,
        terms,
      );
    },
  };
};

const iql: Bind = (context) => {
  const { kernels, network, read, hyper, options, terms } = context;
  const [q1, q2, v, policy] = ['q1', 'q2', 'v', 'policy'].map(network);
  const target1 = read('q1', 'target', 'state');
  const target2 = read('q2', 'target', 'state');
  const nextV = read('v', 'online', 'nextState');
  const [gamma, expectile, beta] = ['gamma', 'expectile', 'beta'].map(hyper);
  return {
    terms: ['bellman', 'expectile', 'policy', 'total'],
    run(seed) {
      kernels.iqlHead(
        q1.y,
        q1.dy,
        q2.y,
        q2.dy,
        v.y,
        v.dy,
        policy.y,
        policy.dy,
        target1,
        target2,
        nextV,
        q1.outputs,
        q1.stride,
        v.stride,
        gamma[seed],
        expectile[seed],
        beta[seed],
        options.weightClip,
        terms,
      );
    },
  };
};

const bc: Bind = ({ kernels, network, terms }) => {
  const { y, dy, outputs, stride } = network('policy');
  return {
    terms: ['imitation', 'total'],
    run: () => kernels.bcHead(y, dy, outputs, stride, terms),
  };
};

/** The fused losses of `assembly/heads.ts`. */
export const HEADS: Readonly<Record<FusedHead['kind'], Bind>> = { dqn, cql, iql, bc };
