import { type Connection, connect, PATIENCE, type WorkerLike } from '../connection/connect';
import { startWorker } from '../connection/start';
import address from './entry?worker&url';
import type { FilmReport, FilmRequest } from './protocol';

/** The worker that makes films. */
export type FilmWorker = WorkerLike<FilmRequest, FilmReport>;

const startFilming = (): FilmWorker => startWorker(address);

/** A film in the making. */
export class Film {
  readonly #connection: Connection<FilmRequest>;
  readonly #made: Promise<ArrayBuffer>;
  #ending = false;

  /** @param size of every picture, in pixels. */
  constructor(
    size: { readonly width: number; readonly height: number },
    spawn: () => FilmWorker = startFilming,
  ) {
    let settle: { done(bytes: ArrayBuffer): void; fail(error: Error): void } | null = null;
    this.#made = new Promise((done, fail) => {
      settle = { done, fail };
    });
    // Whoever ends it hears of it; before that nobody listens.
    this.#made.catch(() => undefined);
    this.#connection = connect(spawn, {
      onMessage: (report) => {
        if (report.type === 'film') settle?.done(report.bytes);
        else settle?.fail(new Error(report.why));
      },
      onLost: (why) => settle?.fail(new Error(why)),
      awaited: () => (this.#ending ? PATIENCE.working : null),
    });
    this.#connection.post({ type: 'begin', ...size });
  }

  add(pixels: Uint8ClampedArray<ArrayBuffer>, stands: number): void {
    this.#connection.post({ type: 'picture', pixels, stands });
  }

  /** The film as a GIF; rejects with a clause that says why there is none. */
  async finished(): Promise<ArrayBuffer> {
    this.#ending = true;
    this.#connection.post({ type: 'end' });
    try {
      return await this.#made;
    } finally {
      this.cancel();
    }
  }

  /** Lets go of it. */
  cancel(): void {
    this.#connection.close();
  }
}
