import { session } from '../../texts/session';
import { tellLanguage } from '../speaking';
import type { ShareStart } from './protocol';
import { type HelperLike, RemoteShare } from './remote-share';

interface Place {
  readonly helper: HelperLike;
  share: RemoteShare | null;
  readonly untell: () => void;
}

/**
 * The helpers of a worker, started when they are first needed and kept from run to run. Once one of them
 * dies or fails no new share is given away: what went wrong once costs time at every run.
 */
export class HelperPool {
  readonly #spawn: () => HelperLike;
  readonly #onLost: (reason: string) => void;
  readonly #places: Place[] = [];
  #broken = false;

  /**
   * @param spawn starts a helper; may throw.
   * @param onLost called once, with why, when a helper is lost; its share is told of it afterwards.
   */
  constructor(spawn: () => HelperLike, onLost: (reason: string) => void) {
    this.#spawn = spawn;
    this.#onLost = onLost;
  }

  /** True once a helper was lost. */
  get broken(): boolean {
    return this.#broken;
  }

  /** Starts helpers ahead of time. */
  prepare(helpers: number): void {
    while (!this.#broken && this.#places.length < helpers) this.#start();
  }

  /** Gives a share to the helper `place`, which drops its former one; null where none can be had. */
  begin(place: number, start: ShareStart): RemoteShare | null {
    this.prepare(place + 1);
    if (this.#broken) return null;
    const { helper } = this.#places[place];
    try {
      const share = new RemoteShare(helper, start);
      this.#places[place].share = share;
      return share;
    } catch (error) {
      this.#lose(error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  #start(): void {
    try {
      const helper = this.#spawn();
      const place: Place = { helper, share: null, untell: tellLanguage(helper) };
      this.#places.push(place);
      helper.onmessage = ({ data }) => {
        if (place.share?.isFailure(data)) this.#lose(data.message);
        else place.share?.take(data);
      };
      helper.onerror = (event) => {
        event.preventDefault?.();
        this.#lose(event.message || session().notStarted);
      };
      helper.onmessageerror = () => this.#lose(session().messageUnread);
    } catch (error) {
      this.#lose(error instanceof Error ? error.message : String(error));
    }
  }

  /** All of them go: the seeds come back to the run's own worker, which then is as fast without messages. */
  #lose(reason: string): void {
    if (this.#broken) return;
    this.#broken = true;
    this.#onLost(reason);
    for (const { helper, share, untell } of this.#places.splice(0)) {
      untell();
      helper.onmessage = null;
      helper.onerror = null;
      helper.onmessageerror = null;
      helper.terminate();
      share?.lose();
    }
  }
}
