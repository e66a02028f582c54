import type { lessons as english } from '../en/lessons';

export const lessons: typeof english = {
  heading: 'Geführte Lektionen',
  close: 'Liste der Lektionen schliessen',
  intro:
    'Vorhersagen, laufen lassen, vergleichen. Jede Lektion richtet die Seite ein und merkt, was geschieht.',
  minutes: (minutes) => `${minutes} min`,

  lesson: 'Lektion',
  restore: 'Die Seite so einrichten, wie dieser Schritt sie braucht',
  leave: 'Lektion verlassen',
  back: 'Zurück',
  next: 'Weiter',
  skip: 'Auslassen',
  finish: 'Beenden',
  stepOf: (step, steps) => `Schritt ${step} von ${steps}`,
  trained: (steps) => `${steps} Schritte sind trainiert.`,
  runTo: (step) => `Bis Schritt ${step} trainieren`,
  print: 'Als Arbeitsblatt drucken',
  copyLink: 'Link mit den Vorhersagen kopieren',
  others: (title) => `Andere Lektionen als «${title}»`,
  linkCopied: 'Der Link ist kopiert.',
  linkInBar: 'Der Link steht in der Adresszeile.',

  prediction: 'Vorhersage',
  commit: 'Das ist meine Vorhersage',
  change: 'Vorhersage ändern',
  noted: 'Notiert',
  youSay: 'Vorhersage',
  marked: (place) => `Markiert: ${place}.`,
  markCell:
    'Auf einer der Karten eine Zelle markieren: anklicken, oder mit den Pfeiltasten hingehen und Enter drücken.',
  takeCell: 'Markierte Zelle nehmen',
  youSayCell: (row, column) => `Vorhergesagt: Zeile ${row}, Spalte ${column}.`,
  drawCurve: (what) =>
    `${what}: über die Trainingsschritte zeichnen, oder die Punkte mit ↑ und ↓ bewegen.`,

  curve: (what, steps) => `${what} über ${steps} Trainingsschritte`,
  step: (step) => `Schritt ${step}`,
  curvePoint: (what, step) => `${what} bei Schritt ${step}`,
  offScale: '(ausserhalb dieser Skala)',

  revealed: 'Wie es ausging',
  notRevealed: 'Dies zeigt sich nach dem Training.',
  happened: 'Was geschah',
  right: 'Richtig vorhergesagt',
  wrong: 'Nicht ganz',
  youSaid: 'Vorhersage',
  itIs: 'Tatsächlich',
  yes: 'Ja:',
  no: 'Nein:',
  youSaidSo: 'so vorhergesagt',
  youMarked: (row, column) => `Markiert war Zeile ${row}, Spalte ${column}.`,
  mostVisited: 'Die meiste Zeit verbringt es in {cell}.',
  cell: (row, column) => `Zeile ${row}, Spalte ${column}`,
  twoCurves: 'Dünn: die eigene Kurve. Dick: was geschah.',
  oneCurve: 'Was geschah.',

  scaleLine: (what: string, said: string | null) => `${what}: ${said ?? '______________'}`,
  cellLine: 'Zeile ______ , Spalte ______',
  answers: 'Was herauskam',
  nameAndDate: 'Name: ______________________ Datum: ______________',
};
