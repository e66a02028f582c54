/** Fewest and most rows of a collected dataset. */
export const DATASET_SIZE = { min: 50, max: 100_000 } as const;

/** Throws RangeError unless `size` is a whole number of rows within `DATASET_SIZE`. */
export function checkSize(size: number): void {
  const { min, max } = DATASET_SIZE;
  if (!Number.isInteger(size) || size < min || size > max) {
    throw new RangeError(
      `A dataset has a whole number of rows from ${min} to ${max.toLocaleString('en')}, not ${size}.`,
    );
  }
}
