import { area } from './current';

/** The controls of settings, whatever setting it is. */
export const controls = area('controls', {
  /** What changing a setting does to the run, by its scope. */
  scopes: {
    view: 'Changes no number.',
    live: 'Takes effect at once, also while training.',
    train: 'Restarts the learners.',
    data: 'Collects a new dataset and restarts the learners.',
    world: 'Builds the world anew, with new data and learners.',
  },
  help: (label: string) => `${label}: help`,
  value: (label: string) => `${label}, value`,
  /** Of a number that may be left to the machine. */
  auto: 'auto',
  fixed: 'fixed',
  autoOrFixed: (label: string) => `${label}: automatic or fixed`,
  /** `owner` is a learner. */
  owned: (owner: string, label: string) => `${owner}: ${label}`,
});
