import { formatShare, formatSigned, formatValue } from '../format';
import type { maps as english } from '../maps';
import { words } from './words';

const valued = (name: string, value: number, seen: string) =>
  `${name} ${formatValue(value)}, ${seen}`;

export const maps: ReturnType<typeof english> = {
  place: (row, column) => `Zeile ${row}, Spalte ${column}`,
  placeOfKind: (place, kind) => `${place}, ${kind}`,
  ends: (place) => `${place}: Hier enden Episoden.`,
  unreachable: (place) => `${place}: Hierher gelangt keine Strategie.`,
  action: {
    seen: (name, seen) => `${name} ${seen}`,
    probability: (name, share, seen) =>
      `${name} mit Wahrscheinlichkeit ${formatShare(share)}, ${seen}`,
    q: valued,
    truth: valued,
    error: (name, error, seen) => `${name} ${formatSigned(error)} gegenüber der Wahrheit, ${seen}`,
    surprise: (name, delta, seen) =>
      `${name} ${formatSigned(delta)} über einen wahren Schritt hinaus, ${seen}`,
    lie: (name, share, seen) => `${name} ${formatSigned(share)} der Lüge, ${seen}`,
  },
  cell: (place, actions, rest) => [`${place}: ${actions.join('; ')}.`, ...rest].join(' '),
  unvisited: 'Die Daten besuchen diese Zelle nie.',
  goes: (action) => `Geht ${words.moves[action]}.`,
  mayGo: (action, share) => `Geht am ehesten ${words.moves[action]}, ${formatShare(share)}.`,
  whole: {
    surprise: (delta) => `${formatSigned(delta)} über einen wahren Schritt hinaus.`,
    lie: (share) => `${formatSigned(share)} der Lüge sitzt hier.`,
  },
  spends: (share) => `Verbringt hier ${formatShare(share)} der Zeit.`,
};
