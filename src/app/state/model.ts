import { sameValue } from '../../experiment/settings/describe';
import type {
  Ending,
  Frame,
  LiveEdit,
  Notice,
  ProblemView,
  RunStatus,
  Settings,
  Snapshot,
} from '../../experiment/types';
import { ACTION_COUNT, type StateIndex } from '../../mdp/types';
import { session } from '../../texts/session';
import type { EngineInfo, Report } from '../../worker/training/protocol';
import { workOf } from './cost';
import type { FirstLie } from './first-lie';
import type { Flip } from './flips';
import { flipsBetween } from './flips';
import { appendMoment, type Moment, type Moments, momentAt, noMoments } from './moments';
import { shownOf } from './seeds';
import { appendPoint, emptySeries, type Series } from './series';

/** A sentence, and perhaps something that it offers to do. */
export interface OfferingNotice extends Notice {
  /** To train as far, to go on with a run that was kept, or to do something else, in these words. */
  readonly offer?:
    | { readonly trainTo: number }
    | { readonly resume: string }
    | { readonly words: string; readonly take: () => void };
}

/** A sentence shown until it is dismissed, or room is needed for later ones. */
export interface PageNotice extends OfferingNotice {
  readonly id: number;
  /** What a link had to have put right: it goes when another link is opened. */
  readonly ofLink?: true;
}

/** Notices on the page at once; the oldest goes first. */
const MOST_NOTICES = 24;

/** What the user said would happen, before the first run. */
export interface Prediction {
  readonly stage: 'asking' | 'answered' | 'skipped';
  /** Ids of the instances said to reach the goal. */
  readonly chosen: readonly string[];
}

/** Everything the page shows; one object, changed only through the functions of this file. */
export interface Model {
  /** Settings as they stand at the present step, live edits included. */
  readonly settings: Settings;
  /** Settings as they stood at step 0: with `edits` they are what a link restores. */
  readonly base: Settings;
  /** Live edits of this run, those still to be replayed included, by ascending step. */
  readonly edits: readonly LiveEdit[];
  readonly notices: readonly PageNotice[];
  readonly runId: string;
  readonly status: RunStatus;
  readonly step: number;
  /** Where the run has ended, and why, whether or not it goes on; null before, and after an edit since. */
  readonly ending: Ending | null;
  /** Null before the first progress of a run. */
  readonly stepsPerSecond: number | null;
  readonly engine: EngineInfo | null;
  /** The most operations a second, as `workOf` counts them, that the engine was seen to do; null before. */
  readonly throughput: number | null;
  /** The world and data last reported; of the former run until the new one is there. */
  readonly problem: ProblemView | null;
  /** The last measurement of this run; null before the first. */
  readonly latest: Moment | null;
  /** What is kept of the measurements before it. */
  readonly moments: Moments;
  /** Step of the moment that the page shows; null while that is the latest. */
  readonly shownStep: number | null;
  /** Whether moments are shown one after the other. */
  readonly replaying: boolean;
  /** Whether the run of the settings is still trained, and what is shown is of the run before. */
  readonly retraining: boolean;
  /** Where training waits so that the first impossible belief is looked at; null where it does not. */
  readonly firstLie: FirstLie | null;
  /** Of the moment shown. */
  readonly snapshot: Snapshot | null;
  readonly frame: Frame | null;
  /** Arrows that turned between two measurements of this run, the latest last. */
  readonly flips: readonly Flip[];
  readonly series: Series;
  /** Where this run was taken up again, and when it had been saved (milliseconds since 1970); null where it began at 0. */
  readonly restored: { readonly step: number; readonly savedAt: number } | null;
  /** Why the run failed, null while it has not. */
  readonly failure: string | null;
  /** One marked cell for all views: under the pointer or the keyboard, and pinned. */
  readonly hovered: StateIndex | null;
  readonly pinned: StateIndex | null;
  readonly prediction: Prediction;
}

/** Flips kept for each training seed; a long run must not make every measurement dearer. */
const MOST_FLIPS = 400;

const UNASKED: Prediction = { stage: 'asking', chosen: [] };

/** The model before the worker has said anything. */
export function initialModel(settings: Settings, edits: readonly LiveEdit[], runId: string): Model {
  return {
    settings,
    base: settings,
    edits,
    notices: [],
    runId,
    status: 'idle',
    step: 0,
    ending: null,
    stepsPerSecond: null,
    engine: null,
    throughput: null,
    problem: null,
    latest: null,
    moments: noMoments(runId),
    shownStep: null,
    replaying: false,
    retraining: false,
    firstLie: null,
    snapshot: null,
    frame: null,
    flips: [],
    series: emptySeries(runId),
    restored: null,
    failure: null,
    hovered: null,
    pinned: null,
    prediction: UNASKED,
  };
}

