import { area } from './current';

/** The guided lessons: what stands around their own texts. */
export const lessons = area('lessons', {
  heading: 'Guided lessons',
  close: 'Close the list of lessons',
  intro: 'Predict, run, compare. Each sets the page up for you and notices what you do.',
  unknown: (given: string) =>
    `There is no lesson “${given}”. All of them are listed under “Lessons”.`,
  minutes: (minutes: number) => `${minutes} min`,

  lesson: 'Lesson',
  restore: 'Set the page up as this step expects it',
  leave: 'Leave the lesson',
  back: 'Back',
  next: 'Next',
  skip: 'Skip',
  finish: 'Finish',
  stepOf: (step: number, steps: number) => `Step ${step} of ${steps}`,
  /** Steps written out already. */
  trained: (steps: string) => `${steps} steps are trained.`,
  /** Of a run that is left to settle. */
  trainedOut: 'It is trained.',
  runOut: 'Run until it has settled',
  runTo: (step: string) => `Run to step ${step}`,
  print: 'Print as a worksheet',
  copyLink: 'Copy a link with my predictions',
  others: (title: string) => `Other lessons than “${title}”`,
  linkCopied: 'The link is copied.',
  linkInBar: 'The link is in the address bar.',

  prediction: 'Your prediction',
  commit: 'That is my prediction',
  change: 'Change my prediction',
  noted: 'Noted',
  youSay: 'You say',
  marked: (place: string) => `Marked: ${place}.`,
  markCell: 'Mark a cell on any map: click it, or walk there with the arrow keys and press Enter.',
  takeCell: 'Take the marked cell',
  youSayCell: (row: number, column: number) => `You say row ${row}, column ${column}.`,
  drawCurve: (what: string) =>
    `${what}: draw it over the training steps, or move the points with ↑ and ↓.`,

  curve: (what: string, steps: string) => `${what} over ${steps} training steps`,
  step: (step: string) => `step ${step}`,
  curvePoint: (what: string, step: string) => `${what} at step ${step}`,
  offScale: '(off this scale)',

  revealed: 'How it turned out',
  notRevealed: 'This shows once it has been trained.',
  happened: 'What happened',
  right: 'You were right',
  wrong: 'Not quite',
  youSaid: 'You said',
  itIs: 'It is',
  yes: 'Yes:',
  no: 'No:',
  youSaidSo: 'you said so',
  youMarked: (row: number, column: number) => `You marked row ${row}, column ${column}.`,
  mostVisited: 'It spends most of its time in {cell}.',
  cell: (row: number, column: number) => `row ${row}, column ${column}`,
  twoCurves: 'Thin: your curve. Thick: what happened.',
  oneCurve: 'What happened.',

  /** Lines to write on, in print. */
  scaleLine: (what: string, said: string | null) => `${what}: ${said ?? '______________'}`,
  cellLine: 'Row ______ , column ______',
  answers: 'What came out',
  nameAndDate: 'Name: ______________________ Date: ______________',
});
