import { formatCount, formatShare, formatValue, plural } from '../format';

/** Where a belief in too much sits. */
export interface Lie {
  readonly name: string;
  /** Believed minus true return, > 0. */
  readonly total: number;
  /** The shares of it in seen pairs, untried actions of visited states, and states never visited; they sum to 1. */
  readonly data: number;
  readonly unseenAction: number;
  readonly unseenState: number;
  /** The fewest pairs that carry 95 % of it; null for the mean of several seeds. */
  readonly pairs: number | null;
  /** The one of several seeds that is told of, from 1; null where there is but one, or all are meant. */
  readonly seed: number | null;
}

/** From this share on it is almost all. */
const ALMOST = 0.9;

function whereOf({ data, unseenAction, unseenState }: Lie): string {
  if (data >= ALMOST) return 'almost all of it sits in pairs that the data know';
  if (unseenAction >= ALMOST && unseenAction <= 1 / ALMOST)
    return 'almost all of it sits in actions that nobody tried';
  if (unseenState >= ALMOST && unseenState <= 1 / ALMOST)
    return 'almost all of it sits in states that nobody visited';
  const unseen = unseenAction + unseenState;
  if (unseen > 1 / ALMOST) return 'all of it, and more, sits where there are no data';
  if (unseen >= ALMOST) return 'almost all of it sits where there are no data';
  return `${formatShare(Math.max(0, unseen))} of it sits where there are no data`;
}

/** Why the verdict is what it is. */
export const because = {
  why: 'Why:',
  lie: (lie: Lie) => {
    const { name, total, data, pairs, seed } = lie;
    const where = seed === null ? '' : `On seed ${seed} `;
    const much = `${where}${name} believes ${formatValue(total)} too much`;
    if (pairs === null) return `${much}: ${whereOf(lie)}.`;
    const count = `${formatCount(pairs)} ${plural(pairs, { one: 'pair', other: 'pairs' })}`;
    if (Math.abs(data) < 0.05) return `${much}: almost all of it in ${count} that nobody tried.`;
    return `${much}: ${whereOf(lie)}, nearly all in ${count}.`;
  },
};