/** What falls away when a run begins anew. */
function atStepZero(runId: string): Partial<Model> {
  return {
    runId,
    status: 'idle',
    step: 0,
    ending: null,
    stepsPerSecond: null,
    latest: null,
    moments: noMoments(runId),
    shownStep: null,
    replaying: false,
    retraining: false,
    firstLie: null,
    snapshot: null,
    frame: null,
    flips: [],
    series: emptySeries(runId),
    restored: null,
    failure: null,
  };
}

/** Notices without the offer to go on with another run. */
const withoutKept = ({ notices }: Model) =>
  notices.filter(({ offer }) => !offer || !('resume' in offer));

/** A new run of `settings` from step 0, with `edits` to be replayed. */
export function configured(
  model: Model,
  runId: string,
  settings: Settings,
  edits: readonly LiveEdit[],
): Partial<Model> {
  const otherWorld =
    settings.world !== model.settings.world ||
    settings['world.map'] !== model.settings['world.map'];
  const otherQuestion =
    otherWorld ||
    settings.scenario !== model.settings.scenario ||
    !sameValue(settings.learners, model.settings.learners);
  return {
    ...atStepZero(runId),
    notices: withoutKept(model),
    settings,
    base: settings,
    edits,
    ...(otherWorld ? { hovered: null, pinned: null } : {}),
    ...(otherQuestion ? { prediction: UNASKED } : {}),
  };
}

/** The same run from step 0; the settings as they stand are its beginning. */
export function restarted(model: Model, runId: string): Partial<Model> {
  const { problem } = model;
  // World and data stay, so they are those of the new run as well.
  const kept = problem?.runId === model.runId ? { problem: { ...problem, runId } } : {};
  const notices = withoutKept(model);
  return { ...atStepZero(runId), ...kept, notices, base: model.settings, edits: [] };
}

/** An edit with the same step and key says the same thing: the later one stands. */
function withEdit(edits: readonly LiveEdit[], edit: LiveEdit): readonly LiveEdit[] {
  const others = edits.filter(({ step, key }) => step !== edit.step || key !== edit.key);
  return [...others, edit].sort((one, other) => one.step - other.step);
}

/**
 * What a report of the worker changes. Reports of another run than the present one change nothing:
 * they were under way when the run was replaced.
 */
export function received(model: Model, report: Report): Partial<Model> {
  switch (report.type) {
    case 'engine':
      return {
        engine: report.engine,
        throughput: sameEngine(model.engine, report.engine) ? model.throughput : null,
      };
    case 'notice':
      return noticed(model, [report]);
    case 'parameters':
      return {};
    case 'problem':
      return report.problem.runId === model.runId ? { problem: report.problem } : {};
    case 'measured':
      return report.snapshot.runId === model.runId ? measured(model, report) : {};
    default:
      return report.runId === model.runId ? ofThisRun(model, report) : {};
  }
}

/** What there is to say where for want of room less than everything is kept from now on. */
function leftOut(before: Moments, { seed, spacing }: Moments): readonly Notice[] {
  if (seed !== null && before.seed === null)
    return [{ key: 'moments', message: session().keptSeed(seed + 1) }];
  return spacing > 0 && before.spacing === 0
    ? [{ key: 'moments', message: session().keptFewer(spacing) }]
    : [];
}

function measured(
  model: Model,
  { snapshot, frame }: Extract<Report, { type: 'measured' }>,
): Partial<Model> {
  const { settings, shownStep } = model;
  const latest: Moment = { step: snapshot.step, snapshot, frame };
  const moments = appendMoment(model.moments, latest, shownOf(settings));
  return {
    latest,
    moments,
    ...noticed(model, leftOut(model.moments, moments)),
    ...(shownStep === null ? { snapshot, frame } : {}),
    flips: model.latest
      ? [...model.flips, ...flipsBetween(model.latest.frame, frame)].slice(
          -MOST_FLIPS * settings.seeds,
        )
      : [],
    series: appendPoint(model.series, snapshot),
    step: Math.max(model.step, snapshot.step),
  };
}

/** The last measurement with the status that the run has by now: a verdict names it. */
function withStatus(model: Model, status: RunStatus, step: number): Partial<Model> {
  const { latest, shownStep } = model;
  if (latest?.step !== step) return {};
  const snapshot = { ...latest.snapshot, status };
  return { latest: { ...latest, snapshot }, ...(shownStep === null ? { snapshot } : {}) };
}

/** What several reports make of the model, one after the other. */
export function receivedAll(model: Model, reports: readonly Report[]): Model {
  const next: Model = { ...model };
  for (const report of reports) Object.assign(next, received(next, report));
  return next;
}

