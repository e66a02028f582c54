import { type Circumstance, circumstancesOf, type Ground } from './circumstances';
import { type Claim, keeps, runsOf } from './claims';
import { PROMISES } from './promises';
import { SCENARIOS } from './scenarios';
import type { Settings, Snapshot } from './types';

/** How a run stands to the picture of the first scenario. */
export interface Explanation {
  /** Claims of the first scenario about the learners that are on, which most of the run's seeds break. */
  readonly broken: readonly Claim[];
  /** The circumstances that suspend these, each one that adds to those before it, and those that are always said. */
  readonly because: readonly Circumstance[];
  /** Those of the broken claims that no circumstance suspends. */
  readonly unexplained: readonly Claim[];
}

/** What of the first scenario's picture a run does not show, and what of that is rightly so. */
export function explain(snapshot: Snapshot, ground: Ground, settings: Settings): Explanation {
  const runs = runsOf(snapshot);
  const isBroken = (claim: Claim) =>
    2 * runs.filter((run) => !keeps(claim, run, snapshot.truth)).length > runs.length;
  const broken = PROMISES[SCENARIOS[0].id].claims.filter(
    (claim) => (claim.about ?? []).every((id) => snapshot.learners[id]) && isBroken(claim),
  );
  const suspended = new Set<string>();
  const because = circumstancesOf(ground, settings, snapshot).filter(({ suspends, always }) => {
    const own = broken.filter(({ id }) => suspends.includes(id) && !suspended.has(id));
    for (const { id } of own) suspended.add(id);
    return own.length > 0 || always === true;
  });
  return { broken, because, unexplained: broken.filter(({ id }) => !suspended.has(id)) };
}
