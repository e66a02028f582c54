import type { Notice, SettingValues, Snapshot, Truth } from '../../experiment/types';
import { session } from '../../texts/session';
import { isOver, stopOf } from './ending';
import type { Model } from './model';
import type { OnlineOptions } from './online';
import type { Playground } from './playground';

/** The frozen dataset as plain arrays, a row at the same index of every column. */
export interface PlainDataset {
  readonly hash: string;
  readonly size: number;
  readonly episodes: number;
  readonly state: readonly number[];
  /** 0 up, 1 right, 2 down, 3 left. */
  readonly action: readonly number[];
  readonly reward: readonly number[];
  readonly nextState: readonly number[];
  readonly terminal: readonly boolean[];
  readonly truncated: readonly boolean[];
  readonly episode: readonly number[];
  readonly step: readonly number[];
  readonly behaviorProb: readonly number[];
}

/** The scripting handle `window.offgrid` (docs/contract.md#console), for consoles and tests. */
export interface OffgridHandle {
  /**
   * Resolves when the world of the present settings is solved and its learners stand measured;
   * rejects with why they cannot. Ask again after `set`.
   */
  readonly ready: Promise<void>;
  /** Settings as they stand now, by dotted key. */
  settings(): SettingValues;
  /**
   * Changes settings; checked as a link is. What does not fit is put right: returns a sentence each.
   * Settings that restart the learners do so at once.
   *
   * @throws TypeError unless given an object.
   */
  set(partial: Readonly<Record<string, unknown>>): readonly Notice[];
  /**
   * Lets learners act in the world from the present step on and learn from what they try beside the data;
   * null: none of them any more. A live edit, checked as by `set`: returns a sentence for what was put right.
   *
   * @throws TypeError unless given an object or null.
   */
  online(options?: OnlineOptions | null): readonly Notice[];
  /**
   * Trains `steps` steps more, by default to the run's end (at once where it is reached), and resolves
   * with the measurement there. Rejects with a sentence when the run fails, is paused or
   * is replaced; with a RangeError unless `steps` is a whole number ≥ 1.
   */
  run(steps?: number): Promise<Snapshot>;
  pause(): void;
  /** Back to step 0 with the same initialisation and data. */
  reset(): void;
  /** What was measured at the moment shown: the last measurement, unless another was sought; null before the first. */
  snapshot(): Snapshot | null;
  /** Training steps of the measured moments that are kept, ascending. */
  steps(): readonly number[];
  /**
   * Shows the kept moment nearest to a training step, or `now`, the latest; resolves with its measurement
   * when the page has drawn it. Rejects with a sentence where nothing is measured yet, and with a
   * RangeError unless given a step ≥ 0 or `now`.
   */
  seek(step: number | 'now'): Promise<Snapshot>;
  /** What the browser had kept and this run goes on from: its step, and when that was; null where it began at 0. */
  restored(): { readonly step: number; readonly savedAt: Date } | null;
  /** The frozen dataset; null before it is collected. */
  dataset(): PlainDataset | null;
  /** Exact returns of the present problem; null before it is solved. */
  truth(): Truth | null;
}

declare global {
  interface Window {
    /** Offgrid's scripting handle. */
    offgrid: OffgridHandle;
  }
}

/** Resolves with the first defined answer of `look`, now or after any later change. */
function whenever<T>(playground: Playground, look: (model: Model) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    let unsubscribe = () => {};
    const check = (model: Model) => {
      try {
        const found = look(model);
        if (found === undefined) return false;
        resolve(found);
      } catch (error) {
        reject(error);
      }
      unsubscribe();
      return true;
    };
    if (!check(playground.model)) unsubscribe = playground.store.subscribe(check);
  });
}

/** Waits until the learners stand measured; throws when they fail. */
export async function standing(playground: Playground): Promise<void> {
  await whenever(playground, ({ latest, failure }) => {
    if (failure !== null) throw new Error(failure);
    return latest ?? undefined;
  });
}

async function run(playground: Playground, steps?: number): Promise<Snapshot> {
  if (steps !== undefined && !(Number.isSafeInteger(steps) && steps >= 1))
    throw new RangeError(session().scripts.steps(String(steps)));
  await standing(playground);
  // What is trained behind the page is the run that goes on.
  playground.arrive();
  const { runId, step, latest } = playground.model;
  if (steps === undefined && isOver(playground.model) && latest !== null) return latest.snapshot;
  const until = steps === undefined ? stopOf(playground.model) : step + steps;
  playground.run(steps === undefined ? undefined : until);
  return whenever(playground, (model) => {
    if (model.runId !== runId) throw new Error(session().scripts.replaced(until));
    if (model.failure !== null) throw new Error(model.failure);
    const there = (model.latest?.step ?? 0) >= until || (steps === undefined && isOver(model));
    if (there && model.status !== 'running' && model.latest !== null) return model.latest.snapshot;
    if (model.status === 'paused' && model.step < until)
      throw new Error(session().scripts.paused(model.step, until));
    return undefined;
  });
}

/** Resolves when what the page was told is on the screen, or right away where nobody looks at it. */
function drawn(): Promise<void> {
  if (typeof document === 'undefined' || document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

async function seek(playground: Playground, step: number | 'now'): Promise<Snapshot> {
  if (step !== 'now' && !(Number.isFinite(step) && step >= 0))
    throw new RangeError(session().scripts.moment(String(step)));
  playground.seek(step);
  const { snapshot } = playground.model;
  if (snapshot === null) throw new Error(session().scripts.nothingKept);
  await drawn();
  return snapshot;
}

/** A copy that the script may keep and change without touching the page. */
function plainDataset({ problem }: Model): PlainDataset | null {
  if (problem === null) return null;
  const { transitions, datasetHash, episodes } = problem;
  const flags = (column: Uint8Array) => Array.from(column, (flag) => flag === 1);
  return {
    hash: datasetHash,
    size: transitions.size,
    episodes,
    state: Array.from(transitions.state),
    action: Array.from(transitions.action),
    reward: Array.from(transitions.reward),
    nextState: Array.from(transitions.nextState),
    terminal: flags(transitions.terminal),
    truncated: flags(transitions.truncated),
    episode: Array.from(transitions.episode),
    step: Array.from(transitions.step),
    behaviorProb: Array.from(transitions.behaviorProbability),
  };
}

/** The problem, where it is that of the present run. */
function present(model: Model): Model {
  return model.problem?.runId === model.runId ? model : { ...model, problem: null };
}

/** The handle of a playground. */
export function offgridHandle(playground: Playground): OffgridHandle {
  return {
    get ready() {
      return standing(playground);
    },
    settings: () => ({ ...playground.model.settings }),
    set(partial) {
      if (typeof partial !== 'object' || partial === null || Array.isArray(partial))
        throw new TypeError(session().scripts.notSettings);
      return playground.change(partial);
    },
    online: (options = {}) => playground.online(options),
    run: (steps) => run(playground, steps),
    pause: () => playground.pause(),
    reset: () => playground.reset(),
    snapshot: () => playground.model.snapshot,
    steps: () => playground.model.moments.kept.map(({ step }) => step),
    seek: (step) => seek(playground, step),
    restored: () => {
      const { restored } = playground.model;
      return restored && { step: restored.step, savedAt: new Date(restored.savedAt) };
    },
    dataset: () => plainDataset(present(playground.model)),
    truth: () => present(playground.model).problem?.truth ?? null,
  };
}
