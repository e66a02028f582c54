import type { SeedParameters } from '../../experiment/microscope';
import type { Run } from '../../experiment/run';
import { joinRuns, type SavedRun } from '../../experiment/saved-run';
import type {
  Frame,
  LearnerSnapshot,
  LiveEdit,
  RunStatus,
  Settings,
  Snapshot,
} from '../../experiment/types';
import type { SessionRun } from '../training/session-parts';
import type { MeasuredShare, ShareStart } from './protocol';
import { RecoveredShare } from './recovered-share';
import type { RemoteShare } from './remote-share';

/** Where a share that is not trained beside the messages is: with a helper, or back from a lost one. */
interface Share {
  readonly start: ShareStart;
  at: RemoteShare | RecoveredShare;
  /** As it was saved last, or began; undefined where that was at step 0. */
  saved: SavedRun | undefined;
}

/** What a pooled run is made of. */
export interface PooledRunParts {
  /** The first seeds, trained by the worker of the run itself. */
  readonly own: Run;
  /** The other seeds in their order, and who has them; null where nobody does. */
  readonly others: readonly { readonly start: ShareStart; readonly remote: RemoteShare | null }[];
  /** A run of a share in this worker, at step 0 or where it goes on from. */
  readonly createRun: (start: ShareStart) => Run;
}

/** Puts what was measured of several shares together, their seeds in the order of the shares. */
function merged(shares: readonly MeasuredShare[]): MeasuredShare {
  const [first] = shares;
  const ids = Object.keys(first.learners);
  const learners = ids.map((id): [string, LearnerSnapshot] => {
    const parts = shares.map((share) => share.learners[id]);
    const seeds = parts.flatMap((part) => part.seeds);
    const status = parts.some((part) => part.status === 'diverged') ? 'diverged' : 'ok';
    return [id, { ...parts[0], status, seeds }];
  });
  const maps = ids.map((id) => [id, shares.flatMap((share) => share.maps[id])] as const);
  return { learners: Object.fromEntries(learners), maps: Object.fromEntries(maps) };
}

/**
 * A run whose training seeds are spread over several workers. All of them train the same steps at the
 * same time, so that it can be paused, edited and measured at one step; its numbers are those of the
 * same run in one worker. A share that gets lost with its helper is trained again here, from where it was last saved.
 */
export class PooledRun implements SessionRun {
  readonly #own: Run;
  readonly #ownSeeds: number;
  readonly #others: Share[];
  readonly #createRun: PooledRunParts['createRun'];
  /** Steps at which it was measured: a share trained again is measured there as well. */
  readonly #measuredAt: number[] = [];
  /** The steps under way: from where to where, and the step measured next; null where there are none. */
  #way: { readonly from: number; readonly to: number; readonly measured: number } | null = null;
  /** Answers of the helpers to the steps under way. */
  #answers: Promise<unknown> = Promise.resolve();
  #measuring = false;
  /** Settings that came meanwhile. */
  #waiting: Settings | null = null;
  #disposed = false;

