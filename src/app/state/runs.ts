import { createStore, type StoreApi } from 'zustand/vanilla';
import { settingsAt } from '../../experiment/settings/change';
import { describe, settingOf } from '../../experiment/settings/describe';
import { changedKeys } from '../../experiment/settings/scope';
import type { LiveEdit, ProblemView, Settings, Snapshot } from '../../experiment/types';
import { isOver } from './ending';
import type { Model } from './model';
import type { Moment } from './moments';
import { perPlayground } from './per-playground';
import { roomOfFrame, roomOfProblem, roomOfSnapshot } from './room';
import { shownFrame, shownOf } from './seeds';
import { thin } from './thin';

/** A run that came to its verdict, as it stood there. */
export interface KeptRun {
  /** Counts the runs of this visit, from 1. */
  readonly number: number;
  readonly runId: string;
  readonly base: Settings;
  readonly edits: readonly LiveEdit[];
  readonly problem: ProblemView;
  /** The maps are those of the seed that was shown, or the mean. */
  readonly moment: Moment;
  /** Its measured points. */
  readonly snapshots: readonly Snapshot[];
}

/** The runs of this visit, and what they are compared with. */
export interface RunsView {
  /** The latest first. */
  readonly kept: readonly KeptRun[];
  /** Stays beside whatever is trained; null where nothing is compared. */
  readonly pinned: KeptRun | null;
  /** Whose maps the cards are to show; in turns: now these, now those. */
  readonly maps: 'now' | 'pinned' | 'turns';
  /** Whose maps they show at this moment. */
  readonly shown: 'now' | 'pinned';
}

/** Milliseconds that each of two maps stands while they take turns: time to look once over it. */
const TURN = 1600;
/** Runs kept of one visit; the oldest goes first. */
export const MOST_RUNS = 24;
/** Bytes that all of them may take: 24 of the first scenario take half as much. */
const RUNS_BUDGET = 96 * 2 ** 20;
/** Points that a curve of a run is drawn by at least: fewer would be another curve. */
const FEWEST_POINTS = 200;

function roomOf({ problem, moment, snapshots }: KeptRun): number {
  const tables = roomOfFrame(moment.frame) + roomOfProblem(problem);
  return tables + snapshots.length * roomOfSnapshot(moment.snapshot);
}

function thinned(run: KeptRun): KeptRun {
  const snapshots = [...run.snapshots];
  thin(snapshots, 0);
  return { ...run, snapshots };
}

/**
 * Those of some runs, the latest first, that there is room for: of the oldest every second point goes first, then of
 * those after it, and where all are thin the oldest run itself. The latest stays whatever it takes.
 *
 * @param pinned stays as it is while it is among them.
 */
export function withinRoom(
  runs: readonly KeptRun[],
  pinned: KeptRun | null,
  budget = RUNS_BUDGET,
): readonly KeptRun[] {
  const kept = runs.slice(0, MOST_RUNS);
  const whole = () => kept.reduce((sum, run) => sum + roomOf(run), 0);
  while (whole() > budget) {
    const at = kept.findLastIndex(
      (run) => run !== pinned && run.snapshots.length > 2 * FEWEST_POINTS,
    );
    if (at >= 0) kept[at] = thinned(kept[at]);
    else if (kept.length > 1) kept.pop();
    else break;
  }
  return kept;
}

function keptRun(model: Model, number: number): KeptRun | null {
  const { latest, problem, runId, base, edits, series, settings } = model;
  if (latest === null || problem?.runId !== runId) return null;
  const frame = shownFrame(latest.frame, shownOf(settings));
  const snapshots = [...series.snapshots];
  return { number, runId, base, edits, problem, moment: { ...latest, frame }, snapshots };
}

/** Settings that a run came to its verdict with. */
export function settingsOf({ base, edits }: Pick<KeptRun, 'base' | 'edits'>): Settings {
  return settingsAt(base, edits);
}

/** Settings of the experiment in which two differ, in the order of the second. */
export function differingKeys(one: Settings, other: Settings): readonly string[] {
  return changedKeys(one, other).filter((key) => {
    const settings = settingOf(other, key) === undefined ? one : other;
    return key !== 'scenario' && key !== 'backend' && describe(key, settings).scope !== 'view';
  });
}

/** Keeps every run that comes to its verdict, for as long as the page is open. */
export class Runs {
  readonly store: StoreApi<RunsView> = createStore(
    (): RunsView => ({
      kept: [],
      pinned: null,
      maps: 'now',
      shown: 'now',
    }),
  );
  #count = 0;
  #turns: ReturnType<typeof setInterval> | undefined;

  constructor({ store }: { readonly store: Pick<StoreApi<Model>, 'getState' | 'subscribe'> }) {
    store.subscribe((model, before) => {
      const ended = model.status === 'done' && isOver(model);
      if (ended && (before.status !== 'done' || before.runId !== model.runId)) this.#keep(model);
    });
    const model = store.getState();
    if (model.status === 'done' && isOver(model)) this.#keep(model);
  }

  /** Sets a run beside whatever is trained from now on; null: nothing any more. */
  pin(run: KeptRun | null): void {
    this.store.setState({ pinned: run });
    this.showMaps('now');
  }

  showMaps(maps: RunsView['maps']): void {
    clearInterval(this.#turns);
    this.store.setState({ maps, shown: maps === 'now' ? 'now' : 'pinned' });
    if (maps !== 'turns') return;
    this.#turns = setInterval(() => {
      const { shown } = this.store.getState();
      this.store.setState({ shown: shown === 'now' ? 'pinned' : 'now' });
    }, TURN);
  }

  #keep(model: Model): void {
    const { kept, pinned } = this.store.getState();
    // A run that went on is the same run, later.
    const same = kept.find(({ runId }) => runId === model.runId);
    const run = keptRun(model, same?.number ?? this.#count + 1);
    if (run === null) return;
    this.#count = Math.max(this.#count, run.number);
    const others = kept.filter(({ runId }) => runId !== model.runId);
    this.store.setState({ kept: withinRoom([run, ...others], pinned) });
  }
}

/** The runs of a playground. */
export const runsOf = perPlayground(
  (playground: { readonly store: Pick<StoreApi<Model>, 'getState' | 'subscribe'> }) =>
    new Runs(playground),
);
