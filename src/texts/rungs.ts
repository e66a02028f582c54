import { area } from './current';
import { formatPlain } from './format';

/** Where the arithmetic runs, how fast, and why there; names of backends are arguments. */
export const rungs = area('rungs', {
  milliseconds: (ms: number) => `${formatPlain(ms)}\u00a0ms`,
  seconds: (s: number) => `${formatPlain(s)}\u00a0s`,
  about: (time: string) => `about ${time}`,
  /** The first of a list, and those after it. */
  timeAStep: (backend: string, time: string) => `${backend} ${time} a step`,
  time: (backend: string, time: string) => `${backend} ${time}`,

  /** How a better backend stands to the one in use, after its name. */
  better: 'is the better one here',
  fastestHere: 'was measured to be the fastest here',
  asFastHere: 'is about as fast here and leaves the processor to the page',
  /** `ratio` is written out: «2.1». */
  faster: (ratio: string) => `is ${ratio}× faster here`,

  /** Why a backend is taken; `times` are those measured. */
  guessedFromSmaller: (times: string) =>
    `the best guess from what was measured for smaller networks (${times})`,
  guessedFromLarger: (times: string) =>
    `the best guess from what was measured for larger networks (${times})`,
  fastest: (times: string) => `measured to be the fastest for networks of this size (${times})`,
  asFast: (times: string) =>
    `measured to be about as fast as any for networks of this size, and leaves the processor to the page (${times})`,

  tookLong: (backend: string, seconds: number) =>
    `Measuring ${backend} took longer than ${seconds}\u00a0s.`,
  brokeOff: (backend: string, why: string) => `Measuring ${backend} broke off (${why}).`,
  unreadable: (backend: string) => `Measuring ${backend} said what could not be read.`,
});
