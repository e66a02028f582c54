import { buildMdp } from '../../mdp/mdp';
import { evaluatePolicy } from '../../mdp/solve';
import { ACTION_COUNT, type Mdp, type Policy, type World } from '../../mdp/types';
import type { Transitions } from '../types';

/** Exact returns from the start, by name. */
export type NamedReturns = Readonly<Record<string, number>>;

/** A dataset as it goes out, with everything that a reader elsewhere needs to make sense of it. */
export interface Archive {
  readonly mdp: Mdp;
  readonly transitions: Transitions;
  readonly episodes: number;
  readonly hash: string;
  /** What the world is called, in letters, digits and hyphens. */
  readonly worldName: string;
  /** Who collected the rows, in words. */
  readonly behavior: string;
  /** `[states × 4]` π_β; of a mixture, averaged by visitation. */
  readonly behaviorPolicy: Policy;
  /** Seed of the collection; null where the rows were not collected but given. */
  readonly seed: number | null;
  /** `[states × 4]` Q* and `[states]` V*, exact. */
  readonly qOptimal: Float64Array;
  readonly vOptimal: Float64Array;
  /** `[states]` the exact value of `behaviorPolicy`. */
  readonly vBehavior: Float64Array;
  readonly returns: NamedReturns;
  /** All settings of the playground, as JSON. */
  readonly settings: string;
}

/** What an archive is made of; the rest is computed. */
export interface ArchiveSource
  extends Omit<Archive, 'mdp' | 'vOptimal' | 'vBehavior' | 'qOptimal'> {
  readonly world: World;
  readonly optimalQ: Float64Array;
}

/** Adds the exact anchors to a dataset. */
export function archiveOf({ world, optimalQ, ...source }: ArchiveSource): Archive {
  const mdp = buildMdp(world);
  return {
    ...source,
    mdp,
    qOptimal: optimalQ,
    vOptimal: Float64Array.from({ length: mdp.states }, (_, s) =>
      Math.max(...optimalQ.subarray(s * ACTION_COUNT, (s + 1) * ACTION_COUNT)),
    ),
    vBehavior: evaluatePolicy(mdp, source.behaviorPolicy).v,
  };
}

/** `[states × 2]` row and column, from 0, of every state's cell. */
export function coordinates({ mdp }: Archive): Int32Array {
  return Int32Array.from({ length: mdp.states * 2 }, (_, i) => {
    const cell = mdp.cells[i >> 1];
    return i % 2 === 0 ? Math.floor(cell / mdp.columns) : cell % mdp.columns;
  });
}
