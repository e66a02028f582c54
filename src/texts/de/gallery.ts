import { formatPercent } from '../format';
import type { gallery as english } from '../gallery';

export const gallery: ReturnType<typeof english> = {
  title: 'Galerie der Szenarien',
  close: 'Galerie schließen',
  intro:
    'Jedes zeigt eine Sache am Lernen aus eingefrorenen Daten. Die Bilder sind die Welten mit dem, was beim Sammeln aufgezeichnet wurde. Kein Verfahren gewinnt überall.',
  present: 'auf der Seite',
  lookFor: 'Worauf achten:',
  outcome: 'Wie es ausgeht',
  outcomeOf: (scenario) => `Wie es ausgeht: ${scenario}`,
  measured: 'Gemessen beim Urteil, auf zehn Datensätzen und mehr:',
  kept: (goal) =>
    goal === 1 ? 'jeder Lauf' : `≥ ${formatPercent(Math.round(100 * goal))} der Läufe`,
};
