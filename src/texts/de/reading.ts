import { formatCount, formatPlain } from '../format';
import type { reading as english } from '../reading';

const rows = (count: number) => (count === 1 ? 'Eine Zeile' : `${formatCount(count)} Zeilen`);

const REWARDS = { step: 'Schritt', goal: 'Ziel', pit: 'Grube', cliff: 'Klippe' };

/** «dort 0,9, hier 0,95» */
const apart = (theirs: number, ours: number) =>
  `dort ${formatPlain(theirs)}, hier ${formatPlain(ours)}`;

export const reading: ReturnType<typeof english> = {
  place: (row, line) =>
    line === null
      ? `Zeile ${formatCount(row)} der Daten`
      : `Zeile ${formatCount(row)} der Daten (Zeile ${formatCount(line)} der Datei)`,
  cell: (row, column) => `(row ${row}, col ${column})`,
  cells: (named, more) =>
    named.join(' oder ') +
    (more > 0 ? ` oder ${more === 1 ? 'eine weitere Zelle' : `${more} weitere Zellen`}` : ''),
  value: (place, field, value, says) =>
    `${place}, ${field}: ${value === null ? '' : `${value} `}${says}`,
  values: {
    missing: 'hier steht nichts.',
    notFinite: 'ist keine endliche Zahl.',
    notNumber: 'ist keine Zahl.',
    neverTaken:
      'ist keine Wahrscheinlichkeit über 0, und eine Aktion mit Wahrscheinlichkeit 0 wird nie ausgeführt; sie gilt als unbekannt.',
    notProbability: 'ist keine Wahrscheinlichkeit von 0 bis 1; sie gilt als unbekannt.',
    notAction: (actions) => `ist keine der vier: ${actions.join(', ')} oder 0 bis 3.`,
    notFlag: 'ist weder 0 noch 1; das gilt als nicht gesagt.',
    otherCell: (cell, said) => `liegt in dieser Welt bei ${cell}, die Zeile aber sagt ${said}.`,
    notState: (first, last) =>
      `ist kein Zustand dieser Welt; ihre Zustände gehen von ${first} bis ${formatCount(last)}.`,
    notRow: (first, last) => `ist keine Zeile dieser Karte; sie gehen von ${first} bis ${last}.`,
    notColumn: (first, last) =>
      `ist keine Spalte dieser Karte; sie gehen von ${first} bis ${last}.`,
    wall: (column) => `und col ${column} bezeichnen eine Zelle in einer Wand.`,
    indexInWall: 'ist eine Zelle in einer Wand.',
    ended: (cell) => `ist ${cell}, wo Episoden enden; dort wird keine Aktion ausgeführt.`,
    otherReward: (rewards) =>
      `ist nicht, was die Welt hier zahlt: ${rewards.map(formatPlain).join(' oder ')}.`,
    lostReward: (rewards) =>
      `ist für die letzte Zeile einer Episode nicht bekannt, wo diese Welt ${rewards.map(formatPlain).join(' oder ')} zahlt.`,
    mixed:
      'sagt nicht, wohin die Zeile führte: Zeilen mehrerer Episoden stehen durcheinander, und keine Spalte hält sie auseinander. Spalten episode und step oder eine Spalte nextState täten es.',
    impossible: (named, next, action, from, leads) =>
      `${named ? 'ist' : 'wird gefolgt von'} ${next}, aber ${action} führt von ${from} nach ${leads}.`,
    endsThere: (cell) =>
      `sagt, dass die Episode weitergeht, sie endet aber bei Ankunft in ${cell}.`,
    noEndThere: (cell) =>
      `sagt, dass die Episode endet, in dieser Welt endet aber keine bei ${cell}.`,
    actionEndsNone: (action) =>
      `sagt, dass die Episode endet, aber ${action} beendet von hier aus keine.`,
    actionEnds: (action) =>
      `sagt, dass die Episode weitergeht, aber ${action} beendet sie von hier aus.`,
    whereTo: (action, leads) =>
      `sagt nicht, wohin ${action} am Ende der Episode führte: ${leads}. Eine Spalte nextState täte es.`,
  },
  rows: {
    unclosed: (place) =>
      `${place} öffnet ein Anführungszeichen, das nie geschlossen wird; nichts danach ist lesbar.`,
    ragged: (place, cells, expected) =>
      `${place} hat ${cells === 1 ? 'eine Zelle' : `${cells} Zellen`}, wo die Kopfzeile ${expected} Spalten nennt.`,
    notObject: (place) => `${place} ist kein Objekt mit Spalten.`,
    chain: (place) =>
      `${place} beginnt in einem anderen Zustand, als die Zeile davor erreicht hat; die Episode wird hier geteilt.`,
    step: (place) =>
      `${place} hat nicht den Schritt nach dem der Zeile davor; die Episode wird hier geteilt.`,
    continues: (place) =>
      `${place} setzt eine Episode fort, die die Zeile davor beendet hat; sie wird hier geteilt.`,
    both: (place) => `${place} ist als terminal und als truncated bezeichnet; es gilt terminal.`,
    open: (place) =>
      `${place} beendet ihre Episode ohne Kennzeichen; sie gilt als abgeschnitten (truncated).`,
  },

  noRows: 'Die Datei hat keine Zeilen mit Daten.',
  noneFits: (read, present) =>
    `${rows(read)} gelesen; keine passt ${present ? 'in diese Welt' : 'in die Welt der Datei'}.`,
  summary: (read, good, offered, present) => {
    const left = read - good;
    const all = read === 1 ? 'sie passt' : 'alle passen';
    const fits = left === 0 ? all : good === 1 ? 'eine passt' : `${formatCount(good)} passen`;
    const faulty =
      left === 0
        ? ''
        : `, ${left === 1 ? 'eine hat einen Fehler' : `${formatCount(left)} haben Fehler`}`;
    const kept = offered < good ? `, die ersten ${formatCount(offered)} stehen zur Wahl` : '';
    return `${rows(read)} gelesen: ${fits} ${present ? 'in diese Welt' : 'in die Welt der Datei'}${faulty}${kept}.`;
  },
  derivedNext:
    'Der nächste Zustand steht nicht in der Datei: Es ist der der nächsten Zeile der Episode und an ihrem Ende der einzige, den diese Welt zulässt.',
  derivedTerminal: 'Welche Zeilen terminal sind, steht nicht in der Datei: Diese Welt sagt es.',
  derivedTruncated:
    'Welche Zeilen abgeschnitten sind, steht nicht in der Datei: die, mit denen eine Episode endet und die nicht terminal sind.',
  derivedEpisodes: {
    steps:
      'Die Episoden sind in der Datei nicht nummeriert: Eine beginnt, wo ein Schritt nicht auf den der Zeile davor folgt.',
    ends: 'Die Episoden sind in der Datei nicht nummeriert: Eine beginnt nach jeder Zeile, die eine beendet.',
    states:
      'Die Episoden sind in der Datei nicht nummeriert: Eine beginnt nach jeder terminalen Zeile, wo eine Zeile in einem anderen Zustand anfängt, als die davor erreicht hat, und am Horizont.',
  },
  derivedSteps: 'Schritte stehen nicht in der Datei: Sie werden in jeder Episode von 0 an gezählt.',
  stepsNotCounted:
    'Was die Datei als Schritte hat, ordnet ihre Zeilen, zählt sie aber nicht: Schritte sind in jeder Episode ab 0 gezählt.',
  behavior: {
    none: 'π_β(a|s) steht nicht in der Datei: Es ist der Anteil der Aktion an den Zeilen ihres Zustands, N(s,a)/N(s).',
    most: 'π_β(a|s) fehlt in einigen Zeilen: Dort ist es das der anderen Zeilen desselben Zustands und derselben Aktion.',
    some: 'π_β(a|s) fehlt für einige Paare aus Zustand und Aktion; darum wird nicht verwendet, was die Datei angibt: Es ist der Anteil der Aktion an den Zeilen ihres Zustands, N(s,a)/N(s).',
  },
  sorted: 'Die Zeilen wurden nach Episode und Schritt geordnet.',
  orderUnknown:
    'Die Zeilen stehen in keiner Ordnung, in der sie aufeinander folgen: Jede ist eine Episode für sich.',
  closing: (count) =>
    count === 1
      ? 'Eine Zeile hält nur den Zustand fest, in dem eine Episode schloss: Sie ist kein Übergang.'
      : `${formatCount(count)} Zeilen halten nur den Zustand fest, in dem eine Episode schloss: Sie sind keine Übergänge.`,
  byPlace: (list) => `Die Arrays haben keine Namen; sie sind nach ihrer Stelle genommen: ${list}.`,
  onlySo: (most, good, offered) =>
    `Ein Datensatz hat höchstens ${formatCount(most)} Zeilen: Von ${formatCount(good)}, die passen, stehen die ersten ${formatCount(offered)} zur Wahl.`,
  split: (episodes) =>
    `${episodes === 1 ? 'Eine Episode wurde' : `${formatCount(episodes)} Episoden wurden`} geteilt, wo Zeilen wegbleiben: Was davor liegt, gilt als abgeschnitten.`,
  numberedAnew: 'Die Episoden sind neu nummeriert, von 0 an.',
  otherDigest: (stated, hash) =>
    `Die Datei sagt, ihre Zeilen hätten den Hash ${stated}; die hier haben ${hash}, es sind also nicht die Zeilen, die exportiert wurden.`,
  onlyFirst: (count) =>
    `Nur die ersten ${formatCount(count)} Zeilen wurden gelesen; die Datei hat mehr.`,
  otherSize: (said, count) =>
    `Die Datei sagt, sie habe ${formatPlain(said)} Zeilen, ihre Spalten haben aber ${formatCount(count)}.`,
  name: (name) => `„${name}“`,
  aside: (count, names, more) => {
    const list = `${names}${more > 0 ? ` und ${more} weitere` : ''}`;
    return count === 1
      ? `Die Spalte ${list} wird nicht verwendet.`
      : `Diese Spalten werden nicht verwendet: ${list}.`;
  },

  worlds: {
    unread: (why) => `Die Datei nennt eine Welt, die nicht lesbar ist: ${why}`,
    notObject: 'Sie ist kein Objekt.',
    notMap: (most) => `Ihre Karte besteht nicht aus höchstens ${most} Zeilen zu ${most} Zellen.`,
    slip: (theirs, ours) => `Das Rutschen ist ${apart(theirs, ours)}.`,
    reward: (kind, theirs, ours) => `Die Belohnung „${REWARDS[kind]}“ ist ${apart(theirs, ours)}.`,
    gamma: (theirs, ours) => `Der Diskontfaktor γ ist ${apart(theirs, ours)}.`,
    horizon: (theirs, ours) => `Der Horizont ist ${apart(theirs, ours)}.`,
    size: (theirs, ours) => `Die Karte hat dort ${theirs} Zellen, hier ${ours}.`,
    cells: (count) =>
      `Die Karten unterscheiden sich in ${count === 1 ? 'einer Zelle' : `${formatCount(count)} Zellen`}.`,
  },

  readings: {
    directions: { u: 'oben', r: 'rechts', d: 'unten', l: 'links' },
    own: 'so, wie Offgrid sie schreibt',
    actions: (order, whose, from) =>
      `die Aktionen ${from} bis ${from + 3} sind ${order}${whose === 'gymnasium' ? ' (FrozenLake von Gymnasium)' : ''}`,
    wallsCounted: 'die Nummern der Zustände zählen die Wände mit (Zeile · Spalten + Spalte)',
    statesFromOne: 'die Zustände zählen ab 1',
    downColumns: 'die Zustände sind spaltenweise nummeriert',
    columnFirst: 'Zellen nennen zuerst ihre Spalte (x, y)',
    xIsColumn: 'x ist die Spalte einer Zelle und y ihre Zeile.',
    rowFirst: 'Zellen nennen zuerst ihre Zeile',
    cellsFromOne: 'Zeilen und Spalten zählen ab 1',
    upward: 'die Zeilen zählen von unten',
    rewardsLeft:
      'die Belohnung steht eine Zeile zu spät, beim verlassenen Zustand: Jede ist um eine Zeile zurückgerückt; wo die einer letzten Zeile in der Datei fehlt, ist es die der Welt',
    ends: {
      any: 'das Kennzeichen „terminal“ schließt Zeitlimits ein',
      late: 'Kennzeichen eines Endes stehen in der ersten Zeile der nächsten Episode',
      none: 'das Kennzeichen „terminal“ ist nie gesetzt: Diese Welt sagt, wo Episoden enden',
    },
    nextAtReset:
      'der Folgezustand einer letzten Zeile ist der, in dem die nächste Episode beginnt: Er bleibt beiseite und folgt aus der Welt',
    chosen: (name) => `Gelesen wie gewählt: ${name}.`,
    readAsOurs: (fits, all) =>
      `Die Zahlen sind so gelesen, wie Offgrid sie schreibt (Aktionen oben, rechts, unten, links; Zustände ab 0, ohne Wände; die Belohnung der betretenen Zelle): ${formatCount(fits)} von ${formatCount(all)} Zeilen passen.`,
    readSo: (what, fits, all, before, gain) =>
      `Erkannt: ${what}. So gelesen passen ${formatCount(fits)} von ${formatCount(all)} Zeilen, gegenüber ${formatCount(before)} in der Zählung von Offgrid, und die Zeilen sind e^${formatCount(Math.round(gain))}-mal so wahrscheinlich.`,
    readLimits: (count) =>
      `Erkannt: das Kennzeichen „terminal“ schließt Zeitlimits ein. ${count === 1 ? 'Eine Zeile, die es' : `${formatCount(count)} Zeilen, die es`} markiert, wo diese Welt keine Episode beendet, ${count === 1 ? 'gilt' : 'gelten'} als abgeschnitten.`,
    readEnds: (what) => `Erkannt: ${what}.`,
    question: (taken) =>
      `Die Zeilen entscheiden nicht, wie sie gemeint sind. Angenommen: ${taken}.`,
    couldAlsoBe: (others) => `Möglich wäre auch: ${others.join(' – oder: ')}.`,
  },
};
