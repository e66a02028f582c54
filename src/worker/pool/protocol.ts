import type { BackendName } from '../../engine/types';
import type { SeedParameters } from '../../experiment/microscope';
import type { Problem } from '../../experiment/problem';
import type { SavedRun } from '../../experiment/saved-run';
import type { Frame, LiveEdit, RunStatus, Settings, Snapshot } from '../../experiment/types';

/** What a share of a run's training seeds is trained with, wherever it is. */
export interface ShareStart {
  readonly runId: string;
  readonly problem: Problem;
  /** Those of the run, but for `train.seed` and `seeds`, which are the share's own. */
  readonly settings: Settings;
  /** Replayed at their steps. */
  readonly edits: readonly LiveEdit[];
  readonly backend: BackendName;
  /** Where it is to go on from; absent for step 0. */
  readonly saved?: SavedRun | undefined;
  /** A helper with another implementation would come to other numbers: it fails instead. */
  readonly implementation: string;
}

/**
 * The run's worker to a helper; taken in their order. `share` numbers the shares that were begun: a
 * `begin` or `end` drops whatever is under way.
 */
export type HelperCommand =
  | { readonly type: 'begin'; readonly share: number; readonly start: ShareStart }
  | { readonly type: 'train'; readonly share: number; readonly steps: number }
  | { readonly type: 'measure'; readonly share: number; readonly status: RunStatus }
  | { readonly type: 'live'; readonly share: number; readonly settings: Settings }
  /** Asks for the parameters of a seed of the share, by its place in it. */
  | { readonly type: 'parameters'; readonly share: number; readonly seed: number }
  /** Asks for everything that the share goes on from. */
  | { readonly type: 'save'; readonly share: number }
  | { readonly type: 'end'; readonly share: number };

/** What was measured of a share. */
export interface MeasuredShare {
  readonly learners: Snapshot['learners'];
  readonly maps: Frame['learners'];
}

/** A helper to the run's worker: one answer to every `train`, `measure`, `save` and `parameters`, in their order. */
export type HelperReport =
  /** Said now and then, unasked, while it is at what it was asked for. */
  | { readonly type: 'working'; readonly share: number }
  | { readonly type: 'trained'; readonly share: number }
  | ({ readonly type: 'measured'; readonly share: number } & MeasuredShare)
  | {
      readonly type: 'parameters';
      readonly share: number;
      readonly found: SeedParameters | null;
    }
  | { readonly type: 'saved'; readonly share: number; readonly saved: SavedRun }
  /** The share is lost; a sentence why. */
  | { readonly type: 'failed'; readonly share: number; readonly message: string };
