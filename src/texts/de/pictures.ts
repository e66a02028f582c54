import { formatShare, plural } from '../format';
import type { pictures as english } from '../pictures';

export const pictures: ReturnType<typeof english> = {
  svg: 'Bild als SVG',
  png: 'Bild als PNG',
  film: 'Film des Laufs (GIF)',
  filming: (share) => `${formatShare(share)} · anhalten`,
  filmStopped: 'Der Film wurde angehalten.',
  csv: 'Zahlen als CSV',
  csvOfMap: 'Werte als CSV',
  csvOfBar: 'Erträge als CSV',
  busy: 'Wird gezeichnet …',
  saved: (file) => `Gespeichert als ${file}.`,
  failed: (why) =>
    `Das ließ sich nicht speichern (${why}). Noch einmal versuchen oder die Zahlen als CSV nehmen.`,
  gone: 'es ist nicht mehr auf der Seite',
  noCanvas: 'der Browser gibt keine Zeichenfläche dieser Größe',
  noPng: 'der Browser schreibt kein PNG dieser Größe',
  noVectors: 'ein Teil davon lässt sich zeigen, aber nicht als Vektoren zeichnen',
  nothingMeasured: 'Noch keine Zahlen: Es ist noch nichts gemessen.',
  unsolved: 'Die Welt wird noch gelöst. Gleich noch einmal versuchen.',
  noCell: 'Zuerst eine Zelle markieren: auf einer beliebigen Karte eine anklicken.',
  noMap: 'Noch keine Karte, die sich zeichnen ließe. Gleich noch einmal versuchen.',
  noSteps: 'Noch keine Zahlen: zuerst einen Schritt gehen.',
  changed: (setting) => `${setting} geändert`,
  moreChanged: (count) =>
    plural(count, {
      one: '1 weitere Einstellung geändert',
      other: `${count} weitere Einstellungen geändert`,
    }),
  step: (step) => `Schritt ${step}`,
  recipe: (hash) =>
    `Aufgenommen mit Offgrid. Mit diesem Anhang an ihrer Adresse zeigt die Seite dasselbe wieder: ${hash}`,
  world: 'Die Welt',
  behavior: 'Das Verhalten',
  episode: 'Die Episode',
  dataOnMap: 'Die Daten auf der Karte',
  episodeReturns: 'Erträge der Episoden',
  row: (learner) => `${learner}, die Zeile unter dem Mikroskop`,
};
