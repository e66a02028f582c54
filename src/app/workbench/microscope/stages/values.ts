import type { RowUpdate } from '../../../../experiment/microscope';
import { ACTION_COUNT, ACTIONS } from '../../../../mdp/types';
import { barsOf, endStage, largest, pullStage, signed, targetStage, value } from './common';
import type { RowContext, Stage } from './types';

function nextStage(context: RowContext, next: readonly number[], chosen: number | null): Stage {
  const { nextState, counts } = context;
  const unseen = ACTIONS.filter((_, a) => counts[nextState * ACTION_COUNT + a] === 0).length;
  const known =
    unseen === 0
      ? 'The data tried all four.'
      : unseen === ACTION_COUNT
        ? 'The data tried none of them: every one of these numbers is an extrapolation.'
        : `The data never tried ${unseen === 1 ? 'one' : unseen === 2 ? 'two' : 'three'} of them: there the network extrapolates.`;
  return {
    id: 'next',
    title: 'What is the next state worth?',
    text: `The target network is asked about the four actions in s′. ${known}`,
    bars: [
      barsOf(context, nextState, 'Q̄(s′, ·), believed; the dash is Q*', next, (action) => ({
        marked: action === chosen,
      })),
    ],
    at: 'nextState',
  };
}

/** What the max picked, and how that compares with the best of the tried actions. */
function pickStage(context: RowContext, { values }: RowUpdate, softmax: boolean): Stage {
  const { nextState, counts } = context;
  const { next, chooser, backup } = values;
  const base = nextState * ACTION_COUNT;
  if (softmax) {
    return {
      id: 'pick',
      title: 'The softmax averages',
      text: `This CQL backs up Σ softmax(Q̄)·Q̄, the value of the policy that its theorem is about, not the largest value: ${value(backup[0])} instead of ${value(Math.max(...next))}.`,
      formula: `Σ softmax(Q̄)·Q̄ = ${value(backup[0])}`,
      bars: [barsOf(context, nextState, 'Q̄(s′, ·)', next)],
      at: 'nextState',
    };
  }
  const chosen = largest(chooser ?? next);
  const picked = next[chosen];
  const seen = next.filter((_, action) => counts[base + action] > 0);
  const untried = counts[base + chosen] === 0;
  const alternative =
    seen.length === 0
      ? ''
      : ` The best action that was tried there is believed to be worth ${value(Math.max(...seen))}.`;
  const who = chooser ? 'The online network chooses' : 'The max picks';
  return {
    id: 'pick',
    title: untried ? 'The max picks what nobody tried' : 'The max picks',
    text: untried
      ? `${who} ${ACTIONS[chosen]}: ${value(picked)}, an action that the data never took in s′. Nothing will ever correct it.${alternative}`
      : `${who} ${ACTIONS[chosen]}: ${value(picked)}, an action that the data took ${counts[base + chosen] === 1 ? 'once' : `${counts[base + chosen]} times`} in s′.`,
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
  { values, gradients, drawnAction, hyper }: RowUpdate,
): Stage {
  const { state, action, counts } = context;
  const push = gradients.penalty.q.map((g) => -g);
  const bars = barsOf(
    context,
    state,
    'Q(s, ·), and which way the penalty moves it',
    values.q,
    (a) => ({
      push: push[a],
      marked: a === action,
    }),
  );
  const untried = ACTIONS.filter((_, a) => counts[state * ACTION_COUNT + a] === 0);
  if (drawnAction !== null) {
    const identity =
      drawnAction === action
        ? 'This time it drew the very action that was taken, and the two pushes cancel.'
        : `This time it drew ${ACTIONS[drawnAction]}.`;
    return {
      id: 'penalty',
      title: 'The sketched penalty pushes one drawn action',
      text: `The sketch draws one random action and calls its value a logsumexp: a logsumexp over one number is that number. ${identity} However low that value is already, the push is a full 1.`,
      formula: `Q(s, ã) − Q(s, a) = ${value(values.gap[0])}`,
      bars: [bars],
      at: 'state',
    };
  }
  const names = untried.length === 0 ? '' : ` Never tried here: ${untried.join(', ')}.`;
  return {
    id: 'penalty',
    title: 'The penalty pushes down what stands high, and up what was taken',
    text: `Every action is pushed down by its softmax share, the taken one is pushed up by 1: in all nothing is gained or lost.${names} An action that already lies low is hardly pushed any more.`,
    formula: `logsumexp Q(s, ·) − Q(s, a) = ${value(values.gap[0])}; push = onehot(a) − softmax Q(s, ·), weighed by α = ${hyper.alpha}`,
    bars: [bars],
    at: 'state',
  };
}

function sumStage(context: RowContext, { values, gradients, hyper }: RowUpdate): Stage {
  const { action, state } = context;
  const [pull, push] = [-gradients.bellman.q[action], -hyper.alpha * gradients.penalty.q[action]];
  return {
    id: 'sum',
    title: 'Both together',
    text: `Pull to the target plus α times the push. On the taken action: ${signed(pull)} and ${signed(push)}, together ${signed(-gradients.total.q[action])}.`,
    formula: `total = bellman + α·penalty, α = ${hyper.alpha}`,
    bars: [
      barsOf(context, state, 'Q(s, ·), and which way the update moves it', values.q, (a) => ({
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
