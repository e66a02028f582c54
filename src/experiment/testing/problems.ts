import { freeze, pairClasses } from '../../data/dataset';
import type { Transitions } from '../../data/types';
import { inSupport } from '../../data/values';
import { buildMdp } from '../../mdp/mdp';
import { optimalValues } from '../../mdp/solve';
import type { World } from '../../mdp/types';
import { valueRange } from '../impossible';
import type { Problem } from '../problem';
import { FACTS } from './facts';

/** State, action, reward, next state, terminal (0 or 1). */
export type Row = readonly [number, number, number, number, number];

/** Transitions of one episode out of rows. */
export function transitionsOf(rows: readonly Row[]): Transitions {
  return {
    size: rows.length,
    state: Int32Array.from(rows, (row) => row[0]),
    action: Uint8Array.from(rows, (row) => row[1]),
    reward: Float64Array.from(rows, (row) => row[2]),
    nextState: Int32Array.from(rows, (row) => row[3]),
    terminal: Uint8Array.from(rows, (row) => row[4]),
    truncated: new Uint8Array(rows.length),
    episode: new Int32Array(rows.length),
    step: Int32Array.from(rows, (_, i) => i),
    behaviorProbability: new Float64Array(rows.length).fill(0.25),
  };
}

/** A problem of a world and rows of data, for measuring; its truth is left at 0. */
export function problemOf(world: World, rows: readonly Row[]): Problem {
  const mdp = buildMdp(world);
  const dataset = freeze(mdp, transitionsOf(rows));
  const optimal = optimalValues(mdp);
  const { policy, values } = inSupport(mdp, dataset.counts);
  return {
    world,
    mdp,
    behavior: { components: [] },
    behaviorPolicy: new Float64Array(mdp.states * 4).fill(0.25),
    dataset,
    surgery: {
      reports: [],
      originalRows: Int32Array.from(rows, (_, row) => row),
      before: {
        size: dataset.size,
        episodes: dataset.episodes,
        hash: dataset.hash,
        seenPairs: 0,
        bcTarget: 0,
        inSupport: 0,
      },
    },
    source: { kind: 'collected' },
    classes: pairClasses(mdp, dataset.counts),
    optimal,
    range: valueRange(mdp, optimal.q),
    inSupport: { policy, values },
    truth: {
      optimal: 0,
      behavior: 0,
      bcTarget: 0,
      inSupport: 0,
      inSupportHalting: 0,
      plannedFromData: 0,
      random: 0,
    },
    automaticScale: 1,
    facts: FACTS,
    warnings: [],
  };
}
