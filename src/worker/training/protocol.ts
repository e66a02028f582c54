import type { GivenData } from '../../data/given';
import type { RememberedRungs, RungSentences } from '../../engine/choice';
import type { BackendName } from '../../engine/types';
import type { SeedParameters } from '../../experiment/microscope';
import type {
  Ending,
  Frame,
  LiveEdit,
  ProblemView,
  RunStatus,
  Settings,
  Snapshot,
} from '../../experiment/types';
import type { Goal } from '../kept/kept-run';
import type { MachineState } from './machine';

export type { ProblemView } from '../../experiment/types';

/** The rung in use and why. */
export interface EngineInfo {
  readonly backend: BackendName;
  readonly implementation: string;
  readonly reason: string;
  /** Whether it is heard of again within a step, however long that takes. */
  readonly inParts?: boolean;
  /** Over how many workers the seeds are spread, ≥ 1; 1 where it is absent. */
  readonly workers?: number;
  /** Rungs that were lost in this session or did not start just now, each with a sentence why. */
  readonly without?: RungSentences;
}

/** Page to worker. */
export type Command =
  /** Builds world, dataset and learners anew (step 0). `edits` are replayed at their steps. */
  | {
      readonly type: 'configure';
      readonly runId: string;
      readonly settings: Settings;
      readonly edits: readonly LiveEdit[];
      /** What was measured on this device before, null on a first visit; the worker keeps no storage. */
      readonly remembered: RememberedRungs | null;
      /** The given dataset that the settings name, where the page has it. */
      readonly given?: GivenData;
      /**
       * Keeps the run between visits. `offer` says as well whether the same run was kept before (`kept`), `take`
       * goes on from there. Absent where nobody will come back to it.
       */
      readonly keep?: 'begin' | 'offer' | 'take';
    }
  /**
   * Trains up to and including `until`, measured on the grid; there it is `done` unless `settles` says
   * otherwise. With `early` it is so before, where the run has settled.
   */
  | {
      readonly type: 'run';
      readonly until: number;
      readonly settles?: MachineState['settles'];
      readonly early?: boolean;
    }
  | { readonly type: 'pause' }
  /** The page may be about to go: what there is is kept now. */
  | { readonly type: 'keep' }
  /** Goes on with the run that was offered (`kept`), in place of the present one. */
  | { readonly type: 'resume' }
  /** Trains to the next point of the measuring grid, then pauses. */
  | { readonly type: 'step' }
  /** Back to step 0 with the same initialisation and dataset, on the best rung as known by now. */
  | {
      readonly type: 'reset';
      readonly runId: string;
      readonly remembered: RememberedRungs | null;
    }
  /** Applies settings of scope `live` (or `view` ones the worker needs, such as the speed) without restarting. */
  | { readonly type: 'live'; readonly settings: Settings }
  /** Asks for the parameters of one training seed, by its place from 0; `id` is the page's own. */
  | { readonly type: 'parameters'; readonly id: number; readonly seed: number };

/** The networks between two steps; none where the run they were asked of is gone or has no such seed. */
export interface ParametersReport {
  readonly type: 'parameters';
  readonly id: number;
  readonly found: { readonly step: number; readonly parameters: SeedParameters } | null;
}

/** Worker to page. */
export type Report =
  | { readonly type: 'engine'; readonly engine: EngineInfo }
  | { readonly type: 'problem'; readonly problem: ProblemView }
  | {
      readonly type: 'state';
      readonly runId: string;
      readonly status: RunStatus;
      readonly step: number;
    }
  /** The present run was kept before, further on: a sentence, and what it offers. */
  | {
      readonly type: 'kept';
      readonly runId: string;
      readonly message: string;
      readonly offer: string;
    }
  /** What was kept of the run follows: it goes on from there. `savedAt` in milliseconds since 1970. */
  | {
      readonly type: 'restored';
      readonly runId: string;
      readonly step: number;
      readonly savedAt: number;
      /** Where it goes on to by itself; null where it waits. */
      readonly goal: Goal | null;
    }
  /** Where the run has ended, and why, whether or not it goes on; null where a later edit has undone that. */
  | { readonly type: 'ending'; readonly runId: string; readonly ending: Ending | null }
  /** Steps done and speed between measured points, at a few hertz. */
  | {
      readonly type: 'progress';
      readonly runId: string;
      readonly step: number;
      readonly stepsPerSecond: number;
    }
  | { readonly type: 'measured'; readonly snapshot: Snapshot; readonly frame: Frame }
  | { readonly type: 'edit'; readonly runId: string; readonly edit: LiveEdit }
  /** A sentence about something put right on the way, such as a lost engine replaced by another. */
  | { readonly type: 'notice'; readonly key: string; readonly message: string }
  | ParametersReport
  /** A sentence: what happened and what to do. */
  | { readonly type: 'failed'; readonly runId: string; readonly message: string };
