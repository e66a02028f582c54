import type { charts as english } from '../charts';
import { capital, formatCount, formatShare, formatSigned, formatValue, plural } from '../format';

export const charts: ReturnType<typeof english> = {
  widened: (factor) => `Skala ×${formatCount(factor)}: Mehr als die Hälfte lag darüber.`,
  error: {
    title: 'Fehler bei nie gesehenen Aktionen',
    note: 'Q̂ minus Wahrheit der eigenen Strategie. BC hat keine Werte.',
    noteOfSeeds: (seeds) =>
      `Q̂ minus Wahrheit der eigenen Strategie. Interquartilmittel über ${seeds} Seeds.`,
    name: 'Fehler bei nie gesehenen Aktionen über die Trainingsschritte',
    truth: 'Wahrheit',
    zones: { above: 'zu hoch: dorthin geht das Maximum', below: 'zu tief: nie gewählt' },
  },
  returns: {
    title: 'Was sie glauben und was sie erzielen',
    note: 'Vom Start aus. ● voll: erzielt · ○ gestrichelt: geglaubt.',
    noteOfSeeds: (seeds) =>
      `● voll: erzielt · ○ gestrichelt: geglaubt. Interquartilmittel über ${seeds} Seeds.`,
    name: 'Geglaubter und wahrer Ertrag über die Trainingsschritte',
    believes: (name) => `${name} glaubt`,
    earns: (name) => `${name} erzielt`,
    reads: {
      distribution: (name) => `${name} nach der Verteilung`,
      mostLikely: (name) => `${name} nach der wahrscheinlichsten Aktion`,
    },
    rests: (name) => `${name} glaubte in Ruhe`,
    showReadings: 'andere Lesart',
    showReadingsHelp:
      'Gepunktet: was BC und IQL nach jener Lesart ihrer gelernten Verteilung erzielen, nach der gerade nicht gegangen wird.',
    showRests: 'in Ruhe',
    showRestsHelp:
      'Strichpunktiert: was jedes Lernverfahren mit einer Tabelle statt eines Netzes und beliebig langem Training auf diesen Zeilen glauben würde.',
    nowhere: {
      restless: (name) => `${name}: Das Training käme nie zur Ruhe.`,
      untold: (name) => `${name}: Niemand hat ausgerechnet, wo das Training zur Ruhe kommt.`,
      oracle: (name) =>
        `${name}: Niemand hat ausgerechnet, wo das Training mit eingesetzter Wahrheit zur Ruhe kommt.`,
      overflow: (name) => `${name}: Die Werte wüchsen über alle Zahlen.`,
    },
  },
  at: (step, seeds, values) =>
    `Bei Schritt ${formatCount(step)}${
      seeds > 1 ? `, Interquartilmittel (und Spanne) über ${seeds} Seeds` : ''
    }: ${values}`,
  values: (lines) => (lines.length > 0 ? `${lines.join('; ')}.` : 'Noch nichts gemessen.'),
  nothingYet: (line) => `${line}: noch nichts`,
  valueOf: (line, value) => `${line} ${value}`,
  valueInRange: (line, value, low, high) => `${line} ${value} (${low} bis ${high})`,
  references: (lines) =>
    `${lines.map(({ name, value }) => `${name} ${formatValue(value)}`).join(', ')}.`,
  jumps: 'Kleine Ringe: Ein Pfeil hat sich gedreht.',
  jumpAt: (name, step) => `${name} bei ${formatCount(step)}`,
  showJump: (name, from, to, step) =>
    `${name} sprang bei Schritt ${formatCount(step)} von ${formatValue(from)} auf ${formatValue(to)}: die Zelle zeigen`,
  more: 'Weitere Belege',
  tabs: {
    cell: 'Zelle',
    class: 'Fehler je Klasse',
    gap: 'Lüge',
    bound: 'Schranke?',
    losses: 'Verluste',
  },
  step: (step) => `Schritt ${formatCount(step)}`,
  ofSeeds: (seeds) => `Interquartilmittel und Spanne über ${seeds} Seeds`,
  range: (low, high) => `${low} bis ${high}`,
  lossTerm: 'Verlustterm',
  losses: {
    bellman: 'TD',
    penalty: 'Strafterm',
    expectile: 'Expektil',
    policy: 'Strategie',
    imitation: 'Nachahmung',
  },
  lossName: (term) => `Verlust: ${term}, logarithmisch, über die Trainingsschritte`,
  byClass: {
    note: 'Mittel von Q̂ minus Wahrheit der eigenen Strategie. BC hat keine Werte.',
    noteOfSeeds: (seeds) =>
      `Mittel von Q̂ minus Wahrheit. Interquartilmittel über ${seeds} Seeds; Striche: jeder.`,
    caption: 'Mittel von Q̂ minus Wahrheit, nach Klasse der Zustand-Aktion-Paare',
    captionOfSeeds: (seeds) =>
      `Mittel von Q̂ minus Wahrheit, nach Klasse der Zustand-Aktion-Paare; Interquartilmittel und Spanne über ${seeds} Seeds`,
    none: (pairs) => `${pairs}: keine`,
    value: (pairs, error) => `${pairs}: ${formatSigned(error)}`,
    valueInRange: (pairs, error, low, high) =>
      `${pairs}: ${formatSigned(error)} (${formatSigned(low)} bis ${formatSigned(high)})`,
  },
  gap: {
    note: 'Geglaubter minus wahrer Ertrag, nach dem Ort der Lücke: Σ x·δ. Strich: Summe.',
    noteOf: (which) =>
      `Geglaubter minus wahrer Ertrag, nach dem Ort der Lücke: Σ x·δ. Strich: Summe. ${capital(which)}.`,
    caption: 'Geglaubter minus wahrer Ertrag, nach Klasse der Paare, in denen die Lücke sitzt',
    captionOf: (which) =>
      `Geglaubter minus wahrer Ertrag, nach Klasse der Paare, in denen die Lücke sitzt; ${which}`,
    total: (gap) => `insgesamt ${formatSigned(gap)}`,
    carriedBy: ([low, high], ofPairs) => {
      const forms = ofPairs
        ? { one: 'Paar trägt', other: 'Paare tragen' }
        : { one: 'Zelle trägt', other: 'Zellen tragen' };
      const count =
        low === high ? formatCount(low) : `${formatCount(low)} bis ${formatCount(high)}`;
      return low === 0 && high === 0 ? 'keine Lücke' : `${count} ${plural(high, forms)} 95\u00a0%`;
    },
    notFinite: 'glaubt an nichts Endliches',
  },
  bound: {
    note: 'Schätzung nicht über der Wahrheit: Anteil der gesehenen Zustände, dann der Paare.',
    noteOfSeeds: (seeds) =>
      `Schätzung nicht über der Wahrheit: Anteil der gesehenen Zustände, dann der Paare. Interquartilmittel über ${seeds} Seeds; Striche: jeder Seed.`,
    readings: {
      theory: { name: 'in Erwartung', promise: 'laut Satz' },
      practice: { name: 'beste Aktion', promise: 'nicht garantiert' },
      seen: { name: 'gesehene', promise: 'nicht garantiert' },
      unseen: { name: 'nie gesehene', promise: 'nicht garantiert' },
    },
    noValues: 'hat keine Werte, also nichts zu beschränken',
    range: (low, high) => `(${formatShare(low)} bis ${formatShare(high)})`,
  },
};
