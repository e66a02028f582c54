import type { dataNotes as english } from '../dataNotes';
import { formatCount, formatPlain } from '../format';

export const dataNotes: ReturnType<typeof english> = {
  noGoal: 'Die Karte hat kein Ziel, also kann keine Strategie eines erreichen.',
  goalOutOfReach:
    'Kein Ziel ist von einem Start aus erreichbar: Überall stehen Wände oder Gruben im Weg.',
  goalUnseen:
    'Keine Episode der Daten erreicht ein Ziel: Was hinter dem letzten Schritt dorthin liegt, kann kein Lernverfahren wissen.',
  noReward:
    'Keine Zeile der Daten trägt eine Belohnung: Daraus lässt sich nichts lernen außer Nachahmung.',
  oneReward: (reward) =>
    `Jede Zeile der Daten gibt dieselbe Belohnung (${formatPlain(reward)}), und keine beendet eine Episode: Daraus lässt sich nichts lernen außer Nachahmung.`,
  cell: (row, column) => `Zeile ${row}, Spalte ${column}`,
  startsMissed: (missed, starts, cells, more) =>
    `Die Daten handeln in ${missed} von ${starts} ${starts === 1 ? 'Startzelle' : 'Startzellen'} nie (${cells}${more > 0 ? ` und ${more} weitere` : ''}): Dort beginnen die Lernverfahren mit Raten.`,
  replayFellShort: (steps) =>
    `Das Lernverfahren hinter medium-replay hat den Ertrag von medium in ${formatCount(steps)} Schritten nicht erreicht; die Daten sind, was es bis dahin sah.`,

  missing: (hash) =>
    `Der Datensatz ${hash} ist nicht da; bis seine Datei geöffnet ist, sammelt das Verhalten diese Zeilen.`,
  otherMap: (name, rows, columns) =>
    `Der Datensatz ${name} gehört zu einer anderen Karte (${rows} × ${columns} Zellen) als diese Welt, deshalb sammelt das Verhalten diese Zeilen: Um ihn zu verwenden, seine Karte wählen.`,
  otherGamma: (name, theirs, ours) =>
    `Der Datensatz ${name} wurde mit γ = ${formatPlain(theirs)} aufgezeichnet, die Welt hier hat ${formatPlain(ours)}.`,
  impossibleRows: (impossible, rows, name) =>
    `${formatCount(impossible)} von ${formatCount(rows)} Zeilen von ${name} können in dieser Welt nicht vorkommen (anderes Rutschen, andere Belohnungen?): Die Lernverfahren trainieren auf den Zeilen, wie sie sind, die exakten Werte sind die der Welt.`,

  editLeavesNothing: (edit) =>
    `Der Eingriff ${edit} ließe keine Zeile der Daten übrig, deshalb wird er nicht ausgeführt.`,
  sizeRefused: (most, given) =>
    `Ein Datensatz hat 1 bis ${formatCount(most)} Zeilen, nicht ${given}.`,
  rewardNotFinite: (row, reward) => `Zeile ${row}: Die Belohnung ${reward} ist nicht endlich.`,
  notProbability: (row, given) => `Zeile ${row}: ${given} ist keine Wahrscheinlichkeit.`,
};
