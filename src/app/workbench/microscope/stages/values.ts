import type { RowUpdate } from '../../../../experiment/microscope';
import { ACTION_COUNT, ACTIONS } from '../../../../mdp/types';
import { stages } from '../../../../texts/stages';
import { barsOf, endStage, largest, pullStage, targetStage, value } from './common';
import type { RowContext, Stage } from './types';

function nextStage(context: RowContext, next: readonly number[], chosen: number | null): Stage {
  const { nextState, counts } = context;
  const unseen = ACTIONS.filter((_, a) => counts[nextState * ACTION_COUNT + a] === 0).length;
  const t = stages().next;
  return {
    id: 'next',
    title: t.title,
    text: t.text(unseen),
    bars: [
      barsOf(context, nextState, t.bars, next, (action) => ({
        marked: action === chosen,
      })),
    ],
    at: 'nextState',
  };
}

/** What the max picked, and how that compares with the best of the tried actions. */
function pickStage(context: RowContext, { values, scale }: RowUpdate, softmax: boolean): Stage {
  const { nextState, counts } = context;
  const { next, chooser, backup } = values;
  const t = stages().pick;
  const base = nextState * ACTION_COUNT;
  if (softmax) {
    return {
      id: 'pick',
      title: t.softmaxTitle,
      text: t.softmax(backup[0], Math.max(...next)),
      formula: t.softmaxFormula(backup[0], scale),
      bars: [barsOf(context, nextState, 'Q̄(s′, ·)', next)],
      at: 'nextState',
    };
  }
  const chosen = largest(chooser ?? next);
  const picked = next[chosen];
  const seen = next.filter((_, action) => counts[base + action] > 0);
  const count = counts[base + chosen];
  return {
    id: 'pick',
    title: count === 0 ? t.untriedTitle : t.title,
    text: t.text({
      double: chooser !== undefined,
      action: chosen,
      value: picked,
      count,
      best: seen.length === 0 ? null : Math.max(...seen),
    }),
    formula: `${chooser ? `Q̄(s′, argmax Q(s′, ·))` : 'max Q̄(s′, ·)'} = ${value(picked)}`,
    bars: [
      barsOf(context, nextState, 'Q̄(s′, ·)', next, (action) => ({
        marked: action === chosen,
        dimmed: action !== chosen,
      })),
    ],
    at: 'nextState',
  };
}

/** Offline DQN: the max, its target, the pull. */
export function dqnStages(context: RowContext, update: RowUpdate): Stage[] {
  const { values, gradients } = update;
  const chosen = largest(values.chooser ?? values.next);
  const before = context.terminal
    ? [endStage(context)]
    : [nextStage(context, values.next, chosen), pickStage(context, update, false)];
  return [
    ...before,
    targetStage(context, update, 'max Q̄(s′, ·)'),
    pullStage(context, values.q, values.target[0], gradients.bellman.q),
  ];
}

function penaltyStage(
  context: RowContext,
  { values, gradients, drawnAction, hyper, scale }: RowUpdate,
): Stage {
  const { state, action, counts } = context;
  const t = stages().penalty;
  const push = gradients.penalty.q.map((g) => -g);
  const bars = barsOf(context, state, t.bars, values.q, (a) => ({
    push: push[a],
    marked: a === action,
  }));
  if (drawnAction !== null) {
    return {
      id: 'penalty',
      title: t.sketchTitle,
      text: t.sketch(drawnAction === action ? null : drawnAction),
      formula: `Q(s, ã) − Q(s, a) = ${value(values.gap[0])}`,
      bars: [bars],
      at: 'state',
    };
  }
  const untried = ACTIONS.map((_, a) => a).filter((a) => counts[state * ACTION_COUNT + a] === 0);
  return {
    id: 'penalty',
    title: t.title,
    text: t.text(untried),
    formula: t.formula(values.gap[0], hyper.alpha, hyper.temperature, scale),
    bars: [bars],
    at: 'state',
  };
}

function sumStage(context: RowContext, { values, gradients, hyper, scale }: RowUpdate): Stage {
  const t = stages().sum;
  const { action, state } = context;
  const [pull, push] = [-gradients.bellman.q[action], -hyper.alpha * gradients.penalty.q[action]];
  return {
    id: 'sum',
    title: t.title,
    text: t.text(pull, push, -gradients.total.q[action]),
    formula: t.formula(hyper.alpha, scale),
    bars: [
      barsOf(context, state, t.bars, values.q, (a) => ({
        push: -gradients.total.q[a],
        marked: a === action,
      })),
    ],
    at: 'state',
  };
}

/** CQL: as DQN, then what the penalty pushes down and up. */
export function cqlStages(context: RowContext, update: RowUpdate, softmax: boolean): Stage[] {
  const { values, gradients } = update;
  const before = context.terminal
    ? [endStage(context)]
    : [
        nextStage(context, values.next, softmax ? null : largest(values.chooser ?? values.next)),
        pickStage(context, update, softmax),
      ];
  return [
    ...before,
    targetStage(context, update, softmax ? 'Σ softmax(Q̄)Q̄' : 'max Q̄(s′, ·)'),
    pullStage(context, values.q, values.target[0], gradients.bellman.q),
    penaltyStage(context, update),
    sumStage(context, update),
  ];
}
