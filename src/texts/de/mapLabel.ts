import type { mapLabel as english } from '../mapLabel';

const SHOWN = {
  error: 'geglaubter Wert minus Wahrheit',
  q: 'geglaubter Wert',
  truth: 'was die eigene Strategie wirklich erzielt',
  surprise: 'was über einen wahren Schritt hinaus geglaubt wird',
  lie: 'wo die Lüge sitzt',
  counts: 'wie oft jede Aktion gesehen wurde',
  occupancy: 'wo die eigene Strategie ihre Zeit verbringt',
  policy: 'die eigene Strategie, weil es keine Werte gibt',
};

export const mapLabel: ReturnType<typeof english> = {
  of: (label, rows, columns, shown) =>
    `${label}: Karte mit ${rows} Zeilen und ${columns} Spalten. Gezeigt: ${SHOWN[shown]}. Die Pfeiltasten führen von Zelle zu Zelle, Pos1 zum Start, die Eingabetaste heftet eine Zelle an.`,
};
