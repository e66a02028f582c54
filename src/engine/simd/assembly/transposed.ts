import { pack } from './product';

function madd(sum: v128, x: v128, y: v128): v128 {
  return f32x4.add(sum, f32x4.mul(x, y));
}

/** 4 rows × 8 columns of Aᵀ·B: four neighbors of a row of A against a packed panel of B. */
function block4x8(a: usize, lda: usize, panel: usize, depth: i32, c: usize, ldc: usize): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const end = panel + ((depth as usize) << 5);
  while (panel < end) {
    let left = v128.load(panel);
    let right = v128.load(panel, 16);
    let x = v128.load_splat<u32>(a);
    c00 = madd(c00, x, left);
    c01 = madd(c01, x, right);
    x = v128.load_splat<u32>(a, 4);
    c10 = madd(c10, x, left);
    c11 = madd(c11, x, right);
    x = v128.load_splat<u32>(a, 8);
    c20 = madd(c20, x, left);
    c21 = madd(c21, x, right);
    x = v128.load_splat<u32>(a, 12);
    c30 = madd(c30, x, left);
    c31 = madd(c31, x, right);
    a += lda;
    left = v128.load(panel, 32);
    right = v128.load(panel, 48);
    x = v128.load_splat<u32>(a);
    c00 = madd(c00, x, left);
    c01 = madd(c01, x, right);
    x = v128.load_splat<u32>(a, 4);
    c10 = madd(c10, x, left);
    c11 = madd(c11, x, right);
    x = v128.load_splat<u32>(a, 8);
    c20 = madd(c20, x, left);
    c21 = madd(c21, x, right);
    x = v128.load_splat<u32>(a, 12);
    c30 = madd(c30, x, left);
    c31 = madd(c31, x, right);
    a += lda;
    panel += 64;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  c += ldc;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  c += ldc;
  v128.store(c, c20);
  v128.store(c, c21, 16);
  c += ldc;
  v128.store(c, c30);
  v128.store(c, c31, 16);
}

/** 4 rows × 4 columns of Aᵀ·B; even and odd rows of B are summed apart, to keep the adders busy. */
function block4x4(a: usize, lda: usize, panel: usize, depth: i32, c: usize, ldc: usize): void {
  let even0 = f32x4.splat(0);
  let even1 = even0;
  let even2 = even0;
  let even3 = even0;
  let odd0 = even0;
  let odd1 = even0;
  let odd2 = even0;
  let odd3 = even0;
  const end = panel + ((depth as usize) << 4);
  while (panel < end) {
    let b = v128.load(panel);
    even0 = madd(even0, v128.load_splat<u32>(a), b);
    even1 = madd(even1, v128.load_splat<u32>(a, 4), b);
    even2 = madd(even2, v128.load_splat<u32>(a, 8), b);
    even3 = madd(even3, v128.load_splat<u32>(a, 12), b);
    a += lda;
    b = v128.load(panel, 16);
    odd0 = madd(odd0, v128.load_splat<u32>(a), b);
    odd1 = madd(odd1, v128.load_splat<u32>(a, 4), b);
    odd2 = madd(odd2, v128.load_splat<u32>(a, 8), b);
    odd3 = madd(odd3, v128.load_splat<u32>(a, 12), b);
    a += lda;
    panel += 32;
  }
  v128.store(c, f32x4.add(even0, odd0));
  v128.store(c + ldc, f32x4.add(even1, odd1));
  c += ldc << 1;
  v128.store(c, f32x4.add(even2, odd2));
  v128.store(c + ldc, f32x4.add(even3, odd3));
}

/**
 * C = Aᵀ·B for row-major matrices: A `[depth × rows]`, B `[depth × columns]`, C `[rows × columns]`.
 * `rows` and `columns` are multiples of 4, `depth` of 2. Leading dimensions are in bytes. `panel` is
 * scratch of depth × 32 bytes.
 */
export function transposedProduct(
  a: usize,
  lda: usize,
  b: usize,
  ldb: usize,
  c: usize,
  ldc: usize,
  rows: i32,
  depth: i32,
  columns: i32,
  panel: usize,
): void {
  let column = 0;
  while (column < columns) {
    const wide = columns - column >= 8;
    const at = (column as usize) << 2;
    pack(b + at, ldb, depth, wide, panel);
    let from = a;
    let to = c + at;
    for (let row = 0; row < rows; row += 4) {
      if (wide) block4x8(from, lda, panel, depth, to, ldc);
      else block4x4(from, lda, panel, depth, to, ldc);
      from += 16;
      to += ldc << 2;
    }
    column += wide ? 8 : 4;
  }
}
