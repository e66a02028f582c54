import { useEffect, useRef, useState } from 'react';
import { useStillness } from '../../map/hooks';

/** Steps a second of a replay. */
export const PACES = [2, 5, 15] as const;

/** A replay under way: `at` runs from 0 to the number of steps. */
export interface Player {
  /** Between two whole numbers while it glides; whole where the reader asked for less motion. */
  readonly at: number;
  readonly steps: number;
  readonly playing: boolean;
  readonly pace: number;
  readonly seek: (at: number) => void;
  /** Plays on, or from the beginning where it is at its end. */
  readonly play: () => void;
  readonly pause: () => void;
  readonly setPace: (pace: number) => void;
}

/** Plays through something of `steps` steps; begins anew where `what` is another. */
export function usePlayer(what: string, steps: number): Player {
  const still = useStillness();
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [pace, setPace] = useState<number>(PACES[1]);
  const [shown, setShown] = useState(what);
  const place = useRef(0);
  const seek = (next: number) => {
    place.current = Math.max(0, Math.min(steps, next));
    setAt(place.current);
  };
  if (shown !== what) {
    setShown(what);
    setAt(0);
    setPlaying(false);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place belongs to what is shown
  useEffect(() => {
    place.current = 0;
  }, [what]);
  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    let request = 0;
    const advance = (now: number) => {
      // After a pause (hidden tab, busy page) it goes on, it does not rush to catch up.
      const passed = Math.min(now - last, 100) / 1000;
      last = now;
      place.current = Math.min(steps, place.current + passed * pace);
      setAt(still ? Math.floor(place.current) : place.current);
      if (place.current >= steps) setPlaying(false);
      else request = requestAnimationFrame(advance);
    };
    request = requestAnimationFrame(advance);
    return () => cancelAnimationFrame(request);
  }, [playing, steps, pace, still]);
  return {
    at: Math.min(at, steps),
    steps,
    playing,
    pace,
    seek: (next) => {
      setPlaying(false);
      seek(next);
    },
    play: () => {
      if (place.current >= steps) seek(0);
      setPlaying(true);
    },
    pause: () => {
      setPlaying(false);
      seek(Math.round(place.current));
    },
    setPace,
  };
}
