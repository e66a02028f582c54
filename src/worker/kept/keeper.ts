import type { SavedRun } from '../../experiment/saved-run';
import type { SavedSettling } from '../../experiment/settling';
import type { LiveEdit } from '../../experiment/types';
import { bytesOf, type Goal, type KeptPoint, MOST_BYTES, sealOf } from './kept-run';
import { type FoundRun, KeptFault, type KeptRuns } from './store';

/** Milliseconds between two times that a run is kept while it trains, at least. */
const EVERY = 4000;
/** As many times as long as keeping it takes: 2 % of the time at most. */
const SHARE = 50;
/** Milliseconds between two times at most: most of what keeping takes is waiting for the disk. */
const LONGEST = 60_000;
/** Milliseconds until those have gone who held a run when the page was loaded again. */
const GOING = 500;

/** What there is to say of keeping. */
export type KeepingTrouble =
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'large'; readonly bytes: number; readonly most: number }
  | { readonly kind: 'later' | 'damaged'; readonly step: number };

/** A run that is to be kept. */
export interface Keepable {
  /** What is trained, on which data, by which engine: runs that are equal in this come to the same numbers. */
  readonly what: string;
  /** Bytes that it will take, its measured points aside. */
  readonly bytes: number;
  /** Whether it is saved even where nothing can be kept: its parts may be lost one by one. */
  readonly always: boolean;
}

/** A run at the moment at which it is kept. */
export interface KeptState {
  readonly step: number;
  readonly goal: Goal | null;
  readonly status: 'paused' | 'done';
  readonly settling: SavedSettling;
  readonly save: () => Promise<SavedRun>;
}

/** The world around a keeper. */
export interface KeeperSurroundings {
  readonly runs: KeptRuns;
  /** Milliseconds on a steady clock. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly date: () => number;
  readonly rest: (milliseconds: number) => Promise<void>;
  /** Told once of each kind. */
  readonly onTrouble: (trouble: KeepingTrouble) => void;
}

/** A point as it is kept: its tables are handed to the page, and with them their memory. */
const copied = (point: KeptPoint): KeptPoint => structuredClone(point);

/** Keeps the present run between visits, now and then and at its ends, and finds those of former ones. */
export class Keeper {
  readonly #outside: KeeperSurroundings;
  #run: Keepable | null = null;
  #id = '';
  #release: (() => void) | null = null;
  /** Points that are still to be written. */
  #fresh: KeptPoint[] = [];
  #last: KeptPoint | null = null;
  #pointBytes = 0;
  #chunks = 0;
  #next = 0;
  /** The state that was kept last, or is being kept. */
  #kept = '';
  /** What is being written. */
  #busy: Promise<void> | null = null;
  /** Whether this browser has refused. */
  #refused = false;
  readonly #said = new Set<string>();

  constructor(outside: KeeperSurroundings) {
    this.#outside = outside;
  }

  /** Another run takes the place of the present one, of which nothing more is written. */
  begin(run: Keepable | null): void {
    this.#release?.();
    this.#release = null;
    this.#run = run;
    this.#id = '';
    this.#fresh = [];
    this.#last = null;
    this.#pointBytes = 0;
    this.#chunks = 0;
    this.#kept = '';
    this.#next = this.#outside.now() + EVERY;
  }

