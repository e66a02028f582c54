import { CLASS_CODES } from '../data/dataset';
import type { PairClass } from '../data/types';
import type { LearnerMeta } from '../learners/meta';
import { expectedValues, greedyPolicy, softmaxPolicy } from '../learners/readout';
import type { Readout } from '../learners/types';
import { discountedOccupancy, evaluatePolicy, goalStatistics, startReturn } from '../mdp/solve';
import { ACTION_COUNT, type Mdp, type Policy, type Values } from '../mdp/types';
import { toleranceOf } from './impossible';
import type { Problem } from './problem';
import type { Bound, ByClass, FrameLearner, SeedSnapshot, SeedStatus } from './types';

/** |Q̂| beyond this many value ranges is divergence. */
const DIVERGENCE = 1e3;

/** Exact values of the policies of the last measurement, from which the next ones are found faster. */
export interface WarmStart {
  readonly deployed?: Values;
  readonly greedy?: Values;
  readonly softmax?: Values;
}

/** What a method's readout means, as far as measuring it goes. */
export type Measured = Pick<LearnerMeta, 'actsOnValues' | 'sinks'>;

/** Everything measured of one learner instance and training seed, but for its status and losses. */
export interface Measurement {
  readonly metrics: Omit<SeedSnapshot, 'status' | 'losses'>;
  readonly frame: FrameLearner;
  readonly warm: WarmStart;
}

/**
 * Measures a readout against the exact truth (DESIGN 4). Pure: equal arguments give equal numbers;
 * the warm start only saves time.
 */
export function measure(
  problem: Problem,
  readout: Readout,
  method: Measured,
  warm: WarmStart = {},
): Measurement {
  const { mdp } = problem;
  const { q, policy } = readout;
  const deployed = evaluatePolicy(mdp, policy, warm.deployed);
  const { goalRate, goalSteps } = goalStatistics(mdp, policy);
  const acts = { trueReturn: startReturn(mdp, deployed.v), goalRate, goalSteps };
  const frame: FrameLearner = {
    q: q && Float32Array.from(q),
    trueQ: Float32Array.from(deployed.q),
    policy: Float32Array.from(policy),
    occupancy: normalized(discountedOccupancy(mdp, policy)),
  };
  if (q === null) {
    const values = {
      q: null,
      truePolicyQ: null,
      optimalQ: null,
      overestimation: null,
      bound: null,
    };
    return { metrics: { believedReturn: null, ...acts, ...values }, frame, warm: { deployed } };
  }
  const meter = method.actsOnValues
    ? valueBounds(problem, q, policy, deployed, warm)
    : { theory: null, practice: null, warm: {} };
  return {
    metrics: {
      believedReturn: believedReturn(mdp, readout.v),
      ...acts,
      q: byClass(problem, (pair) => q[pair]),
      truePolicyQ: byClass(problem, (pair) => deployed.q[pair]),
      optimalQ: byClass(problem, (pair) => problem.optimal.q[pair]),
      overestimation: byClass(problem, (pair) => q[pair] - deployed.q[pair]),
      bound: {
        theory: meter.theory,
        practice: meter.practice,
        pointwise: pointwiseBound(problem, q, deployed.q),
      },
    },
    frame,
    warm: { deployed, ...meter.warm },
  };
}

/**
 * Whether a learner's seed is beyond repair: a value or loss that is not finite, or |Q̂| beyond 1e3
 * value ranges (beyond 1e3 where every value is the same) on a pair of some class. With a method that
 * `sinks`, very negative values of pairs without data are its penalty at work and no divergence.
 */
export function statusOf(
  problem: Problem,
  readout: Readout,
  { sinks }: Measured,
  losses: Readonly<Record<string, number>> | null,
): SeedStatus {
  const { low, high } = problem.range;
  const limit = DIVERGENCE * (high - low || 1);
  const finite = (values: ArrayLike<number> | null) =>
    values === null || Array.prototype.every.call(values, Number.isFinite);
  const sound =
    finite(readout.v) &&
    finite(readout.policy) &&
    (losses === null || finite(Object.values(losses))) &&
    (readout.q === null ||
      readout.q.every((value, pair) => {
        const code = problem.classes[pair];
        if (code === 0) return true;
        const floor = sinks && code !== CLASS_CODES.data ? Number.NEGATIVE_INFINITY : -limit;
        return Number.isFinite(value) && value <= limit && value >= floor;
      }));
  return sound ? 'ok' : 'diverged';
}

