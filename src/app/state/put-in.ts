import { changesTargets, oracleMask } from '../../experiment/oracle';
import { instanceSettings } from '../../experiment/settings/instances';
import type { ProblemView, Settings } from '../../experiment/types';
import type { Grid } from './grid';
import type { InstanceView } from './instances';

/** Where truth stands in the place of an instance's targets. */
export interface PutIn {
  /** `[states × 4]`, 1 or 0. */
  readonly pairs: Uint8Array;
  /** The instance's targets are read at some of these pairs. */
  readonly reached: boolean;
}

/** Where truth is put into the targets of an instance; null where none can be. */
export function putInOf(
  { problem, grid }: { readonly problem: Pick<ProblemView, 'transitions'>; readonly grid: Grid },
  settings: Settings,
  { id, method }: Pick<InstanceView, 'id' | 'method'>,
): PutIn | null {
  const own = instanceSettings(settings, id);
  const pairs = oracleMask({ mdp: grid.mdp, dataset: problem.transitions }, settings, own);
  return pairs && { pairs, reached: changesTargets(method, own) };
}
