import { Encoder } from 'modern-gif';
import { messageOf } from '../connection/message';
import type { FilmReport, FilmRequest } from './protocol';

/** Makes a GIF of pictures as they come; one film at a time. */
export class Filming {
  readonly #say: (report: FilmReport) => void;
  #encoder: Encoder | null = null;
  /** What is under way, in its order. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(say: (report: FilmReport) => void) {
    this.#say = say;
  }

  take(request: FilmRequest): void {
    this.#work = this.#work
      .then(() => this.#do(request))
      .catch((error: unknown) => {
        this.#encoder = null;
        this.#say({ type: 'failed', why: messageOf(error) });
      });
  }

  async #do(request: FilmRequest): Promise<void> {
    if (request.type === 'begin') {
      const { width, height } = request;
      // The encoder would never come to an end.
      if (!(width >= 1 && height >= 1)) throw new RangeError(`${width} × ${height} pixels`);
      this.#encoder = new Encoder({ width, height, maxColors: 255 });
      return;
    }
    // What comes after a failure has no film to go into.
    if (this.#encoder === null) return;
    if (request.type === 'picture') {
      await this.#encoder.encode({ data: request.pixels, delay: request.stands });
      return;
    }
    const bytes = await this.#encoder.flush('arrayBuffer');
    this.#encoder = null;
    this.#say({ type: 'film', bytes });
  }
}
