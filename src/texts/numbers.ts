import { area } from './current';

/** Words that stand for numbers. */
export const numbers = area('numbers', {
  notFinite: 'not finite',
  neverSeen: 'never seen',
  seenOnce: 'seen once',
  /** `count` ≥ 2, written out already. */
  seenTimes: (count: string) => `seen ${count} times`,
});
