import { area } from './current';
import { formatCount, plural } from './format';

/** The chain of backups behind an arrow. */
export const why = area('why', {
  title: 'Why this arrow?',
  whose: 'Whose arrow',
  pair: (place: string, action: string) => `${place}, ${action.toLowerCase()}`,
  backup: ({
    pair,
    value,
    reward,
    target,
    count,
    ends,
  }: {
    /** A cell and an action. */
    readonly pair: string;
    readonly value: string;
    readonly reward: string;
    readonly target: string;
    readonly count: number;
    readonly ends: boolean;
  }) => {
    const rows = `${formatCount(count)} ${plural(count, { one: 'row', other: 'rows' })}`;
    return ends
      ? `${pair}: ${value}, pulled to the reward ${target}, where episodes end (${rows}).`
      : `${pair}: ${value}, pulled to ${target} = ${reward} + γ · the value below (${rows}).`;
  },
  untried: (pair: string, value: string) => `${pair}: ${value}, and no row of it.`,
  left: (links: number) =>
    `${formatCount(links)} links between the first and the last are left out.`,
  source: {
    ends: 'The value comes from a recorded reward.',
    untried:
      'The max left the data here: nobody ever tried this, and no row ever corrected its value.',
    loop: 'The chain returns to itself: the value feeds on itself.',
  },
  look: (row: number) => `Row ${formatCount(row)} under the microscope`,
});
