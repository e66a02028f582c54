import type { source as english } from '../source';

export const source: ReturnType<typeof english> = {
  title: 'Woher die Daten stammen',
  back: 'Zurück zu gesammelten Daten',
  missing:
    'Dieser Link nennt den Datensatz {hash}, der in diesem Browser fehlt. Die Datei öffnen, um ihn zu sehen; bis dahin sammelt das Verhalten die Zeilen.',
  reading: (file) => `${file} wird gelesen`,
  open: 'Die Datei öffnen …',
  misfit:
    'Der Datensatz {label} gehört zu einer anderen Karte. Bis er diese Karte hat, sammelt das Verhalten die Zeilen.',
  useMap: 'Diese Karte nehmen',
  given: (known) =>
    `Die Zeilen sind die von {label} ({origin}). π_β ist ${
      known ? 'so, wie die Datei es angibt' : 'ihre empirische Verteilung, N(s,a)/N(s)'
    }. Verhalten, Anzahl der Übergänge und Seed der Daten weiter unten ändern solange nichts.`,
};
