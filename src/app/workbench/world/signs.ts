import { words } from '../../../texts/words';
import type { Sign } from './drawing';

/** A brush, and by which name the texts know what it paints. */
interface Brush {
  readonly sign: Sign;
  readonly kind: keyof ReturnType<typeof words>['kinds'];
}

/** In the order of the number keys. */
export const BRUSHES: readonly Brush[] = [
  { sign: '#', kind: 'wall' },
  { sign: '.', kind: 'floor' },
  { sign: 'S', kind: 'start' },
  { sign: 'G', kind: 'goal' },
  { sign: 'P', kind: 'pit' },
  { sign: 'C', kind: 'cliff' },
];

const KINDS = new Map(BRUSHES.map(({ sign, kind }) => [sign, kind]));

/** What a sign is called in a sentence: «wall». */
export function nameOfSign(sign: Sign): string {
  return words().kinds[KINDS.get(sign) ?? 'floor'];
}

/** The sign that a key paints: its letter, in either case, or its number from 1; null for other keys. */
export function signOfKey(key: string): Sign | null {
  const found = BRUSHES.find(
    ({ sign }, index) => key.toUpperCase() === sign || key === String(index + 1),
  );
  return found?.sign ?? null;
}
