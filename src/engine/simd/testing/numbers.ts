import { expect } from 'vitest';

/** All numbers of nested records and lists by their path. */
export function numbers(value: unknown, path = ''): Map<string, Float32Array> {
  if (value instanceof Float32Array) return new Map([[path, value]]);
  const entries = Object.entries(value as Record<string, unknown>);
  return new Map(entries.flatMap(([key, inner]) => [...numbers(inner, `${path}.${key}`)]));
}

/** The largest max|Δ| / max|reference| of any tensor, tensors smaller than `floor` measured against it. */
export function worstError(actual: unknown, reference: unknown, floor: number): [number, string] {
  const found = numbers(actual);
  const expected = numbers(reference);
  expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  let worst: [number, string] = [0, ''];
  for (const [path, values] of expected) {
    const own = found.get(path) ?? new Float32Array(0);
    expect(own.length, path).toBe(values.length);
    const scale = values.reduce((most, x) => Math.max(most, Math.abs(x)), floor);
    values.forEach((x, i) => {
      const error = Math.abs(own[i] - x) / scale;
      if (!(error <= worst[0])) worst = [error, path];
    });
  }
  return worst;
}
