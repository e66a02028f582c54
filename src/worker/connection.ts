import { session } from '../texts/session';
import { isPong, PING, type PingCommand, type PongReport } from './heartbeat';
import { messageOf } from './message';
import { type SpeakCommand, tellLanguage } from './speaking';

/** The part of a `Worker` that a connection uses. */
export interface WorkerLike<C, R> {
  postMessage(message: C | SpeakCommand | PingCommand): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<R | PongReport>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export interface ConnectionEvents<R> {
  readonly onMessage: (report: R) => void;
  /** The worker could not be started, died, or fell silent: a clause that says why. Called once, the last event. */
  readonly onLost: (reason: string) => void;
  /** Looks without a word after which a worker that has spoken before is given up; by default `PATIENCE.working`. */
  readonly patience?: () => number;
}

/** Milliseconds between two looks at whether the worker is still there. */
const LOOK_EVERY = 1000;

/**
 * Looks without a word of the worker after which it is given up. Looks, not seconds: where a device
 * sleeps or a browser slows down hidden pages, both sides rest.
 */
export const PATIENCE = {
  /** Until its code has come and it says its first word. */
  arriving: 30,
  /** While it works in slices of some milliseconds. */
  sliced: 6,
  /** While it may be busy with one long piece of work, or a driver with its programs. */
  working: 60,
} as const;

/** Looks without a word after which a worker is called silent: whoever waits for it need not wait longer. */
const SILENT = 3;

/**
 * One side's end of the line to a worker: has it speak as this thread does, asks now and then whether it
 * is still there, and says once, with why, when it is lost. Nothing is heard of a lost worker afterwards.
 */
export class Connection<C, R> {
  readonly #events: ConnectionEvents<R>;
  readonly #timer: ReturnType<typeof setInterval>;
  #worker: WorkerLike<C, R> | null = null;
  #untell: () => void = () => {};
  /** Looks since the last word. */
  #looks = 0;
  #spoken = false;
  #closed = false;

  /** @param spawn starts the worker; what it throws counts as lost. */
  constructor(spawn: () => WorkerLike<C, R>, events: ConnectionEvents<R>) {
    this.#events = events;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY);
    try {
      this.#open(spawn());
    } catch (error) {
      // Later, as when a worker cannot be started: nobody is told before the constructor has returned.
      queueMicrotask(() => this.#lose(messageOf(error)));
    }
  }

  /** True where it has not answered for a while, so that what is asked of it may never be done. */
  get silent(): boolean {
    return this.#looks > SILENT;
  }

  /** Whether the worker has said anything yet. */
  get spoken(): boolean {
    return this.#spoken;
  }

  /** Posts a message; one that cannot be sent ends the connection. */
  post(message: C): void {
    try {
      this.#worker?.postMessage(message);
    } catch (error) {
      queueMicrotask(() => this.#lose(messageOf(error)));
    }
  }

  /** Ends the worker at once, whatever it is doing; nobody is told. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#timer);
    this.#untell();
    const worker = this.#worker;
    this.#worker = null;
    if (worker === null) return;
    worker.onmessage = null;
    worker.onmessageerror = null;
    // An error that nobody prevents is reported in this thread as well, and would take it for its own.
    worker.onerror = (event) => event.preventDefault?.();
    worker.terminate();
  }

  #open(worker: WorkerLike<C, R>): void {
    this.#worker = worker;
    worker.onmessage = ({ data }) => {
      this.#looks = 0;
      this.#spoken = true;
      if (!isPong(data)) this.#events.onMessage(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#lose(event.message || session().notStarted);
    };
    worker.onmessageerror = () => this.#lose(session().messageUnread);
    this.#untell = tellLanguage(worker);
  }

  #look(): void {
    const { patience = () => PATIENCE.working } = this.#events;
    this.#looks += 1;
    if (this.#looks > (this.#spoken ? patience() : PATIENCE.arriving))
      this.#lose(this.#spoken ? session().fellSilent : session().notArrived);
    else this.#worker?.postMessage(PING);
  }

  #lose(reason: string): void {
    if (this.#closed) return;
    this.close();
    this.#events.onLost(reason);
  }
}
