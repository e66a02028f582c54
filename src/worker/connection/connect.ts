import { session } from '../../texts/session';
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
  /**
   * The worker could not be started, died, fell silent, or owes an answer for too long: a clause that says
   * why. Called once, the last event.
   */
  readonly onLost: (reason: string, how: 'lost' | 'overdue') => void;
  /** Looks without a word after which a worker that has spoken before is given up; by default `PATIENCE.working`. */
  readonly patience?: () => number;
  /**
   * Looks without a report after which a worker is given up that only answers whether it is there, as one
   * whose work has got stuck; null as long as no report of it is due. By default none ever is.
   */
  readonly awaited?: () => number | null;
}

/** One side's end of the line to a worker. Nothing is heard of a worker that is lost or was closed. */
export interface Connection<C> {
  /** True where it has not answered for a while, so that what is asked of it may never be done. */
  readonly silent: boolean;
  /** Posts a message; one that cannot be sent ends the connection, and after its end nothing is sent. */
  post(message: C): void;
  /** Ends the worker at once, whatever it is doing; nobody is told. */
  close(): void;
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
 * Starts a worker, has it speak as this thread does, asks now and then whether it is still there, and
 * says once, with why, when it is lost: every worker is reached this way.
 *
 * @param spawn starts the worker; what it throws counts as lost.
 */
export function connect<C, R>(
  spawn: () => WorkerLike<C, R>,
  events: ConnectionEvents<R>,
): Connection<C> {
  return new Line(spawn, events);
}

class Line<C, R> implements Connection<C> {
  readonly #events: ConnectionEvents<R>;
  readonly #timer: ReturnType<typeof setInterval>;
  #worker: WorkerLike<C, R> | null = null;
  #untell: () => void = () => {};
  /** Looks since the last word. */
  #looks = 0;
  /** Looks since the last report, as long as one is due. */
  #owing = 0;
  #spoken = false;
  #closed = false;

  constructor(spawn: () => WorkerLike<C, R>, events: ConnectionEvents<R>) {
    this.#events = events;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY);
    try {
      this.#open(spawn());
    } catch (error) {
      // Later, as when a worker cannot be started: nobody is told before `connect` has returned.
      queueMicrotask(() => this.#lose(messageOf(error)));
    }
  }

  get silent(): boolean {
    return this.#looks > SILENT;
  }

  post(message: C): void {
    try {
      this.#worker?.postMessage(message);
    } catch (error) {
      queueMicrotask(() => this.#lose(messageOf(error)));
    }
  }

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
      if (isPong(data)) return;
      this.#owing = 0;
      this.#events.onMessage(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#lose(event.message || session().notStarted);
    };
    worker.onmessageerror = () => this.#lose(session().messageUnread);
    this.#untell = tellLanguage(worker);
  }

  #look(): void {
    const { patience = () => PATIENCE.working, awaited = () => null } = this.#events;
    const due = awaited();
    this.#looks += 1;
    this.#owing = due === null ? 0 : this.#owing + 1;
    if (this.#looks > (this.#spoken ? patience() : PATIENCE.arriving))
      this.#lose(this.#spoken ? session().fellSilent : session().notArrived);
    else if (due !== null && this.#owing > due) this.#lose(session().stuck, 'overdue');
    else this.#worker?.postMessage(PING);
  }

  #lose(reason: string, how: 'lost' | 'overdue' = 'lost'): void {
    if (this.#closed) return;
    this.close();
    this.#events.onLost(reason, how);
  }
}
