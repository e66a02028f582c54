/** A seed of a stream of random numbers. */
export function seed<S extends 'data' | 'train'>(scope: S) {
  return {
    type: 'number',
    scope,
    default: 0,
    min: 0,
    max: 2 ** 31 - 1,
    step: 1,
    integer: true,
  } as const;
}
