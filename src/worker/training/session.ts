import type { RememberedRungs } from '../../engine/choice';
import { Settling } from '../../experiment/settling';
import type { Ending, LiveEdit, Settings } from '../../experiment/types';
import { stacks } from '../../texts/stacks';
import { messageOf } from '../connection/message';
import type { Keepable, Keeper } from '../kept/keeper';
import type { FoundRun } from '../kept/store';
import { INITIAL, type MachineEvent, type MachineState, transition } from './machine';
import { Pace } from './pace';
import type { Command } from './protocol';
import { Questions } from './questions';
import { RunWatch } from './run-watch';
import type {
  SessionDependencies,
  SessionEngine,
  SessionProblem,
  SessionRun,
} from './session-parts';
import { listening, trainInSlices } from './slices';
import { packed } from './transfer';

interface Configuration<P> {
  readonly runId: string;
  /** Those of step 0. */
  readonly settings: Settings;
  /** Those of now. */
  readonly live: Settings;
  readonly edits: readonly LiveEdit[];
  readonly problem: P;
  readonly keep: Extract<Command, { type: 'configure' }>['keep'];
  /** What it goes on from. */
  readonly kept?: FoundRun | null;
}

/** The live edits of a run so far, and those of its link that are still to come. */
function whole(run: SessionRun, given: readonly LiveEdit[]): readonly LiveEdit[] {
  return [...run.edits, ...given.filter(({ step }) => step > run.step)];
}

/**
 * The worker's side of the conversation: holds one run, trains it in time slices and measures it on
 * its grid of steps. A later `configure` or `reset` replaces whatever is under way; nothing of the
 * former run is reported after it.
 */
export class Session<P extends SessionProblem, E extends SessionEngine> {
  readonly #outside: SessionDependencies<P, E>;
  readonly #pace: Pace;
  #machine: MachineState = INITIAL;
  #configuration: Configuration<P> | null = null;
  #engine: E | null = null;
  #run: SessionRun | null = null;
  /** Counts configurations; work that began under another count is dropped. */
  #generation = 0;
  #remembered: RememberedRungs | null = null;
  #looping = false;
  /** Watches the run; null while none stands. */
  #watch: RunWatch | null = null;
  /** Whether what it trains for is that the run ends. */
  #early = false;
  /** Keeps the present run; null where nobody does. */
  #keeper: Keeper | null = null;
  #keptAs: Keepable | null = null;
  #settling: Settling | null = null;
  /** Whether it is to be kept as soon as it stands between two steps. */
  #keepNow = false;
  /** Answered between two slices of training. */
  readonly #questions: Questions;

  constructor(outside: SessionDependencies<P, E>) {
    this.#outside = outside;
    this.#pace = new Pace('watch', outside.now());
    this.#questions = new Questions(outside.post);
  }

  /** Status and step of the present run. */
  get state(): MachineState {
    return this.#machine;
  }

  /** Where and why the present run has ended; null where it has not. */
  get #ending(): Ending | null {
    const settings = this.#configuration?.live;
    return (settings && this.#watch?.ending(settings)) ?? null;
  }

