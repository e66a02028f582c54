import { area } from './current';
import { formatCount, formatShare, formatValue, plural } from './format';

/** Where almost all of a lie sits; `unseen`: where there are no data, `beyond`: more than all of it there. */
export type Seat = 'seen' | 'actions' | 'states' | 'beyond' | 'unseen';

/** A belief in too much, and where it sits. */
export interface Lie {
  readonly name: string;
  /** Believed minus true return, > 0. */
  readonly total: number;
  /** Where almost all of it sits, or the share of it, in [0, 1], that sits where there are no data. */
  readonly seat: Seat | number;
  /** The fewest pairs that carry 95 % of it; null for the mean of several seeds. */
  readonly pairs: number | null;
  /** Whether nobody tried these pairs. */
  readonly untried: boolean;
  /** The one of several seeds that is told of, from 1; null where there is but one, or all are meant. */
  readonly seed: number | null;
}

const SEATS: Readonly<Record<Seat, string>> = {
  seen: 'almost all of it sits in pairs that the data know',
  actions: 'almost all of it sits in actions that nobody tried',
  states: 'almost all of it sits in states that nobody visited',
  beyond: 'all of it, and more, sits where there are no data',
  unseen: 'almost all of it sits where there are no data',
};

/** Why the verdict is what it is. */
export const because = area('because', {
  why: 'Why:',
  lie: ({ name, total, seat, pairs, untried, seed }: Lie) => {
    const whose = seed === null ? name : `On seed ${seed} ${name}`;
    const much = `${whose} believes ${formatValue(total)} too much`;
    const where =
      typeof seat === 'number'
        ? `${formatShare(seat)} of it sits where there are no data`
        : SEATS[seat];
    if (pairs === null) return `${much}: ${where}.`;
    const count = `${formatCount(pairs)} ${plural(pairs, { one: 'pair', other: 'pairs' })}`;
    if (untried) return `${much}: almost all of it in ${count} that nobody tried.`;
    return `${much}: ${where}, nearly all in ${count}.`;
  },
});
