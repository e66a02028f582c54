import type { RowUpdate } from '../../../../experiment/microscope';
import { ACTION_COUNT, ACTIONS } from '../../../../mdp/types';
import { stages } from '../../../../texts/stages';
import { barsOf, has, value } from './common';
import type { RowContext, Stage, Teller } from './types';

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

/** What a penalty pushes down and up, and what that makes with the pull of the target. */
export const penaltyStages: Teller = (context, update) => {
  const { values, gradients } = update;
  const pushed = [gradients.bellman, gradients.penalty, gradients.total];
  if (!has(values, 'q', 'gap') || !pushed.every((of) => has(of, 'q'))) return [];
  return [penaltyStage(context, update), sumStage(context, update)];
};
