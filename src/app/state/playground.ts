import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GivenData } from '../../data/given';
import { mostSteps } from '../../experiment/ending';
import { changeSettings, settingsAt, withValuesOf } from '../../experiment/settings/change';
import { decodeLink } from '../../experiment/settings/link';
import type { Moment } from '../../experiment/settings/moment';
import type { Given } from '../../experiment/settings/parse';
import { effectOf } from '../../experiment/settings/scope';
import { neededData } from '../../experiment/settings/source';
import { encodeHash } from '../../experiment/settings/url';
import type { LiveEdit, Notice, Settings } from '../../experiment/types';
import type { StateIndex } from '../../mdp/types';
import { formatCount } from '../../texts/format';
import { notices } from '../../texts/notices';
import { session } from '../../texts/session';
import { PATIENCE } from '../../worker/connection/connect';
import { type Trainer, TrainingClient } from '../../worker/training/client';
import type { Command, ParametersReport, Report } from '../../worker/training/protocol';
import { Behind } from './behind';
import { isSettling, stopOf } from './ending';
import { keepHabits, keepsAtVerdict, sparingHabits, withHabits } from './habits';
import { HeldCommands } from './held-commands';
import { wantReader } from './instances';
import {
  configured,
  dismissed,
  initialModel,
  linkNoticed,
  linkNotices,
  type Model,
  noticed,
  type OfferingNotice,
  type PageNotice,
  predicted,
  questionClosed,
  receivedAll,
  restarted,
  sought,
} from './model';
import { beforeOnline, type OnlineOptions, onlinePatch, onlineSince } from './online';
import type { PastRun } from './past-run';
import { pointOutAtVerdict } from './pointing-out';
import type { Probing, ProbingSurroundings } from './probing';
import { replay } from './replay';
import { type Memory, Rungs } from './rungs';
import { type Archive, Shelf } from './shelf';
import { mayTrainUnasked } from './unasked';
import { unheardEdits } from './unheard';
import { readLink } from './url-sync';

export interface PlaygroundOptions {
  readonly spawn: () => Trainer;
  /** When the page stands: what workers say before that is heard then. Absent where there is no page. */
  readonly standing?: Promise<unknown>;
  readonly memory: Memory;
  /** Opens what keeps given datasets between visits. */
  readonly archive: () => Promise<Archive>;
  /** What tells this browser and its version from others. */
  readonly browser: string;
  /** Absent where the rungs are not to be timed. */
  readonly probing?: ProbingSurroundings;
  /** Whether runs are kept between visits. */
  readonly keeps?: boolean;
  /** The hash the page was opened with. */
  readonly hash: string;
}

type Keep = NonNullable<Extract<Command, { type: 'configure' }>['keep']>;

/** A link trains to its step by itself where that is at most so many steps, or so many runs, away. */
const UNASKED_STEPS = 20_000;
const UNASKED_RUNS = 4;

/** Where the browser keeps that the first impossible belief was seen. */
const LIE_KEY = 'offgrid.first-lie';

/** The question whether to train as far as a link says. */
function farMoment(at: number): OfferingNotice {
  const message = notices().farMoment(formatCount(at));
  return { key: 'at', message, offer: { trainTo: at } };
}

/**
 * The page without its looks: the model, what can be done to it, and the worker behind it.
 * Everything a control, a key, a link or a script does goes through one of these methods.
 */
export class Playground {
  readonly store: StoreApi<Model>;
  /** What is known of this device's rungs. */
  readonly rungs: Rungs;
  #probing: Probing | null = null;
  /** What the page keeps between visits. */
  readonly memory: Memory;
  /** The imported and played datasets that there are. */
  readonly shelf: Shelf;
  readonly #client: TrainingClient;
  readonly #spawn: () => Trainer;
  /** Trains the run again up to a past moment; null while nobody looks into the networks of one. */
  #past: PastRun | null = null;
  readonly #commands: HeldCommands;
  #disposed = false;
  readonly #keeps: boolean;
  readonly #behind = new Behind();
  #runs = 0;
  /** Where the run was told to go on to; null once it was told to pause. */
  #goal: { readonly until: number; readonly early: boolean } | null = null;