/** Mean of a list; null where it is empty or not all of it is finite. */
function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const average = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Number.isFinite(average) ? average : null;
}

/** Unweighted means of a quantity over the pairs of each class. */
function byClass(problem: Problem, quantity: (pair: number) => number): ByClass {
  const meanOf = (name: PairClass) => {
    const values: number[] = [];
    problem.classes.forEach((code, pair) => {
      if (code === CLASS_CODES[name]) values.push(quantity(pair));
    });
    return mean(values);
  };
  return {
    data: meanOf('data'),
    unseenAction: meanOf('unseenAction'),
    unseenState: meanOf('unseenState'),
  };
}

/** (c) of the bound meter: shares of pairs with Q̂ ≤ Q^π̂ + tol. */
function pointwiseBound(problem: Problem, q: Float64Array, trueQ: Float64Array): ByClass {
  const tolerance = toleranceOf(problem.range);
  return byClass(problem, (pair) => (q[pair] <= trueQ[pair] + tolerance ? 1 : 0));
}

/**
 * (a) and (b) of the bound meter: shares of the seen states in which the expectation of Q̂ under
 * softmax Q̂ is at most the true value of that policy (Kumar et al. 2020, Theorem 3.2), and in which
 * max Q̂ is at most the true value of the greedy policy; both up to the tolerance.
 */
function valueBounds(
  problem: Problem,
  q: Float64Array,
  deployedPolicy: Policy,
  deployed: Values,
  warm: WarmStart,
): Pick<Bound, 'theory' | 'practice'> & { warm: WarmStart } {
  const table = Float32Array.from(q);
  const valuesOf = (policy: Policy, from: Values | undefined) =>
    samePolicy(policy, deployedPolicy) ? deployed : evaluatePolicy(problem.mdp, policy, from);
  const softmaxTable = softmaxPolicy(table);
  const softmax = valuesOf(softmaxTable, warm.softmax);
  const greedy = valuesOf(greedyPolicy(table), warm.greedy);
  const expected = expectedValues(softmaxTable, q);
  const largest = (s: number) => Math.max(...q.subarray(s * ACTION_COUNT, (s + 1) * ACTION_COUNT));
  return {
    theory: shareOfSeenStates(problem, (s) => expected[s] - softmax.v[s]),
    practice: shareOfSeenStates(problem, (s) => largest(s) - greedy.v[s]),
    warm: { softmax, greedy },
  };
}

/** Share of the states with N(s) > 0 in which an excess is at most the tolerance. */
function shareOfSeenStates(problem: Problem, excess: (state: number) => number): number | null {
  const tolerance = toleranceOf(problem.range);
  const held: number[] = [];
  problem.dataset.counts.states.forEach((visits, s) => {
    if (visits > 0) held.push(excess(s) <= tolerance ? 1 : 0);
  });
  return mean(held);
}

/** ρ₀·V̂, from the starts alone; null where the learner has no values or they are not finite. */
function believedReturn(mdp: Mdp, v: Float64Array | null): number | null {
  if (v === null) return null;
  const believed = mdp.start.reduce((sum, share, s) => (share > 0 ? sum + share * v[s] : sum), 0);
  return Number.isFinite(believed) ? believed : null;
}

function samePolicy(a: Policy, b: Policy): boolean {
  return a.every((probability, pair) => probability === b[pair]);
}

/** A distribution with its mass made 1, for display. */
function normalized(occupancy: Float64Array): Float32Array {
  const mass = occupancy.reduce((sum, share) => sum + share, 0);
  return Float32Array.from(occupancy, (share) => (mass > 0 ? share / mass : 0));
}
