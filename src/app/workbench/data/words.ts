import type { Region, Surgery } from '../../../data/edits';
import type { EditReport } from '../../../data/surgery';
import type { ActionName } from '../../../mdp/types';
import { formatCount, formatShare } from '../../../texts/format';

/** How the actions are drawn. */
export const ARROWS: Readonly<Record<ActionName, string>> = {
  up: '↑',
  right: '→',
  down: '↓',
  left: '←',
};

const span = (noun: string, from: number, to: number) =>
  from === to ? `${noun} ${from + 1}` : `${noun}s ${from + 1}–${to + 1}`;

/** «rows 2–4, column 3», from 1. */
export function sayRegion({ top, left, bottom, right }: Region): string {
  return `${span('row', top, bottom)}, ${span('column', left, right)}`;
}

/** What an edit does: «Erase ↑ in rows 2–4, column 3». */
export function sayEdit(surgery: Surgery): string {
  switch (surgery.kind) {
    case 'erase': {
      const what = surgery.action ? `${surgery.action} ${ARROWS[surgery.action]}` : 'everything';
      return `Erase ${what} in ${sayRegion(surgery.region)}`;
    }
    case 'below':
      return `Erase episodes below ${surgery.value}`;
    case 'top':
      return `Keep the best ${surgery.percent} % of episodes`;
    case 'noise':
      return `Noise of ${surgery.deviation} on rewards, seed ${surgery.seed}`;
  }
}

const counted = (count: number, noun: string) =>
  `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

/** What an edit did: «−34 rows in 2 episodes». */
export function sayReport({ on, effect, rows, episodes, fault }: EditReport): string {
  if (!on) return 'switched off';
  if (fault !== null) return fault;
  if (rows === 0) return effect === 'removes' ? 'removes nothing' : 'changes nothing';
  const where = `in ${counted(episodes, 'episode')}`;
  return effect === 'removes'
    ? `−${counted(rows, 'row')} ${where}`
    : `${counted(rows, 'reward')} changed ${where}`;
}

/** «12 of 40 (30 %)». */
export function sayPart(part: number, whole: number): string {
  return `${formatCount(part)} of ${formatCount(whole)} (${formatShare(whole > 0 ? part / whole : 0)})`;
}
