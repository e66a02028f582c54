import { NOT_PUT_IN } from '../engine/loss/graph';
import type { SampleStack, StackSpec, TruthTables } from '../engine/types';
import { ACTION_COUNT } from '../mdp/types';
import { randomStream } from '../random/stream';
import { ADAM, drawMinibatch, instancesOf, stackLearner, trainingSeeds } from './assemble';
import type { Settings } from './types';

const STATES = 7;
const ROWS = 24;
const WIDTH = 6;
const BATCH = 10;
const MOST_SEEDS = 2;
const GAMMA = 0.9;

/** Truth for about half of the targets. */
function someTruth(): TruthTables {
  const stream = randomStream('sample truth');
  const table = (entries: number) =>
    Float32Array.from({ length: entries }, () =>
      stream.uniform() < 0.5 ? NOT_PUT_IN : stream.uniform() * 2 - 1,
    );
  return { actions: table(STATES * ACTION_COUNT), state: table(STATES) };
}

/**
 * A stack of the learners and losses of complete settings on a small random problem: what an
 * implementation is checked with before it is trusted with the real one. Always the same for the
 * same settings.
 */
export function sampleStack(settings: Settings): SampleStack {
  const small: Settings = {
    ...settings,
    width: WIDTH,
    batch: BATCH,
    seeds: Math.min(settings.seeds, MOST_SEEDS),
  };
  const oneHot = settings.encoding === 'one-hot';
  const features = oneHot ? STATES : STATES - 2;
  const stream = randomStream('sample stack');
  const draw = (bound: number) => Array.from({ length: ROWS }, () => stream.integer(bound));
  const values = Float32Array.from({ length: STATES * features }, (_, i) => {
    if (oneHot) return Math.floor(i / features) === i % features ? 1 : 0;
    return stream.uniform() * 2 - 1;
  });
  const spec: StackSpec = {
    table: { states: STATES, features, values, oneHot },
    width: WIDTH,
    batch: BATCH,
    seeds: small.seeds,
    data: {
      state: Int32Array.from(draw(STATES)),
      action: Uint8Array.from(draw(ACTION_COUNT)),
      reward: Float32Array.from({ length: ROWS }, () => stream.uniform() * 2 - 1),
      nextState: Int32Array.from(draw(STATES)),
      terminal: Uint8Array.from(draw(5), (number) => Number(number === 0)),
    },
    learners: instancesOf(small).map((instance) => {
      const learner = stackLearner(instance, small, GAMMA, features);
      return learner.loss.truths.length === 0 ? learner : { ...learner, truth: someTruth() };
    }),
    adam: ADAM,
  };
  const wantRandomActions = spec.learners.flatMap((l) => (l.loss.drawsActions ? [l.id] : []));
  const last = spec.learners[spec.learners.length - 1].id;
  return {
    spec,
    minibatch: (step) => {
      const shared = drawMinibatch(ROWS, BATCH, trainingSeeds(small), step, wantRandomActions);
      if (step !== 1) return shared;
      // One step with a minibatch of a learner's own: the other half of the data's rows, as fresh ones.
      const rows = shared.rows.map((row) => (row % 2 === 0 ? row : ROWS + row));
      return { ...shared, own: { [last]: { rows, fresh: spec.data } } };
    },
  };
}
