import { formatCount, plural } from '../format';
import type { lecture as english } from '../lecture';

export const lecture: ReturnType<typeof english> = {
  ownTitle: 'Meine Vorlesung',
  unnamed: 'Eine Vorlesung ohne Titel',
  actNamed: (number) => `Akt ${number}`,

  heading: 'Vorlesung',
  close: 'Vorlesung schließen',
  shippedIntro:
    'Diese Vorlesung kommt mit der Seite. Eine eigene besteht aus Momenten dieser Seite, jeder mit einem Titel, einer Zeile für den Raum und Notizen für die Vortragenden.',
  ownIntro:
    'Die eigene Vorlesung, in diesem Browser behalten. Als Datei heruntergeladen lässt sie sich auf jedem Computer wieder öffnen.',
  acts: (acts) => `${acts} ${plural(acts, { one: 'Akt', other: 'Akte' })}`,
  present: 'Vorführen',
  add: 'Diesen Moment anfügen',
  beginOwn: 'Eine eigene mit diesem Moment beginnen',
  change: 'Diese hier ändern',
  download: 'Herunterladen',
  open: 'Datei öffnen …',
  share: 'Link kopieren',
  shipped: 'Zurück zur mitgelieferten Vorlesung',
  before: (title, acts) =>
    `„${title}“ zurückholen (${acts} ${plural(acts, { one: 'Akt', other: 'Akte' })})`,
  title: 'Titel der Vorlesung',
  list: 'Akte',
  actTitle: 'Titel',
  actLine: 'Zeile für den Raum',
  actNotes: 'Notizen, je eine Zeile',
  actShows: 'Zeigt',
  shows: {
    words: 'nur die Worte',
    guess: 'die Frage, wer ankommt, und einen Code für Telefone',
    world: 'die Daten und was sich erzielen lässt',
    maps: 'Karten der Lernverfahren',
    error: 'das Diagramm der Fehler',
    returns: 'das Diagramm der Erträge',
    'take-home': 'einen Code für die Seite und die Lektionen',
  },
  learners: 'Von diesen Lernverfahren',
  up: (title) => `„${title}“ nach oben`,
  down: (title) => `„${title}“ nach unten`,
  edit: (title) => `„${title}“ ändern`,
  remove: (title) => `„${title}“ löschen`,
  from: (title) => `Vorführen ab „${title}“`,
  atStep: (step) => `Schritt ${formatCount(step)}`,
  atEnd: 'bis zum Ende des Laufs',
  untrained: 'nicht trainiert',
  about: (shows, when) => `${shows} · ${when}`,
  undo: 'Rückgängig',

  added: (title, number) => `„${title}“ ist Akt ${number}.`,
  moved: (title, number, acts) => `„${title}“ ist jetzt Akt ${number} von ${acts}.`,
  removed: (title) => `„${title}“ ist gelöscht.`,
  opened: (title) => `„${title}“ ist offen.`,
  left: 'Die mitgelieferte Vorlesung ist wieder da.',
  copied: (characters) => `Der Link ist kopiert: ${formatCount(characters)} Zeichen.`,
  copyRefused: 'Der Browser lässt die Seite nicht kopieren. Der Link lautet:',
  tooLong: (characters, most) =>
    `Als Link hätte diese Vorlesung ${formatCount(characters)} Zeichen; Mail und Chat tragen etwa ${formatCount(most)}. Besser herunterladen und die Datei senden.`,
  notKept:
    'Dieser Browser konnte die Vorlesung nicht behalten: Sein Speicher ist voll oder verweigert. Sie ist da, bis die Seite geschlossen wird; heruntergeladen bleibt sie erhalten.',
  faulty: (faults) =>
    `${faults} ${plural(faults, { one: 'Stelle war', other: 'Stellen waren' })} in dem, was geöffnet wurde, falsch; der Rest ist da:`,
  refused: 'Das ließ sich nicht öffnen, und nichts wurde geändert:',
  keptData: 'Die Daten kommen aus einer Datei: Nur wer sie hat, kann diesen Akt zeigen.',

  faults: {
    at: (place, what) => (place ? `${place}: ${what}.` : `${what}.`),
    act: (number) => `Akt ${number}`,
    field: (number, field) => `Akt ${number}, ${field}`,
    notText: 'das ist kein Text',
    tooLong: (most) => `das ist länger als ${formatCount(most)} Zeichen`,
    empty: 'das ist leer',
    notNotes: 'Notizen sind eine Liste von Texten oder ein Text mit je einer Zeile',
    notLink: 'ein Link ist der Teil einer Adresse ab ihrem #',
    notLanguage: 'das ist keine Sprache wie „en“ oder „de“',
    notList: 'das ist keine Liste von Lernverfahren',
    notKind: (known) => `das ist nichts von ${known}`,
    notObject: 'das ist kein Objekt mit Namen und Werten',
    notLearner: (given, on) =>
      `im Link ist kein Lernverfahren „${given}“ eingeschaltet; eingeschaltet sind ${on}`,
    unknown: (key) => `„${key}“ bedeutet hier nichts`,
    mostActs: (most, there) =>
      `es sind ${formatCount(there)} Akte, von denen die ersten ${formatCount(most)} genommen werden`,
    fileTooLong: 'Diese Datei ist zu groß für eine Vorlesung.',
    notJson: (why) =>
      `Diese Datei ist keine Vorlesung: Sie lässt sich nicht als JSON lesen (${why}).`,
    notLecture:
      'Diese Datei ist keine Vorlesung von Offgrid: Es steht nicht „offgrid“: „lecture“ darin.',
    noVersion: (ours) =>
      `Diese Vorlesung nennt ihre Version nicht; diese Seite liest Version ${ours}.`,
    otherVersion: (given, ours) =>
      `Diese Vorlesung hat Version ${given}; diese Seite liest Version ${ours}.`,
    noActs: 'Diese Vorlesung hat keinen Akt, der sich zeigen ließe.',
  },
};
