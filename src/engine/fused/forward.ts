import type { FusedLayout } from './layout';
import { type BoundProgram, bind } from './program';
import type { TexelGrid } from './texels';

/** Sizes of a stack that all of its programs know. */
export interface FusedSizes {
  readonly layout: FusedLayout;
  readonly oneHot: boolean;
  /** Online networks times seeds: member m is network ⌊m / seeds⌋ and seed m mod seeds. */
  readonly members: number;
  readonly seeds: number;
  /** Texels a row of the batch. */
  readonly columns: number;
}

/** Rows that go through the networks, and how often. */
export interface PassSizes {
  /** Networks evaluated, each of all seeds, on the state or the next state of its rows. */
  readonly passes: number;
  /** Pairs of rows a seed. */
  readonly rowPairs: number;
  /** True where all seeds go through the same rows. */
  readonly shared: boolean;
}

/** Planes of the state matrix: what a step reads and replaces, a network's texels a member each. */
export const PLANES = { online: 0, first: 1, second: 2, target: 3 } as const;
export const PLANE_COUNT = 4;

/** Where pass k of seed s has its parameters. */
const PASS = `
  int baseOf(vec4 pass, int s) {
    return (int(pass.y) * members + int(pass.x) * seeds + s) * count1;
  }
`;

/** The first layer: a row of w1 looked up, or encodings times w1; bias and rectifier. */
function firstLayer(grid: TexelGrid, sizes: FusedSizes, pass: PassSizes): BoundProgram {
  const { layout, oneHot, members, seeds, columns } = sizes;
  const product = oneHot
    ? `
      vec4 first = fetch(state, base + (stateA >> 1) * pairs + j);
      vec4 second = fetch(state, base + (stateB >> 1) * pairs + j);
      vec4 sum = vec4(
        (stateA & 1) == 0 ? first.xy : first.zw,
        (stateB & 1) == 0 ? second.xy : second.zw
      );`
    : `
      vec4 sum = vec4(0.0);
      for (int r = 0; r < quads; r++) {
        vec4 a = fetch(table, stateA * quads + r);
        vec4 b = fetch(table, stateB * quads + r);
        vec4 upper = fetch(state, base + 2 * r * pairs + j);
        vec4 lower = fetch(state, base + (2 * r + 1) * pairs + j);
        sum.xy += a.x * upper.xy + a.y * upper.zw + a.z * lower.xy + a.w * lower.zw;
        sum.zw += b.x * upper.xy + b.y * upper.zw + b.z * lower.xy + b.w * lower.zw;
      }`;
  return bind('dense', grid, {
    inputs: oneHot ? ['state', 'passes', 'batch'] : ['state', 'passes', 'batch', 'table'],
    integers: {
      members,
      seeds,
      count1: layout.count,
      pairs: layout.pairs,
      rowPairs: pass.rowPairs,
      columns,
      b1: layout.b1,
      shared: Number(pass.shared),
      ...(oneHot ? {} : { quads: layout.inputPairs / 2 }),
    },
    count: pass.passes * seeds * pass.rowPairs * layout.pairs,
    code: `${PASS}
    vec4 compute(int i) {
      int j = i % pairs;
      int q = i / pairs;
      int pair = q % rowPairs;
      q /= rowPairs;
      int s = q % seeds;
      vec4 pass = fetch(passes, q / seeds);
      int base = baseOf(pass, s);
      int rows = shared == 1 ? 0 : int(pass.w) * seeds + s;
      int row = (rows * rowPairs + pair) * 2 * columns;
      vec4 rowA = fetch(batch, row);
      vec4 rowB = fetch(batch, row + columns);
      int stateA = int(pass.z == 0.0 ? rowA.x : rowA.y);
      int stateB = int(pass.z == 0.0 ? rowB.x : rowB.y);
      ${product}
      return max(sum + fetch(state, base + b1 + j).xyxy, 0.0);
    }`,
  });
}

/** The second layer: blocks of 2 × 2 times blocks of 2 × 2; bias and rectifier. */
function secondLayer(grid: TexelGrid, sizes: FusedSizes, pass: PassSizes): BoundProgram {
  const { layout, members, seeds } = sizes;
  return bind('dense', grid, {
    inputs: ['state', 'passes', 'hidden'],
    integers: {
      members,
      seeds,
      count1: layout.count,
      pairs: layout.pairs,
      rowPairs: pass.rowPairs,
      w2: layout.w2,
      b2: layout.b2,
    },
    count: pass.passes * seeds * pass.rowPairs * layout.pairs,
    code: `${PASS}
    vec4 compute(int i) {
      int j = i % pairs;
      int rows = i / pairs;
      int q = rows / rowPairs;
      int base = baseOf(fetch(passes, q / seeds), q % seeds);
      int left = rows * pairs;
      int right = base + w2 + j;
      vec4 sum = fetch(state, base + b2 + j).xyxy;
      for (int c = 0; c < pairs; c++) {
        vec4 h = fetch(hidden, left + c);
        vec4 w = fetch(state, right + c * pairs);
        sum += h.xxzz * w.xyxy + h.yyww * w.zwzw;
      }
      return max(sum, 0.0);
    }`,
  });
}

/** The outputs, a texel a row. */
function outputLayer(grid: TexelGrid, sizes: FusedSizes, pass: PassSizes): BoundProgram {
  const { layout, members, seeds } = sizes;
  return bind('dense', grid, {
    inputs: ['state', 'passes', 'hidden'],
    integers: {
      members,
      seeds,
      count1: layout.count,
      pairs: layout.pairs,
      rowPairs: pass.rowPairs,
      w3: layout.w3,
      b3: layout.b3,
    },
    count: pass.passes * seeds * pass.rowPairs * 2,
    code: `${PASS}
    vec4 compute(int i) {
      int rows = i >> 1;
      int q = rows / rowPairs;
      int base = baseOf(fetch(passes, q / seeds), q % seeds);
      int left = rows * pairs;
      int right = base + w3;
      vec4 sum = fetch(state, base + b3);
      for (int c = 0; c < pairs; c++) {
        vec4 block = fetch(hidden, left + c);
        vec2 h = (i & 1) == 0 ? block.xy : block.zw;
        sum += h.x * fetch(state, right + 2 * c) + h.y * fetch(state, right + 2 * c + 1);
      }
      return sum;
    }`,
  });
}

/** The three launches of a forward pass of everything at once. */
export function forwardPrograms(grid: TexelGrid, sizes: FusedSizes, pass: PassSizes) {
  return {
    first: firstLayer(grid, sizes, pass),
    second: secondLayer(grid, sizes, pass),
    outputs: outputLayer(grid, sizes, pass),
  };
}
export type ForwardPrograms = ReturnType<typeof forwardPrograms>;
