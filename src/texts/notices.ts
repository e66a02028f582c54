import { area } from './current';

/** A value of a setting as a sentence has it. */
type Value = string | number;

/**
 * What is put right in settings and links. Clauses without a full stop stand in `about`; `given` is
 * quoted already.
 */
export const notices = area('notices', {
  about: (key: string, clause: string) => `${key}: ${clause}.`,
  more: (count: number) => `${count} more settings were put right or ignored.`,

  list: 'a list',
  object: 'an object',
  /** `type` as `typeof` names it. */
  thing: (type: string) => `a ${type}`,

  notNumber: (given: string, used: Value) => `${given} is not a number; ${used} is used`,
  /** `other` is a word that may stand instead of a number, as it is written in links. */
  notNumberOr: (other: string) => (given: string, used: Value) =>
    `${given} is neither a number nor “${other}”; ${used} is used`,
  outside: (given: string, min: number, max: number, unit: string | undefined, used: number) =>
    `${given} is outside ${min} to ${max}${unit ? ` ${unit}` : ''}; ${used} is used`,
  notWhole: (given: string, used: number) => `${given} is not a whole number; ${used} is used`,
  notOneOf: (given: string, options: string, used: Value) =>
    `${given} is not one of ${options}; ${used} is used`,
  /** `nearest` is quoted, as `given` is. */
  notOneOfBut: (given: string, nearest: string, options: string, used: Value) =>
    `${given} is not there. Was ${nearest} meant? There are ${options}; ${used} is used`,
  notBoolean: (given: string, used: Value) => `${given} is not true or false; ${used} is used`,
  notText: (given: string) => `${given} is not a text; the default is used`,
  /** `why` is one of the next three. */
  textRefused: (why: string) => `${why}; the default is used`,
  textTooLong: (length: number, most: number) =>
    `the text is ${length} characters long, ${most} are allowed`,
  packedTooLong: (most: number) =>
    `the compressed text is longer than the ${most} characters allowed`,
  packedBroken: 'the compressed text is cut off or was changed on its way',

  notLearners: (given: string, used: string) =>
    `${given} is not a list of learners; ${used} is used`,
  notLearner: (given: string, kinds: readonly string[]) =>
    `${given} is not a learner, which is ${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}, or one of these with a suffix such as cql-2; it is left out`,
  listedTwice: (given: string) => `${given} is listed twice; it trains once`,
  mostLearners: (most: number, given: string) =>
    `${most} learners is the most; ${given} is left out`,
  notOn: (given: string, on: string) =>
    `${given} is not a learner that trains, which are ${on}; it does not act`,
  noLearner: (used: string) => `no learner is left; ${used} is used`,
  notAmong: (given: string) => `${given} is not among the learners; the setting is ignored`,
  unknown: 'there is no such setting; it is ignored',
  /** `why` is a sentence. */
  behaviorRefused: (why: string, used: string) => `${why} ${used} is used`,
  noDataset: (used: string) => `no dataset is named in data.file; ${used} is used`,

  moreEntries: (count: number) =>
    `${count === 1 ? 'one more entry' : `${count} more entries`} of it could not be taken as written`,
  /** `why` is a sentence. */
  mapRefused: (why: string) => `${why} The world’s own map is used`,
  mixtureRefused: (why: string, used: string) => `${why}; ${used} is used`,
  notHash: (given: string) =>
    `${given} is not the hash of a dataset, which has 16 hexadecimal digits; none is used`,

  notMoment: (given: string) => `${given} is not a step; the run is at step 0`,
  notGuess: (given: string) => `${given} is no learner of this run; it is left out`,

  editLeftOut: (why: string) => `${why}; this edit is left out`,
  notEdit: (given: string) => `${given} is not step:key:value`,
  notStep: (given: string) => `${given} is not a step`,
  notSetting: (given: string) => `${given} is no setting of this run`,
  notLive: (given: string) => `${given} cannot change while training`,
  notValue: (given: string, key: string) => `${given} is no value of ${key}`,
  editFault: (step: string, key: string, fault: string) => `at step ${step}, ${key}: ${fault}`,
  mostEdits: (most: number, left: number) => `${most} is the most; ${left} are left out`,

  partWithoutValue: (part: string) => `The part ${part} of the link has no value; it is ignored.`,
  partNotEncoded: (part: string) =>
    `The part ${part} of the link is not validly percent-encoded; it is ignored.`,
  otherVersion: (version: string, own: number) =>
    `The link is of version ${version}, this page reads version ${own}: what it knows was restored, please compare with where the link comes from.`,
  notVersion: (given: string, own: number) =>
    `${given} is not a version of links; the link is read as version ${own}.`,
  firstEdition:
    'This link is of the first edition. Since then learners see scaled rewards, so that α, β and the learning rate act differently, runs end where they settle, and scenarios and defaults were redone: what it names was restored, its picture may differ.',
  /** `edition` is quoted. */
  otherEdition: (edition: string, own: string) =>
    `The link is of edition ${edition}, this page of edition ${own}: what it names was restored, its picture may differ.`,
  /** `step` is written out already. */
  farMoment: (step: string) =>
    `The link was made at step ${step}, and to train there takes long. The run waits at its beginning until you say so.`,
  /** `link` is quoted. */
  linkMended: (link: string) =>
    `The link had been changed on its way, as mail and chat programs do. It was read as ${link}.`,
  /** `link` is the beginning of it, `why` a sentence. */
  linkRefused: (link: string, why: string) =>
    `Nothing in the link “${link}” could be read, so your settings are kept. First fault: ${why}`,
});
