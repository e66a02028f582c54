import type { Mdp } from '../../../mdp/types';
import { NAMED } from '../meaning';
import type { Table } from '../table';
import {
  countActions,
  type Evidence,
  fareOf,
  type Score,
  scoreOf,
  statesOfPlaces,
} from './evidence';
import { EVERY_ORDER, OURS, orderName, type Reading } from './reading';

/** A reading, what it makes of the rows, and how far it is from what files usually mean. */
export interface Candidate {
  readonly reading: Reading;
  readonly score: Score;
  /** What has to be gained in log-likelihood before it is believed. */
  readonly cost: number;
  /** Equal for readings that make the same of the rows at hand. */
  readonly effect: string;
}

/** Costs of conventions that are in wide use, and of those that are rare. */
const USUAL = 5;
const RARE = 12;
/** No single convention in use costs more. */
export const USUAL_COST = 6;

function costOf(reading: Reading, { cellNames }: Table): number {
  const { actions, actionsFrom, walls, statesFrom, along, cells, cellsFrom, upward } = reading;
  const name = orderName(actions);
  const ofOrder = name === 'urdl' ? 0 : name === 'ldru' ? USUAL : name ? USUAL_COST : RARE;
  const ownCells = cellNames ?? OURS.cells;
  const ofCells = cells === ownCells ? 0 : cellNames === 'row, column' ? RARE : USUAL;
  const costs = [
    ofOrder,
    ofCells,
    actionsFrom === 1 ? USUAL : 0,
    walls === 'counted' ? USUAL : 0,
    statesFrom === 1 ? USUAL : 0,
    cellsFrom === 1 ? USUAL : 0,
    along === 'columns' ? RARE : 0,
    upward ? RARE : 0,
    reading.rewards === 'left' ? USUAL : 0,
  ];
  return costs.reduce((sum, cost) => sum + cost, 0);
}

/** Our own reading of a table, with cells as their names say. */
export const usualReading = ({ cellNames }: Table): Reading => ({
  ...OURS,
  ...(cellNames ? { cells: cellNames } : {}),
});

const FROM = [0, 1] as const;

/** The ways to read the places of a table; only what its rows use is varied. */
function placings({ usesIndex, usesCells }: Evidence, usual: Reading): Reading[] {
  const both = usesIndex && usesCells;
  const upward = both ? [false] : [false, true];
  const indices = (['skipped', 'counted'] as const).flatMap((walls) =>
    FROM.flatMap((statesFrom) =>
      (both ? (['rows'] as const) : (['rows', 'columns'] as const)).map((along) => ({
        walls,
        statesFrom,
        along,
      })),
    ),
  );
  const cells = (['row, column', 'column, row'] as const).flatMap((order) =>
    FROM.map((cellsFrom) => ({ cells: order, cellsFrom })),
  );
  return (usesIndex ? indices : [{}]).flatMap((index) =>
    (usesCells ? cells : [{}]).flatMap((cell) =>
      upward.map((up) => ({ ...usual, ...index, ...cell, upward: up })),
    ),
  );
}

/**
 * All ways to read states, actions and rewards, with what each makes of the rows; of those that make
 * the same the usual one only.
 */
export function candidatesOf(evidence: Evidence, mdp: Mdp, table: Table): Candidate[] {
  const usual = usualReading(table);
  const counts = countActions(evidence);
  const numbered = evidence.actions.some((raw) => raw < NAMED);
  const orders = numbered ? EVERY_ORDER : [OURS.actions];
  const starts = numbered && evidence.actions.every((raw) => raw !== 0) ? FROM : [0 as const];
  const rewards = evidence.rewardsMove ? (['entered', 'left'] as const) : (['entered'] as const);
  const known = new Map<string, Candidate>();
  for (const placing of placings(evidence, usual)) {
    const states = statesOfPlaces(evidence, mdp, placing);
    const fares = fareOf(evidence, mdp, states, table.rewardTolerance);
    const placed = states.join();
    for (const actions of orders) {
      for (const actionsFrom of starts) {
        for (const of of rewards) {
          const reading: Reading = { ...placing, actions, actionsFrom, rewards: of };
          const acts = evidence.actions.map((raw) =>
            raw >= NAMED ? raw : actions[raw - actionsFrom],
          );
          const effect = `${placed}/${acts}/${of}`;
          const cost = costOf(reading, table);
          const former = known.get(effect);
          if (former && former.cost <= cost) continue;
          const score = scoreOf(evidence, counts, fares[of], reading);
          known.set(effect, { reading, score, cost, effect });
        }
      }
    }
  }
  return [...known.values()];
}
