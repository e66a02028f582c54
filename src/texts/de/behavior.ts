import type { behavior as english } from '../behavior';
import { formatCount, formatShare } from '../format';

export const behavior: ReturnType<typeof english> = {
  title: 'Verhalten',
  tools: 'Werkzeuge des Verhaltens',
  standing: 'Das Verhalten',
  switched: 'Das Verhalten ist jetzt „Gemalt“. Rückgängig machen bringt das frühere zurück.',
  painted: (cells) =>
    `${formatCount(cells)} ${cells === 1 ? 'Zelle' : 'Zellen'} gemalt; sonst ist jede Aktion gleich wahrscheinlich.`,
  notInUse: (cells) =>
    `${formatCount(cells)} ${cells === 1 ? 'Zelle' : 'Zellen'} gemalt; es sammelt ein anderes Verhalten, blass gezeichnet. Malen ersetzt es.`,
  fromFile: 'Die gezeigten Daten stammen aus einer Datei; gesammelt wird also nichts.',
  keys: 'Ziehen malt, mit Umschalttaste ein Rechteck. {keys} malen; Umschalttaste und Pfeiltaste gewichten.',
  map: (rows, columns) =>
    `Karte mit ${rows} Zeilen und ${columns} Spalten, um das Verhalten darauf zu malen. Pfeiltasten führen von Zelle zu Zelle; U, R, D, L malen einen Pfeil nach oben, rechts, unten, links; Umschalttaste mit Pfeiltaste macht diese Aktion wahrscheinlicher; die Löschtaste löscht.`,

  brush: 'Pinsel',
  along: 'Pfad',
  alongHelp: 'Durch Zellen ziehen: Jede erhält einen Pfeil zur nächsten.',
  directions: ['Oben', 'Rechts', 'Unten', 'Links'],
  always: ['Immer nach oben.', 'Immer nach rechts.', 'Immer nach unten.', 'Immer nach links.'],
  erase: 'Leeren',
  eraseHelp: 'Nimmt die Pfeile weg: jede Aktion gleich oft.',

  markedCell: 'Markierte Zelle',
  place: (row, column, state) =>
    `Zeile ${row}, Spalte ${column}: ${
      {
        nobody: 'Hier handelt niemand.',
        bare: 'nicht gemalt, also jede Aktion gleich oft.',
        painted: 'gemalt.',
      }[state]
    }`,
  inPercent: (direction) => `${direction}\u00a0%`,
  percentOf: (direction) => `${direction}, Prozent`,
  sayCell: (row, column, weights) => {
    const said =
      weights === null
        ? 'Hier handelt niemand'
        : weights.map(({ action, percent }) => `${action} ${percent}\u00a0%`).join(', ') ||
          'nicht gemalt';
    return `Zeile ${row}, Spalte ${column}: ${said}.`;
  },

  startFrom: 'Ausgangspunkt',
  current: 'Jetziges Verhalten',
  optimal: 'Optimale Strategie',
  nothing: 'Nichts',
  replaces: 'Ersetzt, was gemalt ist; rückgängig machen bringt es zurück.',

  mixture: 'Mischung',
  component: (place) => `Komponente ${place}`,
  kind: (place) => `Komponente ${place}: Art`,
  numberOf: (place, label) => `Komponente ${place}: ${label}`,
  direction: 'Richtung',
  weight: 'Gewicht',
  moveUp: (place) => `Komponente ${place} nach oben`,
  moveDown: (place) => `Komponente ${place} nach unten`,
  remove: (place) => `Komponente ${place} entfernen`,
  share: (share) => `${formatShare(share)} der Episoden`,
  refused: 'Eine Komponente braucht ein Gewicht über 0; nichts wurde geändert.',
  shares: 'Gewichte sind Anteile: Jede Episode wird von einer der Komponenten gespielt.',
  add: 'Komponente hinzufügen',

  steps: {
    other: 'Verhalten geändert',
    arrows: 'Pfeile gemalt',
    arrow: 'Pfeil gemalt',
    erasedCells: 'Zellen gelöscht',
    erasedCell: 'Zelle gelöscht',
    weighed: 'Wahrscheinlichkeiten geändert',
    fromCurrent: 'Nach dem Verhalten gemalt',
    fromOptimal: 'Nach dem Optimum gemalt',
    cleared: 'Gemaltes entfernt',
    mixture: 'Mischung geändert',
    moved: 'Komponente verschoben',
    removed: 'Komponente entfernt',
    added: 'Komponente hinzugefügt',
  },
  givenUp: 'Strich verworfen.',
};
