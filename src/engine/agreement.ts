/** All numbers of nested records and lists, by their path. */
function numbers(value: unknown, path = ''): Map<string, Float32Array> {
  if (value instanceof Float32Array) return new Map([[path, value]]);
  const entries = Object.entries(value as Record<string, unknown>);
  return new Map(entries.flatMap(([key, inner]) => [...numbers(inner, `${path}.${key}`)]));
}

/** How far two read-outs of stacks are apart, and where. */
export interface Disagreement {
  /** The largest max|Δ| / max|reference| of any tensor; infinite where one is not a number. */
  readonly error: number;
  /** Path of the tensor; '' where they are equal. */
  readonly where: string;
}

/**
 * Compares nested records and lists of Float32Arrays. Tensors whose largest number is below `floor`
 * are measured against it. Throws RangeError where the two are not of one shape.
 */
export function disagreement(actual: unknown, reference: unknown, floor: number): Disagreement {
  const found = numbers(actual);
  const expected = numbers(reference);
  let worst: Disagreement = { error: 0, where: '' };
  for (const [path, values] of expected) {
    const own = found.get(path);
    if (own === undefined || own.length !== values.length) {
      throw new RangeError(
        `${path} has ${own?.length ?? 'no'} numbers, expected ${values.length}.`,
      );
    }
    const scale = values.reduce((most, x) => Math.max(most, Math.abs(x)), floor);
    values.forEach((x, i) => {
      if (Object.is(own[i], x)) return;
      const difference = Math.abs(own[i] - x) / scale;
      const error = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
      if (error > worst.error) worst = { error, where: path };
    });
  }
  const unexpected = [...found.keys()].find((path) => !expected.has(path));
  if (unexpected !== undefined) throw new RangeError(`${unexpected} was not expected.`);
  return worst;
}
