import { formatCount } from '../format';
import type { world as english } from '../world';

export const world: ReturnType<typeof english> = {
  tools: 'Werkzeuge der Welt',
  title: 'Welt',
  ownMap: 'Diese Karte ist eine eigene.',
  backToOwnMap: 'Zurück zur Karte dieser Welt',
  rules: 'Regeln und Belohnungen',
  drop: 'Textdatei einer Karte hier ablegen',
  touch: 'Ein Finger malt, zwei zoomen.',
  keys: 'Ziehen malt, mit Umschalttaste ein Rechteck. Pfeiltasten bewegen, {keys} malen.',
  map: (rows, columns) =>
    `Karte mit ${rows} Zeilen und ${columns} Spalten, zum Zeichnen. Pfeiltasten führen von Zelle zu Zelle und markieren mit der Umschalttaste; # . S G P C oder 1 bis 6 malen; die Eingabetaste malt mit dem Pinsel.`,

  brush: 'Pinsel',
  brushes: {
    wall: { label: 'Wand', help: 'Niemand kommt hinein: Wer dagegen läuft, bleibt stehen.' },
    floor: { label: 'Boden', help: 'Zahlt die Belohnung eines Schritts.' },
    start: {
      label: 'Start',
      help: 'Hier beginnen Episoden; von mehreren Starts ist jeder gleich wahrscheinlich.',
    },
    goal: { label: 'Ziel', help: 'Zahlt die Belohnung des Ziels und beendet die Episode.' },
    pit: { label: 'Grube', help: 'Zahlt die Belohnung einer Grube und beendet die Episode.' },
    cliff: {
      label: 'Klippe',
      help: 'Zahlt die Belohnung einer Klippe und setzt den Agenten auf einen Start.',
    },
  },
  cell: (row, column, kind) => `Zeile ${row}, Spalte ${column}: ${kind}.`,

  verdict: 'Die Zeichnung',
  inUse: (rows, columns) =>
    `Eine Welt mit ${rows} Zeilen und ${columns} Spalten, jetzt in Gebrauch.`,
  lastGood: 'Bis dahin bleibt auf der Seite die letzte brauchbare Welt.',
  places: (cells, more) => {
    const named = cells.map(({ row, column }) => `Zeile ${row}, Spalte ${column}`).join('; ');
    return more > 0 ? `${named}; und ${more} weitere` : named;
  },
  walledIn: (starts, places) =>
    starts === 1
      ? `Der Start in ${places} ist eingemauert: Kein Zug führt hinaus.`
      : `Die ${starts} Starts in ${places} sind eingemauert: Kein Zug führt hinaus.`,
  noGoal: 'Von keinem Start aus ist ein Ziel erreichbar: Überall sind Wände oder Gruben im Weg.',
  cutOff: (starts, places) =>
    starts === 1
      ? `Vom Start in ${places} führt kein Weg zu einem Ziel: Überall sind Wände oder Gruben im Weg.`
      : `Von den ${starts} Starts in ${places} führt kein Weg zu einem Ziel: Überall sind Wände oder Gruben im Weg.`,
  outOfReach: (goals, places) =>
    goals === 1
      ? `Das Ziel in ${places} ist unerreichbar: Überall sind Wände oder Gruben im Weg.`
      : `Die ${goals} Ziele in ${places} sind unerreichbar: Überall sind Wände oder Gruben im Weg.`,

  size: 'Größe',
  rows: 'Zeilen',
  columns: 'Spalten',
  sizeHint: (smallest, largest) =>
    `Zeilen × Spalten, ${smallest} bis ${largest}; eingetippte Größen wachsen und schrumpfen unten und rechts.`,
  remove: {
    top: 'Oben eine Zeile entfernen',
    right: 'Rechts eine Spalte entfernen',
    bottom: 'Unten eine Zeile entfernen',
    left: 'Links eine Spalte entfernen',
  },
  add: {
    top: 'Oben eine Zeile hinzufügen',
    right: 'Rechts eine Spalte hinzufügen',
    bottom: 'Unten eine Zeile hinzufügen',
    left: 'Links eine Spalte hinzufügen',
  },
  mirror: 'Seitlich spiegeln',
  flip: 'Längs spiegeln',
  turn: 'Rechts drehen',
  blank: 'Leere Karte',

  steps: {
    painted: (kind) => `${kind} gemalt`,
    removed: {
      top: 'Zeile oben entfernt',
      right: 'Spalte rechts entfernt',
      bottom: 'Zeile unten entfernt',
      left: 'Spalte links entfernt',
    },
    added: {
      top: 'Zeile oben hinzugefügt',
      right: 'Spalte rechts hinzugefügt',
      bottom: 'Zeile unten hinzugefügt',
      left: 'Spalte links hinzugefügt',
    },
    resized: 'Größe geändert',
    mirror: 'Links und rechts vertauscht',
    flip: 'Oben und unten vertauscht',
    turn: 'Im Uhrzeigersinn gedreht',
    blank: 'Leere Karte',
    fromText: 'Karte aus Text',
    ownMap: 'Zurück zur Karte dieser Welt',
    other: 'Andere Welt',
  },
  done: (step, rows, columns) => `${step}: ${rows} Zeilen, ${columns} Spalten.`,
  givenUp: 'Strich verworfen.',
  markedPainted: (kind) => `Markierte Zellen gemalt: ${kind}.`,
  marked: (rows, columns) => `Markiert: ${rows} mal ${columns} Zellen.`,
  nothingMarked: 'Nichts markiert.',
  changedElsewhere: 'Die Welt wurde gewechselt. Rückgängig machen bringt die Zeichnung zurück.',

  asText: 'Als Text',
  mapAsText: 'Die Karte als Text',
  text: 'Der Text',
  isMap: 'Dieser Text ist eine Karte und kann übernommen werden.',
  faults: (count) => (count === 1 ? 'Ein Fehler:' : `${count} Fehler:`),
  moreFaults: (count) => `Und ${count} weitere dieser Art.`,
  allTheSame: 'Er kann trotzdem übernommen und auf der Karte verbessert werden.',
  apply: 'Text übernehmen',
  discard: 'Text verwerfen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  selectAndCopy: 'Markieren und kopieren',
  save: 'Als .txt speichern',
  open: '.txt öffnen',
  openLabel: 'Eine Karte aus einer Textdatei öffnen',
  textHint:
    '# Wand, . Boden, S Start, G Ziel, P Grube, C Klippe; pro Zeile eine Textzeile. Auch Karten von Gymnasium (F, H) und D4RL, Listen von Python und Matrizen aus 0 und 1 werden gelesen. Eine Karte einfügen oder eine Datei ablegen: Bis zum Übernehmen ändert sich nichts.',
  textTooLong: (characters) =>
    `Der Text ist ${formatCount(characters)} Zeichen lang; eine Karte hat höchstens 40 Zeilen zu 40 Zellen.`,
  fileTooLarge: (name, bytes) =>
    `„${name}“ hat ${formatCount(bytes)} Bytes; eine Karte hat höchstens ein paar tausend. Gelesen wurde nichts.`,
  fileUnread: (name) => `„${name}“ ließ sich nicht lesen. Ist die Datei noch da?`,
};