  /** Takes note of what was measured of the present run. */
  observe(point: KeptPoint): void {
    const run = this.#run;
    // What is too large to be kept need not be copied either.
    if (run === null || this.#refused || run.bytes > MOST_BYTES) return;
    this.#last = copied(point);
    const bytes = bytesOf(this.#last);
    if (run.bytes + this.#pointBytes + bytes > MOST_BYTES) return;
    this.#pointBytes += bytes;
    this.#fresh.push(this.#last);
  }

  /** Keeps the present run where that is due; it must stand between two steps. */
  look(state: KeptState): void {
    if (this.#outside.now() >= this.#next) void this.keep(state);
  }

  /** Keeps the present run as it stands when this is called. Never rejects. */
  async keep(state: KeptState): Promise<void> {
    const run = this.#run;
    if (run === null || state.step === 0) return;
    if (run.bytes > MOST_BYTES) {
      this.#say({ kind: 'large', bytes: run.bytes, most: MOST_BYTES });
      return;
    }
    if (this.#refused && !run.always) return;
    const { step, status, goal } = state;
    const kept = JSON.stringify([step, status, goal]);
    if (kept === this.#kept) return;
    this.#kept = kept;
    this.#next = Number.POSITIVE_INFINITY;
    const began = this.#outside.now();
    try {
      // It is copied at once, between two steps; only reading it may take longer.
      const saved = await state.save();
      if (this.#refused || run !== this.#run) return;
      const before = this.#busy;
      this.#busy = (async () => {
        await before;
        await this.#write(run, state, saved);
      })();
      await this.#busy;
    } catch {
      // It is tried again later: a part of the run may just have been lost.
      this.#kept = '';
    } finally {
      if (run === this.#run) {
        const now = this.#outside.now();
        this.#next = now + Math.min(LONGEST, Math.max(EVERY, SHARE * (now - began)));
      }
    }
  }

  /**
   * The kept run that the present one would come to, of those that came furthest; null where there is none, or
   * it cannot be read, which is said. Never rejects.
   *
   * @param patient whether to wait for one whose holder may just be going.
   */
  async find(
    { what }: Pick<Keepable, 'what'>,
    edits: readonly LiveEdit[],
    patient: boolean,
  ): Promise<FoundRun | null> {
    const { runs, rest } = this.#outside;
    try {
      const found = await runs.find(what, edits, this.#id);
      if (found !== null || !patient || !(await runs.isHeld(what))) return found;
      await rest(GOING);
      return await runs.find(what, edits, this.#id);
    } catch (error) {
      // Who refuses to read is not complained of before there is something to write.
      if (!(error instanceof KeptFault)) return null;
      const { kind, step } = error;
      this.#say({ kind, step });
      if (kind === 'damaged') await this.forget(what, step).catch(() => undefined);
      return null;
    }
  }

  /** Takes away what was kept of runs of `what` up to a step. */
  forget(what: string, step: number): Promise<void> {
    return this.#outside.runs.forget((entry) => entry.what === what && entry.step <= step);
  }

  async #write(run: Keepable, state: KeptState, saved: SavedRun): Promise<void> {
    if (run !== this.#run) return;
    const { runs, date } = this.#outside;
    if (this.#id === '') {
      this.#id = `${date().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
      this.#release = runs.claims.hold(this.#id);
    }
    const bytes = bytesOf(saved);
    if (bytes > MOST_BYTES) {
      this.#say({ kind: 'large', bytes, most: MOST_BYTES });
      return;
    }
    const { goal, status, settling } = state;
    // More may be measured while these are written.
    const points = [...this.#fresh];
    const last = points.at(-1) === this.#last ? null : this.#last;
    const kept = { run: saved, settling, goal, status, last, seal: sealOf(saved) };
    const { step, edits } = saved;
    const entry = {
      id: this.#id,
      what: run.what,
      step,
      edits,
      at: date(),
      bytes: bytes + this.#pointBytes,
    };
    const write = () => runs.write(entry, kept, this.#chunks, points);
    try {
      await write().catch(async () => {
        // Where storage is full, what others have left goes first.
        await runs.forget(({ id }) => id !== this.#id);
        await write();
      });
    } catch (error) {
      this.#refused = true;
      this.#fresh = [];
      this.#say({ kind: 'refused', why: error instanceof Error ? error.message : String(error) });
      return;
    }
    if (run !== this.#run) return;
    if (points.length > 0) this.#chunks += 1;
    this.#fresh = this.#fresh.slice(points.length);
  }

  #say(trouble: KeepingTrouble): void {
    if (this.#said.has(trouble.kind)) return;
    this.#said.add(trouble.kind);
    this.#outside.onTrouble(trouble);
  }
}
