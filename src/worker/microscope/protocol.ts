import type { TrainedProblem } from '../../experiment/assemble';
import type { MicroscopeRequest, RowUpdate } from '../../experiment/microscope';
import type { World } from '../../mdp/types';

/** Page to the worker behind the microscope. `id` is the page's own, one a job. */
export interface MicroscopeJob extends Omit<MicroscopeRequest, 'problem'> {
  readonly id: number;
  readonly world: World;
  /** The columns that training reads; whatever else is on them is left alone. */
  readonly dataset: TrainedProblem['dataset'];
  readonly automaticScale: number;
}

/** That worker to the page; `message` is a sentence. */
export type MicroscopeReport =
  | { readonly id: number; readonly updates: readonly RowUpdate[] }
  | { readonly id: number; readonly message: string };
