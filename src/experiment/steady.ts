import { type Claim, keeps, runsOf } from './claims';
import type { Snapshot } from './types';

/** Multiples of the verdict's step at which claims are looked at: what is taught holds there as well. */
export const MULTIPLES = [1, 2, 4, 10] as const;

/** How one claim fares in one run, from the verdict on. */
export interface Steadiness {
  /** By multiple of the verdict's step, as far as the run went: whether it is kept, and the value that decides. */
  readonly at: ReadonlyMap<number, { readonly kept: boolean; readonly value: number | null }>;
  /** Share of the measured points from the verdict on at which it is kept. */
  readonly share: number;
}

/**
 * How the claims fare in every run (training seed) of a series, a line a run.
 *
 * @param series of one dataset, by ascending step, up to some times the step of the verdict.
 * @param verdict step at which the run had ended.
 */
export function steadinessOf(
  claims: readonly Claim[],
  series: readonly Snapshot[],
  verdict: number,
): readonly (readonly Steadiness[])[] {
  const after = series.filter(({ step }) => step >= verdict);
  const last = after[after.length - 1]?.step ?? 0;
  const seen = after.map((snapshot) => ({ snapshot, runs: runsOf(snapshot) }));
  const seeds = seen[0]?.runs.length ?? 0;
  return Array.from({ length: seeds }, (_, seed) =>
    claims.map((claim) => {
      const kept = seen.map(({ snapshot, runs }) => keeps(claim, runs[seed], snapshot.truth));
      const at = MULTIPLES.filter((times) => times * verdict <= last).map((times) => {
        const place = seen.findIndex(({ snapshot }) => snapshot.step >= times * verdict);
        const { snapshot, runs } = seen[place];
        return [
          times,
          { kept: kept[place], value: claim.value(runs[seed], snapshot.truth) },
        ] as const;
      });
      return { at: new Map(at), share: kept.filter(Boolean).length / kept.length };
    }),
  );
}
