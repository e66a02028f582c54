import type { GivenData } from '../../data/given';
import type { RememberedRungs } from '../../engine/choice';
import type { SeedParameters } from '../../experiment/microscope';
import type { SavedRun } from '../../experiment/saved-run';
import type {
  Frame,
  LiveEdit,
  ProblemView,
  RunStatus,
  Settings,
  Snapshot,
} from '../../experiment/types';
import type { Keepable, Keeper } from '../kept/keeper';
import type { EngineInfo, Report } from './protocol';

/** What the session needs of a run (`src/experiment/run.ts`). */
export interface SessionRun {
  readonly step: number;
  /** Live edits so far, those replayed included. */
  readonly edits: readonly LiveEdit[];
  /** True while steps are begun and not complete: nothing can be measured then. */
  readonly underWay: boolean;
  /** True while to save it costs more than what it has trained itself: it is not kept unasked. */
  readonly partial?: boolean;
  /**
   * Trains until `steps` steps are complete or, between two parts of a step, until `enough`. Where
   * steps are under way it goes on with those, however many they are.
   */
  train(steps: number, enough: () => boolean): void | Promise<void>;
  /** The next step of the measuring grid after the present one. */
  nextMeasuredStep(): number;
  /** Measures at the present step; awaits `rest` now and then, so that messages come in. */
  measure(
    status: RunStatus,
    rest: () => Promise<void>,
  ): Promise<{ snapshot: Snapshot; frame: Frame }>;
  /** Takes over live settings; those that come while steps are under way take effect after them. */
  applyLive(settings: Settings): void;
  /** Parameters of the training seed at a place, copied; null where there is none. Not while it trains. */
  parameters(seed: number): Promise<SeedParameters | null>;
  /**
   * Everything that it goes on from, as it stands now; not in the middle of steps. Rejects where part of it
   * cannot be had.
   */
  save(): Promise<SavedRun>;
  dispose(): void;
}

/** An engine that stands: what to say of it, and how to wait until its queue is empty. */
export interface SessionEngine {
  readonly info: EngineInfo;
  /** Resolves when everything queued has run; at once on engines without a queue. */
  settle(): Promise<void>;
}

/** World and data of the present settings. */
export interface SessionProblem {
  /** What steady numbers are measured by (`settlingUnit`). */
  readonly settlingUnit: number;
  /** What tells it and its training from others, and how much of it is to be kept. */
  keptAs?(settings: Settings): Pick<Keepable, 'what' | 'bytes'>;
  view(runId: string): ProblemView;
}

/** The world outside, injected so that the session runs in a test as in the worker. */
export interface SessionDependencies<P extends SessionProblem, E extends SessionEngine> {
  /** @param given the given dataset that the settings name, where there is one. */
  buildProblem(settings: Settings, given?: GivenData): P;
  /** Starts the best engine for the settings, or hands back the one that stands when it still is. */
  startEngine(settings: Settings, remembered: RememberedRungs | null): Promise<E>;
  createRun(
    problem: P,
    settings: Settings,
    edits: readonly LiveEdit[],
    engine: E,
    runId: string,
    saved?: SavedRun,
  ): SessionRun;
  /** What keeps runs between visits; absent where nothing does. */
  keeper?(): Promise<Keeper>;
  post(report: Report): void;
  /** Milliseconds on a steady clock. */
  now(): number;
  /** Resolves after `milliseconds`, having let messages in; 0 for the next turn. */
  rest(milliseconds: number): Promise<void>;
}