  /** Takes one message of the page. Never throws: what goes wrong is reported as a sentence. */
  handle(command: Command): void {
    try {
      this.#take(command);
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * The engine under the run was lost (a WebGL context went). Trains again, on whatever `startEngine`
   * now hands out, to where the run was and on to where it was going, and says so.
   */
  engineLost(reason: string): void {
    const configuration = this.#configuration;
    const run = this.#run;
    const { status, step, until, settles } = this.#machine;
    this.#engine = null;
    if (configuration === null || status === 'failed') return;
    this.#outside.post({
      type: 'notice',
      key: 'backend',
      message: stacks().engineLost(reason, step),
    });
    void this.#prepare({
      ...configuration,
      edits: run === null ? configuration.edits : whole(run, configuration.edits),
      keep: configuration.keep && 'begin',
      // Another engine comes to other numbers.
      kept: null,
    });
    if (status === 'running') this.#apply({ type: 'run', until, settles });
    else if (step > 0)
      this.#apply({ type: 'run', until: step, settles: status === 'done' ? 'done' : 'paused' });
  }

  /** The run goes on in this worker alone: a helper was lost, whose seeds are trained again here. */
  helpersLost(reason: string): void {
    this.#outside.post({
      type: 'notice',
      key: 'workers',
      message: stacks().helperLost(reason),
    });
    const engine = this.#engine;
    if (engine === null) return;
    this.#outside.post({ type: 'engine', engine: { ...engine.info, workers: 1 } });
  }

  #take(command: Command): void {
    switch (command.type) {
      case 'configure': {
        this.#outside.post({
          type: 'state',
          runId: command.runId,
          status: 'idle',
          step: 0,
        });
        this.#abandon();
        this.#machine = INITIAL;
        const { runId, settings, edits, given, keep } = command;
        this.#heed(settings);
        this.#remembered = command.remembered;
        this.#configuration = null;
        // The engine loads while the world is solved: its files travel meanwhile.
        const engine = this.#outside.startEngine(settings, this.#remembered);
        engine.catch(() => undefined);
        let problem: P;
        try {
          problem = this.#outside.buildProblem(settings, given);
        } catch (error) {
          this.#failAs(runId, error);
          return;
        }
        this.#outside.post({ type: 'problem', problem: problem.view(runId) });
        void this.#prepare({ runId, settings, live: settings, edits, problem, keep }, engine);
        return;
      }
      case 'reset': {
        const configuration = this.#configuration;
        if (configuration === null) return;
        this.#remembered = command.remembered;
        // Settings as they stand are the new beginning: their edits are part of them now.
        const { live } = configuration;
        const { runId } = command;
        const keep = configuration.keep && 'begin';
        void this.#prepare({
          ...configuration,
          runId,
          settings: live,
          edits: [],
          keep,
          kept: null,
        });
        return;
      }
      case 'run':
        this.#early = command.early ?? false;
        // It was told so before the page had heard that it has settled.
        if (this.#early && this.#ending?.reason === 'settled') this.#reportState();
        else this.#apply({ type: 'run', until: command.until, settles: command.settles ?? 'done' });
        this.#start();
        return;
      case 'step': {
        // Before the run stands, `step` would have no grid to go by.
        if (this.#run === null) {
          this.#reportState();
          return;
        }
        const next = this.#run.nextMeasuredStep();
        this.#early = false;
        this.#apply({ type: 'run', until: next, settles: 'paused' });
        this.#start();
        return;
      }
      case 'pause':
        this.#apply({ type: 'pause' });
        return;
      case 'keep':
        this.#keepNow = true;
        if (!this.#looping) this.#keep();
        return;
      case 'resume':
        void this.#resume();
        return;
      case 'live': {
        this.#heed(command.settings);
        const configuration = this.#configuration;
        if (configuration === null) return;
        const live = command.settings;
        // Until the run stands, nothing was trained with the settings before.
        const settings = this.#run === null ? live : configuration.settings;
        this.#configuration = { ...configuration, settings, live };
        this.#run?.applyLive(live);
        // How far it goes may have been changed as well.
        this.#watch?.say(live);
        return;
      }
      case 'parameters':
        this.#questions.ask(command);
        if (!this.#looping) void this.#answer();
        return;
    }
  }

  /** Takes over what the session itself reads of the settings, whichever command they came with. */
  #heed(settings: Settings): void {
    this.#pace.change(settings.speed, this.#outside.now());
  }

  #answer(): Promise<void> {
    return this.#questions.answer(() => this.#run);
  }

  /** Builds the run at step 0, measures it, and goes on if it was told to run meanwhile. */
  async #prepare(configuration: Configuration<P>, starting?: Promise<E>): Promise<void> {
    this.#abandon();
    const generation = this.#generation;
    const { runId } = configuration;
    this.#configuration = configuration;
    this.#machine = transition(this.#machine, { type: 'configured' });
    this.#reportState();
    try {
      const engine = await (starting ??
        this.#outside.startEngine(configuration.settings, this.#remembered));
      if (generation !== this.#generation) return;
      this.#engine = engine;
      this.#outside.post({ type: 'engine', engine: engine.info });
      const keeper = configuration.keep ? await this.#outside.keeper?.().catch(() => null) : null;
      if (generation !== this.#generation) return;
      let { kept = null } = configuration;
      if (keeper && configuration.keep === 'take' && kept === null) {
        kept = await keeper.find(this.#keepable(configuration, engine), configuration.edits, false);
        if (generation !== this.#generation) return;
      }
      // Live edits that came meanwhile are in the configuration by now.
      const present = this.#configuration ?? configuration;
      this.#keeper = keeper ?? null;
      this.#keptAs = keeper ? this.#keepable(present, engine) : null;
      keeper?.begin(this.#keptAs);
      if (kept !== null && this.#restore(present, engine, kept)) {
        this.#start();
        return;
      }
      this.#stand(
        present,
        this.#outside.createRun(present.problem, present.settings, present.edits, engine, runId),
      );
      this.#watch?.sayEdits();
      await this.#measure(generation);
      if (generation !== this.#generation) return;
      this.#start();
      if (configuration.keep === 'offer') await this.#offer(generation);
    } catch (error) {
      if (generation === this.#generation) this.#fail(error);
    }
  }

  /** Makes a run the present one. */
  #stand({ runId, settings, problem }: Configuration<P>, run: SessionRun): Settling {
    const settling = new Settling(settings.measureEvery, problem.settlingUnit);
    this.#run = run;
    this.#settling = settling;
    this.#watch = new RunWatch(runId, run, settling, this.#outside.post);
    return settling;
  }

  #keepable({ problem, settings }: Configuration<P>, { info }: E): Keepable {
    const { what, bytes } = problem.keptAs?.(settings) ?? { what: '', bytes: 0 };
    const { backend, implementation, workers = 1 } = info;
    return { what: `${backend}/${implementation} ${what}`, bytes, always: workers > 1 };
  }

  /** Takes up what was kept, and tells the page all that was measured until then; false where it does not fit. */
  #restore(configuration: Configuration<P>, engine: E, kept: FoundRun): boolean {
    const { runId, problem, settings, edits, live } = configuration;
    const { entry, run: saved, settling, points, goal, status } = kept;
    const { post } = this.#outside;
    let run: SessionRun;
    try {
      run = this.#outside.createRun(problem, settings, edits, engine, runId, saved);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      post({ type: 'notice', key: 'kept', message: stacks().keptDamaged(saved.step) });
      void this.#keeper?.forget(entry.what, entry.step).catch(() => undefined);
      return false;
    }
    this.#stand(configuration, run).restore(settling);
    const running = this.#machine.status === 'running';
    const goesOn = configuration.keep === 'take' ? null : goal;
    post({ type: 'restored', runId, step: saved.step, savedAt: entry.at, goal: goesOn });
    for (const { snapshot, frame } of points) {
      this.#keeper?.observe({ snapshot, frame });
      post({
        type: 'measured',
        snapshot: { ...snapshot, runId, status: 'running' },
        frame: { ...frame, runId },
      });
    }
    this.#machine = transition(this.#machine, { type: 'restored', step: saved.step, status });
    this.#watch?.say(live);
    if (goesOn && !running) {
      this.#early = goesOn.early;
      this.#machine = transition(this.#machine, { type: 'run', ...goesOn });
    }
    this.#reportState();
    return true;
  }

  /** Says where the run was kept before, further on than it is. */
  async #offer(generation: number): Promise<void> {
    const configuration = this.#configuration;
    if (configuration === null || this.#keptAs === null) return;
    const { runId, edits } = configuration;
    const found = await this.#keeper?.find(this.#keptAs, edits, true);
    if (!found || generation !== this.#generation || (this.#run?.step ?? 0) >= found.run.step)
      return;
    const { step } = found.run;
    this.#outside.post({
      type: 'kept',
      runId,
      message: stacks().kept(step, found.entry.at),
      offer: stacks().goOn(step),
    });
  }

  async #resume(): Promise<void> {
    const configuration = this.#configuration;
    const run = this.#run;
    const [keeper, engine, generation] = [this.#keeper, this.#engine, this.#generation];
    if (configuration === null || run === null || keeper === null || engine === null) return;
    const edits = whole(run, configuration.edits);
    const kept = await keeper.find(this.#keepable(configuration, engine), edits, false);
    if (generation !== this.#generation) return;
    if (kept !== null) {
      void this.#prepare({ ...configuration, edits, keep: 'begin', kept });
      return;
    }
    this.#outside.post({ type: 'notice', key: 'kept', message: stacks().keptGone() });
    this.#reportState();
  }

  /** Keeps the run as it stands, where it stands between two steps. */
  #keep(now = this.#keepNow): void {
    const [keeper, run, settling] = [this.#keeper, this.#run, this.#settling];
    if (keeper === null || run === null || settling === null || run.underWay) return;
    const { status, until, settles } = this.#machine;
    const state = {
      step: run.step,
      goal: status === 'running' ? { until, settles, early: this.#early } : null,
      status: status === 'done' ? ('done' as const) : ('paused' as const),
      settling: settling.save(),
      save: () => run.save(),
    };
    this.#keepNow = false;
    if (now) void keeper.keep(state);
    else if (!run.partial) keeper.look(state);
  }

  /** Lets go of the run; anything still under way for it is dropped when it comes back. */
  #abandon(): void {
    this.#generation += 1;
    this.#looping = false;
    const run = this.#run;
    this.#run = null;
    this.#watch = null;
    this.#settling = null;
    this.#keeper?.begin(null);
    this.#keeper = null;
    try {
      run?.dispose();
    } catch {
      // An engine that was lost cannot give memory back; it is gone with the engine.
    }
    // Whoever waits for parameters of this run hears that it is gone.
    void this.#answer();
  }

  #apply(event: MachineEvent): void {
    this.#machine = transition(this.#machine, event);
    // Said even where nothing changed: the page may have expected otherwise.
    this.#reportState();
  }

  #reportState(): void {
    const runId = this.#configuration?.runId;
    if (runId === undefined) return;
    const { status, step } = this.#machine;
    this.#outside.post({ type: 'state', runId, status, step });
  }

  #report(): void {
    const settings = this.#configuration?.live;
    if (settings) this.#watch?.say(settings);
  }

  #start(): void {
    if (this.#looping || this.#run === null || this.#machine.status !== 'running') return;
    this.#looping = true;
    this.#pace.restart(this.#outside.now());
    const generation = this.#generation;
    void this.#loop(this.#run, generation)
      .catch((error: unknown) => {
        if (generation === this.#generation) this.#fail(error);
      })
      .finally(() => {
        if (generation !== this.#generation) return;
        this.#looping = false;
        // A run asked for while the last measurement was under way begins now.
        if (this.#machine.status === 'running') this.#start();
        else {
          this.#keep(true);
          // Whoever asked after the loop had looked for the last time is answered now.
          void this.#answer();
        }
      });
  }

  #loop(run: SessionRun, generation: number): Promise<void> {
    const current = () => generation === this.#generation;
    const { runId = '' } = this.#configuration ?? {};
    return trainInSlices(
      run,
      {
        current,
        running: () => this.#machine.status === 'running',
        until: () => this.#machine.until,
        settle: async () => this.#engine?.settle(),
        advanced: () => {
          this.#report();
          // A pause may have come before they were complete: these steps were taken all the same.
          const { state } = this;
          this.#machine =
            state.status === 'running'
              ? transition(state, { type: 'advanced', step: run.step })
              : { ...state, step: run.step };
        },
        measure: () => this.#measure(generation),
        stopped: () => this.#reportState(),
        idle: async () => {
          await this.#answer();
          this.#keep();
        },
        progress: (step, stepsPerSecond) =>
          this.#outside.post({ type: 'progress', runId, step, stepsPerSecond }),
      },
      this.#pace,
      this.#outside,
    );
  }

  async #measure(generation: number): Promise<void> {
    const listen = listening(this.#outside);
    const measured = await this.#run?.measure(this.#machine.status, listen);
    if (measured === undefined || generation !== this.#generation) return;
    const { snapshot } = measured;
    const frame = { ...measured.frame, learners: packed(measured.frame.learners) };
    this.#watch?.observe(snapshot);
    this.#keeper?.observe({ snapshot, frame });
    if (this.#early && this.#ending?.step === snapshot.step)
      this.#machine = transition(this.#machine, { type: 'ended' });
    const { status } = this.#machine;
    this.#outside.post({ type: 'measured', snapshot: { ...snapshot, status }, frame });
    this.#report();
  }

  #fail(error: unknown): void {
    this.#failAs(this.#configuration?.runId ?? '', error);
  }

  #failAs(runId: string, error: unknown): void {
    this.#abandon();
    this.#machine = transition(this.#machine, { type: 'failed' });
    this.#outside.post({ type: 'failed', runId, message: messageOf(error) });
  }
}
