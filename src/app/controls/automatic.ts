import type { Model } from '../state/model';

/** Settings that may be left to the machine, and the number it takes under the present model; null while there is none. */
const AUTOMATIC: Readonly<Record<string, (model: Model) => number | null>> = {
  rewardScale: ({ problem }) => problem?.automaticScale ?? null,
};

/** The number that stands for `auto` at present; null where it is not known (yet). */
export function automaticOf(key: string, model: Model): number | null {
  return Object.hasOwn(AUTOMATIC, key) ? AUTOMATIC[key](model) : null;
}
