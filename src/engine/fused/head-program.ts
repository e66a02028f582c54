import type { Placed, ReadGroup } from '../members';
import type { Read, StackLearner } from '../types';
import type { FusedSizes, PassSizes } from './forward';
import { HEAD_FUNCTIONS, HEADS } from './heads';
import { type BoundProgram, bind } from './program';
import type { TexelGrid } from './texels';

/** Hyper-parameters of a head at most: those of a seed are one texel. */
const MOST_HYPER = 4;

/** One forward pass of all seeds: which network, its online or target parameters, at which state. */
export interface Pass {
  readonly network: Placed;
  readonly of: Read['of'];
  readonly at: Read['at'];
}

/** The passes of a step: every online network at the batch's states first, then what losses read. */
export function passesOf(placed: readonly Placed[], groups: readonly ReadGroup[]): Pass[] {
  return [
    ...placed.map((network): Pass => ({ network, of: 'online', at: 'state' })),
    ...groups.flatMap(({ of, at, networks }) => networks.map((network) => ({ network, of, at }))),
  ];
}

/** A learner's head, bound to a stack. */
export interface BoundHead {
  readonly learner: StackLearner;
  readonly program: BoundProgram;
  /** Hyper-parameters in the order of a texel. */
  readonly hyper: readonly string[];
  /** For each of the learner's terms, its place in a texel. */
  readonly termPlaces: readonly number[];
  /** Texels of the gradients, before those of the terms. */
  readonly gradientTexels: number;
}

const LANES = ['x', 'y', 'z', 'w'] as const;

/**
 * Outputs to output gradients and terms of one learner, in one launch. It writes a plane of a texel a
 * row for each network, in the learner's order, and one of the terms summed since they were last read
 * (`carry` 1: on top of those of `previous`).
 *
 * @param sampledColumn place of the learner's sampled actions among the numbers of a batch row.
 * Throws RangeError where the learner has no fused loss or one that does not fit it.
 */
export function headProgram(
  grid: TexelGrid,
  { seeds, columns }: FusedSizes,
  { rowPairs }: PassSizes,
  rows: number,
  learner: StackLearner,
  passes: readonly Pass[],
  sampledColumn: number | null,
): BoundHead {
  if (learner.head === undefined) throw new RangeError(`Learner ${learner.id} has no fused loss.`);
  const hyper: string[] = [];
  const passOf = (name: string, of: Read['of'], at: Read['at']): string => {
    const found = passes.findIndex(
      ({ network, ...where }) =>
        network.learner === learner && network.name === name && where.of === of && where.at === at,
    );
    if (found < 0) {
      throw new RangeError(
        `The fused loss of ${learner.id} reads ${name} ${of} at ${at}, which it did not declare.`,
      );
    }
    return `fetch(outputs, ${found} * all + r)`;
  };
  const head = HEADS[learner.head.kind]({
    options: learner.head.options,
    outputs: (network) => passOf(network, 'online', 'state'),
    read: passOf,
    hyper(name) {
      if (learner.hyper[name] === undefined) {
        throw new RangeError(`There is no hyper-parameter ${name} of a learner ${learner.id}.`);
      }
      if (!hyper.includes(name)) hyper.push(name);
      return `hyper1.${LANES[hyper.indexOf(name)]}`;
    },
    sampled() {
      if (sampledColumn === null) {
        throw new RangeError(`Learner ${learner.id} did not ask for random actions.`);
      }
      const lane = LANES[sampledColumn % 4];
      return `int(fetch(batch, r * columns + ${sampledColumn >> 2}).${lane})`;
    },
  });
  if (hyper.length > MOST_HYPER) {
    throw new RangeError(
      `The fused loss of ${learner.id} has more than ${MOST_HYPER} hyper-parameters.`,
    );
  }
  const planes = learner.networks.map(({ name }) => {
    const gradient = head.gradients[name];
    if (gradient === undefined) {
      throw new RangeError(`The fused loss of ${learner.id} has no gradient of ${name}.`);
    }
    return gradient;
  });
  const termPlaces = learner.terms.map((term) => {
    const place = head.terms.indexOf(term);
    if (place < 0) throw new RangeError(`The fused loss of ${learner.id} has no term ${term}.`);
    return place;
  });
  const all = seeds * rowPairs * 2;
  const program = bind('head', grid, {
    inputs: ['outputs', 'batch', 'hyper', 'previous'],
    integers: { rowsPadded: rowPairs * 2, rows, all, columns },
    floats: ['carry'],
    count: (planes.length + 1) * all,
    code: `${HEAD_FUNCTIONS}
    vec4 compute(int i) {
      int plane = i / all;
      int r = i % all;
      if (r % rowsPadded >= rows) return vec4(0.0);
      vec4 hyper1 = fetch(hyper, r / rowsPadded);
      vec4 columnsA = fetch(batch, r * columns);
      vec4 columnsB = fetch(batch, r * columns + 1);
      int action = int(columnsA.z);
      float reward = columnsA.w;
      float continues = columnsB.x;
      float scale = 1.0 / float(rows);
      ${head.code}
      ${planes.map((gradient, p) => `if (plane == ${p}) return ${gradient};`).join('\n      ')}
      vec4 terms = ${head.termValues};
      return carry == 0.0 ? terms : terms + fetch(previous, i);
    }`,
  });
  return { learner, program, hyper, termPlaces, gradientTexels: planes.length * all };
}

/** Brings the gradients of all heads together, in the order of the members. */
export function joinProgram(grid: TexelGrid, heads: readonly BoundHead[]): BoundProgram {
  const ends: number[] = [];
  for (const { gradientTexels } of heads) ends.push((ends.at(-1) ?? 0) + gradientTexels);
  const integers = Object.fromEntries(ends.map((end, h) => [`end${h}`, end]));
  const choices = heads.map((_, h) => {
    const start = h === 0 ? '' : ` - end${h - 1}`;
    return `if (i < end${h}) return fetch(head${h}, i${start});`;
  });
  return bind('join', grid, {
    inputs: heads.map((_, h) => `head${h}`),
    integers,
    count: ends.at(-1) ?? 0,
    code: `
    vec4 compute(int i) {
      ${choices.join('\n      ')}
      return vec4(0.0);
    }`,
  });
}
