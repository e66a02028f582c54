import type { RowUpdate } from '../../../../experiment/microscope';
import { ACTION_COUNT, ACTIONS } from '../../../../mdp/types';
import { formatPlain, formatSigned, formatValue } from '../../../../texts/format';
import { stages } from '../../../../texts/stages';
import type { ActionBar, Bars, RowContext, Stage } from './types';

export const value = (number: number) => formatValue(number, 3);
export const signed = (number: number) => formatSigned(number, 3);

/** Whether a record has all of these names. */
export function has(record: Readonly<Record<string, unknown>> | undefined, ...names: string[]) {
  return names.every((name) => record?.[name] !== undefined);
}

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

/** Actions of a state in which the truth stands in the place of the target's values. */
export function putInAt({ oracle }: RowContext, state: number): readonly number[] {
  if (oracle === null || !oracle.reached) return [];
  return ACTIONS.map((_, action) => action).filter(
    (action) => oracle.pairs[state * ACTION_COUNT + action] === 1,
  );
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
  const t = stages().row;
  const facts = {
    place: place(state),
    action,
    reward,
    next: place(nextState),
    stayed: nextState === state,
    end: terminal ? ('terminal' as const) : truncated ? ('cut' as const) : null,
  };
  return {
    id: 'row',
    title: t.title,
    text: t.text(facts),
    formula: t.formula(facts),
    bars: [],
    at: 'state',
  };
}

export function endStage(context: RowContext): Stage {
  return {
    id: 'next',
    title: stages().end.title,
    text: stages().end.text(context.place(context.nextState)),
    bars: [],
    at: 'nextState',
  };
}

export function targetStage(context: RowContext, { values }: RowUpdate, name: string): Stage {
  const { state, action, reward, gamma, terminal, optimalQ } = context;
  const [y] = values.target;
  const truth = optimalQ[state * ACTION_COUNT + action];
  // What three decimals do not show is none.
  const excess = Math.abs(y - truth) <= 5e-4 ? 0 : y - truth;
  const carried = `${formatPlain(gamma)} × ${value(values.backup?.[0] ?? 0)}`;
  const t = stages().target;
  return {
    id: 'target',
    title: excess > 0 ? t.inflates : t.title,
    text: t.text(truth, excess),
    formula: terminal
      ? `y = r = ${value(y)}`
      : `y = r + γ·${name} = ${formatValue(reward)} + ${carried} = ${value(y)}`,
    bars: [],
    ...(terminal ? {} : { carried }),
    at: 'state',
  };
}

export function pullStage(
  context: RowContext,
  q: readonly number[],
  y: number,
  gradient: readonly number[],
  name: string,
): Stage {
  const { action, state } = context;
  const error = q[action] - y;
  return {
    id: 'pull',
    title: stages().pull.title,
    text: stages().pull.text(action, q[action], y),
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
