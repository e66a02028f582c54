import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MissingRung, RungTimes, TimedRung } from '../../engine/choice';
import { BACKEND_LABELS, BACKENDS, type BackendName } from '../../engine/types';
import type { Settings } from '../../experiment/types';
import { ACTION_COUNT } from '../../mdp/types';
import { rungs } from '../../texts/rungs';
import { type Connection, connect } from '../../worker/connection/connect';
import type { Prober } from '../../worker/probe/client';
import type { ProbeRequest } from '../../worker/probe/protocol';
import { workOf } from './cost';
import type { Model } from './model';
import { type Rungs, sizeClassOf } from './rungs';

/** The world around the timing of rungs, injected. */
export interface ProbingSurroundings {
  /** A new worker that times rungs. */
  readonly spawn: () => Prober;
  /** Whether anybody sees the page; a hidden tab is to rest. */
  readonly visible: () => boolean;
  /** Calls back whenever that changes. */
  readonly onVisibility: (look: () => void) => void;
  /** Milliseconds since 1970. */
  readonly date: () => number;
}

/**
 * `resting`: nothing to do; `waiting`: begins when the page has been idle a while, or, where the user
 * asked for it, when nothing trains; `measuring`: a worker is at it; `failed`: no such worker can be
 * started here.
 */
export type ProbingPhase = 'resting' | 'waiting' | 'measuring' | 'failed';

/** Milliseconds without anything training or changing before timing begins. */
const IDLE = 1500;
/** Looks, about a second each, without a report after which what it works on is given up; a device may be busy. */
const PATIENCE = 30;
/** Workers that may die before one has begun with anything. */
const MOST_STILLBORN = 2;
/** Operations of a step (as `workOf` counts them) that are timed at most: some 60 ms with SIMD. */
const MOST_WORK = 1e9;

/**
 * Settings of the same step with as few seeds as keep its timing short, and what its time is to be
 * multiplied with. Seeds add up on a processor; a GPU is long filled by that much work.
 */
export function affordable(
  settings: Settings,
  states: number,
): { settings: Settings; times: number } {
  const seeds = settings.seeds;
  const each = workOf(settings, states) / seeds;
  const few = Math.min(seeds, Math.max(1, Math.floor(MOST_WORK / each)));
  return { settings: { ...settings, seeds: few }, times: seeds / few };
}

/** One stack to be timed, while the page stays as it is. */
interface Occasion {
  readonly settings: Settings;
  readonly runId: string;
  readonly status: Model['status'];
  readonly states: number;
  /** What has been timed once in this visit is not timed again by itself. */
  readonly key: string;
}

function occasionOf(model: Model): Occasion | null {
  const { settings, runId, status, problem, latest } = model;
  if (status === 'running' || status === 'failed') return null;
  // The engine is still being started, or the world solved.
  if (problem?.runId !== runId || latest?.snapshot.runId !== runId) return null;
  const states = problem.counts.length / ACTION_COUNT;
  const key = `${sizeClassOf(settings, states)} ${settings.learners}`;
  return { settings, runId, status, states, key };
}

function same(one: Occasion | null, other: Occasion | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.settings === other.settings && one.runId === other.runId && one.status === other.status
  );
}

/**
 * Times the rungs of this device in the background, in a worker of its own that is terminated the
 * moment anything trains or changes. One stack of a size is timed once a visit, later whenever asked.
 */
export class Probing {
  readonly store: StoreApi<{ readonly phase: ProbingPhase }>;
  readonly #model: StoreApi<Model>;
  readonly #rungs: Rungs;
  readonly #outside: ProbingSurroundings;
  readonly #done = new Set<string>();
  /** Rungs at whose work a worker hung or died, by occasion. */
  readonly #culprits = new Map<string, Partial<Record<BackendName, MissingRung>>>();
  readonly #unsubscribe: () => void;
  #asked = false;
  #stillborn = 0;
  #occasion: Occasion | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #worker: Connection<ProbeRequest> | null = null;

