import type { MeasuredPoint } from '../../../experiment/run';
import type { SavedRun } from '../../../experiment/saved-run';
import { ownerOf } from '../../../experiment/settings/describe';
import { changedKeys, changesTraining } from '../../../experiment/settings/scope';
import type { LiveEdit, Settings } from '../../../experiment/types';
import type { SessionRun } from '../session-parts';
import type { Clock } from '../slices';
import { BorrowedRun } from './borrowed-run';

/** Milliseconds that it may have taken to train what is lent: as long it may take to train it once more. */
const MOST_SPENT = 5000;
/** Bytes of the points that are lent. */
const MOST_BYTES = 16 * 2 ** 20;

/** Makes a run of these settings, at step 0 or where it goes on from. */
export type MakeRun = (
  settings: Settings,
  edits: readonly LiveEdit[],
  saved?: SavedRun,
) => SessionRun;

/** What is known of a run that has been trained. */
export interface Lent {
  /** Those of its step 0. */
  readonly settings: Settings;
  /** What was measured, by step. */
  readonly points: ReadonlyMap<number, MeasuredPoint>;
  /** As it stood when it was last saved. */
  readonly saved: SavedRun;
}

/** A run to be made. */
export interface Wanted {
  /** Tells data and engine from others: numbers of learners are the same where it is. */
  readonly on: string;
  readonly settings: Settings;
  readonly edits: readonly LiveEdit[];
  readonly saved: SavedRun | undefined;
}

/**
 * The learners of a run whose numbers are those that they came to in another: nothing that matters to their
 * training differs. None where all are, since a run that is asked for once more is to be trained once more.
 */
export function borrowable(
  { settings: before, saved }: Lent,
  { settings, edits }: Wanted,
): readonly string[] {
  if (edits.length > 0) return [];
  const matters = (key: string) =>
    key !== 'learners' && (changesTraining(key, settings) || changesTraining(key, before));
  const changed = [...changedKeys(before, settings), ...saved.edits.map(({ key }) => key)].filter(
    matters,
  );
  const owners = changed.map(ownerOf);
  if (owners.includes(null)) return [];
  const same = settings.learners.filter(
    (id) => before.learners.includes(id) && !owners.includes(id),
  );
  return same.length < settings.learners.length ? same : [];
}

/** Bytes of the maps of a point, by which points are large. */
function bytesOf({ frame }: MeasuredPoint): number {
  return Object.values(frame.learners)
    .flat()
    .flatMap((maps) => Object.values(maps))
    .reduce((sum, map: Float32Array | null) => sum + (map?.byteLength ?? 0), 0);
}

/** A run whose points are noted, for the next to borrow of them. */
class NotedRun implements SessionRun {
  readonly #run: SessionRun;
  readonly #now: () => number;
  readonly #onSaved: (points: ReadonlyMap<number, MeasuredPoint>, saved: SavedRun) => void;
  readonly #points = new Map<number, MeasuredPoint>();
  #bytes = 0;
  #spent = 0;

  constructor(
    run: SessionRun,
    now: () => number,
    onSaved: (points: ReadonlyMap<number, MeasuredPoint>, saved: SavedRun) => void,
  ) {
    this.#run = run;
    this.#now = now;
    this.#onSaved = onSaved;
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
    return this.#run.partial ?? false;
  }

  async train(steps: number, enough: () => boolean): Promise<void> {
    const began = this.#now();
    await this.#run.train(steps, enough);
    this.#spent += this.#now() - began;
  }

  nextMeasuredStep(): number {
    return this.#run.nextMeasuredStep();
  }

  async measure(...asked: Parameters<SessionRun['measure']>): Promise<MeasuredPoint> {
    const point = await this.#run.measure(...asked);
    if (this.#spent <= MOST_SPENT && this.#bytes <= MOST_BYTES) {
      this.#bytes += bytesOf(point);
      this.#points.set(point.snapshot.step, point);
    } else this.#points.clear();
    return point;
  }

  applyLive(settings: Settings): void {
    this.#run.applyLive(settings);
  }

  parameters(seed: number) {
    return this.#run.parameters(seed);
  }

  async save(): Promise<SavedRun> {
    const saved = await this.#run.save();
    if (this.#points.size > 0) this.#onSaved(this.#points, saved);
    return saved;
  }

  dispose(): void {
    this.#run.dispose();
  }
}

/**
 * Makes runs, and remembers the one that was last saved: whoever turns a knob of one learner has that one trained
 * anew, and the others say what they said, since the numbers of a learner do not depend on who else is on.
 */
export class Lender {
  readonly #clock: Clock;
  #last: (Lent & { readonly on: string }) | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A run; part of it borrowed where that comes to the same. */
  createRun(wanted: Wanted, make: MakeRun): SessionRun {
    const { on, settings, edits, saved } = wanted;
    const run = this.#borrowed(wanted, make) ?? make(settings, edits, saved);
    // Seeds that are spread over workers are more than is trained again in one.
    if (settings.seeds > 1) return run;
    return new NotedRun(run, this.#clock.now, (points, saved) => {
      this.#last = { on, settings, points, saved };
    });
  }

  #borrowed(wanted: Wanted, make: MakeRun): SessionRun | null {
    const lent = this.#last;
    const { on, settings, saved } = wanted;
    if (lent === null || lent.on !== on || saved !== undefined || settings.seeds > 1) return null;
    const ids = borrowable(lent, wanted);
    return ids.length === 0
      ? null
      : new BorrowedRun({ lent, ids, settings, make, clock: this.#clock });
  }
}
