import { CLASS_CODES } from '../data/dataset';
import type { PairClass } from '../data/types';
import type { LearnerMeta } from '../learners/meta';
import { expectedValues, greedyPolicy, softmaxPolicy } from '../learners/readout';
import type { Readout } from '../learners/types';
import { discountedOccupancy, evaluatePolicy, goalStatistics, startReturn } from '../mdp/solve';
import { ACTION_COUNT, type Mdp, type Policy, type Values } from '../mdp/types';
import { type Belief, locateGap } from './gap';
import { toleranceOf } from './impossible';
import type { Problem } from './problem';
import type {
  Bound,
  ByClass,
  Fare,
  FrameLearner,
  Readings,
  SeedSnapshot,
  SeedStatus,
} from './types';

/** |Q̂| beyond this many value ranges is divergence. */
const DIVERGENCE = 1e3;

/** Exact values of the policies of the last measurement, from which the next ones are found faster. */
export interface WarmStart {
  readonly deployed?: Values;
  /** Of the reading that is not deployed. */
  readonly other?: Values;
  readonly greedy?: Values;
  readonly softmax?: Values;
}

/** What a method's readout means, as far as measuring it goes. */
export type Measured = Pick<LearnerMeta, 'believesIn' | 'actsOnValues' | 'sinks'>;

/** What a learner says, in the world's own units. */
export interface Tables {
  readonly q: Float64Array | null;
  readonly v: Float64Array | null;
  readonly policy: Float64Array;
}

/** Everything measured of one learner instance and training seed, but for its status and losses. */
export interface Measurement {
  readonly metrics: Omit<SeedSnapshot, 'status' | 'losses' | 'online'>;
  readonly tables: Tables;
  readonly frame: Omit<FrameLearner, 'tried'>;
  readonly warm: WarmStart;
}

/** A table in the learner's units in those of the world. */
function inWorldUnits(values: Float64Array | null, scale: number): Float64Array | null {
  return values?.map((value) => value / scale) ?? null;
}

/**
 * Measures a readout against the exact truth (docs/contract.md#truth), in the world's own units: the
 * learner's are `scale` times as large. Pure: equal arguments give equal numbers; the warm start only
 * saves time.
 */
export function measure(
  problem: Problem,
  readout: Readout,
  method: Measured,
  scale = 1,
  warm: WarmStart = {},
): Measurement {
  const { mdp } = problem;
  const { policy } = readout;
  const q = inWorldUnits(readout.q, scale);
  const v = inWorldUnits(readout.v, scale);
  const deployed = evaluatePolicy(mdp, policy, warm.deployed);
  const acts = fareOf(mdp, policy, deployed);
  const { readings, other } = readingsOf(mdp, readout, acts, warm);
  const occupancy = discountedOccupancy(mdp, policy);
  const belief = beliefOf(q, v, method);
  const lie = belief && locateGap(mdp, policy, belief, problem.classes, occupancy);
  const frame: Measurement['frame'] = {
    q: q && Float32Array.from(q),
    trueQ: Float32Array.from(deployed.q),
    policy: Float32Array.from(policy),
    occupancy: normalized(occupancy),
    delta: lie && Float32Array.from(lie.delta),
    share: lie && Float32Array.from(lie.share),
  };
  const tables: Tables = { q, v, policy };
  if (q === null) {
    const values = {
      q: null,
      truePolicyQ: null,
      optimalQ: null,
      overestimation: null,
      gap: null,
      bound: null,
    };
    return {
      metrics: { believedReturn: null, ...acts, ...values, readings },
      tables,
      frame,
      warm: { deployed, ...other },
    };
  }
  const meter = method.actsOnValues
    ? valueBounds(problem, { learned: readout.q ?? q, q }, policy, deployed, warm)
    : { theory: null, practice: null, warm: {} };
  return {
    metrics: {
      believedReturn: believedReturn(mdp, v),
      ...acts,
      q: byClass(problem, (pair) => q[pair]),
      truePolicyQ: byClass(problem, (pair) => deployed.q[pair]),
      optimalQ: byClass(problem, (pair) => problem.optimal.q[pair]),
      overestimation: byClass(problem, (pair) => q[pair] - deployed.q[pair]),
      gap: lie?.gap ?? null,
      readings,
      bound: {
        theory: meter.theory,
        practice: meter.practice,
        pointwise: pointwiseBound(problem, q, deployed.q),
      },
    },
    tables,
    frame,
    warm: { deployed, ...other, ...meter.warm },
  };
}

/** What a learner believes in: its action values, or its values of states. */
function beliefOf(
  q: Float64Array | null,
  v: Float64Array | null,
  { believesIn }: Measured,
): Belief | null {
  if (believesIn === 'states') return v && { of: 'states', v };
  return q && { of: 'pairs', q };
}

function fareOf(mdp: Mdp, policy: Policy, { v }: Values): Fare {
  const { goalRate, goalSteps } = goalStatistics(mdp, policy);
  return { trueReturn: startReturn(mdp, v), goalRate, goalSteps };
}

/** How both readings of a learned distribution fare, one of which is deployed; null where there are none. */
function readingsOf(
  mdp: Mdp,
  { policy, readings }: Readout,
  deployed: Fare,
  warm: WarmStart,
): { readonly readings: Readings | null; readonly other?: Pick<WarmStart, 'other'> } {
  if (readings === null) return { readings: null };
  const asDeployed = (reading: Policy) => reading === policy || samePolicy(reading, policy);
  const { distribution, mostLikely } = readings;
  if (asDeployed(distribution) && asDeployed(mostLikely))
    return { readings: { distribution: deployed, mostLikely: deployed } };
  const left = asDeployed(distribution) ? mostLikely : distribution;
  const values = evaluatePolicy(mdp, left, warm.other);
  const fare = fareOf(mdp, left, values);
  return {
    readings:
      left === mostLikely
        ? { distribution: deployed, mostLikely: fare }
        : { distribution: fare, mostLikely: deployed },
    other: { other: values },
  };
}

/**
 * Whether a learner's seed is beyond repair: a value or loss that is not finite, or |Q̂| beyond 1e3
 * value ranges (beyond 1e3 where every value is the same) on a pair of some class, the readout being in
 * units of value times `scale`. With a method that `sinks`, very negative values of pairs without data
 * are its penalty at work and no divergence.
 */
export function statusOf(
  problem: Problem,
  readout: Readout,
  { sinks }: Measured,
  losses: Readonly<Record<string, number>> | null,
  scale = 1,
): SeedStatus {
  const { low, high } = problem.range;
  const limit = DIVERGENCE * (high - low || 1) * scale;
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
 * max Q̂ is at most the true value of the greedy policy; both up to the tolerance. The softmax is that
 * of the values as they were `learned`, expectations are of `q`, the same in the world's units.
 */
function valueBounds(
  problem: Problem,
  { learned, q }: { readonly learned: Float64Array; readonly q: Float64Array },
  deployedPolicy: Policy,
  deployed: Values,
  warm: WarmStart,
): Pick<Bound, 'theory' | 'practice'> & { warm: WarmStart } {
  const table = Float32Array.from(learned);
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
