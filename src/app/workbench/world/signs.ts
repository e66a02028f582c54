import type { Sign } from './drawing';

/** A brush, in the order of the number keys. */
export interface Brush {
  readonly sign: Sign;
  readonly label: string;
  /** What an agent finds there, for the tooltip. */
  readonly help: string;
}

export const BRUSHES: readonly Brush[] = [
  { sign: '#', label: 'Wall', help: 'Nobody gets in: a move against it stays where it is.' },
  { sign: '.', label: 'Floor', help: 'Pays the reward of a step.' },
  { sign: 'S', label: 'Start', help: 'Episodes begin here; of several starts each is as likely.' },
  { sign: 'G', label: 'Goal', help: 'Pays the reward of the goal and ends the episode.' },
  { sign: 'P', label: 'Pit', help: 'Pays the reward of a pit and ends the episode.' },
  { sign: 'C', label: 'Cliff', help: 'Pays the reward of a cliff and puts the agent on a start.' },
];

/** The sign that a key paints: its letter, in either case, or its number from 1; null for other keys. */
export function signOfKey(key: string): Sign | null {
  const found = BRUSHES.find(
    ({ sign }, index) => key.toUpperCase() === sign || key === String(index + 1),
  );
  return found?.sign ?? null;
}
