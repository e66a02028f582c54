import type { presenter as english } from '../presenter';

export const presenter: ReturnType<typeof english> = {
  lecture: (act, acts, title) => `Vorlesung, Akt ${act} von ${acts}: ${title}`,
  actOf: (act, acts) => `Akt ${act} von ${acts}`,
  training: (step) => `trainiert, Schritt ${step}`,
  notTrained: 'noch nicht trainiert',
  keys: '{back: zurück} {next: weiter} {run: laufen} {reset: zurücksetzen} {black: schwarz} {notes: Notizen} {leave: verlassen}',
  trained: 'Bisher trainiert',
  black: 'Der Bildschirm ist schwarz. B oder der Gang zu einem anderen Akt holt ihn zurück.',
  blackNow: 'Der Bildschirm ist schwarz: B holt ihn zurück.',
  noAct: (name) => `Diese Vorlesung hat keinen Akt „${name}“; sie beginnt mit dem ersten.`,
  clock: (clock, elapsed) => `${clock} · ${elapsed} seit Beginn`,
  code: (address) => `Code für Telefone, der zu ${address} führt`,
  local:
    'Diese Adresse führt zu dem Computer, der sie zeigt, und von keinem anderen auf diese Seite.',
  noCode: 'Die Adresse ist zu lang für einen Code.',
  lessons: 'Geführte Lektionen',
  minutes: (minutes) => `${minutes}\u00a0min`,
  byPhone: 'Mit dem Telefon: eines wählen und hochhalten.',
  guess: 'Welches kommt ans Ziel?',
  guessHow: 'Eines antippen und den Bildschirm hochhalten.',
  guessSaid: (name) => `Mein Tipp: ${name}`,
  guessOther: 'Ein anderes',
  guessLeave: 'Zum Playground',
  windowRefused:
    'Der Browser hat kein zweites Fenster geöffnet. Pop-ups für diese Seite erlauben und noch einmal N drücken.',
  notesTitle: 'Notizen zur Vorlesung · Offgrid',
  next: (title) => `Als Nächstes: ${title}`,
  lastAct: 'Das ist der letzte Akt.',
  walkerEarns: 'der Wanderer erzielt',
  bestInData: 'das Beste in den Daten',
  bestPossible: 'das Bestmögliche',
};
