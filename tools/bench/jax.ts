import { blockUntilReady, defaultDevice, grad, init, jit, nn, numpy as np } from '@jax-js/jax';
import { PARTS, type PeerProblem, peerProblem } from './peer';
import type { Contender, Workload } from './types';

// jax-js frees what it is given: `.ref` marks every use of an array but the last.

/** All parameters of K stacked networks, in the order of `PARTS`; `w1 [K, features, width]`, `b1 [K, 1, width]`. */
type Stacked = np.Array[];

/** Everything that a step replaces; a type alias, since jax-js takes no interfaces for its trees. */
type State = {
  online: Stacked;
  target: Stacked;
  first: Stacked;
  second: Stacked;
  /** β₁ᵗ and β₂ᵗ. */
  decay1: np.Array;
  decay2: np.Array;
};

/** A minibatch for K networks: `x [K, B, features]`, `action [K, B, 4]`, `reward [K, B]` … */
type Batch = {
  x: np.Array;
  nextX: np.Array;
  action: np.Array;
  reward: np.Array;
  goesOn: np.Array;
};

function forward([w1, b1, w2, b2, w3, b3]: Stacked, x: np.Array): np.Array {
  const h1 = nn.relu(np.matmul(x, w1).add(b1));
  const h2 = nn.relu(np.matmul(h1, w2).add(b2));
  return np.matmul(h2, w3).add(b3);
}

const refs = (arrays: Stacked) => arrays.map((array) => array.ref);

/** The sum over the networks of their losses: none depends on another's parameters. */
function loss(
  online: Stacked,
  x: np.Array,
  action: np.Array,
  y: np.Array,
  alpha: number,
): np.Array {
  const q = forward(online, x);
  const taken = np.sum(q.ref.mul(action), -1);
  const bellman = np.mean(np.square(y.sub(taken.ref)), -1);
  const penalty = np.mean(nn.logsumexp(q, -1).sub(taken), -1);
  return np.sum(bellman.add(penalty.mul(alpha)));
}

function trainingStep(
  { hyper }: PeerProblem,
  { beta1, beta2, epsilon }: Workload['spec']['adam'],
): (state: State, batch: Batch) => State {
  const { learningRate, polyak, gamma, alpha } = hyper;
  return ({ online, target, first, second, decay1, decay2 }, batch) => {
    const next = np.max(forward(refs(target), batch.nextX), -1);
    const y = batch.reward.add(batch.goesOn.mul(gamma).mul(next));
    const gradients = grad((parameters: Stacked) =>
      loss(parameters, batch.x.ref, batch.action.ref, y.ref, alpha),
    )(refs(online)) as Stacked;
    for (const used of [batch.x, batch.action, y]) used.dispose();
    const power1 = decay1.mul(beta1);
    const power2 = decay2.mul(beta2);
    const correction1 = np.array(1).sub(power1.ref);
    const correction2 = np.array(1).sub(power2.ref);
    const m = first.map((moment, i) => moment.mul(beta1).add(gradients[i].ref.mul(1 - beta1)));
    const v = second.map((moment, i) =>
      moment.mul(beta2).add(np.square(gradients[i]).mul(1 - beta2)),
    );
    const moved = online.map((parameter, i) => {
      const size = np.sqrt(v[i].ref.div(correction2.ref)).add(epsilon);
      return parameter.sub(m[i].ref.div(correction1.ref).mul(learningRate).div(size));
    });
    correction1.dispose();
    correction2.dispose();
    const followed = target.map((parameter, i) =>
      parameter.mul(1 - polyak).add(moved[i].ref.mul(polyak)),
    );
    return {
      online: moved,
      target: followed,
      first: m,
      second: v,
      decay1: power1,
      decay2: power2,
    };
  };
}

/** The same part of all members, one after the other. */
function concatenated(arrays: readonly Float32Array<ArrayBufferLike>[]): Float32Array<ArrayBuffer> {
  const joined = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return joined;
}

/**
 * CQL for the first `networks` networks of a workload with jax-js on wasm: one `jit` program a step,
 * from the losses of all networks through autodiff and Adam to Polyak. `networks` is 1 or all of them.
 */
export async function jaxCql(workload: Workload, networks: number): Promise<Contender> {
  await init('wasm');
  defaultDevice('wasm');
  const { table, batch, adam, seeds: allSeeds } = workload.spec;
  const problem = peerProblem(workload);
  const members = problem.members.slice(0, networks);
  const seeds = Math.min(allSeeds, networks);
  const stacked = (values: (part: (typeof PARTS)[number]) => Float32Array[]) =>
    PARTS.map((part, i) => {
      const [rows, columns] = [1, ...problem.shapes[i]].slice(-2);
      return np.array(concatenated(values(part))).reshape([networks, rows, columns]);
    });
  const starting = () => stacked((part) => members.map((member) => member[part]));
  const zeros = () =>
    stacked((part) => members.map((member) => new Float32Array(member[part].length)));
  let state: State = {
    online: starting(),
    target: starting(),
    first: zeros(),
    second: zeros(),
    decay1: np.array(1),
    decay2: np.array(1),
  };
  const train = jit(trainingStep(problem, adam));
  const repeats = networks / seeds;
  /** A column of the seeds as all members take it. */
  const column = (values: Float32Array, sizes: readonly number[]) => {
    const all = concatenated(Array.from({ length: repeats }, () => values));
    return np.array(all).reshape([networks, batch, ...sizes]);
  };
  let steps = 0;
  return {
    networks,
    enter: () => Promise.resolve(),
    step: () => {
      const columns = problem.batch(steps++, seeds);
      state = train(state, {
        x: column(columns.x, [table.features]),
        nextX: column(columns.nextX, [table.features]),
        action: column(columns.action, [4]),
        reward: column(columns.reward, []),
        goesOn: column(columns.goesOn, []),
      }) as State;
    },
    settle: async () => {
      await blockUntilReady(state);
    },
    values: async () => {
      const every = concatenated(Array.from({ length: networks }, () => table.values));
      const x = np.array(every).reshape([networks, table.states, table.features]);
      const q = await forward(refs(state.online), x).data();
      return Float32Array.from(q).subarray(0, table.states * 4);
    },
    countLaunches: () => Promise.resolve(null),
    dispose: () => {
      const { online, target, first, second, decay1, decay2 } = state;
      for (const array of [online, target, first, second, decay1, decay2].flat()) array.dispose();
    },
  };
}
