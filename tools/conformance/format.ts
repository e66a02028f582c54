import * as v from 'valibot';
import { LEARNER_KINDS } from '../../src/learners/types';

const vector = v.array(v.number());
const matrix = v.array(vector);
const flag = v.optional(v.boolean(), false);

const network = v.object({
  w1: matrix,
  b1: vector,
  w2: matrix,
  b2: vector,
  w3: matrix,
  b3: vector,
});
const networks = v.record(v.string(), network);
const after = v.object({ online: networks, target: networks });

/** A learner file: one minibatch, all parameters, and what one and five steps must give. */
export const learnerFile = v.object({
  kind: v.literal('learner'),
  name: v.string(),
  learner: v.picklist(LEARNER_KINDS),
  // What the learners of today leave out is filled in; a learner's other settings are taken as they are.
  hyper: v.looseObject({
    gamma: v.number(),
    learningRate: v.number(),
    polyak: v.number(),
    adam: v.optional(v.object({ beta1: v.number(), beta2: v.number(), epsilon: v.number() }), {
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-8,
    }),
    double: flag,
    backup: v.optional(v.picklist(['max', 'softmax']), 'max'),
    penalty: v.optional(v.picklist(['exact', 'sampled-sketch']), 'exact'),
    alpha: v.optional(v.number()),
    temperature: v.optional(v.number(), 1),
    expectile: v.optional(v.number()),
    beta: v.optional(v.number()),
    weightClip: v.optional(v.number(), 100),
  }),
  sizes: v.object({
    input: v.number(),
    hidden: v.number(),
    actions: v.number(),
    batch: v.number(),
  }),
  batch: v.object({
    x: matrix,
    action: vector,
    reward: vector,
    nextX: matrix,
    terminal: v.array(v.pipe(v.union([v.number(), v.boolean()]), v.transform(Number))),
    randomAction: v.optional(vector),
  }),
  online: networks,
  target: networks,
  expect: v.object({
    terms: v.record(v.string(), v.number()),
    gradients: networks,
    after1: after,
    after5: after,
  }),
});
export type LearnerFile = v.InferOutput<typeof learnerFile>;
export type GoldenNetwork = v.InferOutput<typeof network>;

const solved = v.object({ q: matrix, v: vector, return: v.number() });
const evaluated = v.object({ ...solved.entries, occupancy: vector });

/** An MDP file: a map, its tables, and exact values of several policies. */
export const mdpFile = v.object({
  kind: v.literal('mdp'),
  name: v.string(),
  map: v.array(v.string()),
  slip: v.number(),
  rewards: v.object({ step: v.number(), goal: v.number(), pit: v.number(), cliff: v.number() }),
  gamma: v.number(),
  cells: matrix,
  terminal: v.array(v.union([v.number(), v.boolean()])),
  transitions: v.array(v.array(v.array(v.tuple([v.number(), v.number()])))),
  expectedReward: matrix,
  optimal: solved,
  uniform: evaluated,
  policy: v.object({ ...evaluated.entries, probabilities: matrix }),
  support: v.object({ ...solved.entries, allowed: matrix }),
});
export type MdpFile = v.InferOutput<typeof mdpFile>;

export type GoldenFile = LearnerFile | MdpFile;

/** Reads a golden file. Throws an Error with a sentence that says what is wrong and where. */
export function parseGolden(text: string): GoldenFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`it is not JSON: ${(error as Error).message}`);
  }
  const result = v.safeParse(v.variant('kind', [learnerFile, mdpFile]), json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`at ${v.getDotPath(issue) ?? 'the top'}: ${issue.message}`);
}