  constructor(options: PlaygroundOptions) {
    const { spawn, standing, memory, archive, browser, probing, keeps, hash } = options;
    this.#keeps = keeps ?? false;
    this.memory = memory;
    this.rungs = new Rungs(memory, browser);
    this.shelf = new Shelf(archive);
    const { settings: read, edits, moment, notices } = decodeLink(hash);
    const settings = withHabits(read, hash, memory);
    this.store = createStore(() => initialModel(settings, edits, this.#nextRunId()));
    this.#patch((model) => linkNoticed(model, notices));
    this.#spawn = spawn;
    this.#client = new TrainingClient(spawn, {
      onReports: (reports) => this.#receive(reports),
      onCrash: (reason) => this.#recover(reason),
      onGivenUp: (reason) => this.#giveUp(reason),
      patience: () => this.#patience(),
      listening: standing,
    });
    this.#commands = new HeldCommands((command) => this.#client.post(command), this.shelf);
    pointOutAtVerdict(this.store);
    this.#configure('offer');
    this.#resume(moment);
    if (probing) void this.#probe(probing);
  }

  /** The timing of rungs in the background; null before it has come, and where there is none. */
  get probing(): Probing | null {
    return this.#probing;
  }

  get model(): Model {
    return this.store.getState();
  }

  /** Stops the workers. */
  dispose(): void {
    this.#disposed = true;
    this.#probing?.dispose();
    this.#past?.dispose();
    this.#client.dispose();
  }

  /**
   * Changes settings as a person or a script asked; `undefined` takes one back to its default.
   * What does not fit is put right. Returns what was said about it, which the page shows as well.
   */
  change(patch: Given): readonly Notice[] {
    const change = sparingHabits(patch);
    const { settings, notices } = changeSettings(this.model.settings, change);
    this.#patch((model) => noticed(model, notices));
    keepHabits(this.memory, Object.keys(change), settings);
    this.#adopt(settings);
    return notices;
  }

  /**
   * Lets learners act in the world from the present step on, by default all that train; null: none of them.
   * Returns what was said about it, as `change` does.
   *
   * @throws TypeError unless given an object or null.
   */
  online(options: OnlineOptions | null): readonly Notice[] {
    this.arrive();
    const patch = onlinePatch(options, this.model);
    const { settings, notices } = changeSettings(this.model.settings, patch);
    this.#patch((model) => noticed(model, notices));
    // What it has come to is where they set out from: nothing is trained anew for that.
    this.#adopt(settings, false);
    return notices;
  }

  /** Back to the moment at which learners went online, as if they never had. */
  offline(): void {
    this.arrive();
    const since = onlineSince(this.model);
    if (since === null) {
      this.online(null);
      return;
    }
    const { base, edits } = beforeOnline(this.model, since);
    if (since === 0) this.#begin(base, edits);
    else this.#retrain(base, edits, since);
  }

  /** Shows sentences about something that the page itself did or could not do. */
  tell(notices: readonly OfferingNotice[]): void {
    this.#patch((model) => noticed(model, notices));
  }

  /**
   * Opens a link: its settings and edits replace what is there, unless nothing of it can be read. A
   * link to the very run that is there leaves it alone.
   */
  open(hash: string): readonly Notice[] {
    const read = readLink(hash);
    this.#patch((model) => linkNoticed(model, read.notices));
    if (read.link === null) return read.notices;
    const { edits, moment } = read.link;
    const { base, edits: present, settings: now } = this.model;
    const settings = withHabits(read.link.settings, hash, now);
    const { scope, keys } = effectOf(base, settings);
    const sameRun = encodeHash(base, edits) === encodeHash(base, present);
    const past = moment.at !== null && moment.at < this.model.step;
    if (sameRun && !past && (scope === null || scope === 'view')) {
      this.#adopt(withValuesOf(now, settings, keys));
    } else this.#begin(settings, edits, 'offer');
    this.#resume(moment);
    return read.notices;
  }

