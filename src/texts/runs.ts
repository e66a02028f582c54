import { area } from './current';
import { formatCount } from './format';

interface Change {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The runs of a visit, and comparing with one of them. */
export const runs = area('runs', {
  title: 'Runs of this visit',
  open: (count: number) => `History (${formatCount(count)})`,
  hint: 'Runs of this visit: go back to one, or compare with it',
  close: 'Close',
  intro:
    'Every run that came to its verdict, the latest first. They are gone when the page is closed: export what you want to keep.',
  none: 'No run has come to its verdict yet.',
  run: (number: number) => `Run ${number}`,
  steps: (steps: number) => `${formatCount(steps)} steps`,
  /** Of the settings of a run, beside its scenario. */
  asShipped: 'as shipped',
  again: 'Show again',
  againHint: 'Opens its settings and trains them again to that step',
  pin: 'Compare with it',
  /** The button while it is compared with. */
  pinnedNow: 'Compared',
  export: 'Export all (JSON)',
  /** What a picture of a run shows, for those who do not see it. */
  believes: (name: string, believed: string, earned: string) =>
    `${name} believes ${believed}, earns ${earned}`,
  earns: (name: string, earned: string) => `${name} earns ${earned}`,

  comparison: 'Comparison',
  pinned: (number: number) => `Compared with run ${number}`,
  differ: (changes: readonly Change[]) =>
    changes.map(({ name, from, to }) => `${name} ${from || '–'} → ${to || '–'}`).join('; '),
  same: 'same settings',
  maps: 'Whose maps are shown',
  now: 'Now',
  /** Now the maps of the one, now those of the other. */
  turns: 'In turns',
  ofRun: (number: number) => `Run ${number}`,
  otherWorld: 'Its maps are of another world.',
  unpin: 'End the comparison',
  beside: (number: number, arrival: string, account: string) =>
    `Run ${number}: ${arrival}; ${account}`,
});
