import { area } from './current';

/** What is wrong with the program of a loss, a sentence each; `what` is a piece of the program. */
export const program = area('program', {
  /** The sentence with its place, for where the text itself is not beside it. */
  at: (line: number, column: number, sentence: string) =>
    `Line ${line}, column ${column}: ${sentence}`,
  /** The fault of a learner's program, with its place. */
  of: (id: string, sentence: string) =>
    `The program of ${id} does not compile. ${sentence} Open it on its card to put it right.`,
  tooLong: (length: number, most: number) =>
    `The program has ${length} characters; a loss of at most ${most} is read.`,
  tooLarge: 'The loss grows too large when its names are replaced by what they stand for.',
  tooDeep: 'Brackets are nested too deeply here.',
  empty: 'There is no program yet: a loss needs at least “network”, “minimise”, “act”.',
  character: (what: string) => `“${what}” means nothing here.`,
  expected: (expected: string, found: string) => `Expected ${expected}, found ${found}.`,
  found: (what: string) => `“${what}”`,
  end: 'the end of the statement',
  indentation:
    'A statement begins in the first column; this line continues one, but there is none yet.',

  aName: 'a name',
  aNumber: 'a number',
  aValue: 'a value',
  aPlace: 's or s′',
  anAction: 'an action or “·”',
  anOption: 'an option such as “max: …”',
  closing: (what: string) => `a closing “${what}”`,
  symbol: (what: string) => `“${what}”`,

  unknown: (what: string, near: string | null) =>
    near === null
      ? `“${what}” is not defined.`
      : `“${what}” is not defined; did you mean “${near}”?`,
  twice: (what: string) => `“${what}” is defined twice.`,
  taken: (what: string) => `“${what}” is what the page calls something else: take another name.`,
  circular: (what: string) => `“${what}” is defined by itself.`,
  missing: (what: string) => `The program has no “${what}”.`,
  onceOnly: (what: string) => `“${what}” may stand once only.`,
  noNetwork: 'The program declares no network to train.',
  noTarget: (what: string) => `“${what}” has no target network.`,
  notSquare: 'Only squares are known: write x², or a product.',
  unknownIndex: (what: string) =>
    `“${what}” is no index here: it is one inside of Σ_${what}, min_${what}, max_${what} or mean_${what}.`,
  noCopies: (what: string) => `No network is declared “for ${what} = 1..n”.`,
  outside: (what: string, from: number, to: number) =>
    `“${what}” has copies ${from} to ${to} only.`,
  copies: (most: number) => `Between 1 and ${most} copies are trained.`,
  needsIndex: (what: string) => `“${what}” has copies: say which, as in ${what}_i or ${what}_1.`,
  noIndex: (what: string) => `“${what}” has no copies to choose from.`,
  needsState: (what: string) => `“${what}” needs a state: ${what}(s) or ${what}(s′).`,
  wholeNetwork: (what: string) =>
    `“${what}” needs a state and an action: ${what}(s,a), or ${what}(s,·) for all of them.`,
  wholePolicy: (what: string) =>
    `“${what}” needs an action and a state: ${what}(a|s), or ${what}(·|s) for all of them.`,
  unknownOption: (what: string, choice: string, options: string) =>
    `“${what}” is no option of “${choice}”: it has ${options}.`,
  missingOption: (what: string, choice: string) =>
    `The option “${what}” of “${choice}” is not said here.`,
  noKnobValue: (what: string) => `“${what}” needs a value: knob ${what} = 1 from 0 to 10.`,
  knobRange: (what: string) => `The value of “${what}” lies outside of its range.`,
  logarithmicZero: (what: string) =>
    `A logarithmic scale has no 0: the range of “${what}” must begin above it.`,

  division: 'Is what follows divided, too? Write a / (b c) or (a / b) c.',
  bare: (what: string) =>
    `How far does “${what}” reach? Put brackets around what it is taken of: ${what}(…).`,
  squareOf: (what: string) =>
    `Is the square taken before “${what}” or after it? Write (${what}(…))² or ${what}((…)²).`,
  meanOf: 'Is this a part of the mean? Write (mean[…]) … or mean(… …).',
  bars: 'Bars within bars can be read in two ways: write abs(…) for the inner ones.',
  chain: 'Compare two numbers at a time.',

  shapes: {
    number: 'a number',
    vector: 'a number for every action',
    action: 'an action',
    flag: 'true or false',
    mask: 'true or false for every action',
    mean: 'a mean over the minibatch',
  },
  wrongShape: (expected: string, found: string) =>
    `Here stands ${found}, where ${expected} is needed.`,
  indicator: 'A comparison is no number: write 1[…] for 1 where it holds and 0 elsewhere.',
  statistic:
    'What is done to a mean is done to a statistic of the minibatch; a loss is a sum of means, each times a number that is the same for all rows, so that every row has a gradient of its own.',
  notMean: 'What is minimised must be a mean over the minibatch: write mean(…).',
  weight: 'A mean can only be multiplied by what is the same for all rows: a number or a knob.',
  actIs:
    'act says how the learner acts: argmax over a number for every action, as in act argmax Q(s,·).',
  believeIs:
    'believe is the value of s that the learner believes in: a number, as in believe max Q(s,·).',
  atState: 'Acting and believing happen at s: neither s′ nor anything of a row is known then.',
});
