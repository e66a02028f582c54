import { formatCount } from '../format';
import type { trying as english } from '../trying';

export const trying: ReturnType<typeof english> = {
  all: 'Probieren lassen',
  allHint:
    'Von hier an handelt jedes Lernverfahren beim Training in der Welt und lernt aus dem, was es findet, neben den eingefrorenen Daten',
  one: (name) => `${name} in der Welt probieren lassen`,
  stop: (name) => `${name} wieder allein aus den Daten lernen lassen`,
  since: (step, moves) => `Online seit Schritt ${formatCount(step)}: je ${moves} Züge.`,
  back: 'Zurück zu offline',
  here: 'ab hier online',
};
