import type { Ground } from '../../experiment/circumstances';
import { explain } from '../../experiment/explain';
import type { Gap, Settings, Snapshot, Truth } from '../../experiment/types';
import type { Lie } from '../../texts/because';
import { because as texts } from '../../texts/because';
import type { InstanceView } from './instances';
import { type Shown, shownOf } from './seeds';

/** A belief is called too much only from this share of its unit on. */
const WORTH_A_SENTENCE = 0.1;

/** What beliefs are large or small beside: what the best earns, or what there is to win if that is less. */
function unitOf({ optimal, random }: Truth): number {
  const span = optimal - random;
  // A best return of about nothing is no unit.
  return Math.min(span, Math.max(Math.abs(optimal), span / 50));
}

/** From this share on it is almost all. */
const ALMOST = 0.9;
/** Seen pairs with so little of a lie have no part in it. */
const NO_PART = 0.05;

/** Where a lie sits, by the shares of it in seen pairs, untried actions and states never visited; they sum to 1. */
function seatOf(data: number, actions: number, states: number): Lie['seat'] {
  const almostAll = (share: number) => share >= ALMOST && share <= 1 / ALMOST;
  if (data >= ALMOST) return 'seen';
  if (almostAll(actions)) return 'actions';
  if (almostAll(states)) return 'states';
  const unseen = actions + states;
  if (unseen > 1 / ALMOST) return 'beyond';
  return unseen >= ALMOST ? 'unseen' : Math.max(0, unseen);
}

/** What is to be told of the gap of the seed that is shown, or of the mean over all; null where there is none. */
function gapOf(gaps: readonly (Gap | null)[], shown: Shown): Omit<Lie, 'name'> | null {
  const measured = shown === 'mean' ? gaps : [gaps[shown]];
  const taken = measured.flatMap((gap) => gap ?? []);
  if (taken.length === 0) return null;
  const mean = (part: Exclude<keyof Gap, 'pairs'>) =>
    taken.reduce((sum, gap) => sum + gap[part], 0) / taken.length;
  const total = mean('total');
  const data = mean('data') / total;
  return {
    total,
    seat: seatOf(data, mean('unseenAction') / total, mean('unseenState') / total),
    untried: Math.abs(data) < NO_PART,
    pairs: taken.length === 1 ? taken[0].pairs : null,
    seed: gaps.length > 1 && shown !== 'mean' ? shown + 1 : null,
  };
}

/** Where the belief of the learner sits that believes the most too much; '' where nobody's is worth a word. */
export function lieOf(
  { learners, truth }: Pick<Snapshot, 'learners' | 'truth'>,
  instances: readonly InstanceView[],
  shown: Shown,
): string {
  const lies = instances.flatMap(({ id, short }) => {
    const gap = gapOf(learners[id]?.seeds.map((seed) => seed.gap) ?? [], shown);
    return gap ? [{ name: short, ...gap }] : [];
  });
  const most = lies.reduce<Lie | null>(
    (worst, lie) => (lie.total > (worst?.total ?? 0) ? lie : worst),
    null,
  );
  if (most === null || most.total < WORTH_A_SENTENCE * unitOf(truth)) return '';
  return texts().lie(most);
}

/** Why the verdict is what it is: where the lie sits, and what of the first scenario's picture is rightly otherwise. */
export function reasonsOf(
  snapshot: Snapshot,
  problem: Ground,
  settings: Settings,
  instances: readonly InstanceView[],
): readonly string[] {
  const lie = lieOf(snapshot, instances, shownOf(settings));
  const { because } = explain(snapshot, problem, settings);
  return [lie, ...because.map(({ sentence }) => sentence)].filter((sentence) => sentence !== '');
}
