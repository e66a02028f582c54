import type { OutputPlace } from '../loss/graph';
import type { Placed, ReadGroup } from '../members';
import type { StackLearner, TruthTables } from '../types';
import type { FusedSizes, PassSizes } from './forward';
import { HEAD_FUNCTIONS, printHead } from './heads';
import { type BoundProgram, bind } from './program';
import type { TexelGrid } from './texels';

/** One forward pass of all seeds: which network, its online or target parameters, at which state. */
export interface Pass {
  readonly network: Placed;
  readonly of: OutputPlace['of'];
  readonly at: OutputPlace['at'];
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
  /** Texels of the terms of a row, four to one. */
  readonly termTexels: number;
  /** Texels of the gradients, before those of the terms. */
  readonly gradientTexels: number;
}

const LANES = ['x', 'y', 'z', 'w'] as const;

/** Columns of a batch row that only some losses ask for, by their places among its numbers. */
export interface ExtraColumns {
  /** The learner's sampled actions. */
  readonly sampled: number | null;
  /** What the data contains at the row's states. */
  readonly seen: Readonly<Record<OutputPlace['at'], number>> | null;
}

/**
 * Outputs to output gradients and terms of one learner, in one launch. It writes a plane of a texel a
 * row for each network, in the learner's order, and one for every four terms, summed since they were last
 * read (`carry` 1: on top of those of `previous`). `plane` says which of the minibatches it takes. Where the
 * loss takes tables of truth, they are an input more (`truthTexels`).
 */
export function headProgram(
  grid: TexelGrid,
  { seeds, columns }: FusedSizes,
  { rowPairs }: PassSizes,
  rows: number,
  learner: StackLearner,
  passes: readonly Pass[],
  extra: ExtraColumns,
  states: number,
): BoundHead {
  const { loss } = learner;
  const column = (place: number | null | undefined): string => {
    if (place === null || place === undefined) {
      throw new RangeError(`The batch lacks a column that the loss of ${learner.id} asks for.`);
    }
    return `fetch(batch, row + ${place >> 2}).${LANES[place % 4]}`;
  };
  const hyperTexels = hyperTexelsOf(loss.hyper.length);
  const head = printHead(loss, learner.networks, {
    outputs({ network: name, of, at }) {
      const found = passes.findIndex(
        ({ network, ...where }) =>
          network.learner === learner &&
          network.name === name &&
          where.of === of &&
          where.at === at,
      );
      return `fetch(outputs, ${found} * all + r)`;
    },
    hyper(name) {
      const place = loss.hyper.indexOf(name);
      return `fetch(hyper, (r / rowsPadded) * ${hyperTexels} + ${place >> 2}).${LANES[place % 4]}`;
    },
    sampled: () => `int(${column(extra.sampled)})`,
    seen: (at) => column(extra.seen?.[at]),
    truth: ({ of, at }) =>
      `fetch(truth, int(columnsA.${at === 'state' ? 'x' : 'y'})${of === 'state' ? ` + ${states}` : ''})`,
  });
  const all = seeds * rowPairs * 2;
  const planes = head.gradients.length;
  const program = bind('head', grid, {
    inputs: ['outputs', 'batch', 'hyper', 'previous', ...(takesTruth(learner) ? ['truth'] : [])],
    integers: { rowsPadded: rowPairs * 2, rows, all, columns },
    floats: ['carry', 'plane'],
    count: (planes + head.terms.length) * all,
    code: `${HEAD_FUNCTIONS}
    vec4 compute(int i) {
      int written = i / all;
      int r = i % all;
      if (r % rowsPadded >= rows) return vec4(0.0);
      int row = (int(plane) * all + r) * columns;
      vec4 columnsA = fetch(batch, row);
      vec4 columnsB = fetch(batch, row + 1);
      int action = int(columnsA.z);
      float reward = columnsA.w;
      float continues = columnsB.x;
      float scale = 1.0 / float(rows);
      ${head.code}
      ${head.gradients.map((gradient, p) => `if (written == ${p}) return ${gradient};`).join('\n      ')}
      vec4 terms = vec4(0.0);
      ${head.terms.map((terms, t) => `if (written == ${planes + t}) terms = ${terms};`).join('\n      ')}
      return carry == 0.0 ? terms : terms + fetch(previous, i);
    }`,
  });
  return { learner, program, termTexels: head.terms.length, gradientTexels: planes * all };
}

export function takesTruth({ loss }: StackLearner): boolean {
  return loss.truths.length > 0;
}

/** What is put in the place of target values: a texel a state of its actions, then one a state of its own. */
export function truthTexels({ actions, state }: TruthTables): Float32Array {
  const texels = new Float32Array(actions.length + 4 * state.length);
  texels.set(actions);
  state.forEach((value, s) => {
    texels[actions.length + 4 * s] = value;
  });
  return texels;
}

/** Texels that the hyper-parameters of a seed take; one at least, since an input may not be empty. */
export function hyperTexelsOf(count: number): number {
  return Math.max(1, Math.ceil(count / 4));
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
