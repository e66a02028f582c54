import { area } from './current';

/** What stands around the text of the article, and the playground in small beside it. */
export const article = area('article', {
  title: 'The article',
  contents: 'Contents of the article',
  back: 'Back to the text',
  formula: 'Formula',
  /** A symbol of a formula for those who hear it. */
  symbol: (glyph: string, name: string) => `${glyph}, ${name}`,
  table: 'Table',
  /** What is wrong with a line of a listing, beside its number. */
  marks: { fine: 'fine', fails: 'fails', degenerates: 'degenerates', wrong: 'wrong' },
  notMeasured: 'not measured yet',
  /** A number in the running text: «What DQN believes: 0.61». */
  live: (name: string, value: string) => `${name}: ${value}`,
  show: (place: string) => `Show it: ${place}`,
  click: (place: string) => `Click to see it: ${place}.`,

  dock: 'The playground beside the text',
  run: 'Run',
  pause: 'Pause',
  runAgain: 'Run again',
  runHere: 'Run the training from here',
  pauseHere: 'Pause the training from here',
  runAgainHere: 'Run again the training from here',
  beside: (learner: string) => `${learner} beside the text`,
  /** Whose control it is, before the control's own name. */
  owner: (learner: string) => `Beside the text, ${learner}`,
  key: '○ what it believes it will earn · ● what it earns',
});
