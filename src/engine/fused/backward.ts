import { type FusedSizes, PLANE_COUNT, PLANES } from './forward';
import { type BoundProgram, bind } from './program';
import type { TexelGrid } from './texels';

/** ∂total/∂z2, from that of the outputs through w3 and the rectifier. */
function throughOutputs(grid: TexelGrid, sizes: FusedSizes, rowPairs: number): BoundProgram {
  const { layout, members } = sizes;
  return bind('inputGradient', grid, {
    inputs: ['state', 'outputGradient', 'hidden'],
    integers: { count1: layout.count, pairs: layout.pairs, rowPairs, w3: layout.w3 },
    count: members * rowPairs * layout.pairs,
    code: `
    vec4 compute(int i) {
      int j = i % pairs;
      int rows = i / pairs;
      int right = (rows / rowPairs) * count1 + w3 + 2 * j;
      vec4 a = fetch(outputGradient, 2 * rows);
      vec4 b = fetch(outputGradient, 2 * rows + 1);
      vec4 u = fetch(state, right);
      vec4 v = fetch(state, right + 1);
      vec4 gradient = vec4(dot(a, u), dot(a, v), dot(b, u), dot(b, v));
      return mix(vec4(0.0), gradient, greaterThan(fetch(hidden, i), vec4(0.0)));
    }`,
  });
}

/** ∂total/∂z1, from ∂total/∂z2 through w2 and the rectifier. */
function throughHidden(grid: TexelGrid, sizes: FusedSizes, rowPairs: number): BoundProgram {
  const { layout, members } = sizes;
  return bind('inputGradient', grid, {
    inputs: ['state', 'gradient2', 'hidden'],
    integers: { count1: layout.count, pairs: layout.pairs, rowPairs, w2: layout.w2 },
    count: members * rowPairs * layout.pairs,
    code: `
    vec4 compute(int i) {
      int j = i % pairs;
      int rows = i / pairs;
      int left = rows * pairs;
      int right = (rows / rowPairs) * count1 + w2 + j * pairs;
      vec4 sum = vec4(0.0);
      for (int c = 0; c < pairs; c++) {
        vec4 z = fetch(gradient2, left + c);
        vec4 w = fetch(state, right + c);
        sum += z.xxzz * w.xzxz + z.yyww * w.ywyw;
      }
      return mix(vec4(0.0), sum, greaterThan(fetch(hidden, i), vec4(0.0)));
    }`,
  });
}

/** Which minibatch of which seed a member is trained on: the first passes are those of the members. */
const ROWS_OF = `
      int rowsOf(int m) {
        return int(fetch(passes, m / seeds).w) * seeds + m % seeds;
      }`;

/** Of w1 where rows are looked up: the batch is sorted by state, so a state's rows lie together. */
const LOOKED_UP = `
      vec4 firstWeights(int m, int r, int j) {
        int batchStart = rowsOf(m) * 2 * rowPairs * columns;
        float wanted = float(2 * r);
        int low = 0;
        int high = 2 * rowPairs;
        while (low < high) {
          int middle = (low + high) >> 1;
          if (fetch(batch, batchStart + middle * columns).x < wanted) low = middle + 1;
          else high = middle;
        }
        vec4 sum = vec4(0.0);
        for (int row = low; row < 2 * rowPairs; row++) {
          float found = fetch(batch, batchStart + row * columns).x;
          if (found > wanted + 1.0) break;
          vec4 z = fetch(gradient1, (m * rowPairs + (row >> 1)) * pairs + j);
          vec2 own = (row & 1) == 0 ? z.xy : z.zw;
          if (found == wanted) sum.xy += own;
          else sum.zw += own;
        }
        return sum;
      }`;

/** Of w1 where encodings are multiplied. */
const MULTIPLIED = `
      vec4 firstWeights(int m, int r, int j) {
        int row = rowsOf(m) * 2 * rowPairs * columns;
        vec4 sum = vec4(0.0);
        for (int pair = 0; pair < rowPairs; pair++) {
          int stateA = int(fetch(batch, row).x);
          int stateB = int(fetch(batch, row + columns).x);
          row += 2 * columns;
          vec4 a = fetch(table, stateA * quads + (r >> 1));
          vec4 b = fetch(table, stateB * quads + (r >> 1));
          vec4 z = fetch(gradient1, (m * rowPairs + pair) * pairs + j);
          vec2 u = (r & 1) == 0 ? a.xy : a.zw;
          vec2 v = (r & 1) == 0 ? b.xy : b.zw;
          sum += vec4(u.x * z.xy + v.x * z.zw, u.y * z.xy + v.y * z.zw);
        }
        return sum;
      }`;

