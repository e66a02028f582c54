/** Moments below this are rounding dust: dropped, since arithmetic on subnormals is a hundredfold slower. */
const DUST: f32 = 1e-30;

/** `value` where |value| is not below `DUST`, else 0; hands NaN on. */
function withoutDust(value: v128): v128 {
  return v128.andnot(value, f32x4.lt(f32x4.abs(value), f32x4.splat(DUST)));
}

/**
 * One step of Adam (Kingma & Ba, 2015, algorithm 1) over `count` parameters, a multiple of 4. The
 * moments are kept without their factors, M = m/(1−β₁) and V = v/(1−β₂); `rate` and `epsilon` carry the
 * bias corrections.
 */
export function adam(
  parameters: usize,
  gradients: usize,
  first: usize,
  second: usize,
  count: i32,
  beta1: f32,
  beta2: f32,
  rate: f32,
  epsilon: f32,
): void {
  const b1 = f32x4.splat(beta1);
  const b2 = f32x4.splat(beta2);
  const r = f32x4.splat(rate);
  const e = f32x4.splat(epsilon);
  const bytes = (count as usize) << 2;
  for (let at: usize = 0; at < bytes; at += 16) {
    const g = v128.load(gradients + at);
    const m = withoutDust(f32x4.add(f32x4.mul(v128.load(first + at), b1), g));
    const v = withoutDust(f32x4.add(f32x4.mul(v128.load(second + at), b2), f32x4.mul(g, g)));
    v128.store(first + at, m);
    v128.store(second + at, v);
    const direction = f32x4.div(m, f32x4.add(f32x4.sqrt(v), e));
    const p = f32x4.sub(v128.load(parameters + at), f32x4.mul(direction, r));
    v128.store(parameters + at, p);
  }
}

/** target ← target + share·(online − target) over `count` parameters, a multiple of 4. */
export function polyak(target: usize, online: usize, count: i32, share: f32): void {
  const s = f32x4.splat(share);
  const bytes = (count as usize) << 2;
  for (let at: usize = 0; at < bytes; at += 16) {
    const t = v128.load(target + at);
    const difference = f32x4.sub(v128.load(online + at), t);
    v128.store(target + at, f32x4.add(t, f32x4.mul(difference, s)));
  }
}

/** True where every one of `count` numbers, a multiple of 4, is finite. */
export function allFinite(values: usize, count: i32): bool {
  const zero = f32x4.splat(0);
  let marks = zero;
  const bytes = (count as usize) << 2;
  for (let at: usize = 0; at < bytes; at += 16) {
    marks = f32x4.add(marks, f32x4.mul(v128.load(values + at), zero));
  }
  return v128.all_true<i32>(f32x4.eq(marks, zero));
}
