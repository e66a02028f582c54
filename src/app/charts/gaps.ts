import { PAIR_CLASSES, type PairClass } from '../../data/types';
import type { Gap, SeedSnapshot } from '../../experiment/types';
import type { Shown } from '../state/seeds';

/** A learner's gap as it is shown: that of one seed, or the means over all, whose parts still sum to the total. */
export interface ShownGap extends Readonly<Record<PairClass, number>> {
  readonly total: number;
  /** Fewest and most pairs that carry 95 % of it. */
  readonly pairs: readonly [number, number];
}

/** What is shown of the gaps of a learner's seeds; null where nothing finite is believed. */
export function shownGap(seeds: readonly SeedSnapshot[], shown: Shown): ShownGap | null {
  const taken = shown === 'mean' ? seeds : seeds.slice(shown, shown + 1);
  const gaps = taken.flatMap(({ gap }) => gap ?? []);
  if (gaps.length === 0) return null;
  const mean = (read: (gap: Gap) => number) =>
    gaps.reduce((sum, gap) => sum + read(gap), 0) / gaps.length;
  const pairs = gaps.map((gap) => gap.pairs);
  return {
    total: mean(({ total }) => total),
    data: mean(({ data }) => data),
    unseenAction: mean(({ unseenAction }) => unseenAction),
    unseenState: mean(({ unseenState }) => unseenState),
    pairs: [Math.min(...pairs), Math.max(...pairs)],
  };
}

/** A part of a stacked bar, from the side of 0 outwards. */
export interface Part {
  readonly name: PairClass;
  readonly from: number;
  readonly to: number;
}

/** The parts of a gap laid end to end: what is believed too much to the one side of 0, too little to the other. */
export function stacked(gap: ShownGap): readonly Part[] {
  const ends = { above: 0, below: 0 };
  return PAIR_CLASSES.filter((name) => gap[name] !== 0).map((name) => {
    const side = gap[name] > 0 ? 'above' : 'below';
    const from = ends[side];
    ends[side] += gap[name];
    return { name, from, to: ends[side] };
  });
}
