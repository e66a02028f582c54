import { formatCount } from '../format';
import type { words as english } from '../words';

const SMALL = ['keines', 'eines', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht'];

export const words: ReturnType<typeof english> = {
  actions: ['oben', 'rechts', 'unten', 'links'],
  moves: ['nach oben', 'nach rechts', 'nach unten', 'nach links'],
  kinds: {
    wall: 'Wand',
    floor: 'Boden',
    start: 'Start',
    goal: 'Ziel',
    pit: 'Grube',
    cliff: 'Klippe',
  },
  pairs: {
    data: 'gesehene Aktionen',
    unseenAction: 'nie gesehene Aktionen',
    unseenState: 'nie gesehene Zustände',
  },
  layers: {
    error: 'Fehler',
    q: 'Q̂',
    truth: 'Wahrheit',
    surprise: 'δ',
    lie: 'Lüge',
    counts: 'Daten',
    occupancy: 'Aufenthalt',
  },
  charts: {
    error: 'Fehler bei nie gesehenen Aktionen',
    returns: 'Geglaubter und wahrer Ertrag',
  },
  references: {
    behavior: 'Verhalten',
    inSupport: 'Bestes der Daten',
    optimal: 'Bestmögliches',
  },
  quoted: (text) => `„${text}“`,
  on: 'ein',
  off: 'aus',
  numeral: (count) => SMALL[count] ?? formatCount(count),
};
