import { useEffect, useMemo, useRef } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStillness } from '../../map/hooks';

/** Steps a second of a replay. */
export const PACES = [2, 5, 15] as const;

/** A replay under way. */
interface PlayerState {
  /**
   * From 0 to the number of steps; between two whole numbers while it glides, whole where the reader
   * asked for less motion.
   */
  readonly at: number;
  readonly playing: boolean;
  readonly pace: number;
}

/** Plays through `steps` steps. It changes with every frame, so who draws it asks for no more than is drawn. */
export class Player {
  readonly store: StoreApi<PlayerState>;
  readonly steps: number;
  /** Whether it goes from step to step instead of gliding. */
  still = false;
  #place = 0;
  #request = 0;

  constructor(steps: number, pace: number) {
    this.steps = steps;
    this.store = createStore<PlayerState>(() => ({ at: 0, playing: false, pace }));
  }

  /** Goes to a place, the nearest that there is, and rests there. */
  seek(at: number): void {
    this.#rest();
    this.#place = Math.max(0, Math.min(this.steps, at));
    this.store.setState({ at: this.#place });
  }

  back(): void {
    this.seek(Math.ceil(this.#place) - 1);
  }

  on(): void {
    this.seek(Math.floor(this.#place) + 1);
  }

  /** Plays on, or from the beginning where it is at its end. */
  play(): void {
    if (this.#place >= this.steps) this.seek(0);
    this.#rest();
    this.store.setState({ playing: true });
    this.#request = requestAnimationFrame((now) => this.#advance(now, now));
  }

  /** Rests at the nearest step. */
  pause(): void {
    this.seek(Math.round(this.#place));
  }

  setPace(pace: number): void {
    this.store.setState({ pace });
  }

  /** Stops for good. */
  dispose(): void {
    this.#rest();
  }

  #rest(): void {
    cancelAnimationFrame(this.#request);
    if (this.store.getState().playing) this.store.setState({ playing: false });
  }

  #advance(last: number, now: number): void {
    // After a pause (hidden tab, busy page) it goes on, it does not rush to catch up.
    const passed = Math.min(now - last, 100) / 1000;
    this.#place = Math.min(this.steps, this.#place + passed * this.store.getState().pace);
    const over = this.#place >= this.steps;
    const at = this.still ? Math.floor(this.#place) : this.#place;
    this.store.setState({ at, playing: !over });
    if (!over) this.#request = requestAnimationFrame((next) => this.#advance(now, next));
  }
}

/** A player of `steps` steps; another one, at the same pace, where `what` is another. */
export function usePlayer(what: string, steps: number): Player {
  const still = useStillness();
  const former = useRef<Player | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place belongs to what is shown
  const player = useMemo(
    () => new Player(steps, former.current?.store.getState().pace ?? PACES[1]),
    [what, steps],
  );
  useEffect(() => {
    former.current = player;
    return () => player.dispose();
  }, [player]);
  useEffect(() => {
    player.still = still;
  }, [player, still]);
  return player;
}
