import type { NetworkParameters } from '../types';

/** Outputs of a network at most: those of a row are one texel. */
export const MOST_OUTPUTS = 4;

/** Sizes of the networks of a stack as they lie in texels; where each part of a network begins. */
export interface FusedLayout {
  readonly features: number;
  readonly width: number;
  /** Pairs of rows of w1: of states where they are looked up, else of features, an even number. */
  readonly inputPairs: number;
  /** Pairs of hidden units. */
  readonly pairs: number;
  readonly b1: number;
  readonly w2: number;
  readonly b2: number;
  readonly w3: number;
  readonly b3: number;
  /** Texels of a network. */
  readonly count: number;
}

/**
 * Lays out one network. w1 and w2 are cut into blocks of 2 × 2, so that a block serves a product as
 * well as its transpose and two reads make eight multiplications; a bias texel holds two units
 * (in x and y), a texel of w3 the outputs of one unit. What is padded stays zero: its gradient is.
 */
export function fusedLayout(features: number, width: number, oneHot: boolean): FusedLayout {
  const inputPairs = oneHot ? Math.ceil(features / 2) : 2 * Math.ceil(features / 4);
  const pairs = Math.ceil(width / 2);
  const sizes = [inputPairs * pairs, pairs, pairs * pairs, pairs, 2 * pairs, 1];
  const starts = [0];
  for (const size of sizes) starts.push(starts[starts.length - 1] + size);
  const [, b1, w2, b2, w3, b3, count] = starts;
  return { features, width, inputPairs, pairs, b1, w2, b2, w3, b3, count };
}

/** Calls `visit` with the place of every number in texels (from the network's beginning), by part. */
function visitNumbers(
  { features, width, pairs, b1, w2, b2, w3, b3 }: FusedLayout,
  outputs: number,
  visit: (part: keyof NetworkParameters, i: number, place: number) => void,
): void {
  const block = (part: 'w1' | 'w2', start: number, rows: number) => {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < width; column++) {
        const texel = start + (row >> 1) * pairs + (column >> 1);
        visit(part, row * width + column, texel * 4 + (row & 1) * 2 + (column & 1));
      }
    }
  };
  block('w1', 0, features);
  block('w2', w2, width);
  for (let unit = 0; unit < width; unit++) {
    visit('b1', unit, (b1 + (unit >> 1)) * 4 + (unit & 1));
    visit('b2', unit, (b2 + (unit >> 1)) * 4 + (unit & 1));
    for (let o = 0; o < outputs; o++) visit('w3', unit * outputs + o, (w3 + unit) * 4 + o);
  }
  for (let o = 0; o < outputs; o++) visit('b3', o, b3 * 4 + o);
}

function sizesOf({ features, width }: FusedLayout, outputs: number) {
  return {
    w1: features * width,
    b1: width,
    w2: width * width,
    b2: width,
    w3: width * outputs,
    b3: outputs,
  };
}

/**
 * Writes a network's parameters into `texels`, which begin with it. Throws RangeError where an array
 * does not fit the layout.
 */
export function writeNetwork(
  texels: Float32Array,
  layout: FusedLayout,
  parameters: NetworkParameters,
): void {
  const outputs = parameters.b3.length;
  for (const [part, size] of Object.entries(sizesOf(layout, outputs))) {
    const { length } = parameters[part as keyof NetworkParameters];
    if (length !== size) throw new RangeError(`${part} has ${length} numbers, expected ${size}.`);
  }
  visitNumbers(layout, outputs, (part, i, place) => {
    texels[place] = parameters[part][i];
  });
}

/** Reads a network (parameters or gradients) from texels that begin with it. */
export function readNetwork(
  texels: Float32Array,
  layout: FusedLayout,
  outputs: number,
): NetworkParameters {
  const sizes = sizesOf(layout, outputs);
  const read = {
    w1: new Float32Array(sizes.w1),
    b1: new Float32Array(sizes.b1),
    w2: new Float32Array(sizes.w2),
    b2: new Float32Array(sizes.b2),
    w3: new Float32Array(sizes.w3),
    b3: new Float32Array(sizes.b3),
  };
  visitNumbers(layout, outputs, (part, i, place) => {
    read[part][i] = texels[place];
  });
  return read;
}
