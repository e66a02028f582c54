/** Nested lists of numbers, as golden files hold tensors. */
export type Nested = number | readonly Nested[];

/** All numbers of nested lists in reading order. Throws TypeError on anything else. */
export function flatten(nested: Nested): number[] {
  return typeof nested === 'number' ? [nested] : nested.flatMap(flatten);
}

/**
 * max|Δ| / max|reference| of one tensor; max|Δ| where the reference is all zeros. Elementwise
 * relative errors mean nothing in float32. Infinite where a number is not finite; throws RangeError
 * where the sizes differ.
 */
export function tensorError(actual: ArrayLike<number>, reference: ArrayLike<number>): number {
  if (actual.length !== reference.length) {
    throw new RangeError(`${actual.length} numbers, the reference has ${reference.length}`);
  }
  let difference = 0;
  let scale = 0;
  for (let i = 0; i < reference.length; i++) {
    if (!Number.isFinite(actual[i])) return Number.POSITIVE_INFINITY;
    difference = Math.max(difference, Math.abs(actual[i] - reference[i]));
    scale = Math.max(scale, Math.abs(reference[i]));
  }
  return scale > 0 ? difference / scale : difference;
}

/** Error of every compared tensor of a case, by a name that says where it stands in the file. */
export type TensorErrors = Map<string, number>;

/** What became of one golden file. */
export interface CaseResult {
  /** The file's path. */
  readonly file: string;
  /** Name of the case, where the file could be read. */
  readonly name: string | null;
  /** What it was checked on: `wasm/simd`. */
  readonly engine: string;
  /** The tensor that is furthest off and its error; null where none was compared. */
  readonly worst: { readonly tensor: string; readonly error: number } | null;
  readonly bound: number | null;
  readonly passed: boolean;
  /** Why it could not be checked. */
  readonly fault: string | null;
}

/** The tensor with the largest error. */
export function worstOf(errors: TensorErrors): { tensor: string; error: number } | null {
  let worst: { tensor: string; error: number } | null = null;
  for (const [tensor, error] of errors) {
    if (worst === null || error > worst.error) worst = { tensor, error };
  }
  return worst;
}
