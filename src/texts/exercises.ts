import { area } from './current';

/** Exercises of the lessons: a line of a loss to be written. */
export const exercises = area('exercises', {
  task: 'Exercise',
  gap: (name: string) => `${name} =`,
  spelling:
    "Plain letters do as well: gamma, sum, s', Q(s,.)^2. Enter checks it; any form that computes the same is right.",
  check: 'Check',
  hint: 'A hint',
  show: 'Show what was meant',
  right: 'Right: it computes the same, and so does its gradient.',
  fault: (sentence: string) => `It cannot be read yet. ${sentence}`,
  remark: (sentence: string) => `It is another loss. ${sentence}`,
  differs: {
    definition: (_network: string): string =>
      'It is another number. This is the simplest row on which that shows:',
    loss: (_network: string): string =>
      'It comes to another loss. This is the simplest row on which that shows:',
    gradient: (network: string): string =>
      `It comes to the same number, but another gradient reaches ${network}: something is stopped that should learn, or learns that should be stopped. On this row:`,
  },
  yours: 'yours',
  meant: 'meant',
  order: (actions: string) => `Lists are by action: ${actions}.`,
  /** On paper. */
  blank: '__________________________',
});
