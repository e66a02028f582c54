import type { RowUpdate } from '../../../../experiment/microscope';
import { ACTION_COUNT, ACTIONS } from '../../../../mdp/types';
import { formatSigned, formatValue } from '../../../../texts/format';
import type { ActionBar, Bars, RowContext, Stage } from './types';

export const value = (number: number) => formatValue(number, 3);
export const signed = (number: number) => formatSigned(number, 3);

export function barsOf(
  context: RowContext,
  state: number,
  title: string,
  values: readonly number[],
  more: (action: number) => Partial<ActionBar> = () => ({}),
): Bars {
  return {
    title,
    kind: 'values',
    actions: ACTIONS.map((_, action) => {
      const pair = state * ACTION_COUNT + action;
      const [count, truth] = [context.counts[pair], context.optimalQ[pair]];
      return { value: values[action], count, truth, ...more(action) };
    }),
  };
}

export function probabilitiesOf(
  context: RowContext,
  title: string,
  policy: readonly number[],
  gradient: readonly number[],
): Bars {
  const bars = barsOf(context, context.state, title, policy, (action) => ({
    truth: null,
    push: -gradient[action],
    marked: action === context.action,
  }));
  return { ...bars, kind: 'probabilities' };
}

export function largest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

export function rowStage(context: RowContext): Stage {
  const { state, nextState, action, reward, terminal, truncated, place } = context;
  const end = terminal
    ? ' The episode ends there: nothing comes after it.'
    : truncated
      ? ' The episode was cut off there, which is no end: what comes after still counts.'
      : '';
  const moved =
    nextState === state ? 'and stayed where it was' : `and arrived at ${place(nextState)}`;
  return {
    id: 'row',
    title: 'The row',
    text: `In ${place(state)} the behaviour went ${ACTIONS[action]}, was paid ${formatValue(reward)} ${moved}.${end} This is all that the update is told of the world.`,
    formula: `(s, a, r, s′${terminal ? ', end' : ''}) = (${place(state)}; ${ACTIONS[action]}; ${formatValue(reward)}; ${place(nextState)})`,
    bars: [],
    at: 'state',
  };
}

export function endStage(context: RowContext): Stage {
  return {
    id: 'next',
    title: 'Nothing comes after the end',
    text: `${context.place(context.nextState)} ends the episode, so nothing is backed up: d = 1, and the target is the reward alone. Such rows are where true value enters.`,
    bars: [],
    at: 'nextState',
  };
}

export function targetStage(context: RowContext, { values }: RowUpdate, name: string): Stage {
  const { state, action, reward, gamma, terminal, optimalQ } = context;
  const [y] = values.target;
  const truth = optimalQ[state * ACTION_COUNT + action];
  const excess = y - truth;
  const verdict =
    excess > 5e-4
      ? `No policy can earn more than Q*(s,a) = ${value(truth)} from here: this target promises ${value(excess)} too much, and it is what the network is pulled to.`
      : `The best that is possible from here is Q*(s,a) = ${value(truth)}; this target lies ${Math.abs(excess) <= 5e-4 ? 'on it' : `${value(-excess)} below`}.`;
  return {
    id: 'target',
    title: excess > 5e-4 ? 'The target inflates' : 'The target',
    text: verdict,
    formula: terminal
      ? `y = r = ${value(y)}`
      : `y = r + γ·${name} = ${formatValue(reward)} + ${gamma} × ${value(values.backup[0])} = ${value(y)}`,
    bars: [],
    at: 'state',
  };
}

export function pullStage(
  context: RowContext,
  q: readonly number[],
  y: number,
  gradient: readonly number[],
  name = 'Q(s, ·)',
): Stage {
  const { action, state } = context;
  const error = q[action] - y;
  return {
    id: 'pull',
    title: 'The value is pulled to the target',
    text: `Only the action that was taken is compared: ${ACTIONS[action]} is believed to be worth ${value(q[action])} and is pulled ${error > 0 ? 'down' : 'up'} to ${value(y)}. The other three move only because they share the network’s weights.`,
    formula: `(Q(s,a) − y)² = (${value(q[action])} − ${value(y)})² = ${value(error ** 2)}; −∂/∂Q(s,a) = ${signed(-gradient[action])}`,
    bars: [
      barsOf(context, state, name, q, (other) => ({
        push: -gradient[other],
        marked: other === action,
        dimmed: other !== action,
      })),
    ],
    at: 'state',
  };
}
