import { formatCount, plural } from '../format';
import type { panels as english } from '../panels';

export const panels: ReturnType<typeof english> = {
  world: 'Welt & Daten',
  learners: 'Lernverfahren',
  evidence: 'Belege',
  sheet: 'Die markierte Zelle',
  closeSheet: 'Angaben zur Zelle schließen',
  dataset: 'Der Datensatz',
  collected: (rows, episodes) =>
    `${formatCount(rows)} ${plural(rows, { one: 'Zeile', other: 'Zeilen' })}, ${formatCount(episodes)} ${plural(episodes, { one: 'Episode', other: 'Episoden' })}`,
  collecting: 'wird gesammelt …',
  shades: 'Kräftiger: öfter gewählt. Leer: {em: nie} probiert.',
  ownMap: 'Dies ist eine eigene Karte.',
  backToMap: 'Zurück zur Karte der Welt',
  pairs: {
    value: (seen, all) => `${formatCount(seen)} von ${formatCount(all)}`,
    words: 'gesehene Paare (s, a)',
    help: 'Zustand-Aktion-Paare, die im Datensatz mindestens einmal vorkommen, von allen erreichbaren. Alles Übrige ist Extrapolation.',
  },
  behavior: {
    words: 'Ertrag des Verhaltens',
    help: 'Exakter diskontierter Ertrag der Strategie, die die Daten gesammelt hat, vom Start aus.',
  },
  inSupport: {
    words: 'Bestes der Daten',
    help: 'Exakter Ertrag der besten Strategie, die nur in den Daten gesehene Aktionen wählt: die faire Obergrenze für ein Offline-Verfahren.',
  },
  optimal: {
    words: 'Bestmögliches',
    help: 'Exakter optimaler Ertrag vom Start aus. Wer an mehr glaubt, glaubt an Unmögliches.',
  },
  mapsShow: 'Karten zeigen',
  seed: 'Seed',
  seedAt: (place) => `Seed ${place}`,
  meanOfSeeds: 'Mittel',
  shownSeed: 'Seed auf den Karten',
  shown: {
    seed: (place) => `Seed ${place}`,
    mean: (seeds) => `Mittel über ${seeds} Seeds`,
  },
  named: (label, shown) => `${label}, ${shown}`,
  diverged: (diverged, seeds) => {
    const who = seeds === 1 ? 'Die Werte' : `Die Werte auf ${diverged} von ${seeds} Seeds`;
    return `${who} sind divergiert: Hier steht das Training, die anderen lernen weiter. Eine kleinere Lernrate versuchen.`;
  },
  loadingCharts: 'Die Diagramme werden geladen …',
};
