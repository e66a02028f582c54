import type { MeasuredPoint } from '../../../experiment/run';
import { joinLearners, runOfLearners, type SavedRun } from '../../../experiment/saved-run';
import { ownerOf } from '../../../experiment/settings/describe';
import { effectOf } from '../../../experiment/settings/scope';
import type { LiveEdit, RunStatus, Settings } from '../../../experiment/types';
import { RecoveredShare } from '../../pool/recovered-share';
import type { SessionRun } from '../session-parts';
import { type Clock, SLICE } from '../slices';
import type { Lent, MakeRun } from './lender';

const GIVEN_UP = 'The run was given up while it became whole.';

export interface Borrowing {
  readonly lent: Lent;
  /** Those whose numbers are the lent ones. */
  readonly ids: readonly string[];
  /** Of the whole run, at step 0. */
  readonly settings: Settings;
  readonly make: MakeRun;
  readonly clock: Clock;
}

/**
 * A run of which only some learners are trained; the others say what they said in a run before, to the bit what
 * they would come to here. It becomes whole where that run ends, where its others are edited, and where somebody
 * wants to see or keep all of it: at the end of what is lent the others go on from where they stood, before it they
 * are trained to where the run is.
 */
export class BorrowedRun implements SessionRun {
  readonly #lent: Lent;
  readonly #ids: readonly string[];
  readonly #settings: Settings;
  readonly #make: MakeRun;
  readonly #clock: Clock;
  /** Those that are trained; all once it is whole. */
  #run: SessionRun;
  #partial = true;
  #live: Settings;
  /** Up to which step the others say what they said. */
  #end: number;
  readonly #measuredAt: number[] = [];
  #becoming: Promise<void> | null = null;
  /** Settings that came while it became whole. */
  #waiting: Settings | null = null;
  #disposed = false;

  constructor({ lent, ids, settings, make, clock }: Borrowing) {
    this.#lent = lent;
    this.#ids = ids;
    this.#settings = settings;
    this.#make = make;
    this.#clock = clock;
    this.#live = settings;
    this.#end = lent.saved.step;
    this.#run = make(this.#trained(settings), []);
  }

  get step(): number {
    return this.#run.step;
  }

  get edits(): readonly LiveEdit[] {
    return this.#run.edits;
  }

  get underWay(): boolean {
    return this.#run.underWay;
  }

  get partial(): boolean {
    return this.#partial;
  }

  nextMeasuredStep(): number {
    return this.#run.nextMeasuredStep();
  }

  async train(steps: number, enough: () => boolean): Promise<void> {
    const ends = this.#partial && !this.underWay && this.step >= this.#end;
    const becoming = ends ? this.#becomeWhole() : this.#becoming;
    if (becoming !== null) {
      await becoming;
      // Whoever else has waited for the whole run reads it as it stands now.
      await this.#clock.rest(0);
      if (this.#disposed) throw new Error(GIVEN_UP);
    }
    const most = this.#partial ? Math.max(1, this.#end - this.step) : steps;
    await this.#run.train(Math.min(steps, most), enough);
  }

  async measure(status: RunStatus, rest: () => Promise<void>): Promise<MeasuredPoint> {
    const { step } = this;
    const known = step <= this.#end ? this.#lent.points.get(step) : undefined;
    if (known === undefined) await this.#becomeWhole();
    await this.#becoming;
    const point = await this.#run.measure(status, rest);
    if (!this.#partial || known === undefined) return point;
    this.#measuredAt.push(step);
    return this.#joined(point, known);
  }

  applyLive(settings: Settings): void {
    if (this.#becoming !== null) {
      this.#waiting = settings;
      return;
    }
    const { edits } = effectOf(this.#live, settings);
    this.#live = settings;
    this.#run.applyLive(this.#partial ? this.#trained(settings) : settings);
    const concernsOthers = edits.some((key) => {
      const owner = ownerOf(key);
      return owner === null || this.#ids.includes(owner);
    });
    if (concernsOthers) this.#end = Math.min(this.#end, this.step + Number(this.underWay));
  }

  async parameters(seed: number) {
    await this.#becomeWhole();
    return this.#run.parameters(seed);
  }

  async save(): Promise<SavedRun> {
    if (this.underWay) throw new RangeError('A run is saved between two steps.');
    await this.#becomeWhole();
    return this.#run.save();
  }

  dispose(): void {
    this.#disposed = true;
    this.#run.dispose();
  }

  #trained(settings: Settings): Settings {
    const learners = settings.learners.filter((id) => !this.#ids.includes(id));
    return { ...settings, learners };
  }

  #joined({ snapshot, frame }: MeasuredPoint, known: MeasuredPoint): MeasuredPoint {
    const of = <T>(own: Readonly<Record<string, T>>, lent: Readonly<Record<string, T>>) =>
      Object.fromEntries(
        this.#settings.learners.map((id) => [id, this.#ids.includes(id) ? lent[id] : own[id]]),
      );
    return {
      snapshot: { ...snapshot, learners: of(snapshot.learners, known.snapshot.learners) },
      frame: {
        ...frame,
        learners: of(frame.learners, known.frame.learners),
        rests: of(frame.rests, known.frame.rests),
      },
    };
  }

  /** Has all of its learners trained in it from now on. */
  async #becomeWhole(): Promise<void> {
    if (!this.#partial) return;
    this.#becoming ??= this.#become().finally(() => {
      this.#becoming = null;
      const waiting = this.#waiting;
      this.#waiting = null;
      if (waiting !== null && !this.#disposed) this.applyLive(waiting);
    });
    await this.#becoming;
  }

  async #become(): Promise<void> {
    const own = this.#run;
    const others = await this.#others();
    const saved = joinLearners([await own.save(), runOfLearners(others, this.#ids)]);
    if (this.#disposed) throw new Error(GIVEN_UP);
    this.#run = this.#make(this.#settings, saved.edits, saved);
    this.#partial = false;
    own.dispose();
  }

  /** The others as they stand where this run does. */
  async #others(): Promise<SavedRun> {
    const { step, edits } = this;
    const { saved } = this.#lent;
    const measured = this.#measuredAt.at(-1) ?? 0;
    if (step === saved.step && step === this.#end && saved.readAt === measured) return saved;
    const settings = { ...this.#settings, learners: this.#ids };
    const share = new RecoveredShare(this.#make(settings, edits), this.#measuredAt);
    try {
      let began = this.#clock.now();
      while (!(await share.train(step, () => this.#clock.now() - began >= SLICE))) {
        await this.#clock.rest(0);
        if (this.#disposed) throw new Error(GIVEN_UP);
        began = this.#clock.now();
      }
      return await share.save();
    } finally {
      share.dispose();
    }
  }
}
