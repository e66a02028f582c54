import { connect, PATIENCE } from '../connection/connect';
import type { ShareStart } from './protocol';
import { type HelperConnection, type HelperLike, RemoteShare } from './remote-share';

interface Place {
  readonly helper: HelperConnection;
  share: RemoteShare | null;
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
  #patience: number = PATIENCE.sliced;

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

  /**
   * Starts helpers ahead of time.
   *
   * @param patience looks without a word, or without getting on, after which a helper is given up, by default that of steps taken in parts.
   */
  prepare(helpers: number, patience = this.#patience): void {
    this.#patience = patience;
    while (!this.#broken && this.#places.length < helpers) this.#start();
  }

  /** Gives a share to the helper `place`, which drops its former one; null where none can be had. */
  begin(place: number, start: ShareStart): RemoteShare | null {
    this.prepare(place + 1);
    if (this.#broken) return null;
    const share = new RemoteShare(this.#places[place].helper, start);
    this.#places[place].share = share;
    return share;
  }

  #start(): void {
    const place: Place = {
      share: null,
      helper: connect(this.#spawn, {
        onMessage: (report) => {
          if (place.share?.isFailure(report)) this.#lose(report.message);
          else place.share?.take(report);
        },
        onLost: (reason) => this.#lose(reason),
        patience: () => this.#patience,
        awaited: () => {
          if (!place.share?.awaited) return null;
          // Before its first word its engine may still be on its way.
          return place.share.heard ? this.#patience : PATIENCE.working;
        },
      }),
    };
    this.#places.push(place);
  }

  /** All of them go: the seeds come back to the run's own worker, which then is as fast without messages. */
  #lose(reason: string): void {
    if (this.#broken) return;
    this.#broken = true;
    this.#onLost(reason);
    for (const { helper, share } of this.#places.splice(0)) {
      helper.close();
      share?.lose();
    }
  }
}
