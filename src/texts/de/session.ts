import { formatCount } from '../format';
import type { session as english } from '../session';

export const session: ReturnType<typeof english> = {
  notStarted: 'er ließ sich nicht starten',
  messageUnread: 'eine Nachricht war nicht lesbar',
  fellSilent: 'er antwortet nicht mehr',
  stuck: 'er kommt nicht mehr voran',
  notArrived: 'sein Programm ist nicht angekommen',
  lost: (why, step) =>
    step > 0
      ? `Der Worker, der trainiert, ging verloren (${why}). Ein neuer hat dieselben Einstellungen und trainiert noch einmal bis Schritt ${formatCount(step)}.`
      : `Der Worker, der trainiert, ging verloren (${why}). Ein neuer mit denselben Einstellungen ist an seine Stelle getreten.`,
  lostAgain: (why) =>
    `Der Worker, der trainiert, ging immer wieder verloren (${why}). „Zurücksetzen“ versucht es noch einmal; hilft das nicht, die Seite neu laden oder einen anderen Browser versuchen.`,

  scripts: {
    steps: (given) => `run(${given}): Die Zahl der Schritte ist eine ganze Zahl ab 1.`,
    replaced: (until) =>
      `Der Lauf wurde durch einen anderen ersetzt, bevor er Schritt ${until} erreichte.`,
    paused: (step, until) => `Der Lauf wurde bei Schritt ${step} angehalten, vor Schritt ${until}.`,
    moment: (given) => `seek(${given}): Ein Moment ist ein Schritt ab 0 oder 'now'.`,
    nothingKept: 'Noch ist nichts gemessen: Es gibt keinen Moment, der sich zeigen ließe.',
    notOnline:
      'offgrid.online braucht null oder ein Objekt, etwa { "learners": ["dqn"], "steps": 1, "epsilon": 0.1, "share": 0.5 }.',
    notSettings:
      'offgrid.set braucht ein Objekt mit Einstellungen nach ihrem Namen, etwa { "cql.alpha": 0.5 }.',
  },

  keptSeed: (seed) =>
    `Der Speicher für vergangene Momente ist voll: Von früheren bleibt nur Seed ${seed}, den die Karten zeigen.`,
  keptFewer: (spacing) =>
    `Der Speicher für vergangene Momente ist voll: Nur etwa alle ${formatCount(spacing)} Schritte bleibt einer.`,

  madeRoom: (gone, rows, kept) =>
    `Der Datensatz ${gone} (${formatCount(rows)} Zeilen) wird nicht mehr aufbewahrt, um Platz für ${kept} zu machen.`,
  notKept: (name) =>
    `Dieser Browser behält zwischen Besuchen nichts: Der Datensatz ${name} ist nur da, bis die Seite geschlossen wird. Seine Datei aufbewahren.`,
};
