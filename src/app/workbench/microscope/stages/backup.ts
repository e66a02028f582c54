import type { RowUpdate } from '../../../../experiment/microscope';
import { ACTION_COUNT, ACTIONS } from '../../../../mdp/types';
import { stages } from '../../../../texts/stages';
import { barsOf, endStage, has, largest, pullStage, putInAt, targetStage, value } from './common';
import type { RowContext, Stage, Teller } from './types';

function nextStage(context: RowContext, next: readonly number[], chosen: number | null): Stage {
  const { nextState, counts } = context;
  const unseen = ACTIONS.filter((_, a) => counts[nextState * ACTION_COUNT + a] === 0).length;
  const t = stages().next;
  const putIn = putInAt(context, nextState);
  return {
    id: 'next',
    title: t.title,
    text: putIn.length === 0 ? t.text(unseen) : t.withTruth(putIn),
    bars: [
      barsOf(context, nextState, t.bars, next, (action) => ({
        marked: action === chosen,
        putIn: putIn.includes(action),
      })),
    ],
    at: 'nextState',
  };
}

/** The action that a max over the next state's actions takes, and those that it may not take. */
function choice({ values: { next, chooser, allowed } }: RowUpdate) {
  const leftOut = ACTIONS.map((_, a) => a).filter((a) => allowed?.[a] === 0);
  const isFree = leftOut.length === next.length;
  const among = (chooser ?? next).map((value, a) =>
    !isFree && leftOut.includes(a) ? Number.NEGATIVE_INFINITY : value,
  );
  return { chosen: largest(among), leftOut: isFree ? [] : leftOut };
}

/** What the max picked, and how that compares with the best of the tried actions. */
function pickStage(context: RowContext, update: RowUpdate, softmax: boolean): Stage {
  const { nextState, counts } = context;
  const { values, scale } = update;
  const { next, chooser, backup } = values;
  const t = stages().pick;
  const base = nextState * ACTION_COUNT;
  const putIn = putInAt(context, nextState);
  if (softmax) {
    return {
      id: 'pick',
      title: t.softmaxTitle,
      text: t.softmax(backup[0], Math.max(...next)),
      formula: t.softmaxFormula(backup[0], scale),
      bars: [
        barsOf(context, nextState, 'Q̄(s′, ·)', next, (action) => ({
          putIn: putIn.includes(action),
        })),
      ],
      at: 'nextState',
    };
  }
  const { chosen, leftOut } = choice(update);
  const picked = next[chosen];
  const seen = next.filter((_, action) => counts[base + action] > 0);
  const count = counts[base + chosen];
  const isTruth = putIn.includes(chosen);
  return {
    id: 'pick',
    title: isTruth ? t.truthTitle : count === 0 ? t.untriedTitle : t.title,
    text: t.text({
      double: chooser !== undefined,
      action: chosen,
      value: picked,
      count,
      best: seen.length === 0 ? null : Math.max(...seen),
      leftOut,
      isTruth,
    }),
    formula: `${chooser ? `Q̄(s′, argmax Q(s′, ·))` : 'max Q̄(s′, ·)'} = ${value(picked)}`,
    bars: [
      barsOf(context, nextState, 'Q̄(s′, ·)', next, (action) => ({
        marked: action === chosen,
        dimmed: action !== chosen,
        putIn: putIn.includes(action),
      })),
    ],
    at: 'nextState',
  };
}

/** The action whose value a max backs up; null where another value is backed up, as by a softmax. */
function pickedBy(update: RowUpdate): number | null {
  const { next, backup } = update.values;
  const { chosen } = choice(update);
  const off = Math.abs(next[chosen] - backup[0]);
  return off <= 1e-6 * Math.abs(backup[0]) ? chosen : null;
}

/** The value of the next state: V's own, or what is made of its action values; nothing after an end. */
export const backedUpStages: Teller = (context, update, softmax) => {
  const { backup, next } = update.values;
  if (!backup) return [];
  if (context.terminal) return [endStage(context)];
  if (next) {
    const chosen = softmax ? null : pickedBy(update);
    const seen = nextStage(context, next, chosen);
    return softmax || chosen !== null ? [seen, pickStage(context, update, softmax)] : [seen];
  }
  const t = stages().nextValue;
  return [
    {
      id: 'next',
      title: t.title,
      text: t.text(backup[0]),
      formula: `V(s′) = ${value(backup[0])}`,
      bars: [],
      at: 'nextState',
    },
  ];
};

function backupName(update: RowUpdate, softmax: boolean): string {
  if (!update.values.next) return 'V(s′)';
  if (softmax) return 'Σ softmax(Q̄)Q̄';
  return pickedBy(update) === null ? 'V(s′)' : 'max Q̄(s′, ·)';
}

/** The target, and how it pulls at the value of the action that was taken, of the first of several critics. */
export const targetStages: Teller = (context, update, softmax) => {
  const { values, gradients } = update;
  if (!has(values, 'target', 'backup')) return [];
  const told = targetStage(context, update, backupName(update, softmax));
  const [critic, title] = values.q ? ['q', 'Q(s, ·)'] : ['q1', 'Q₁(s, ·)'];
  if (!has(values, critic) || !has(gradients.bellman, critic)) return [told];
  const pull = gradients.bellman[critic];
  return [told, pullStage(context, values[critic], values.target[0], pull, title)];
};