function sameEngine(one: EngineInfo | null, other: EngineInfo): boolean {
  return one?.backend === other.backend && one.implementation === other.implementation;
}

/** What the engine is known to do at most; a speed that is held back says nothing about that. */
function throughputAt(model: Model, stepsPerSecond: number): number | null {
  const { problem, settings, throughput } = model;
  if (problem === null || settings.speed !== 'full' || !(stepsPerSecond > 0)) return throughput;
  const states = problem.counts.length / ACTION_COUNT;
  return Math.max(throughput ?? 0, stepsPerSecond * workOf(settings, states));
}

type RunReport = Extract<
  Report,
  { type: 'state' | 'ending' | 'progress' | 'edit' | 'kept' | 'restored' | 'failed' }
>;

function ofThisRun(model: Model, report: RunReport): Partial<Model> {
  switch (report.type) {
    case 'state':
      // The worker began again by itself (a lost engine): what was measured belongs to the past.
      if (report.status === 'idle' && model.step > 0) return atStepZero(model.runId);
      return {
        status: report.status,
        step: report.step,
        ...withStatus(model, report.status, report.step),
      };
    case 'ending':
      return { ending: report.ending };
    case 'progress':
      return {
        step: Math.max(model.step, report.step),
        stepsPerSecond: report.stepsPerSecond,
        throughput: throughputAt(model, report.stepsPerSecond),
      };
    case 'edit':
      return {
        edits: withEdit(model.edits, report.edit),
        settings: { ...model.settings, [report.edit.key]: report.edit.value },
      };
    case 'kept':
      return noticed(model, [
        { key: 'kept', message: report.message, offer: { resume: report.offer } },
      ]);
    case 'restored':
      return { restored: { step: report.step, savedAt: report.savedAt } };
    case 'failed':
      return { status: 'failed', failure: report.message };
  }
}

let lastNotice = 0;

function withAdded(
  there: readonly PageNotice[],
  added: readonly OfferingNotice[],
  more: Pick<PageNotice, 'ofLink'>,
): readonly PageNotice[] {
  const shown = new Set(there.map(({ message }) => message));
  const fresh = added
    .filter(({ message }) => !shown.has(message))
    .map((notice) => {
      lastNotice += 1;
      return { ...notice, id: lastNotice, ...more };
    });
  return fresh.length > 0 ? [...there, ...fresh].slice(-MOST_NOTICES) : there;
}

/** Adds notices; one that is already shown word for word is not repeated. */
export function noticed(model: Model, added: readonly OfferingNotice[]): Partial<Model> {
  const notices = withAdded(model.notices, added, {});
  return notices === model.notices ? {} : { notices };
}

/** What the link that was opened last had to have put right, and is still shown. */
export function linkNotices({ notices }: Model): readonly PageNotice[] {
  return notices.filter(({ ofLink }) => ofLink);
}

/** Adds what a link had to have put right, in place of what the link before it had. */
export function linkNoticed(model: Model, added: readonly OfferingNotice[]): Partial<Model> {
  const others = model.notices.filter(({ ofLink }) => !ofLink);
  return { notices: withAdded(others, added, { ofLink: true }) };
}

/** Takes a notice away. */
export function dismissed(model: Model, id: number): Partial<Model> {
  return { notices: model.notices.filter((notice) => notice.id !== id) };
}

/** Says or unsays that an instance will reach the goal. */
export function predicted(model: Model, instance: string): Partial<Model> {
  const { chosen } = model.prediction;
  const next = chosen.includes(instance)
    ? chosen.filter((id) => id !== instance)
    : [...chosen, instance];
  return { prediction: { stage: 'asking', chosen: next } };
}

/** Closes the question: answered where something was chosen, otherwise skipped. */
export function questionClosed(model: Model): Partial<Model> {
  if (model.prediction.stage !== 'asking') return {};
  const { chosen } = model.prediction;
  return { prediction: { stage: chosen.length > 0 ? 'answered' : 'skipped', chosen } };
}

/** Shows the kept moment nearest to `step`, or the latest: the numbers of now, as they come. */
export function sought(model: Model, step: number | 'now'): Partial<Model> {
  const { latest, moments } = model;
  const moment = step === 'now' ? latest : momentAt(moments, step);
  if (latest === null || moment === null) return {};
  if (moment.step === latest.step)
    return { shownStep: null, snapshot: latest.snapshot, frame: latest.frame };
  return { shownStep: moment.step, snapshot: moment.snapshot, frame: moment.frame };
}

/** Training step of what the page shows. */
export function stepShown({ shownStep, step }: Pick<Model, 'shownStep' | 'step'>): number {
  return shownStep ?? step;
}
