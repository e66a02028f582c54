import { area } from './current';

/** What stands around the acts of a lecture, whose own words are in its file. */
export const presenter = area('presenter', {
  lecture: (act: number, acts: number, title: string) => `Lecture, act ${act} of ${acts}: ${title}`,
  actOf: (act: number, acts: number) => `Act ${act} of ${acts}`,
  /** Steps written out already. */
  training: (step: string) => `training, step ${step}`,
  notTrained: 'not trained yet',
  /** Buttons, each with its key. */
  keys: '{back: back} {next: on} {run: run} {reset: reset} {black: black} {notes: notes} {leave: leave}',
  trained: 'Trained so far',
  black: 'The screen is black. B, or any way to another act, brings it back.',
  blackNow: 'The screen is black: B brings it back.',
  noAct: (name: string) => `This lecture has no act “${name}”; it begins with its first.`,
  /** `clock` is the time of day. */
  clock: (clock: string, elapsed: string) => `${clock} · ${elapsed} since the start`,
  code: (address: string) => `Code for phones that leads to ${address}`,
  local: 'This address leads to the very computer that shows it, and from no other to this page.',
  noCode: 'The address is too long for a code.',
  lessons: 'Guided lessons',
  minutes: (minutes: number) => `${minutes}\u00a0min`,
  byPhone: 'By phone: choose one, and hold it up.',
  guess: 'Which will reach the goal?',
  guessHow: 'Touch one, and hold the screen up.',
  guessSaid: (name: string) => `My guess: ${name}`,
  guessOther: 'Another one',
  guessLeave: 'To the playground',
  windowRefused:
    'The browser did not open a second window. Allow pop-ups for this page, and press N again.',
  notesTitle: 'Speaker notes · Offgrid',
  next: (title: string) => `Next: ${title}`,
  lastAct: 'This is the last act.',
  walkerEarns: 'the walker earns',
  bestInData: 'best in the data',
  bestPossible: 'best possible',
});
