import type { files as english } from '../files';
import { formatCount, plural } from '../format';

const rows = (count: number) =>
  `${formatCount(count)} ${plural(count, { one: 'Zeile', other: 'Zeilen' })}`;

export const files: ReturnType<typeof english> = {
  tools: 'Dateien',
  drop: 'Datensatz hier ablegen: CSV, JSON, .npz oder HDF5',
  rows,
  cells: (down, across) => `${down} × ${across} Zellen`,
  buttons: { cancel: 'Abbrechen', file: 'Datei eines Datensatzes' },

  inUse: 'Die verwendeten Daten',
  collected: 'Vom Verhalten gesammelt.',
  given: (label, origin) => `${label}, ${origin}.`,
  backToCollected: 'Zurück zu gesammelten Daten',
  preview: (label) => `Vorschau: ${label}`,
  notYet: 'Noch nicht in Gebrauch.',
  dataset: 'Der Datensatz',
  numbers: {
    rows: 'Zeilen',
    episodes: 'Episoden',
    pairs: 'gesehene Paare',
    pairsOf: (seen, all) => `${formatCount(seen)} von ${formatCount(all)}`,
    inSupport: 'Bestes der Daten',
    optimal: 'Bestmögliches',
  },

  importTitle: 'Datensatz importieren',
  open: 'Datei öffnen …',
  orDrop: 'oder hier irgendwo ablegen',
  formats:
    'CSV, JSON, .npz oder HDF5 (D4RL, Minari) mit einer Spalte pro Feld: Zustand, Aktion und Belohnung und, wo die Datei sie hat, Folgezustand, Enden, Episode und Schritt. Offgrid nummeriert die offenen Zellen ab 0 und die Aktionen oben, rechts, unten, links; andere Konventionen werden erkannt. Jede Zeile wird an der Welt geprüft, bevor etwas verwendet wird.',
  reading: (name) => `${name} wird gelesen`,
  cancelledReading: 'Das Lesen wurde abgebrochen. Nichts wurde geändert.',
  discarded: 'Verworfen. Nichts wurde geändert.',
  nowData: (count, label) =>
    count === 1
      ? `1 Zeile aus ${label} ist jetzt der Datensatz.`
      : `${formatCount(count)} Zeilen aus ${label} sind jetzt der Datensatz.`,
  isThere: (label) => `Der Datensatz ${label} ist da.`,
  unread: 'Die Datei wurde nicht gelesen.',
  brokenOff: (reason) =>
    `Die Arbeit an der Datei brach ab (${reason}). Noch einmal oder mit einer kleineren Datei versuchen.`,
  noWorker: 'ihr Worker ließ sich nicht starten',
  noMessage: 'eine Nachricht war nicht lesbar',

  otherWorld: 'Die Welt der Datei',
  statesOther: 'Die Datei nennt eine andere Welt.',
  worldTaken:
    'Die Datei gibt eine andere Welt an, in die mehr ihrer Zeilen passen; sie wird verwendet.',
  takeOther: (count) => `Ihre Welt und ${rows(count)} verwenden`,
  hereWorld: 'Die jetzige Welt',
  inPresent: 'In der jetzigen Welt.',
  stale: 'Die Welt hat sich geändert, seit die Datei gelesen wurde.',
  checkAgain: 'Noch einmal prüfen',
  takeHere: (count) => (count === 1 ? 'Diese Zeile verwenden' : `Diese ${rows(count)} verwenden`),
  show: 'Zeigen',
  keepRewards: 'Zeilen mit anderen Belohnungen behalten',
  keepRewardsHelp: 'Für Belohnungen mit Rauschen oder nach anderen Regeln.',
  notWanted: (wanted, found) =>
    found === null
      ? `Das ist nicht der verlangte Datensatz ${wanted}. Verwenden lässt er sich trotzdem.`
      : `Das ist nicht der verlangte Datensatz ${wanted}: Der Hash seiner Zeilen ist ${found}. Verwenden lässt er sich trotzdem.`,
  editsApply: 'Die eingestellten Eingriffe gelten auch für diese Zeilen.',
  discard: 'Verwerfen',
  untilYouSay: 'Ersetzt wird nichts, bevor es bestätigt ist.',
  moreFindings: (count) => `Und ${rows(count)} mehr dieser Art.`,
  faults: {
    file: 'die Datei ist nicht lesbar',
    cells: 'nicht so viele Werte wie Spalten',
    missing: 'ein Wert fehlt',
    number: 'keine Zahl',
    finite: 'NaN oder unendlich',
    state: 'kein Zustand dieser Welt',
    wall: 'eine Zelle in einer Wand',
    coordinates: 'Index und Zelle widersprechen sich',
    ended: 'eine Aktion in einem Zustand, der Episoden beendet',
    action: 'keine der vier Aktionen',
    transition: 'die Welt führt nie dorthin',
    reward: 'die Welt zahlt eine andere Belohnung',
    successor: 'wohin die Zeile führte, ist nicht zu erkennen',
    order: 'Zeilen mehrerer Episoden stehen durcheinander',
    terminal: 'das Ende der Episode widerspricht der Welt',
  },
  warnings: {
    chain: 'die nächste Zeile beginnt anderswo; die Episode wird geteilt',
    step: 'die Schritte folgen nicht aufeinander; die Episode wird geteilt',
    continues: 'die Episode geht nach ihrem Ende weiter; sie wird geteilt',
    open: 'die Episode endet ohne Kennzeichen; sie gilt als abgeschnitten',
    both: 'zugleich terminal und abgeschnitten; terminal gilt',
    otherReward: 'die Welt zahlt eine andere Belohnung; auf Wunsch behalten',
    flag: 'ein Kennzeichen, das weder 0 noch 1 ist; es gilt als nicht gesagt',
    probability: 'keine Wahrscheinlichkeit in (0, 1]; sie gilt als unbekannt',
  },

  conventions: {
    question: 'Was die Zeilen nicht entscheiden',
    readSo: (name) => `So lesen: ${name}`,
    otherwise: 'Anders lesen …',
    findOut: 'Die Konventionen neu herausfinden',
    actions: 'Die Aktionen der Reihe nach',
    actionsFrom: 'Aktionen zählen',
    from0: 'ab 0',
    from1: 'ab 1',
    walls: 'Wände in den Nummern der Zustände',
    skipped: 'sind übersprungen',
    counted: 'sind mitgezählt',
    statesFrom: 'Zustände zählen',
    along: 'Zustände sind nummeriert',
    rows: 'zeilenweise',
    columns: 'spaltenweise',
    cells: 'Zellen nennen zuerst',
    rowColumn: 'ihre Zeile',
    columnRow: 'ihre Spalte (x, y)',
    cellsFrom: 'Zeilen und Spalten zählen',
    upward: 'Zeilen zählen',
    fromTop: 'von oben',
    fromBottom: 'von unten',
    rewards: 'Die Belohnung einer Zeile ist',
    entered: 'die ihres eigenen Schritts',
    left: 'die des Schritts davor',
    ends: 'Das Kennzeichen eines Endes sagt',
    arrival: 'dass der erreichte Zustand sie beendet',
    any: 'dass sie endete, Zeitlimits eingeschlossen',
    late: 'dass sie mit der Zeile davor endete',
    none: 'nichts',
    nextAtEnd: 'Der Folgezustand einer letzten Zeile ist',
    whereItLed: 'der, zu dem sie führte',
    whereNextBegins: 'der, in dem die nächste Episode beginnt',
  },

  shelf: 'In diesem Browser aufbewahrt',
  emptyShelf:
    'Noch nichts. Importierte und gespielte Datensätze werden hier aufbewahrt, damit ein Neuladen oder ein Link sie findet; ein Link trägt nur ihren Hash.',
  kept: {
    imported: (count, cells) => `${rows(count)}, importiert, Karte von ${cells}`,
    played: (count, cells) => `${rows(count)}, selbst gespielt, Karte von ${cells}`,
  },
  used: 'in Gebrauch',
  use: 'Verwenden',
  takeOf: (label) => `${label} verwenden`,
  takeWithMap: 'Mit Karte verwenden',
  takeWithMapOf: (label) => `${label} mit Karte verwenden`,
  remove: 'Entfernen',
  removeOf: (label) => `${label} entfernen`,
  really: 'Wirklich entfernen',
  reallyOf: (label) => `${label} wirklich entfernen`,

  exportTitle: 'Daten mitnehmen',
  exportRows: (count) =>
    count === 1
      ? 'Die Zeile, auf der die Lernverfahren trainieren, Eingriffe inbegriffen.'
      : `Die ${rows(count)}, auf denen die Lernverfahren trainieren, Eingriffe inbegriffen.`,
  making: 'Die Daten werden erzeugt …',
  download: 'Herunterladen',
  downloadAs: (format) => `Als ${format} herunterladen`,
  writing: 'Datei wird geschrieben',
  savedAs: (name) => `Gespeichert als ${name}.`,
  saved: (name) => `${name} gespeichert.`,
  cancelledExport: 'Der Export wurde abgebrochen.',
};
