import type { numbers as english } from '../en/numbers';

export const numbers: typeof english = {
  notFinite: 'nicht endlich',
  neverSeen: 'nie gesehen',
  seenOnce: 'einmal gesehen',
  seenTimes: (count) => `${count}-mal gesehen`,
};
