import type { grammars as english } from '../grammars';

const NAMES = {
  value: 'der Wert',
  percent: 'die Prozentzahl',
  deviation: 'die Abweichung',
  seed: 'der Seed',
  weight: 'das Gewicht',
  epsilon: 'das ε',
  temperature: 'die Temperatur',
  strength: 'die Neigung',
};

export const grammars: ReturnType<typeof english> = {
  entry: (entry, why) => `${entry}: ${why}`,
  entryLeftOut: (entry, why) => `${entry}: ${why}; der Eintrag bleibt weg`,
  leftOut: (why) => `${why}; der Eintrag bleibt weg`,
  written: (example) => `geschrieben wird ${example}`,
  notNumber: (given) => `${given} ist keine Zahl`,
  outside: (name, min, max) => `${NAMES[name]} liegt zwischen ${min} und ${max}`,
  outsideUsed: (name, min, max, used) =>
    `${NAMES[name]} liegt zwischen ${min} und ${max}; es gilt ${used}`,

  notPainted: (entry) =>
    `${entry} ist keine Zelle mit einer Richtung wie 3.4u und keine mit den Gewichten von oben, rechts, unten und links wie 3.4:10-70-10-10; der Eintrag bleibt weg`,
  noPaintedWeight: (entry) => `${entry} gibt keiner Aktion ein Gewicht; der Eintrag bleibt weg`,
  paintedTwice: (row, column, entry) =>
    `Zeile ${row}, Spalte ${column} ist zweimal gemalt; es gilt ${entry}`,
  notPairs: (entry) =>
    `${entry} ist keine Zelle mit den Buchstaben ihrer Aktionen wie 3.4ur (u r d l); der Eintrag bleibt weg`,
  idle: {
    outside: 'außerhalb der Karte',
    wall: 'eine Wand',
    end: 'eine Zelle, in der Episoden enden',
  },
  idleCells: (count, cells, more) =>
    `${count === 1 ? 'Eine gemalte Zelle bewirkt' : `${count} gemalte Zellen bewirken`} hier nichts (${cells}${more > 0 ? `; und ${more} weitere` : ''}).`,

  eraseExamples: 'erase(1.1-3.4) oder erase(1.1-3.4,up)',
  wholeSeed: 'der Seed ist eine ganze Zahl',
  notEdit: 'ein Eingriff ist erase, below, top oder noise',
  editWritten: (examples) => `ein Eingriff wird geschrieben als ${examples}`,
  mostEdits: (most) => `mehr als ${most} Eingriffe gehen nicht`,

  notComponent: (kinds) => `eine Komponente ist eine von ${kinds}; der Eintrag bleibt weg`,
  componentWritten:
    'eine Komponente wird geschrieben als gewicht*art, etwa 2*epsilon-greedy(0.3); der Eintrag bleibt weg',
  notWeight: (given) => `${given} ist kein Gewicht; der Eintrag bleibt weg`,
  mostComponents: (most, entry) => `mehr als ${most} Komponenten gehen nicht; ${entry} bleibt weg`,
  noComponent: 'keine Komponente mit einem Gewicht über 0 bleibt übrig',

  crossing: {
    cell: (row, column, what) =>
      `Nötig ist Zeile ${row}, Spalte ${column} als begehbare Zelle; hier ist sie ${{ outside: 'außerhalb der Karte', wall: 'eine Wand', end: 'eine Zelle, in der Episoden enden' }[what]}.`,
    noWayEast: 'Kein Weg führt von der nordwestlichen Ecke in die nordöstliche.',
    noWayToGoal: (row, column) =>
      `Kein Weg führt von Zeile ${row}, Spalte ${column} zu einem Ziel.`,
    refused: (why) =>
      `${why} Das Verhalten „Gekreuzte Wege“ ist für die Welt „Gekreuzte Wege“ gemacht: diese Welt wählen oder ein anderes Verhalten.`,
  },
};
