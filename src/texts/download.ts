import { area } from './current';

/** The buttons that take pictures and numbers home. */
export const download = area('download', {
  button: (name: string) => `Download: ${name}`,
  dataset: 'The dataset',
  allLearners: 'All learners side by side',
  losses: (term: string) => `Losses: ${term}`,
});
