import { area } from './current';

/** Looking inside a learner: its program, and writing one. */
export const inside = area('inside', {
  title: (name: string) => `Inside ${name}`,
  writing: (name: string) => `Write ${name}`,
  close: 'Close',
  intro:
    'All that this learner is: what it minimises, how it acts, and what it believes. It trains, and is measured, by this program and nothing else.',
  theirs:
    'This program came with the link that was opened. It is data: it trains here as any other does, and can do nothing else.',
  /** On the card of such a learner. */
  fromLink: 'came with the link',
  rows: {
    network: 'network',
    policy: 'policy',
    knob: 'knob',
    definition: 'where',
    minimise: 'minimise',
    act: 'act',
    believe: 'believe',
  },
  target: (name: string) => `${name} follows it slowly`,
  /** The present value of a term, before any number. */
  now: 'now',
  mathLabel: (name: string) => `The program of ${name} as formulas`,
  tabs: { formulas: 'Formulas', text: 'Text', torch: 'PyTorch' },
  textLabel: 'The program as text',
  torchLabel: 'The same in PyTorch',
  copy: 'Copy',
  copied: 'Copied',
  refused: 'The browser does not let the page copy. The text is selected: copy it by the keyboard.',
  change: 'Change it',
  changeHelp: 'Makes a learner of your own beside this one, and leaves this one as it is.',
  editorLabel: (name: string) => `Program of ${name}`,
  keys: "Every sign has a spelling in plain letters as well: gamma, sum, s', Q(s,a)^2. Ctrl + Enter trains it.",
  signs: 'Signs',
  name: 'Name',
  nameHelp: 'One to sixteen small letters and digits.',
  nameWrong: 'Only small letters a–z and digits, at most sixteen.',
  nameTaken: 'There is one of this name already.',
  train: 'Train it',
  full: (most: number) => `There are ${most} learners already; remove one first.`,
  tooLong: (length: number, most: number) =>
    `The program has ${length} characters; a link can carry ${most}.`,
  sound: 'It compiles.',
  faults: 'What is wrong',
  remarks: 'What a teacher would say',
  fault: (line: number, column: number) => `Line ${line}, column ${column}`,
  kept: 'What you write is kept until you train it or leave the page.',
  back: 'Back to what trains now',
});
