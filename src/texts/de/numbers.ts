import type { numbers as english } from '../numbers';

export const numbers: ReturnType<typeof english> = {
  notFinite: 'nicht endlich',
  neverSeen: 'nie gesehen',
  seenOnce: 'einmal gesehen',
  seenTimes: (count) => `${count}-mal gesehen`,
};
