/** What happens to a product before it is stored, 0 for nothing: max(·, 0). */
const RECTIFY: i32 = 1;
/** Zero where the same place of `mask` is not positive: the rectifier's gradient. */
const MASKED: i32 = 2;

function madd(sum: v128, x: v128, y: v128): v128 {
  return f32x4.add(sum, f32x4.mul(x, y));
}

function finished(value: v128, finish: i32, mask: usize): v128 {
  const zero = f32x4.splat(0);
  // pmax hands NaN on and is one instruction, where max is seven.
  if (finish === RECTIFY) return f32x4.pmax(value, zero);
  if (finish === MASKED) return v128.andnot(value, f32x4.le(v128.load(mask), zero));
  return value;
}

/** Copies `depth` rows of 8 (`wide`) or 4 columns, so that the inner loops read them in one line. */
export function pack(b: usize, ldb: usize, depth: i32, wide: bool, panel: usize): void {
  for (let k = 0; k < depth; k++) {
    v128.store(panel, v128.load(b));
    panel += 16;
    if (wide) {
      v128.store(panel, v128.load(b, 16));
      panel += 16;
    }
    b += ldb;
  }
}

/** 4 rows × 8 columns of A·B, from a packed panel of B; the sums stay in registers. */
function block4x8(
  a: usize,
  lda: usize,
  panel: usize,
  depth: i32,
  bias: usize,
  c: usize,
  ldc: usize,
  finish: i32,
  mask: usize,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  if (bias !== 0) {
    c00 = v128.load(bias);
    c01 = v128.load(bias, 16);
  }
  let c10 = c00;
  let c11 = c01;
  let c20 = c00;
  let c21 = c01;
  let c30 = c00;
  let c31 = c01;
  let a0 = a;
  let a1 = a0 + lda;
  let a2 = a1 + lda;
  let a3 = a2 + lda;
  const end = a0 + ((depth as usize) << 2);
  while (a0 < end) {
    let left = v128.load(panel);
    let right = v128.load(panel, 16);
    let x = v128.load_splat<u32>(a0);
    c00 = madd(c00, x, left);
    c01 = madd(c01, x, right);
    x = v128.load_splat<u32>(a1);
    c10 = madd(c10, x, left);
    c11 = madd(c11, x, right);
    x = v128.load_splat<u32>(a2);
    c20 = madd(c20, x, left);
    c21 = madd(c21, x, right);
    x = v128.load_splat<u32>(a3);
    c30 = madd(c30, x, left);
    c31 = madd(c31, x, right);
    left = v128.load(panel, 32);
    right = v128.load(panel, 48);
    x = v128.load_splat<u32>(a0, 4);
    c00 = madd(c00, x, left);
    c01 = madd(c01, x, right);
    x = v128.load_splat<u32>(a1, 4);
    c10 = madd(c10, x, left);
    c11 = madd(c11, x, right);
    x = v128.load_splat<u32>(a2, 4);
    c20 = madd(c20, x, left);
    c21 = madd(c21, x, right);
    x = v128.load_splat<u32>(a3, 4);
    c30 = madd(c30, x, left);
    c31 = madd(c31, x, right);
    panel += 64;
    a0 += 8;
    a1 += 8;
    a2 += 8;
    a3 += 8;
  }
  v128.store(c, finished(c00, finish, mask));
  v128.store(c + 16, finished(c01, finish, mask + 16));
  c += ldc;
  mask += ldc;
  v128.store(c, finished(c10, finish, mask));
  v128.store(c + 16, finished(c11, finish, mask + 16));
  c += ldc;
  mask += ldc;
  v128.store(c, finished(c20, finish, mask));
  v128.store(c + 16, finished(c21, finish, mask + 16));
  c += ldc;
  mask += ldc;
  v128.store(c, finished(c30, finish, mask));
  v128.store(c + 16, finished(c31, finish, mask + 16));
}

/** 8 rows × 4 columns of A·B: as many sums at once as the wide block has. */
function block8x4(
  a: usize,
  lda: usize,
  panel: usize,
  depth: i32,
  bias: usize,
  c: usize,
  ldc: usize,
  finish: i32,
  mask: usize,
): void {
  let c0 = f32x4.splat(0);
  if (bias !== 0) c0 = v128.load(bias);
  let c1 = c0;
  let c2 = c0;
  let c3 = c0;
  let c4 = c0;
  let c5 = c0;
  let c6 = c0;
  let c7 = c0;
  let a0 = a;
  let a1 = a0 + lda;
  let a2 = a1 + lda;
  let a3 = a2 + lda;
  const lower = lda << 2;
  const end = a0 + ((depth as usize) << 2);
  while (a0 < end) {
    const b = v128.load(panel);
    c0 = madd(c0, v128.load_splat<u32>(a0), b);
    c1 = madd(c1, v128.load_splat<u32>(a1), b);
    c2 = madd(c2, v128.load_splat<u32>(a2), b);
    c3 = madd(c3, v128.load_splat<u32>(a3), b);
    c4 = madd(c4, v128.load_splat<u32>(a0 + lower), b);
    c5 = madd(c5, v128.load_splat<u32>(a1 + lower), b);
    c6 = madd(c6, v128.load_splat<u32>(a2 + lower), b);
    c7 = madd(c7, v128.load_splat<u32>(a3 + lower), b);
    panel += 16;
    a0 += 4;
    a1 += 4;
    a2 += 4;
    a3 += 4;
  }
  v128.store(c, finished(c0, finish, mask));
  v128.store(c + ldc, finished(c1, finish, mask + ldc));
  c += ldc << 1;
  mask += ldc << 1;
  v128.store(c, finished(c2, finish, mask));
  v128.store(c + ldc, finished(c3, finish, mask + ldc));
  c += ldc << 1;
  mask += ldc << 1;
  v128.store(c, finished(c4, finish, mask));
  v128.store(c + ldc, finished(c5, finish, mask + ldc));
  c += ldc << 1;
  mask += ldc << 1;
  v128.store(c, finished(c6, finish, mask));
  v128.store(c + ldc, finished(c7, finish, mask + ldc));
}

/**
 * C = finish(A·B + bias) for row-major matrices: A `[rows × depth]`, B `[depth × columns]`,
 * C `[rows × columns]`. `rows` is a multiple of 8, `columns` and `depth` of 4. Leading dimensions are
 * in bytes. No bias where it is 0; `mask` has the places of C. `panel` is scratch of depth × 32 bytes.
 */
export function product(
  a: usize,
  lda: usize,
  b: usize,
  ldb: usize,
  c: usize,
  ldc: usize,
  rows: i32,
  depth: i32,
  columns: i32,
  bias: usize,
  finish: i32,
  mask: usize,
  panel: usize,
): void {
  let column = 0;
  while (column < columns) {
    const wide = columns - column >= 8;
    const at = (column as usize) << 2;
    const offset: usize = bias === 0 ? bias : bias + at;
    pack(b + at, ldb, depth, wide, panel);
    let from = a;
    let to = c + at;
    let hidden = mask + at;
    if (wide) {
      for (let row = 0; row < rows; row += 4) {
        block4x8(from, lda, panel, depth, offset, to, ldc, finish, hidden);
        from += lda << 2;
        to += ldc << 2;
        hidden += ldc << 2;
      }
    } else {
      for (let row = 0; row < rows; row += 8) {
        block8x4(from, lda, panel, depth, offset, to, ldc, finish, hidden);
        from += lda << 3;
        to += ldc << 3;
        hidden += ldc << 3;
      }
    }
    column += wide ? 8 : 4;
  }
}
