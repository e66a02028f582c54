import { session } from '../../texts/session';
import type { Command, Report } from '../../worker/protocol';
import { type SpeakCommand, tellLanguage } from '../../worker/speaking';

/** The part of a `Worker` that the page uses. */
export interface WorkerLike {
  postMessage(message: Command | SpeakCommand): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Report>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export interface ClientEvents {
  /** Reports in the order in which they were sent, several at a time. */
  readonly onReports: (reports: readonly Report[]) => void;
  /** The worker died and a new one stands; it knows nothing yet. Called with what the browser says. */
  readonly onCrash: (reason: string) => void;
  /** The worker died more often than is worth another try. */
  readonly onGivenUp: (reason: string) => void;
}

/** Milliseconds between two deliveries: what nobody can see need not be drawn. */
const DELIVER_EVERY = 90;
/** Crashes in a row, without a report between them, after which no new worker is started. */
const MOST_CRASHES = 3;

/**
 * Holds the worker: posts commands, gathers its reports and hands them on a few times a second, and
 * starts a new worker when the old one dies.
 */
export class WorkerClient {
  readonly #spawn: () => WorkerLike;
  readonly #events: ClientEvents;
  readonly #now: () => number;
  #worker: WorkerLike;
  #waiting: Report[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #delivered = Number.NEGATIVE_INFINITY;
  #crashes = 0;
  #untell: () => void = () => {};

  constructor(spawn: () => WorkerLike, events: ClientEvents, now = () => performance.now()) {
    this.#spawn = spawn;
    this.#events = events;
    this.#now = now;
    this.#worker = this.#start();
  }

  post(command: Command): void {
    this.#worker.postMessage(command);
  }

  /** Stops the worker for good. */
  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#untell();
    this.#worker.terminate();
  }

  #start(): WorkerLike {
    const worker = this.#spawn();
    worker.onmessage = ({ data }) => {
      this.#crashes = 0;
      this.#waiting.push(data);
      this.#schedule();
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#died(event.message || session().notStarted);
    };
    worker.onmessageerror = () => this.#died(session().messageUnread);
    this.#untell = tellLanguage(worker);
    return worker;
  }

  #schedule(): void {
    if (this.#timer !== null) return;
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
    if (reports.length > 0) this.#events.onReports(reports);
  }

  #died(reason: string): void {
    this.#worker.onmessage = null;
    this.#worker.onerror = null;
    this.#worker.onmessageerror = null;
    this.#untell();
    this.#worker.terminate();
    this.#deliver();
    this.#crashes += 1;
    if (this.#crashes >= MOST_CRASHES) {
      this.#events.onGivenUp(reason);
      return;
    }
    this.#worker = this.#start();
    this.#events.onCrash(reason);
  }
}
