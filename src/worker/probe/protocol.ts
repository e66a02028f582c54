import type { Finding } from '../../engine/probe';
import type { BackendName } from '../../engine/types';
import type { TrainedProblem } from '../../experiment/assemble';
import type { Settings } from '../../experiment/types';
import type { World } from '../../mdp/types';

/** Page to a worker that times rungs: one request a worker. */
export interface ProbeRequest {
  readonly settings: Settings;
  readonly world: World;
  /** The columns that training reads; whatever else is on them is left alone. */
  readonly dataset: TrainedProblem['dataset'];
  readonly automaticScale: number;
  /** Rungs to leave out. */
  readonly without: readonly BackendName[];
}

/** That worker to the page. */
export type ProbeReport = Finding | { readonly type: 'done' };
