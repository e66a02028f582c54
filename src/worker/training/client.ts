import { type Connection, connect, type WorkerLike } from '../connection/connect';
import { startWorker } from '../connection/start';
import address from './entry?worker&url';
import type { Command, ParametersReport, Report } from './protocol';

/** The worker that trains, as the page uses it. */
export type Trainer = WorkerLike<Command, Report>;

export const startTrainer = (): Trainer => startWorker(address);

export interface TrainingEvents {
  /** Reports in the order in which they were sent, several at a time. */
  readonly onReports: (reports: readonly Report[]) => void;
  /** The worker was lost and a new one stands; it knows nothing yet. Called with a clause that says why. */
  readonly onCrash: (reason: string) => void;
  /** Workers were lost more often than is worth another try; none stands until `restart`. */
  readonly onGivenUp: (reason: string) => void;
  /** Looks without a word after which the worker is given up. */
  readonly patience: () => number;
  /** No report is handed on before this has come; by default they are from the start on. */
  readonly listening?: Promise<unknown> | undefined;
}

/** Milliseconds between two deliveries: what nobody can see need not be drawn. */
const DELIVER_EVERY = 90;
/** Workers that one run may lose; after that no new one is started. */
const MOST_CRASHES = 3;

/**
 * Holds the worker: posts commands, gathers its reports and hands them on a few times a second, and
 * starts a new worker when the old one is lost.
 */
export class TrainingClient {
  readonly #spawn: () => Trainer;
  readonly #events: TrainingEvents;
  readonly #now: () => number;
  #connection: Connection<Command> | null;
  #waiting: Report[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #delivered = Number.NEGATIVE_INFINITY;
  #listening: boolean;
  #crashes = 0;
  #questions = 0;
  /** Who waits for parameters. */
  readonly #asking = new Map<number, (found: ParametersReport['found']) => void>();

  constructor(spawn: () => Trainer, events: TrainingEvents, now = () => performance.now()) {
    this.#spawn = spawn;
    this.#events = events;
    this.#now = now;
    this.#listening = events.listening === undefined;
    void events.listening?.then(() => {
      this.#listening = true;
      if (this.#waiting.length > 0) this.#schedule();
    });
    this.#connection = this.#start();
  }

  /** True where the worker has not answered for a while. */
  get silent(): boolean {
    return this.#connection?.silent ?? false;
  }

  post(command: Command): void {
    this.#connection?.post(command);
  }

  /**
   * Parameters of one training seed, by its place from 0, between two steps of training; null where
   * there are none, or the worker that was asked is gone.
   */
  parameters(seed: number): Promise<ParametersReport['found']> {
    if (this.#connection === null) return Promise.resolve(null);
    this.#questions += 1;
    const id = this.#questions;
    return new Promise((resolve) => {
      this.#asking.set(id, resolve);
      this.post({ type: 'parameters', id, seed });
    });
  }

  /** Another run begins: what was lost in the one before does not count for it. */
  forgive(): void {
    this.#crashes = 0;
  }

  /** Puts a new worker, which knows nothing yet, in the place of the old one, whatever that is doing. */
  restart(): void {
    this.#connection?.close();
    this.#deliver();
    this.#forget();
    this.#connection = this.#start();
  }

  /** Stops the worker for good. */
  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#connection?.close();
    this.#connection = null;
    this.#forget();
  }

  #start(): Connection<Command> {
    return connect(this.#spawn, {
      onMessage: (report) => {
        this.#waiting.push(report);
        this.#schedule();
      },
      onLost: (reason) => this.#lost(reason),
      patience: this.#events.patience,
    });
  }

  #schedule(): void {
    if (this.#timer !== null || !this.#listening) return;
    const wait = Math.max(0, this.#delivered + DELIVER_EVERY - this.#now());
    // A timer, not a frame: a hidden tab draws no frames, yet a script may wait for the run's end.
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#deliver();
    }, wait);
  }

  #deliver(): void {
    const reports = this.#waiting;
    this.#waiting = [];
    this.#delivered = this.#now();
    if (reports.length === 0) return;
    this.#events.onReports(reports);
    for (const report of reports)
      if (report.type === 'parameters') this.#answer(report.id, report.found);
  }

  #lost(reason: string): void {
    this.#deliver();
    this.#forget();
    this.#crashes += 1;
    if (this.#crashes >= MOST_CRASHES) {
      this.#connection = null;
      this.#events.onGivenUp(reason);
      return;
    }
    this.#connection = this.#start();
    this.#events.onCrash(reason);
  }

  #answer(id: number, found: ParametersReport['found']): void {
    this.#asking.get(id)?.(found);
    this.#asking.delete(id);
  }

  /** Whoever waits for parameters of a worker that is gone hears that there are none. */
  #forget(): void {
    for (const id of [...this.#asking.keys()]) this.#answer(id, null);
  }
}
