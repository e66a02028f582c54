import type { RunStatus } from '../../experiment/types';

/**
 * The run as a state machine (docs/contract.md#the-run). `until` is the step at which it stops by
 * itself and `settles` the status it then takes.
 */
export interface MachineState {
  readonly status: RunStatus;
  /** Training steps taken. */
  readonly step: number;
  readonly until: number;
  readonly settles: 'done' | 'paused';
}

export type MachineEvent =
  /** World, dataset and learners stand at step 0. */
  | { readonly type: 'configured' }
  | { readonly type: 'run'; readonly until: number; readonly settles: 'done' | 'paused' }
  | { readonly type: 'pause' }
  /** A run that was kept stands where it goes on from; what it was told meanwhile holds. */
  | { readonly type: 'restored'; readonly step: number; readonly status: 'paused' | 'done' }
  /** What it trained for has come before `until`. */
  | { readonly type: 'ended' }
  /** Training has arrived at `step`. */
  | { readonly type: 'advanced'; readonly step: number }
  | { readonly type: 'failed' };

/** A run that nothing has happened to. */
export const INITIAL: MachineState = { status: 'idle', step: 0, until: 0, settles: 'done' };

/**
 * The next state. Events that make no sense where the machine stands leave it as it is: a pause of a
 * run that does not run, a run to a step that lies behind, anything but `configured` after a failure.
 *
 * @throws RangeError when training is reported while nothing may train, or goes backwards: both would
 * mean that the loop trains behind the machine's back.
 */
export function transition(state: MachineState, event: MachineEvent): MachineState {
  if (event.type === 'configured') return INITIAL;
  if (event.type === 'failed') return { ...state, status: 'failed' };
  if (state.status === 'failed' && event.type !== 'advanced') return state;
  switch (event.type) {
    case 'run':
      if (event.until <= state.step) return state;
      return { ...state, status: 'running', until: event.until, settles: event.settles };
    case 'pause':
      return state.status === 'running' ? { ...state, status: 'paused' } : state;
    case 'restored': {
      const { step, status } = event;
      if (state.status !== 'running') return { ...state, step, status };
      return { ...state, step, status: step >= state.until ? state.settles : 'running' };
    }
    case 'ended':
      return state.status === 'running' ? { ...state, status: state.settles } : state;
    case 'advanced':
      if (state.status !== 'running')
        throw new RangeError(`A run that is ${state.status} was trained to step ${event.step}.`);
      if (event.step < state.step || event.step > state.until)
        throw new RangeError(
          `Training went from step ${state.step} to ${event.step} on its way to ${state.until}.`,
        );
      return {
        ...state,
        step: event.step,
        status: event.step === state.until ? state.settles : 'running',
      };
  }
}
