import type { data as english } from '../data';
import {
  formatCount,
  formatPercent,
  formatPlain,
  formatShare,
  formatValue,
  plural,
} from '../format';

const rows = (count: number) =>
  `${formatCount(count)} ${plural(count, { one: 'Zeile', other: 'Zeilen' })}`;

const inEpisodes = (count: number) =>
  `in ${formatCount(count)} ${plural(count, { one: 'Episode', other: 'Episoden' })}`;

export const data: ReturnType<typeof english> = {
  tools: 'Werkzeuge der Daten',
  collecting: 'Daten werden gesammelt …',
  keys: 'Ziehen markiert Zellen. Pfeiltasten bewegen, mit Umschalttaste markieren sie, die Löschtaste löscht.',
  sides: 'Was mit den Daten geschehen soll',
  surgery: 'Eingriffe',
  episodes: 'Episoden',

  map: (rowCount, columns) =>
    `Die Daten auf einer Karte mit ${rowCount} Zeilen und ${columns} Spalten. Pfeiltasten führen von Zelle zu Zelle und markieren mit der Umschalttaste, die Eingabetaste beginnt und beendet das Markieren, die Löschtaste löscht die Daten des Markierten.`,
  wall: (row, column) => `Zeile ${row}, Spalte ${column}: Wand.`,
  endsHere: (row, column) => `Zeile ${row}, Spalte ${column}: Hier enden Episoden.`,
  cell: (row, column, actions) =>
    `Zeile ${row}, Spalte ${column}: ${actions.map(({ action, seen }) => `${action} ${seen}`).join('; ')}.`,
  region: ({ top, bottom, left, right }) => {
    const down = top === bottom ? `Zeile ${top}` : `Zeilen ${top}–${bottom}`;
    const across = left === right ? `Spalte ${left}` : `Spalten ${left}–${right}`;
    return `${down}, ${across}`;
  },
  marked: (region) => `Markiert: ${region}.`,
  anchored:
    'Markiert: diese Zelle. Pfeiltasten markieren weitere, die Eingabetaste beendet das Markieren.',
  markingEnded: 'Markieren beendet.',
  nothingMarked: 'Nichts markiert.',

  colour: 'Farbe',
  colourOfCells: 'Farbe der Zellen',
  arrows: 'Pfeile',
  arrowsOnCells: 'Pfeile auf den Zellen',
  arrowsOf: { none: 'Keine', behavior: 'Verhalten', data: 'Daten' },
  legend: '{layer} einmal {scale} {most}-mal; leer: nie',

  worth: 'Was die Daten wert sind',
  measure: 'Kennzahl',
  before: 'vorher',
  now: 'jetzt',
  change: 'Änderung',
  rows: 'Zeilen',
  rowsHelp: 'Übergänge im Datensatz.',
  episodeCount: 'Episoden',
  episodesHelp:
    'Wo mitten aus einer Episode Zeilen gelöscht werden, ist das Folgende eine eigene Episode.',
  pairs: (pairs) => `Paare (s, a) von ${formatCount(pairs)}`,
  pairsHelp:
    'Zustand-Aktion-Paare, die in den Daten mindestens einmal vorkommen, von allen erreichbaren.',
  behavior: 'Ertrag des Verhaltens',
  behaviorHelp:
    'Exakter Ertrag dessen, der die Daten gesammelt hat. Eingriffe ändern die Daten, nicht den Sammler.',
  imitation: 'Ertrag der Nachahmung',
  imitationHelp:
    'Exakter Ertrag der Strategie N(s, a)/N(s), gegen die Behavioural Cloning konvergiert.',
  inSupport: 'Bestes der Daten',
  inSupportHelp:
    'Exakter Ertrag der besten Strategie, die nur in den Daten gesehene Aktionen wählt: das Optimum innerhalb des Supports.',

  markedTitle: 'Auf der Karte markiert',
  markSome:
    'Und wenn dieser Gang nie betreten worden wäre? Über einige Zellen der Karte ziehen, dann ihre Daten löschen. Eine einzelne Zelle zeigt ihre Zahlen.',
  markedRows: (count) => (count === 1 ? '{region}: {rows} Zeile' : '{region}: {rows} Zeilen'),
  action: 'Aktion',
  share: 'Anteil',
  empirical: 'π_β, empirisch',
  eraseColumn: 'Löschen',
  erase: 'löschen',
  eraseAction: (action) => `Aktion „${action}“ hier löschen`,
  eraseAll: 'Alle Daten hier löschen',

  edits: 'Eingriffe',
  noEdits:
    'Noch keine: Die Daten sind wie aufgezeichnet. Eingriffe bleiben im Link, und jeder lässt sich ausschalten.',
  removeAll: 'Alle Eingriffe entfernen',
  edit: (place) => `Eingriff ${place}`,
  editSaid: (place, edit) => `Eingriff ${place}: ${edit}`,
  editOn: (place) => `Eingriff ${place} ist an`,
  editWhat: (place) => `Eingriff ${place}: was gelöscht wird`,
  editMoveUp: (place) => `Eingriff ${place} nach oben`,
  editMoveDown: (place) => `Eingriff ${place} nach unten`,
  editRemove: (place) => `Eingriff ${place} entfernen`,
  editPut: (place) => `Eingriff ${place}: auf das Markierte anwenden`,
  putHere: 'Auf das Markierte anwenden',
  editNumbers: {
    value: (place) => `Eingriff ${place}: kleinster Ertrag`,
    percent: (place) => `Eingriff ${place}: Prozent`,
    deviation: (place) => `Eingriff ${place}: Standardabweichung`,
    seed: (place) => `Eingriff ${place}: Seed`,
  },
  sentences: {
    erase: '{what} in {region} löschen',
    below: 'Episoden unter {value} löschen',
    top: 'Die besten {percent}\u00a0% der Episoden behalten',
    noise: 'Rauschen σ {deviation} auf Belohnungen, Seed {seed}',
  },
  everything: 'alles',
  saidErase: (what, region) => `${what === null ? 'Alles' : `„${what}“`} in ${region} löschen`,
  saidBelow: (value) => `Episoden unter ${formatPlain(value)} löschen`,
  saidTop: (percent) => `Die besten ${formatPercent(percent)} der Episoden behalten`,
  saidNoise: (deviation, seed) =>
    `Rauschen von ${formatPlain(deviation)} auf Belohnungen, Seed ${seed}`,
  effects: {
    pending: '…',
    off: 'ausgeschaltet',
    removesNothing: 'löscht nichts',
    changesNothing: 'ändert nichts',
    removed: (count, episodes) => `−${rows(count)} ${inEpisodes(episodes)}`,
    changed: (count, episodes) =>
      `${formatCount(count)} ${plural(count, { one: 'Belohnung', other: 'Belohnungen' })} geändert ${inEpisodes(episodes)}`,
  },
  steps: {
    added: (edit) => `Hinzugefügt: ${edit}`,
    removed: (edit) => `Entfernt: ${edit}`,
    on: (edit) => `Eingeschaltet: ${edit}`,
    off: (edit) => `Ausgeschaltet: ${edit}`,
    altered: (edit) => `Geändert: ${edit}`,
    moved: (edit, place) => `An Stelle ${place} verschoben: ${edit}`,
    cleared: 'Alle Eingriffe entfernt',
    other: 'Andere Liste',
  },
  listChanged: 'Die Liste wurde geändert.',

  eraseBelow: 'Episoden unter einem Ertrag löschen',
  leastReturn: 'Kleinster Ertrag',
  leastKept: 'Kleinster Ertrag, der bleibt',
  below: (below, all) => `${formatCount(below)} von ${formatCount(all)} liegen darunter`,
  eraseThose: 'Darunter löschen',
  keepBest: 'Die besten Episoden behalten',
  perCent: 'Prozent der Episoden',
  byReturn: '% nach Ertrag',
  keepBestOf: (percent) => `Beste ${formatPercent(percent)} behalten`,
  percentBc:
    'Die besten 10\u00a0% der Episoden nachzuahmen heißt %BC, eine schwer zu schlagende Vergleichsgröße.',
  noise: 'Rauschen auf Belohnungen',
  deviation: 'Standardabweichung des Rauschens',
  seed: 'Seed',
  seedOfNoise: 'Seed des Rauschens',
  addNoise: 'Rauschen hinzufügen',

  returns: 'Erträge der Episoden',
  histogram: (episodes, low, high, mean) =>
    `Histogramm der Erträge von ${formatCount(episodes)} Episoden, von ${formatValue(low)} bis ${formatValue(high)}, Mittel ${formatValue(mean)}.`,
  bin: (from, to) => `${formatValue(from)} bis ${formatValue(to)}: {count}`,
  mean: (mean) => `Mittel der Episoden ${formatValue(mean, 3)}`,
  exactly: (behavior) => `Verhalten, exakt ${formatValue(behavior, 3)}`,

  through: (region, through) => `Durch ${region}: ${through}.`,
  part: (part, whole) =>
    `${formatCount(part)} von ${formatCount(whole)} (${formatShare(whole > 0 ? part / whole : 0)})`,
  inAll: (episodes) =>
    `Insgesamt ${formatCount(episodes)}. Markierte Zellen der Karte beschränken die Liste auf Episoden durch sie.`,
  pageOf: (page, pages) => `Seite ${formatCount(page)} von ${formatCount(pages)}`,
  episodesPage: (page, pages) => `Episoden, Seite ${formatCount(page)} von ${formatCount(pages)}`,
  pageBefore: 'Vorige Seite',
  pageAfter: 'Nächste Seite',
  columns: { number: 'Episode', return: 'Ertrag', length: 'Schritte', end: 'Ende' },
  ends: { goal: 'Ziel', pit: 'Grube', cut: 'abgeschnitten' },
  showEpisode: (episode) => `Episode ${episode} zeigen`,
  episode: (episode) => `Episode ${episode}`,
  rowsOf: (from, to, all) =>
    `Zeilen ${formatCount(from)} bis ${formatCount(to)} von ${formatCount(all)}; Zellen nach Zeile und Spalte`,
  step: 'Schritt',
  end: 'Ende',
  terminal: 'terminal',
  cut: 'abgeschn.',
  goToStep: (step) => `Zu Schritt ${step}`,
};
