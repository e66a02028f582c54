import { area } from './current';

/** The ceilings that stand beside the best in the data, and what each of them assumes. */
export const ceilings = area('ceilings', {
  inSupportHalting: {
    words: 'best in the data, halting',
    help: 'The same best policy within the data, but standing still for ever where the data show no action: what they allow without luck. The one above wanders there at random, and may be lucky. Both assume that having seen a pair once reveals its true outcomes.',
  },
  plannedFromData: {
    words: 'planned on the counts',
    help: 'What the best plan really earns that takes the recorded frequencies for the truth. Where steps are partly luck it falls short of the best in the data: the distance is what these rows cannot tell.',
  },
});
