/** Starts a task of its own soon; not a frame, in which all that is drawn counts as one task. */
function soon(task: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    task();
  };
  port2.postMessage(null);
}

/**
 * Jobs that take turns, one a task, so that many maps drawn at once do not hold up a click. Each has a
 * key: a newer job takes the place of the one that still waits, at its turn, so none is starved.
 */
export class Turns {
  readonly #waiting = new Map<object, () => void>();
  readonly #soon: (task: () => void) => void;
  #running = false;

  constructor(start = soon) {
    this.#soon = start;
  }

  ask(key: object, job: () => void): void {
    this.#waiting.set(key, job);
    if (this.#running) return;
    this.#running = true;
    this.#soon(() => this.#next());
  }

  /** Takes back what `key` asked for, if it still waits. */
  forget(key: object): void {
    this.#waiting.delete(key);
  }

  #next(): void {
    const first = this.#waiting.entries().next();
    if (first.done) {
      this.#running = false;
      return;
    }
    const [key, job] = first.value;
    this.#waiting.delete(key);
    // Asked for before it runs: a job that fails must not stop the others.
    this.#soon(() => this.#next());
    job();
  }
}

/** The turns of the page's maps. */
export const mapTurns = new Turns();
