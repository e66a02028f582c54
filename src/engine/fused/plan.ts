import * as tf from '@tensorflow/tfjs-core';
import { stacks } from '../../texts/stacks';
import { checkSpec, groupReads, type Placed, placeNetworks } from '../members';
import type { StackSpec } from '../types';
import { type BackwardPrograms, backwardPrograms, finiteProgram } from './backward';
import { columnsOf, extraColumns } from './batch';
import {
  type ForwardPrograms,
  type FusedSizes,
  forwardPrograms,
  type PassSizes,
  PLANE_COUNT,
  PLANES,
} from './forward';
import { type BoundHead, headProgram, joinProgram, type Pass, passesOf } from './head-program';
import { fusedLayout, MOST_OUTPUTS } from './layout';
import type { BoundProgram } from './program';
import { TEXEL_BYTES, type TexelGrid, texelGrid } from './texels';

/** Rows that are evaluated at once when all states are. */
const MOST_STATES = 256;
/** Texels that a stack may hold, so that a graphics driver is not driven out of memory. */
const MOST_TEXELS = 2 ** 27;

/** Sizes and programs of a stack. */
export interface FusedPlan {
  readonly grid: TexelGrid;
  readonly sizes: FusedSizes;
  readonly placed: readonly Placed[];
  readonly passes: readonly Pass[];
  /** Learners that want sampled actions, in the order of their columns. */
  readonly sampling: readonly string[];
  /** A loss asks for what the data contains. */
  readonly asksSeen: boolean;
  readonly training: PassSizes;
  readonly everyState: PassSizes;
  readonly forward: ForwardPrograms;
  readonly heads: readonly BoundHead[];
  readonly join: BoundProgram;
  readonly backward: BackwardPrograms;
  /** All online networks on states that all seeds share. */
  readonly evaluate: ForwardPrograms;
  readonly finite: BoundProgram;
}

function checkOutputs({ learners, data }: StackSpec): void {
  for (const { id, networks } of learners) {
    for (const { name, outputs } of networks) {
      if (outputs !== 1 && outputs !== MOST_OUTPUTS) {
        throw new RangeError(
          `The fused programs know networks of 1 or ${MOST_OUTPUTS} outputs; ${name} of ${id} has ${outputs}.`,
        );
      }
    }
  }
  const row = data.action.findIndex((action) => action >= MOST_OUTPUTS);
  if (row >= 0) {
    throw new RangeError(
      `The data: action ${data.action[row]} of row ${row} is not one of ${MOST_OUTPUTS} actions.`,
    );
  }
}

/**
 * Plans a stack and writes its programs. Throws RangeError with a sentence where the spec does not fit
 * together, or the graphics memory would be too small.
 */
export function planFused(spec: StackSpec): FusedPlan {
  checkSpec(spec);
  checkOutputs(spec);
  const { learners, seeds, table, width, batch } = spec;
  const placed = placeNetworks(learners);
  const passes = passesOf(placed, groupReads(placed));
  const sampling = learners.filter(({ loss }) => loss.drawsActions).map(({ id }) => id);
  const asksSeen = learners.some(({ loss }) => loss.asksSeen);
  const sizes: FusedSizes = {
    layout: fusedLayout(table.features, width, table.oneHot),
    oneHot: table.oneHot,
    members: placed.length * seeds,
    seeds,
    columns: columnsOf(sampling.length, asksSeen),
  };
  const training: PassSizes = {
    passes: passes.length,
    rowPairs: Math.ceil(batch / 2),
    shared: false,
  };
  const everyState: PassSizes = {
    passes: placed.length,
    rowPairs: Math.ceil(Math.min(table.states, MOST_STATES) / 2),
    shared: true,
  };
  const { pairs, count, inputPairs } = sizes.layout;
  const state = PLANE_COUNT * sizes.members * count;
  const hidden = ({ passes: k, rowPairs }: PassSizes) => k * seeds * rowPairs * pairs;
  const encodings = table.oneHot ? 0 : (table.states * inputPairs) / 2;
  const held = 2 * state + sizes.members * count + 4 * hidden(training) + hidden(everyState);
  if (held + encodings > MOST_TEXELS) {
    const needed = Math.ceil(((held + encodings) * TEXEL_BYTES) / 2 ** 30);
    throw new RangeError(stacks().graphicsMemory(needed));
  }
  const grid = texelGrid(
    Math.max(state, hidden(training), hidden(everyState), encodings),
    tf.env().getNumber('WEBGL_MAX_TEXTURE_SIZE'),
  );
  const heads = learners.map((learner) => {
    const extra = extraColumns(sampling, asksSeen, learner.id);
    return headProgram(grid, sizes, training, batch, learner, passes, extra, table.states);
  });
  return {
    grid,
    sizes,
    placed,
    passes,
    sampling,
    asksSeen,
    training,
    everyState,
    forward: forwardPrograms(grid, sizes, training),
    heads,
    join: joinProgram(grid, heads),
    backward: backwardPrograms(grid, sizes, training.rowPairs),
    evaluate: forwardPrograms(grid, sizes, everyState),
    finite: finiteProgram(grid, sizes),
  };
}

/**
 * What the programs know of the passes: network, plane of its parameters, 1 for the next state, and which
 * of the minibatches its learner takes.
 */
export function passTexels(
  passes: readonly Pass[],
  batchOf: (learner: string) => number,
): Float32Array {
  return Float32Array.from(
    passes.flatMap(({ network, of, at }) => [
      network.online,
      PLANES[of],
      Number(at === 'nextState'),
      batchOf(network.learner.id),
    ]),
  );
}
