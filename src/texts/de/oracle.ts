import { formatCount, formatList } from '../format';
import type { oracle as english } from '../oracle';
import { words } from './words';

export const oracle: ReturnType<typeof english> = {
  title: 'Wahrheit einsetzen',
  tools: 'Werkzeuge des Orakels',
  what: 'Während des Trainings tritt bei diesen Paaren Q*, das kein Lernverfahren kennt, an die Stelle des Werts, den das Zielnetz hat. Verschwindet ein Traum, so kam er von dort.',
  nobody: 'Keines der eingeschalteten Lernverfahren hat ein Zielnetz.',
  notRead: (name) =>
    `${name} fragt sein Zielnetz nur nach dem, was in den Daten vorkommt: Dort eingesetzt, ändert die Wahrheit nichts.`,
  standing: 'Gemalte Paare',
  stands: (pairs, takers) => {
    const painted =
      pairs === 0
        ? 'Kein Paar ist gemalt'
        : `${formatCount(pairs)} ${pairs === 1 ? 'Paar ist' : 'Paare sind'} gemalt`;
    const taken =
      takers.length === 0
        ? 'kein Lernverfahren ist auf gemalte Paare gestellt'
        : `dort ${takers.length === 1 ? 'hat' : 'haben'} ${formatList(takers)} die Wahrheit`;
    return `${painted}; ${taken}.`;
  },
  keys: 'Ziehen malt, mit Umschalttaste ein Rechteck. {keys} malen eine Aktion der markierten Zelle oder nehmen sie weg.',
  map: (rows, columns) =>
    `Karte mit ${rows} Zeilen und ${columns} Spalten, auf der Paare gemalt werden, bei denen die Wahrheit eingesetzt ist. Pfeiltasten führen von Zelle zu Zelle; U, R, D, L malen eine Aktion oder nehmen sie weg; die Eingabetaste malt mit dem Pinsel; die Löschtaste löscht.`,
  brush: 'Pinsel',
  all: 'Alle',
  allHelp: 'Alle vier Aktionen einer Zelle.',
  directions: ['Oben', 'Rechts', 'Unten', 'Links'],
  onlyHelp: [
    'Die Aktion nach oben.',
    'Die Aktion nach rechts.',
    'Die Aktion nach unten.',
    'Die Aktion nach links.',
  ],
  erase: 'Löschen',
  eraseHelp: 'Überlässt eine Zelle wieder dem Zielnetz.',
  givenUp: 'Strich verworfen.',
  markedCell: 'Markierte Zelle',
  place: (row, column, acts) =>
    `Zeile ${row}, Spalte ${column}: ${acts ? 'Ausgefüllte Aktionen sind gemalt.' : 'Hier handelt niemand.'}`,
  sayCell: (row, column, actions) => {
    const said =
      actions === null
        ? 'hier handelt niemand'
        : actions.length === 0
          ? 'nicht gemalt'
          : `Wahrheit eingesetzt für ${formatList(actions.map((action) => words.actions[action]))}`;
    return `Zeile ${row}, Spalte ${column}: ${said}.`;
  },
  startFrom: 'Malen',
  classes: {
    unseenActions: 'Nie probierte Aktionen',
    unseenStates: 'Nie besuchte Zustände',
    unseen: 'Alles Ungesehene',
  },
  nothing: 'Nichts',
  replaces: 'Ersetzt, was gemalt ist; rückgängig machen bringt es zurück.',
  steps: {
    other: 'Wahrheit anderswo eingesetzt',
    painted: 'Paare gemalt',
    erased: 'Paare gelöscht',
    toggled: 'Paar geändert',
    started: 'Klasse von Paaren gemalt',
    cleared: 'alle Paare gelöscht',
  },
};
