import { stacks } from '../../texts/stacks';
import type { NetworkParameters } from '../types';
import type { Address, Kernels } from './module';

const FLOAT = 4;
/** Everything starts on a cache line. */
const LINE = 64;
/** Bytes of a page of WebAssembly memory. */
const PAGE = 65536;

/** `count` rounded up to a multiple of `step`. */
export function roundUp(count: number, step: number): number {
  return Math.ceil(count / step) * step;
}

/** Hands out places in a module's memory; what they add up to is claimed at once at the end. */
export class Arena {
  #next: number;

  constructor(private readonly kernels: Kernels) {
    this.#next = roundUp(kernels.heapBase(), LINE);
  }

  /** Place of `count` 4-byte numbers. */
  floats(count: number): Address {
    return this.bytes(count * FLOAT);
  }

  bytes(count: number): Address {
    const place = this.#next;
    this.#next += roundUp(count, LINE);
    return place;
  }

  /**
   * Grows the memory to everything handed out; it never grows again, so that views of it stay. Fresh
   * memory is all zeros. Throws RangeError with a sentence where there is not that much.
   */
  claim(): void {
    const { memory } = this.kernels;
    const missing = Math.ceil(this.#next / PAGE) - memory.buffer.byteLength / PAGE;
    try {
      if (missing > 0) memory.grow(missing);
    } catch (cause) {
      throw new RangeError(stacks().memory(Math.ceil(this.#next / 2 ** 20)), { cause });
    }
  }
}

/** Sizes of one network as they are and as they lie in memory, padded with zeros. */
export interface NetworkShape {
  readonly features: number;
  readonly width: number;
  readonly outputs: number;
  /** Rows of w1 in memory: a multiple of 4, or all states where a row is looked up. */
  readonly rows: number;
  /** Multiples of 4. */
  readonly paddedWidth: number;
  readonly paddedOutputs: number;
}

/** Where the parts of a network lie from its beginning, in bytes. */
export interface NetworkLayout {
  readonly shape: NetworkShape;
  readonly b1: number;
  readonly w2: number;
  readonly b2: number;
  readonly w3: number;
  readonly b3: number;
  /** Numbers in all, a multiple of 4; w1 comes first. */
  readonly count: number;
  /** Bytes from one such network to the next. */
  readonly stride: number;
}

/** Lays out one network: w1, b1, w2, b2, w3, b3, each with padded rows. */
export function networkLayout(
  features: number,
  width: number,
  outputs: number,
  oneHot: boolean,
): NetworkLayout {
  const paddedWidth = roundUp(width, 4);
  const paddedOutputs = roundUp(outputs, 4);
  const rows = oneHot ? features : roundUp(features, 4);
  const sizes = [
    rows * paddedWidth,
    paddedWidth,
    paddedWidth * paddedWidth,
    paddedWidth,
    paddedWidth * paddedOutputs,
    paddedOutputs,
  ];
  const starts: number[] = [0];
  for (const size of sizes) starts.push(starts[starts.length - 1] + size);
  const [, b1, w2, b2, w3, b3, count] = starts;
  return {
    shape: { features, width, outputs, rows, paddedWidth, paddedOutputs },
    b1: b1 * FLOAT,
    w2: w2 * FLOAT,
    b2: b2 * FLOAT,
    w3: w3 * FLOAT,
    b3: b3 * FLOAT,
    count,
    stride: roundUp(count * FLOAT, LINE),
  };
}

interface Part {
  readonly name: keyof NetworkParameters;
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  /** Numbers from row to row in memory. */
  readonly leading: number;
}

function partsOf(layout: NetworkLayout): Part[] {
  const { features, width, outputs, paddedWidth, paddedOutputs } = layout.shape;
  return [
    { name: 'w1', at: 0, rows: features, columns: width, leading: paddedWidth },
    { name: 'b1', at: layout.b1, rows: 1, columns: width, leading: paddedWidth },
    { name: 'w2', at: layout.w2, rows: width, columns: width, leading: paddedWidth },
    { name: 'b2', at: layout.b2, rows: 1, columns: width, leading: paddedWidth },
    { name: 'w3', at: layout.w3, rows: width, columns: outputs, leading: paddedOutputs },
    { name: 'b3', at: layout.b3, rows: 1, columns: outputs, leading: paddedOutputs },
  ];
}

/** Copies a `[rows × columns]` matrix to memory, its rows `leading` numbers apart. */
export function writeMatrix(
  memory: Float32Array,
  place: Address,
  values: Float32Array,
  columns: number,
  leading: number,
): void {
  const start = place / FLOAT;
  for (let row = 0; row * columns < values.length; row++) {
    memory.set(values.subarray(row * columns, (row + 1) * columns), start + row * leading);
  }
}

/** Writes parameters to memory. Throws RangeError where an array's length does not fit the shape. */
export function writeParameters(
  memory: Float32Array,
  place: Address,
  layout: NetworkLayout,
  parameters: NetworkParameters,
): void {
  for (const { name, at, rows, columns, leading } of partsOf(layout)) {
    const values = parameters[name];
    if (values.length !== rows * columns) {
      throw new RangeError(`${name} has ${values.length} numbers, expected ${rows * columns}.`);
    }
    writeMatrix(memory, place + at, values, columns, leading);
  }
}

/** Copies a network (parameters or gradients) out of memory, without its padding. */
export function readParameters(
  memory: Float32Array,
  place: Address,
  layout: NetworkLayout,
): NetworkParameters {
  const read = new Map(
    partsOf(layout).map(({ name, at, rows, columns, leading }) => {
      const start = (place + at) / FLOAT;
      const values = new Float32Array(rows * columns);
      for (let row = 0; row < rows; row++) {
        const from = start + row * leading;
        values.set(memory.subarray(from, from + columns), row * columns);
      }
      return [name, values] as const;
    }),
  );
  const part = (name: keyof NetworkParameters) => read.get(name) ?? new Float32Array(0);
  return {
    w1: part('w1'),
    b1: part('b1'),
    w2: part('w2'),
    b2: part('b2'),
    w3: part('w3'),
    b3: part('b3'),
  };
}