  constructor({ own, others, createRun }: PooledRunParts) {
    this.#own = own;
    this.#ownSeeds = own.settings.seeds;
    this.#createRun = createRun;
    this.#others = others.map(({ start, remote }) => ({
      start,
      at: remote ?? this.#recovered(start, start.saved),
      saved: start.saved,
    }));
  }

  get step(): number {
    return this.#way?.from ?? this.#own.step;
  }

  get edits(): readonly LiveEdit[] {
    return this.#own.edits;
  }

  get underWay(): boolean {
    return this.#way !== null;
  }

  async train(steps: number, enough: () => boolean): Promise<void> {
    this.#way ??= this.#begin(steps);
    const { to } = this.#way;
    if (this.#own.step < to) this.#own.train(to - this.#own.step, enough);
    if (this.#own.step < to || !(await this.#catchUp(to, enough))) return;
    await this.#answers;
    // The share of a helper that was lost meanwhile has come back.
    if (this.#disposed || !(await this.#catchUp(to, enough))) return;
    this.#way = null;
    this.#applyWaiting();
  }

  nextMeasuredStep(): number {
    return this.#way?.measured ?? this.#own.nextMeasuredStep();
  }

  async measure(
    status: RunStatus,
    rest: () => Promise<void>,
  ): Promise<{ snapshot: Snapshot; frame: Frame }> {
    const { step } = this.#own;
    this.#measuring = true;
    const asked = this.#others.map(({ at }) =>
      at instanceof RecoveredShare ? null : at.measure(status),
    );
    const { snapshot, frame } = await this.#own.measure(status, rest);
    const shares: MeasuredShare[] = [{ learners: snapshot.learners, maps: frame.learners }];
    for (const [place, share] of this.#others.entries()) {
      const answer = await asked[place];
      if (this.#disposed) throw new Error('The run was given up while it was measured.');
      shares.push(answer ?? (await this.#measureHere(share, step, status, rest)));
    }
    this.#measuredAt.push(step);
    this.#measuring = false;
    this.#applyWaiting();
    const { learners, maps } = merged(shares);
    return { snapshot: { ...snapshot, learners }, frame: { ...frame, learners: maps } };
  }

  async parameters(seed: number): Promise<SeedParameters | null> {
    let place = seed - this.#ownSeeds;
    if (place < 0) return this.#own.parameters(seed);
    for (const { start, at } of this.#others) {
      const seeds = start.settings.seeds;
      if (place < seeds) return at.parameters(place);
      place -= seeds;
    }
    return null;
  }

  async save(): Promise<SavedRun> {
    if (this.underWay) throw new RangeError('A run is saved between two steps.');
    // All are asked before anybody can train on.
    const asked = this.#others.map(({ at }) => at.save());
    const shares = [await this.#own.save()];
    for (const [place, share] of this.#others.entries()) {
      const saved = await asked[place];
      if (saved === null) throw new Error('A share was lost while the run was saved.');
      share.saved = saved;
      shares.push(saved);
    }
    return joinRuns(shares);
  }

  applyLive(settings: Settings): void {
    if (this.underWay || this.#measuring) {
      this.#waiting = settings;
      return;
    }
    this.#own.applyLive(settings);
    for (const { at } of this.#others) at.applyLive(settings);
  }

  dispose(): void {
    this.#disposed = true;
    this.#own.dispose();
    for (const { at } of this.#others) at.dispose();
  }

  #begin(steps: number): { from: number; to: number; measured: number } {
    const from = this.#own.step;
    this.#answers = Promise.all(
      this.#others.map(async (share) => {
        if (share.at instanceof RecoveredShare || (await share.at.train(steps))) return;
        if (!this.#disposed) this.#recover(share);
      }),
    );
    // Awaited only when this worker has trained its own share.
    this.#answers.catch(() => undefined);
    return { from, to: from + steps, measured: this.#own.nextMeasuredStep() };
  }

  #applyWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null) this.applyLive(waiting);
  }

  /** Trains the shares that came back; true where all of them stand at `target`. */
  async #catchUp(target: number, enough: () => boolean): Promise<boolean> {
    for (const { at } of this.#others)
      if (at instanceof RecoveredShare && !(await at.train(target, enough))) return false;
    return true;
  }

  async #measureHere(
    share: Share,
    step: number,
    status: RunStatus,
    rest: () => Promise<void>,
  ): Promise<MeasuredShare> {
    const here = share.at instanceof RecoveredShare ? share.at : this.#recover(share);
    while (!(await here.train(step, () => true))) {
      await rest();
      if (this.#disposed) throw new Error('The run was given up while it was measured.');
    }
    return here.measure(status, rest);
  }

  #recover(share: Share): RecoveredShare {
    const here = this.#recovered(share.start, share.saved);
    share.at = here;
    return here;
  }

  #recovered(start: ShareStart, saved: SavedRun | undefined): RecoveredShare {
    const { step, edits } = this.#own;
    // The run's own history, and what of the edits to be replayed is still to come.
    const later = start.edits.filter((edit) => edit.step > step);
    const run = this.#createRun({ ...start, edits: [...edits, ...later], saved });
    return new RecoveredShare(run, this.#measuredAt);
  }
}
