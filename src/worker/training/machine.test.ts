import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INITIAL, type MachineEvent, type MachineState, transition } from './machine';

const event: fc.Arbitrary<MachineEvent> = fc.oneof(
  fc.constant<MachineEvent>({ type: 'configured' }),
  fc.record({
    type: fc.constant('run' as const),
    until: fc.integer({ min: -5, max: 400 }),
    settles: fc.constantFrom('done' as const, 'paused' as const),
  }),
  fc.constant<MachineEvent>({ type: 'pause' }),
  fc.constant<MachineEvent>({ type: 'ended' }),
  fc.constant<MachineEvent>({ type: 'failed' }),
);

/** A machine somewhere, reached by legal events and legal training only. */
const reached = fc.array(fc.tuple(event, fc.nat({ max: 50 })), { maxLength: 30 }).map((history) =>
  history.reduce<MachineState>((state, [next, steps]) => {
    const after = transition(state, next);
    if (after.status !== 'running') return after;
    const step = Math.min(after.until, after.step + steps);
    return transition(after, { type: 'advanced', step });
  }, INITIAL),
);

describe('the run as a state machine', () => {
  it('runs to its end and is done there', () => {
    let state = transition(INITIAL, { type: 'run', until: 100, settles: 'done' });
    expect(state.status).toBe('running');
    state = transition(state, { type: 'advanced', step: 60 });
    expect(state.status).toBe('running');
    state = transition(state, { type: 'advanced', step: 100 });
    expect(state).toMatchObject({ status: 'done', step: 100 });
  });

  it('is done before where what it ran for has come', () => {
    let state = transition(INITIAL, { type: 'run', until: 6000, settles: 'done' });
    state = transition(state, { type: 'advanced', step: 2850 });
    expect(transition(state, { type: 'ended' })).toMatchObject({ status: 'done', step: 2850 });
    const paused = transition(state, { type: 'pause' });
    expect(transition(paused, { type: 'ended' })).toBe(paused);
  });

  it('pauses after a single measured step', () => {
    const state = transition(INITIAL, { type: 'run', until: 50, settles: 'paused' });
    expect(transition(state, { type: 'advanced', step: 50 }).status).toBe('paused');
  });

  it('goes on from a pause and from the end', () => {
    let state = transition(INITIAL, { type: 'run', until: 100, settles: 'done' });
    state = transition(transition(state, { type: 'advanced', step: 10 }), { type: 'pause' });
    expect(state).toMatchObject({ status: 'paused', step: 10 });
    state = transition(state, { type: 'run', until: 100, settles: 'done' });
    state = transition(state, { type: 'advanced', step: 100 });
    state = transition(state, { type: 'run', until: 200, settles: 'done' });
    expect(state).toMatchObject({ status: 'running', step: 100, until: 200 });
  });

  it('never trains while paused, idle, done or failed', () => {
    fc.assert(
      fc.property(reached, fc.nat({ max: 500 }), (state, step) => {
        fc.pre(state.status !== 'running');
        expect(() => transition(state, { type: 'advanced', step })).toThrow();
      }),
    );
  });

  it('pausing, running and failing leave the number of steps alone', () => {
    fc.assert(
      fc.property(reached, event, (state, next) => {
        fc.pre(next.type !== 'configured');
        expect(transition(state, next).step).toBe(state.step);
      }),
    );
  });

  it('stays failed until it is configured again', () => {
    fc.assert(
      fc.property(reached, event, (state, next) => {
        const after = transition(transition(state, { type: 'failed' }), next);
        expect(after.status).toBe(next.type === 'configured' ? 'idle' : 'failed');
      }),
    );
  });

  it('refuses to go back or beyond its end', () => {
    const state = transition(transition(INITIAL, { type: 'run', until: 100, settles: 'done' }), {
      type: 'advanced',
      step: 40,
    });
    expect(() => transition(state, { type: 'advanced', step: 39 })).toThrow(/step 40 to 39/);
    expect(() => transition(state, { type: 'advanced', step: 101 })).toThrow(RangeError);
  });

  it('ignores a run to a step that lies behind', () => {
    const state = transition(INITIAL, { type: 'run', until: 0, settles: 'done' });
    expect(state).toEqual(INITIAL);
  });
});
