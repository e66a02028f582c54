import { area } from './current';

/** The button on a learner's card that opens its program. */
export const insideButton = area('insideButton', {
  open: (name: string) => `Look inside ${name}`,
});
