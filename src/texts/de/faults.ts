import type { faults as english } from '../faults';
import { formatPlain } from '../format';

/** Also what is no number at all. */
function formatNumber(given: number): string {
  return Number.isFinite(given) ? formatPlain(given) : String(given);
}

const REWARDS = { step: 'Schritt', goal: 'Ziel', pit: 'Grube', cliff: 'Klippe' };

export const faults: ReturnType<typeof english> = {
  andMore: (sentences, more) => `${sentences} Und ${more} weitere dieser Art.`,
  space: 'Ein Leerzeichen',
  invisible: (code) => `Das unsichtbare Zeichen U+${code}`,
  character: (character) => `„${character}“`,

  empty: 'Die Karte ist leer.',
  rows: (count, most) => `Die Karte hat ${count} Zeilen; möglich sind höchstens ${most}.`,
  columns: (count, most) => `Die Karte hat ${count} Spalten; möglich sind höchstens ${most}.`,
  noStart: 'Die Karte hat keinen Start: mindestens eine Zelle mit S bezeichnen.',
  noGoal: 'Die Karte hat kein Ziel: mindestens eine Zelle mit G bezeichnen.',
  ragged: (row, cells, first) =>
    `Zeile ${row} hat ${cells === 1 ? 'eine Zelle' : `${cells} Zellen`}, Zeile 1 aber ${first}; alle Zeilen müssen gleich lang sein.`,
  notCell: (what, row, column) =>
    `${what} in Zeile ${row}, Spalte ${column} ist keine Zelle; es gibt # Wand, . Boden, S Start, G Ziel, P Grube und C Klippe.`,

  slip: (given) =>
    `Das Rutschen muss eine Wahrscheinlichkeit von 0 bis 1 sein, nicht ${formatNumber(given)}.`,
  gamma: (given) =>
    `Der Diskontfaktor γ muss mindestens 0 und kleiner als 1 sein, nicht ${formatNumber(given)}.`,
  horizon: (given) =>
    `Der Horizont muss eine ganze Zahl von mindestens 1 Schritt sein, nicht ${formatNumber(given)}.`,
  reward: (kind, given) =>
    `Die Belohnung „${REWARDS[kind]}“ muss eine endliche Zahl sein, nicht ${formatNumber(given)}.`,
};