/** The gradient of every parameter of every member, in one launch. */
function weightGradient(grid: TexelGrid, sizes: FusedSizes, rowPairs: number): BoundProgram {
  const { layout, oneHot, members, seeds, columns } = sizes;
  const { pairs, b1, w2, b2, w3, b3 } = layout;
  const inputs = [
    'batch',
    'passes',
    'hidden1',
    'hidden2',
    'outputGradient',
    'gradient1',
    'gradient2',
  ];
  return bind('weightGradient', grid, {
    inputs: oneHot ? inputs : [...inputs, 'table'],
    integers: {
      count1: layout.count,
      seeds,
      columns,
      pairs,
      rowPairs,
      b1,
      w2,
      b2,
      w3,
      b3,
      ...(oneHot ? {} : { quads: layout.inputPairs / 2 }),
    },
    count: members * layout.count,
    code: `${ROWS_OF}
${oneHot ? LOOKED_UP : MULTIPLIED}
      vec4 hiddenBias(sampler2D gradient, int at) {
        vec2 sum = vec2(0.0);
        for (int pair = 0; pair < rowPairs; pair++) {
          vec4 z = fetch(gradient, at + pair * pairs);
          sum += z.xy + z.zw;
        }
        return vec4(sum, 0.0, 0.0);
      }
      vec4 secondWeights(int left, int right) {
        vec4 sum = vec4(0.0);
        for (int pair = 0; pair < rowPairs; pair++) {
          vec4 h = fetch(hidden1, left);
          vec4 z = fetch(gradient2, right);
          sum += h.xxyy * z.xyxy + h.zzww * z.zwzw;
          left += pairs;
          right += pairs;
        }
        return sum;
      }
      vec4 outputWeights(int rows, int unit) {
        vec4 sum = vec4(0.0);
        for (int pair = 0; pair < rowPairs; pair++) {
          vec4 block = fetch(hidden2, (rows + pair) * pairs + (unit >> 1));
          vec2 h = (unit & 1) == 0 ? block.xz : block.yw;
          int row = 2 * (rows + pair);
          sum += h.x * fetch(outputGradient, row) + h.y * fetch(outputGradient, row + 1);
        }
        return sum;
      }
      vec4 compute(int i) {
        int m = i / count1;
        int p = i % count1;
        int rows = m * rowPairs;
        if (p < b1) return firstWeights(m, p / pairs, p % pairs);
        if (p < w2) return hiddenBias(gradient1, rows * pairs + p - b1);
        if (p < b2) {
          int q = p - w2;
          return secondWeights(rows * pairs + q / pairs, rows * pairs + q % pairs);
        }
        if (p < w3) return hiddenBias(gradient2, rows * pairs + p - b2);
        if (p < b3) return outputWeights(rows, p - w3);
        vec4 sum = vec4(0.0);
        for (int row = 2 * rows; row < 2 * (rows + rowPairs); row++) {
          sum += fetch(outputGradient, row);
        }
        return sum;
      }`,
  });
}

/**
 * Adam (Kingma & Ba, 2015, algorithm 1) and Polyak for all four planes of all members, in one launch.
 * The moments are kept without their factors (1 − β): the corrections go into rate and ε. A texel of
 * `hyper` a member: learning rate, Polyak rate, 1 where it still learns.
 */
function update(grid: TexelGrid, { layout, members }: FusedSizes): BoundProgram {
  const { online, first, second, target } = PLANES;
  return bind('update', grid, {
    inputs: ['state', 'gradient', 'hyper'],
    integers: { count1: layout.count, plane: members * layout.count },
    floats: ['beta1', 'beta2', 'rateFactor', 'epsilon'],
    count: PLANE_COUNT * members * layout.count,
    code: `
      vec4 compute(int i) {
        int kind = i / plane;
        int p = i % plane;
        vec4 hyper1 = fetch(hyper, p / count1);
        if (hyper1.z == 0.0) return fetch(state, i);
        vec4 g = fetch(gradient, p);
        if (kind == ${second}) return beta2 * fetch(state, i) + g * g;
        vec4 m = beta1 * fetch(state, ${first} * plane + p) + g;
        if (kind == ${first}) return m;
        vec4 v = beta2 * fetch(state, ${second} * plane + p) + g * g;
        vec4 weight = fetch(state, ${online} * plane + p);
        vec4 updated = weight - hyper1.x * rateFactor * m / (sqrt(v) + epsilon);
        if (kind == ${online}) return updated;
        vec4 held = fetch(state, ${target} * plane + p);
        return held + hyper1.y * (updated - held);
      }`,
  });
}

/** What follows the heads. */
export function backwardPrograms(grid: TexelGrid, sizes: FusedSizes, rowPairs: number) {
  return {
    throughOutputs: throughOutputs(grid, sizes, rowPairs),
    throughHidden: throughHidden(grid, sizes, rowPairs),
    weights: weightGradient(grid, sizes, rowPairs),
    update: update(grid, sizes),
  };
}
export type BackwardPrograms = ReturnType<typeof backwardPrograms>;

/** Texels that one fragment of `finiteProgram` looks at. */
export const FINITE_STRETCH = 64;

/**
 * Of every stretch of `FINITE_STRETCH` texels of the online networks: 1 in x where all numbers are
 * finite, else 0. Told by bits, since compilers may assume that NaN does not occur.
 */
export function finiteProgram(grid: TexelGrid, { layout, members }: FusedSizes): BoundProgram {
  const stretches = Math.ceil(layout.count / FINITE_STRETCH);
  return bind('finite', grid, {
    inputs: ['state'],
    integers: { count1: layout.count, stretches },
    count: members * stretches,
    code: `
      vec4 compute(int i) {
        int m = i / stretches;
        int begin = (i % stretches) * ${FINITE_STRETCH};
        int end = min(begin + ${FINITE_STRETCH}, count1);
        for (int p = begin; p < end; p++) {
          uvec4 bits = floatBitsToUint(fetch(state, m * count1 + p));
          if (any(equal(bits & 0x7f800000u, uvec4(0x7f800000u)))) return vec4(0.0);
        }
        return vec4(1.0, 0.0, 0.0, 0.0);
      }`,
  });
}