  /**
   * Keeps an imported or played dataset, so that `change({ 'data.source': 'file', 'data.file': hash })`
   * can use it. Where the settings name it already, its rows take the place of the collected ones.
   */
  shelve(data: GivenData): void {
    void this.shelf.keep(data).then((sentences) => {
      const notices = sentences.map((message) => ({ key: 'data.file', message }));
      this.#patch((model) => noticed(model, notices));
    });
    const { base, edits } = this.model;
    if (this.#commands.withoutData && neededData(base) === data.hash) this.#begin(base, edits);
  }

  /** Trains up to `until`; by default to its end, and from there on by as many steps again. */
  run(until?: number): void {
    this.arrive();
    const stop = until ?? stopOf(this.model);
    // A run that is left to settle ends where it has, unless it goes on from there.
    const early = until === undefined && isSettling(this.model);
    this.seek('now');
    this.#patch((model) => {
      const closed = questionClosed(model);
      if (model.status === 'failed' || stop <= model.step) return closed;
      return { ...closed, status: 'running', firstLie: null };
    });
    this.#goal = { until: stop, early };
    this.#commands.post({ type: 'run', ...this.#goal });
  }

  /**
   * Runs for somebody who watches: the first time ever that a learner believes in more than is possible,
   * training waits to be looked at.
   */
  watch(): void {
    this.run();
    // A lesson says itself when to look.
    if (this.memory.read(LIE_KEY) !== null || this.model.settings.lesson !== '') return;
    const met = () => this.memory.write(LIE_KEY, 'seen');
    void import('./first-lie')
      .then(({ stopAtFirstLie }) => stopAtFirstLie(this.store, () => this.pause(), met))
      // It trains all the same.
      .catch(() => undefined);
  }

  /** Trains the settings as they stand again from step 0, behind the picture that is there until its end. */
  again(): void {
    this.#retrain(this.model.settings);
  }

  /**
   * Trains to its end what nobody has begun to train, behind the page, so that what is read there has numbers;
   * only where that takes about as long as to scroll there.
   */
  trainUnasked(): void {
    const { base, edits } = this.model;
    if (this.#behind.model !== null || !mayTrainUnasked(this.model)) return;
    this.#retrain(base, edits);
  }

  pause(): void {
    this.arrive();
    this.#goal = null;
    this.#commands.post({ type: 'pause' });
  }

  /** Trains to the next measured step. */
  step(): void {
    this.arrive();
    this.seek('now');
    this.#patch((model) => ({
      ...questionClosed(model),
      ...(model.status === 'failed' ? {} : { status: 'running' as const, firstLie: null }),
    }));
    this.#commands.post({ type: 'step' });
  }

  /**
   * Back to step 0 with the same initialisation and data. After a failure a new worker builds all of it
   * anew: what one could not load or lost is asked for once more only by another.
   */
  reset(): void {
    this.arrive();
    if (this.model.status === 'failed') this.#client.restart();
    if (this.model.status === 'failed' || this.#client.silent) {
      this.#begin(this.model.settings, []);
      return;
    }
    this.#client.forgive();
    this.#goal = null;
    const runId = this.#nextRunId();
    this.#patch((model) => restarted(model, runId));
    const remembered = this.rungs.recall(this.model.settings);
    this.#commands.post({ type: 'reset', runId, remembered });
  }

  /** Shows the kept moment nearest to a training step; `now`: the latest, and those that come. */
  seek(step: number | 'now'): void {
    this.#patch((model) => ({
      ...sought(model, step),
      ...(step === 'now' ? { replaying: false } : {}),
    }));
  }

  /** Plays the kept moments again up to the latest, from the one shown or the first; or stops that. */
  replay(): void {
    if (this.model.replaying) this.store.setState({ replaying: false });
    else replay(this.store);
  }

  hover(state: StateIndex | null): void {
    if (this.model.hovered !== state) this.store.setState({ hovered: state });
  }

  pin(state: StateIndex | null): void {
    if (this.model.pinned !== state) this.store.setState({ pinned: state });
  }

  predict(instance: string): void {
    this.#patch((model) => predicted(model, instance));
  }

  closeQuestion(): void {
    this.#patch(questionClosed);
  }

  dismiss(notice: number): void {
    this.#patch((model) => dismissed(model, notice));
  }

  /** Does what a notice offers, and takes it away. */
  accept({ id, offer }: PageNotice): void {
    this.dismiss(id);
    if (!offer) return;
    if ('take' in offer) {
      offer.take();
      return;
    }
    if ('trainTo' in offer) {
      this.run(offer.trainTo);
      return;
    }
    this.arrive();
    this.seek('now');
    this.#patch(questionClosed);
    this.#commands.post({ type: 'resume' });
  }

  /** The page may be about to go: the run is kept as it stands. */
  keep(): void {
    if (this.#keeps) this.#commands.post({ type: 'keep' });
  }

  /**
   * Parameters of one training seed, by its place from 0: those of now, between two steps of training, or those
   * of the past moment shown; null where there are none, or the worker died.
   */
  async parameters(seed: number): Promise<ParametersReport['found']> {
    const { model } = this;
    // The worker is at another run than the one on show.
    if (model.retraining) return null;
    if (model.shownStep === null) {
      this.#past?.dispose();
      this.#past = null;
      return this.#client.parameters(seed);
    }
    const { PastRun } = await import('./past-run');
    this.#past ??= new PastRun(this.#spawn, this.shelf);
    return this.#past.parameters(model, model.shownStep, seed);
  }

  #nextRunId(): string {
    this.#runs += 1;
    return `run-${this.#runs}`;
  }

  #patch(change: (model: Model) => Partial<Model>): void {
    this.store.setState((model) => change(model));
  }

  /** Puts changed settings into effect, as gently as their scope allows. */
  #adopt(settings: Settings, mayRetrain = keepsAtVerdict(settings)): void {
    const { model } = this;
    const { keys, edits, restarts } = effectOf(model.settings, settings);
    if (keys.length === 0) return;
    const behind = mayRetrain && (this.#behind.model !== null || model.step > 0);
    if (behind && (restarts || edits.length > 0)) {
      this.#retrain(settings);
      return;
    }
    if (restarts) {
      this.#begin(settings, []);
      return;
    }
    const untouched = model.status === 'idle' && model.step === 0;
    // After step 0 a live setting comes into the link as an edit, when the worker has made it.
    const begun = keys.filter((key) => untouched || !edits.includes(key));
    const base = withValuesOf(model.base, settings, begun);
    // What the run came to belongs to the settings before; the worker says so as well.
    const { ending } = untouched || edits.length === 0 ? model : { ending: null };
    if (edits.length > 0) this.seek('now');
    this.store.setState({ settings, base, ending });
    this.#commands.post({ type: 'live', settings });
  }

  /** Takes up what a link says of its moment: predicts as it did, and trains to its step. */
  #resume({ at, guess }: Moment): void {
    if (guess.length > 0) this.store.setState({ prediction: { stage: 'asking', chosen: guess } });
    if (at === null || at <= this.model.step) return;
    const { settings, step } = this.model;
    if (at - step <= Math.max(UNASKED_STEPS, UNASKED_RUNS * mostSteps(settings))) this.run(at);
    else this.#patch((model) => linkNoticed(model, [...linkNotices(model), farMoment(at)]));
  }

  /**
   * Trains a run from step 0 at full speed; what is on show stays until that is there.
   *
   * @param until where it is to wait; its end where that is not said.
   */
  #retrain(base: Settings, edits: readonly LiveEdit[] = [], until?: number): void {
    const runId = this.#nextRunId();
    const { model } = this;
    const configuration = configured(model, runId, base, edits);
    const coming = { ...model, ...configuration, status: 'running' as const };
    this.#behind.begin(coming);
    const settings = settingsAt(base, edits);
    this.store.setState({ settings, base, edits, retraining: true, firstLie: null });
    this.#client.forgive();
    this.#configure('begin', coming, 'full');
    this.#goal =
      until === undefined
        ? { until: stopOf(coming), early: isSettling(coming) }
        : { until, early: false };
    const settles = until === undefined ? 'done' : 'paused';
    this.#commands.post({ type: 'run', ...this.#goal, settles });
  }

  /** Shows the run that is trained behind the picture of another, as far as it has come. */
  arrive(): void {
    const model = this.#behind.take();
    if (model === null) return;
    const { settings, base, notices, hovered, pinned, prediction } = this.model;
    const page = { settings, base, notices, hovered, pinned, prediction };
    this.store.setState({ ...model, ...page, retraining: false });
    this.#commands.post({ type: 'live', settings });
  }

  #begin(settings: Settings, edits: readonly LiveEdit[], keep: Keep = 'begin'): void {
    this.#behind.take();
    const runId = this.#nextRunId();
    this.#patch((model) => configured(model, runId, settings, edits));
    this.#client.forgive();
    this.#goal = null;
    this.#configure(keep);
  }

  /** Has the language of losses come where a learner is written in it, so that the page knows what it is. */
  async #read(settings: Settings): Promise<void> {
    if (!wantReader(settings)) return;
    const code = await import('../../learners/own/compiled').catch(() => null);
    if (code !== null) this.#patch((model) => ({ settings: { ...model.settings } }));
  }

  #configure(
    keep: Keep,
    { runId, base, edits, settings: now }: Model = this.model,
    speed = base.speed,
  ): void {
    void this.#read(now);
    // What it is busy with is no longer wanted.
    if (this.#client.silent) this.#client.restart();
    this.#commands.configure(neededData(base), () => {
      const remembered = this.rungs.recall(base);
      const settings = { ...base, speed };
      const kept = this.#keeps ? { keep } : {};
      return { type: 'configure', runId, settings, edits, remembered, ...kept };
    });
  }

  /** Begins to time rungs: its code comes after all that the first screen needs. */
  async #probe(surroundings: ProbingSurroundings): Promise<void> {
    // Without it the page trains all the same, on the rung that it knows.
    const code = await import('./probing').catch(() => null);
    if (code === null || this.#disposed) return;
    this.#probing = new code.Probing(this.store, this.rungs, surroundings);
  }

  #receive(reports: readonly Report[]): void {
    // What is said of the device, and not of a run, is of now, whatever is trained behind.
    this.#patch((model) => receivedAll(model, reports));
    if (this.#behind.hear(reports)) this.arrive();
    for (const report of reports) {
      if (report.type === 'engine') this.rungs.exclude(report.engine.without ?? {});
      // What it goes on to by itself.
      if (report.type === 'restored' && report.goal) this.#goal = report.goal;
    }
  }

  /** Looks without a word after which the worker is given up: a run that stands is trained in slices. */
  #patience(): number {
    const { engine, runId, latest } = this.#behind.model ?? this.model;
    return latest?.snapshot.runId === runId && engine?.inParts ? PATIENCE.sliced : PATIENCE.working;
  }

  /** A new worker trains the same run again, to where it was and on to where it was going. */
  #recover(reason: string): void {
    this.arrive();
    const { model } = this;
    const { runId, base, status, step } = model;
    const goal = status === 'running' ? this.#goal : null;
    const edits = [...model.edits, ...unheardEdits(model)];
    this.tell([{ key: '', message: session().lost(reason, step) }]);
    this.#patch((before) => ({
      ...configured(before, runId, base, edits),
      ...(step > 0 || goal !== null ? { status: 'running' as const } : {}),
    }));
    this.#configure('take');
    if (goal !== null && goal.until > step) this.#commands.post({ type: 'run', ...goal });
    else if (step > 0)
      this.#commands.post({
        type: 'run',
        until: step,
        settles: status === 'done' ? 'done' : 'paused',
      });
  }

  #giveUp(reason: string): void {
    this.arrive();
    this.store.setState({ status: 'failed', failure: session().lostAgain(reason) });
  }
}
