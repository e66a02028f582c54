import { useEffect, useState } from 'react';
import { useStillness } from '../../map/hooks';
import type { Episode } from './episode';

/** Milliseconds from step to step. */
const STRIDE = 260;

/** A recorded episode shown again. */
export interface Replay {
  readonly episode: Episode;
  /** Steps shown. */
  readonly at: number;
  readonly playing: boolean;
}

/** The replay on show, null for none, and what can be done to it. */
export function useReplay() {
  const [replay, setReplay] = useState<Replay | null>(null);
  const still = useStillness();
  const playing = replay?.playing ?? false;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      setReplay((now) => {
        if (now === null) return null;
        const at = Math.min(now.at + 1, now.episode.actions.length);
        return { ...now, at, playing: at < now.episode.actions.length };
      });
    }, STRIDE);
    return () => clearInterval(timer);
  }, [playing]);
  return {
    replay,
    /** From its start, by itself; where less motion is asked for it waits for a step. */
    open: (episode: Episode) => setReplay({ episode, at: 0, playing: !still }),
    close: () => setReplay(null),
    /** Shows the episode up to a step, and pauses there. */
    show: (at: number) =>
      setReplay((now) => {
        if (now === null) return null;
        const last = now.episode.actions.length;
        return { ...now, at: Math.min(last, Math.max(0, at)), playing: false };
      }),
    /** Plays on, from the start where it is at its end; or pauses. */
    toggle: () =>
      setReplay((now) => {
        if (now === null) return null;
        const over = now.at >= now.episode.actions.length;
        return { ...now, at: over ? 0 : now.at, playing: !now.playing };
      }),
  };
}
