import { withoutParameters } from '../engine/members';
import { seenActions } from '../engine/seen';
import type { NetworkParameters, NetworkStack, StackSpec } from '../engine/types';
import { termFactor } from '../learners/dimensions';
import type { SeedOutputs } from '../learners/types';
import { ACTION_COUNT } from '../mdp/types';
import {
  assembleStack,
  drawMinibatch,
  hyperOf,
  type Instance,
  instancesOf,
  trainingSeeds,
} from './assemble';
import { namedSteps } from './ending';
import { nextMeasuredStep } from './grid';
import { measure, statusOf, type Tables } from './metrics';
import type { SeedParameters } from './microscope';
import { actedWorld } from './online/actor';
import { Online } from './online/online';
import type { Problem } from './problem';
import { RestingPlaces } from './rests';
import { checkRun, editsToCome, type SavedRun, type SavedSeed } from './saved-run';
import { rewardScaleOf } from './scale';
import { settingsAt, withValuesOf } from './settings/change';
import { effectOf } from './settings/scope';
import { Stepper } from './stepper';
import type {
  Frame,
  FrameLearner,
  LearnerSnapshot,
  LiveEdit,
  RunStatus,
  SeedSnapshot,
  Settings,
  SettingValues,
  Snapshot,
} from './types';

/** Makes the network stack of a spec, on whichever backend stands. */
export type CreateStack = (spec: StackSpec) => NetworkStack;

/** A snapshot with the maps that belong to it. */
export interface MeasuredPoint {
  readonly snapshot: Snapshot;
  readonly frame: Frame;
}

/** What every learner says, in the world's units: by instance id, by seed. */
export type LearnedTables = Readonly<Record<string, readonly Tables[]>>;

interface MeasuredSeed {
  readonly snapshot: SeedSnapshot;
  readonly frame: FrameLearner;
  readonly tables: Tables;
}

/** What a seed remembers from one measurement to the next. */
type SeedMemory = { -readonly [K in keyof SavedSeed]: SavedSeed[K] };

/** One training seed's parameters by network, out of those of all. */
function ofSeed(
  networks: Readonly<Record<string, readonly NetworkParameters[]>>,
  seed: number,
): Record<string, NetworkParameters> {
  return Object.fromEntries(Object.entries(networks).map(([name, seeds]) => [name, seeds[seed]]));
}

/**
 * The learners of some settings at work on a problem. Its numbers depend on the problem and the
 * settings alone: neither on which other learners are on, nor on the number of seeds, nor on how
 * often or when it is measured.
 */
export class Run {
  readonly runId: string;
  readonly #problem: Problem;
  readonly #stack: NetworkStack;
  readonly #seeds: readonly number[];
  readonly #online: Online;
  readonly #stepper: Stepper;
  readonly #scale: number;
  readonly #rests: RestingPlaces;
  /** Which actions the data contains at every state, as the losses see it. */
  readonly #seen: Uint8Array;
  readonly #memory = new Map<string, readonly SeedMemory[]>();
  /** Settings of step 0, and the live edits that the run was given. */
  readonly #given: { readonly settings: Settings; readonly edits: readonly LiveEdit[] };
  #instances: readonly Instance[];
  /**
   * As they stood when the present step was complete: it is read as it was trained, so that edits made there
   * come after what is measured there, whether they come by hand or are replayed.
   */
  #trained: readonly Instance[];
  #settings: Settings;
  #pending: readonly LiveEdit[];
  #edits: LiveEdit[] = [];
  /** Settings that came in the middle of a step and take effect at its end. */
  #waiting: Settings | null = null;
  #disposed = false;
  #tables: LearnedTables = {};
  /** Step at which the losses were last read. */
  #readAt = 0;