  constructor(model: StoreApi<Model>, rungs: Rungs, outside: ProbingSurroundings) {
    this.#model = model;
    this.#rungs = rungs;
    this.#outside = outside;
    this.store = createStore(() => ({ phase: 'resting' as ProbingPhase }));
    this.#unsubscribe = model.subscribe(() => this.#look());
    outside.onVisibility(() => this.#look());
    this.#look();
  }

  /** Times the rungs again, at the next moment at which nothing trains. */
  again(): void {
    this.#asked = true;
    this.#stillborn = 0;
    this.#culprits.clear();
    this.#occasion = null;
    this.#stop();
    this.#look();
  }

  /** Stops for good. */
  dispose(): void {
    this.#unsubscribe();
    this.#stop();
  }

  #look(): void {
    const occasion = this.#next();
    if (same(occasion, this.#occasion)) return;
    this.#stop();
    this.#occasion = occasion;
    if (occasion === null) return;
    this.#enter('waiting');
    this.#timer = setTimeout(() => this.#begin(occasion), this.#asked ? 0 : IDLE);
  }

  /** What is to be timed as things stand. */
  #next(): Occasion | null {
    if (!this.#outside.visible() || this.#stillborn >= MOST_STILLBORN) return null;
    const model = this.#model.getState();
    const occasion = occasionOf(model);
    if (occasion === null || this.#asked) return occasion;
    // Where the user has chosen, nothing hangs on it.
    return model.settings.backend !== 'auto' || this.#done.has(occasion.key) ? null : occasion;
  }

  #enter(phase: ProbingPhase): void {
    if (this.store.getState().phase !== phase) this.store.setState({ phase });
  }

  /** Ends whatever is under way; what it found so far counts for nothing. */
  #stop(): void {
    clearTimeout(this.#timer);
    this.#kill();
    if (this.#stillborn >= MOST_STILLBORN) this.#enter('failed');
    else this.#enter(this.#asked ? 'waiting' : 'resting');
  }

  #kill(): void {
    this.#worker?.close();
    this.#worker = null;
  }

  #begin(occasion: Occasion): void {
    const { problem } = this.#model.getState();
    if (problem === null) return;
    const culprits = this.#culprits.get(occasion.key) ?? {};
    const { settings, times } = affordable(occasion.settings, occasion.states);
    const { state, action, reward, nextState, terminal } = problem.transitions;
    const found: Partial<Record<BackendName, TimedRung | MissingRung>> = { ...culprits };
    let begun: BackendName | null = null;
    this.#worker = connect(this.#outside.spawn, {
      onMessage: (report) => {
        if (report.type === 'begun') begun = report.backend;
        else if (report.type === 'found') {
          const { backend, rung } = report;
          found[backend] = 'ms' in rung ? { ...rung, ms: rung.ms * times } : rung;
        } else this.#finish(occasion, found);
      },
      onLost: (reason, how) =>
        this.#blame(begun, occasion, (name) =>
          how === 'overdue' ? rungs().tookLong(name, PATIENCE) : rungs().brokeOff(name, reason),
        ),
      awaited: () => PATIENCE,
    });
    this.#enter('measuring');
    const without = this.#rungs.store.getState().without;
    this.#worker.post({
      settings,
      world: problem.world,
      dataset: { state, action, reward, nextState, terminal },
      automaticScale: problem.automaticScale,
      without: BACKENDS.filter((backend) => backend in culprits || backend in without),
    });
  }

  /** The worker hung or died at the work of a rung: the others are timed without it. */
  #blame(backend: BackendName | null, occasion: Occasion, what: (backend: string) => string): void {
    this.#kill();
    clearTimeout(this.#timer);
    if (backend === null) {
      this.#stillborn += 1;
      this.#occasion = null;
      this.#look();
      if (this.#occasion === null) this.#stop();
      return;
    }
    const missing = what(BACKEND_LABELS[backend]);
    const culprits = { ...this.#culprits.get(occasion.key), [backend]: { missing } };
    this.#culprits.set(occasion.key, culprits);
    this.#begin(occasion);
  }

  #finish(occasion: Occasion, rungs: RungTimes): void {
    this.#rungs.remember(sizeClassOf(occasion.settings, occasion.states), {
      at: this.#outside.date(),
      rungs,
    });
    this.#done.add(occasion.key);
    this.#asked = false;
    this.#look();
  }
}
