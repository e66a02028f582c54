/** A computation in slices: yields the share done so far, in [0, 1], where it may be interrupted. */
export type Sliced<T> = Generator<number, T, void>;

/** Runs a sliced computation to its end at once. */
export function finish<T>(sliced: Sliced<T>): T {
  while (true) {
    const { done, value } = sliced.next();
    if (done) return value;
  }
}

/** Passes on the slices of a part that takes `share` of a whole, of which `from` is done. */
export function* part<T>(from: number, share: number, sliced: Sliced<T>): Sliced<T> {
  while (true) {
    const step = sliced.next();
    if (step.done) return step.value;
    yield from + share * Math.min(1, step.value);
  }
}
