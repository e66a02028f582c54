import { area } from './current';
import { formatCount, plural } from './format';

/** Lectures as files: collecting acts, and what may be wrong with one that is opened. */
export const lecture = area('lecture', {
  ownTitle: 'My lecture',
  unnamed: 'A lecture without a title',
  actNamed: (number: number) => `Act ${number}`,

  heading: 'Lecture',
  close: 'Close the lecture',
  shippedIntro:
    'This lecture comes with the page. Your own is made of moments of this page, each with a title, a line for the room and notes for you.',
  ownIntro:
    'Your own lecture, kept in this browser. Download it to have it elsewhere; a file can be opened again on any computer.',
  acts: (acts: number) => `${acts} ${plural(acts, { one: 'act', other: 'acts' })}`,
  present: 'Present',
  add: 'Add this moment',
  beginOwn: 'Begin your own with this moment',
  change: 'Change this one',
  download: 'Download',
  open: 'Open a file …',
  share: 'Copy a link',
  shipped: 'Back to the shipped lecture',
  before: (title: string, acts: number) =>
    `Bring back “${title}” (${acts} ${plural(acts, { one: 'act', other: 'acts' })})`,
  title: 'Title of the lecture',
  list: 'Acts',
  actTitle: 'Title',
  actLine: 'Line for the room',
  actNotes: 'Notes for you, a line each',
  actShows: 'Shows',
  shows: {
    words: 'only the words',
    guess: 'the question who will arrive, and a code for phones',
    world: 'the data and what can be earned',
    maps: 'maps of the learners',
    error: 'the chart of errors',
    returns: 'the chart of returns',
    'take-home': 'a code for the page, and the lessons',
  },
  learners: 'Of these learners',
  up: (title: string) => `Move “${title}” up`,
  down: (title: string) => `Move “${title}” down`,
  edit: (title: string) => `Change “${title}”`,
  remove: (title: string) => `Delete “${title}”`,
  from: (title: string) => `Present from “${title}”`,
  atStep: (step: number) => `step ${formatCount(step)}`,
  atEnd: 'to the end of its run',
  untrained: 'not trained',
  about: (shows: string, when: string) => `${shows} · ${when}`,
  undo: 'Undo',

  /** What was done, for everybody to read and hear. */
  added: (title: string, number: number) => `“${title}” is act ${number}.`,
  moved: (title: string, number: number, acts: number) =>
    `“${title}” is now act ${number} of ${acts}.`,
  removed: (title: string) => `“${title}” is deleted.`,
  opened: (title: string) => `“${title}” is open.`,
  left: 'The shipped lecture is at hand again.',
  copied: (characters: number) => `The link is copied: ${formatCount(characters)} characters.`,
  copyRefused: 'The browser does not let the page copy. The link is:',
  tooLong: (characters: number, most: number) =>
    `As a link this lecture would have ${formatCount(characters)} characters; mail and chat carry about ${formatCount(most)}. Download it and send the file.`,
  notKept:
    'This browser could not keep the lecture: its storage is full or refused. It is here until the page is closed; download it to keep it.',
  faulty: (faults: number) =>
    `${faults} ${plural(faults, { one: 'thing was', other: 'things were' })} wrong with what was opened; the rest is there:`,
  refused: 'This could not be opened, and nothing was changed:',
  keptData: 'Its data come from a file: only who has that file can show this act.',

  faults: {
    /** `what` is a clause; `place` empty for the file as a whole. */
    at: (place: string, what: string) => (place ? `${place}: ${what}.` : `${what}.`),
    act: (number: number) => `act ${number}`,
    field: (number: number, field: string) => `act ${number}, ${field}`,
    notText: 'this is no text',
    tooLong: (most: number) => `this is longer than ${formatCount(most)} characters`,
    empty: 'this is empty',
    notNotes: 'notes are a list of texts, or one text with a line each',
    notLink: 'a link is the part of an address from its # on',
    notLanguage: 'this is no language, such as “en” or “de”',
    notList: 'this is no list of learners',
    notKind: (known: string) => `this is none of ${known}`,
    notObject: 'this is no object with names and values',
    notLearner: (given: string, on: string) =>
      `the link has no learner “${given}” on; it has ${on}`,
    unknown: (key: string) => `“${key}” means nothing here`,
    mostActs: (most: number, there: number) =>
      `there are ${formatCount(there)} acts, of which the first ${formatCount(most)} are taken`,
    fileTooLong: 'This file is too large to be a lecture.',
    /** `why` is the browser’s own sentence. */
    notJson: (why: string) => `This file is no lecture: it cannot be read as JSON (${why}).`,
    notLecture: 'This file is no lecture of Offgrid: it does not say “offgrid”: “lecture”.',
    noVersion: (ours: number) =>
      `This lecture does not say its version; this page reads version ${ours}.`,
    otherVersion: (given: number, ours: number) =>
      `This lecture is of version ${given}; this page reads version ${ours}.`,
    noActs: 'This lecture has no act that could be shown.',
  },
});
