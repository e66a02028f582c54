import type { Ground } from '../../experiment/circumstances';
import { explain } from '../../experiment/explain';
import type { Gap, Settings, Snapshot, Truth } from '../../experiment/types';
import { because as texts } from '../../texts/because';
import type { Lie } from '../../texts/en/because';
import type { InstanceView } from '../instances';
import { type Shown, shownOf } from '../seeds';

/** A belief is called too much only from this share of its unit on. */
const WORTH_A_SENTENCE = 0.1;

/** What beliefs are large or small beside: what the best earns, or what there is to win if that is less. */
function unitOf({ optimal, random }: Truth): number {
  const span = optimal - random;
  // A best return of about nothing is no unit.
  return Math.min(span, Math.max(Math.abs(optimal), span / 50));
}

/** The gap of the seed that is shown; for the mean over seeds the mean of its parts. Null where there is none. */
function gapOf(gaps: readonly (Gap | null)[], shown: Shown): Omit<Lie, 'name'> | null {
  const measured = shown === 'mean' ? gaps : [gaps[shown]];
  const taken = measured.flatMap((gap) => gap ?? []);
  if (taken.length === 0) return null;
  const mean = (part: Exclude<keyof Gap, 'pairs'>) =>
    taken.reduce((sum, gap) => sum + gap[part], 0) / taken.length;
  const total = mean('total');
  return {
    total,
    data: mean('data') / total,
    unseenAction: mean('unseenAction') / total,
    unseenState: mean('unseenState') / total,
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