  constructor(
    problem: Problem,
    settings: Settings,
    createStack: CreateStack,
    runId: string,
    edits: readonly LiveEdit[],
  ) {
    const begun = assembleStack(problem, settings);
    const spec = withoutParameters(begun);
    this.runId = runId;
    this.#problem = problem;
    this.#scale = rewardScaleOf(problem, settings);
    this.#rests = new RestingPlaces(problem, this.#scale);
    this.#seen = seenActions(spec.table, spec.data, ACTION_COUNT);
    this.#given = { settings, edits };
    this.#settings = settings;
    this.#pending = [...edits].sort((a, b) => a.step - b.step);
    this.#seeds = trainingSeeds(settings);
    this.#instances = instancesOf(settings);
    this.#trained = this.#instances;
    for (const { id } of this.#instances) {
      this.#memory.set(
        id,
        this.#seeds.map(() => ({ status: 'ok', warm: {}, losses: null })),
      );
    }
    this.#stack = createStack(begun);
    const wantRandomActions = spec.learners
      .filter(({ loss }) => loss.drawsActions)
      .map(({ id }) => id);
    this.#online = new Online({
      world: actedWorld(problem.mdp, problem.dataset.counts.pairs, this.#scale),
      spec,
      stack: this.#stack,
      seeds: this.#seeds,
      seen: this.#seen,
    });
    const { size } = problem.dataset;
    this.#stepper = new Stepper(this.#stack, (step) =>
      this.#online.begin(drawMinibatch(size, spec.batch, this.#seeds, step, wantRandomActions), {
        step,
        settings: this.#settings,
        instances: this.#instances,
        learns: (id, seed) => this.#memory.get(id)?.[seed].status === 'ok',
      }),
    );
    this.#replay();
  }

  /** Training steps taken. */
  get step(): number {
    return this.#stepper.step;
  }

  /** True while a step is begun and not complete: nothing can be measured then. */
  get underWay(): boolean {
    return this.#stepper.midStep;
  }

  /** Settings as they stand, live edits included. */
  get settings(): Settings {
    return this.#settings;
  }

  /** What the learners said when they were last measured; empty before. */
  get tables(): LearnedTables {
    return this.#tables;
  }

  /** Live edits made so far, in their order, those replayed included. */
  get edits(): readonly LiveEdit[] {
    return this.#edits;
  }

  /**
   * Trains until `steps` steps are complete, one that is under way counted, or until `enough`, which is
   * asked after every part of a step; what it leaves under way the next call goes on with. Live edits
   * to be replayed take effect at their steps.
   */
  train(steps: number, enough: () => boolean = () => false): void {
    const target = this.step + steps;
    while (this.step < target) {
      if (this.#stepper.advance()) this.#completeStep();
      if (enough()) return;
    }
  }

  /** The next step of the measuring grid. */
  nextMeasuredStep(): number {
    const end = namedSteps(this.#settings) ?? Number.POSITIVE_INFINITY;
    return nextMeasuredStep(this.step, this.#settings.measureEvery, end);
  }

  /**
   * Measures every learner and seed at the present step, as they were trained until then: live edits of this
   * step are of those that follow. A seed found to have diverged is frozen and stays so. `status` is that of the whole run as the snapshot is to say it; `rest` is awaited
   * between two seeds, for those who have to listen meanwhile.
   *
   * @throws Error where the run is disposed of during a rest.
   */
  async measure(
    status: RunStatus = this.#ownStatus(),
    rest?: () => Promise<void>,
  ): Promise<MeasuredPoint> {
    const { step } = this;
    const instances = this.#trained;
    const outputs = await this.#stack.outputs();
    await this.#readLosses();
    const learners: Record<string, LearnerSnapshot> = {};
    const frames: Record<string, readonly FrameLearner[]> = {};
    const tables: Record<string, readonly Tables[]> = {};
    const rests: Record<string, Float32Array | null> = {};
    for (const instance of instances) {
      const { id, kind } = instance;
      const seeds: MeasuredSeed[] = [];
      for (const seed of this.#seeds.keys()) {
        seeds.push(this.#measureSeed(instance, seed, outputs[id]));
        await rest?.();
        if (this.#disposed) throw new Error('The run was given up while it was measured.');
      }
      const { table, ...resting } = this.#rests.of(instance);
      learners[id] = {
        kind,
        status: seeds.some(({ snapshot }) => snapshot.status === 'diverged') ? 'diverged' : 'ok',
        ...resting,
        seeds: seeds.map(({ snapshot }) => snapshot),
      };
      frames[id] = seeds.map(({ frame }) => frame);
      tables[id] = seeds.map((seed) => seed.tables);
      rests[id] = table;
    }
    this.#tables = tables;
    const { runId } = this;
    const { truth, dataset } = this.#problem;
    return {
      snapshot: {
        runId,
        datasetHash: dataset.hash,
        step,
        backend: this.#stack.backend,
        status,
        truth,
        learners,
      },
      frame: { runId, step, learners: frames, rests },
    };
  }

  /**
   * Takes over those of the given settings that may change while training and logs each as a live
   * edit of the present step; other differences are left to whoever starts the next run. In the
   * middle of a step they wait for its end.
   */
  applyLive(settings: Settings): void {
    if (this.underWay) {
      this.#waiting = settings;
      return;
    }
    const values: SettingValues = settings;
    const { live, edits } = effectOf(this.#settings, settings);
    this.#edits.push(...edits.map((key) => ({ step: this.step, key, value: values[key] })));
    this.#take(withValuesOf(this.#settings, settings, live));
  }

  /**
   * Everything that it goes on from, copied, as it stands now: what happens while it is read is not part of it.
   *
   * @throws RangeError in the middle of a step.
   */
  async save(): Promise<SavedRun> {
    if (this.underWay) throw new RangeError('A run is saved between two steps.');
    const rest = {
      step: this.step,
      readAt: this.#readAt,
      edits: [...this.#edits],
      seeds: Object.fromEntries(
        [...this.#memory].map(([id, seeds]) => [id, seeds.map((seed) => ({ ...seed }))]),
      ),
      actors: this.#online.save(),
    };
    return { ...rest, stack: await this.#stack.save() };
  }

  /**
   * Takes up what a run of the same problem and settings has saved: it goes on from there with the numbers that
   * the other would have come to, bit by bit where the same stack trains it. Live edits that it was given and
   * that were still to come there are replayed.
   *
   * @throws RangeError where what was saved is of another run; this one must not be used then.
   */
  restore(saved: SavedRun): void {
    if (this.underWay) throw new RangeError('A run is restored between two steps.');
    checkRun(saved, [...this.#memory.keys()], this.#seeds.length);
    const toCome = editsToCome(this.#given.edits, saved);
    if (toCome === null) throw new RangeError('A saved run was edited otherwise.');
    this.#stack.restore(saved.stack);
    this.#online.restore(saved.actors);
    for (const [id, seeds] of this.#memory)
      seeds.forEach((seed, place) => {
        Object.assign(seed, saved.seeds[id][place]);
      });
    const before = saved.edits.filter(({ step }) => step < saved.step);
    this.#trained = instancesOf(settingsAt(this.#given.settings, before));
    this.#settings = settingsAt(this.#given.settings, saved.edits);
    this.#instances = instancesOf(this.#settings);
    this.#edits = [...saved.edits];
    this.#pending = toCome;
    this.#readAt = saved.readAt;
    this.#stepper.seek(saved.step);
    this.#replay();
  }

  /** Parameters of the training seed at a place, copied; null where there is no such seed. */
  async parameters(seed: number): Promise<SeedParameters | null> {
    if (this.#seeds[seed] === undefined) return null;
    const all = await this.#stack.parameters();
    return Object.fromEntries(
      Object.entries(all).map(([id, { online, target }]) => [
        id,
        { online: ofSeed(online, seed), target: ofSeed(target, seed) },
      ]),
    );
  }

  /** Gives the memory of the networks back; the run must not be used afterwards. */
  dispose(): void {
    this.#disposed = true;
    this.#stack.dispose();
  }

  #completeStep(): void {
    this.#trained = this.#instances;
    this.#replay();
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null) this.applyLive(waiting);
  }

  #ownStatus(): RunStatus {
    if (this.step === 0) return 'idle';
    const end = namedSteps(this.#settings);
    return end !== null && this.step >= end ? 'done' : 'running';
  }

  /** Makes the live edits that are due at the present step. */
  #replay(): void {
    const due = this.#pending.filter(({ step }) => step <= this.step);
    if (due.length === 0) return;
    this.#pending = this.#pending.slice(due.length);
    this.#edits.push(...due);
    this.#take(settingsAt(this.#settings, due));
  }

  #take(settings: Settings): void {
    const before = this.#instances;
    const gamma = this.#problem.mdp.gamma;
    const previous = this.#settings;
    this.#settings = settings;
    this.#instances = instancesOf(this.#settings);
    this.#instances.forEach((instance, i) => {
      const old = hyperOf(before[i], previous, gamma);
      for (const [name, value] of Object.entries(hyperOf(instance, this.#settings, gamma))) {
        if (value === old[name]) continue;
        const values = new Float32Array(this.#seeds.length).fill(value);
        this.#stack.setHyper(instance.id, name, values);
      }
    });
  }

  /** Reads the means of the loss terms since the last time; a second look at a step keeps them. */
  async #readLosses(): Promise<void> {
    if (this.step === this.#readAt) return;
    this.#readAt = this.step;
    const terms = await this.#stack.terms();
    for (const { id, definition } of this.#trained) {
      this.#memory.get(id)?.forEach((memory, seed) => {
        memory.losses = Object.fromEntries(
          Object.entries(terms[id]).map(([name, values]) => [
            name,
            values[seed] * termFactor(definition, name, this.#scale),
          ]),
        );
      });
    }
  }

  #measureSeed(
    { id, method, definition, settings }: Instance,
    seed: number,
    outputs: Readonly<Record<string, Float32Array>>,
  ): MeasuredSeed {
    const memory = this.#memory.get(id)?.[seed];
    if (!memory) throw new RangeError(`There is no seed ${seed} of ${id} in this run.`);
    const own: SeedOutputs = Object.fromEntries(
      Object.entries(outputs).map(([name, values]) => {
        const size = values.length / this.#seeds.length;
        return [name, values.subarray(seed * size, (seed + 1) * size)];
      }),
    );
    const readout = definition.readout(own, settings, this.#seen);
    const { losses } = memory;
    if (memory.status === 'ok') {
      const finite = Object.values(own).every((values) => values.every(Number.isFinite));
      memory.status = finite
        ? statusOf(this.#problem, readout, method, losses, this.#scale)
        : 'diverged';
      if (memory.status === 'diverged') this.#stack.freeze(id, seed);
    }
    const { metrics, frame, tables, warm } = measure(
      this.#problem,
      readout,
      method,
      this.#scale,
      memory.warm,
    );
    memory.warm = warm;
    const sound = losses !== null && Object.values(losses).every(Number.isFinite);
    const actor = this.#online.actorOf(id, seed);
    return {
      snapshot: {
        status: memory.status,
        ...metrics,
        losses: sound ? losses : null,
        online: actor?.record ?? null,
      },
      frame: { ...frame, tried: actor?.tried ?? null },
      tables,
    };
  }
}

/**
 * A run of complete settings on their problem, at step 0. `edits` are live edits of an earlier run,
 * replayed at their steps.
 */
export function createRun(
  problem: Problem,
  settings: Settings,
  createStack: CreateStack,
  runId: string,
  edits: readonly LiveEdit[] = [],
): Run {
  return new Run(problem, settings, createStack, runId, edits);
}
