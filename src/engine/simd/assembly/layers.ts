/**
 * First layer on one-hot inputs: h[i] = max(w1[states[i]] + b1, 0), since a unit vector times w1 is a
 * row of w1. `columns` is a multiple of 4; rows of `w1` and `h` lie `columns` numbers apart.
 */
export function lookUp(
  w1: usize,
  b1: usize,
  states: usize,
  rows: i32,
  columns: i32,
  h: usize,
): void {
  const length = (columns as usize) << 2;
  const zero = f32x4.splat(0);
  for (let i = 0; i < rows; i++) {
    const row = w1 + (load<u32>(states + ((i as usize) << 2)) as usize) * length;
    for (let at: usize = 0; at < length; at += 16) {
      const z = f32x4.add(v128.load(row + at), v128.load(b1 + at));
      v128.store(h + at, f32x4.pmax(z, zero));
    }
    h += length;
  }
}

/** x[i] = table[states[i]], rows of `columns` numbers, a multiple of 4. */
export function gatherRows(table: usize, states: usize, rows: i32, columns: i32, x: usize): void {
  const length = (columns as usize) << 2;
  for (let i = 0; i < rows; i++) {
    const row = table + (load<u32>(states + ((i as usize) << 2)) as usize) * length;
    for (let at: usize = 0; at < length; at += 16) v128.store(x + at, v128.load(row + at));
    x += length;
  }
}

/** The gradient of `lookUp`: zeroes dw1 `[states × columns]`, then adds dz[i] to its row states[i]. */
export function scatterRows(
  dz: usize,
  indices: usize,
  rows: i32,
  columns: i32,
  dw1: usize,
  states: i32,
): void {
  const length = (columns as usize) << 2;
  memory.fill(dw1, 0, (states as usize) * length);
  for (let i = 0; i < rows; i++) {
    const row = dw1 + (load<u32>(indices + ((i as usize) << 2)) as usize) * length;
    for (let at: usize = 0; at < length; at += 16) {
      v128.store(row + at, f32x4.add(v128.load(row + at), v128.load(dz + at)));
    }
    dz += length;
  }
}

/** sums[c] = Σ_r matrix[r][c]; `rows` is a multiple of 2, `columns` of 4. */
export function columnSums(matrix: usize, rows: i32, columns: i32, sums: usize): void {
  const length = (columns as usize) << 2;
  for (let at: usize = 0; at < length; at += 16) {
    let even = f32x4.splat(0);
    let odd = even;
    let row = matrix + at;
    for (let i = 0; i < rows; i += 2) {
      even = f32x4.add(even, v128.load(row));
      odd = f32x4.add(odd, v128.load(row + length));
      row += length << 1;
    }
    v128.store(sums + at, f32x4.add(even, odd));
  }
}

/** to `[columns × rows]` = from `[rows × columns]` transposed; both multiples of 4. */
export function transpose(from: usize, rows: i32, columns: i32, to: usize): void {
  const lda = (columns as usize) << 2;
  const ldt = (rows as usize) << 2;
  for (let r = 0; r < rows; r += 4) {
    for (let c = 0; c < columns; c += 4) {
      const source = from + (r as usize) * lda + ((c as usize) << 2);
      const r0 = v128.load(source);
      const r1 = v128.load(source + lda);
      const r2 = v128.load(source + (lda << 1));
      const r3 = v128.load(source + lda * 3);
      const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
      const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      const place = to + (c as usize) * ldt + ((r as usize) << 2);
      v128.store(place, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
      v128.store(place + ldt, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
      v128.store(place + (ldt << 1), v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
      v128.store(place + ldt * 3, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
    }
  }
}
