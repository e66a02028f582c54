import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canSettle,
  endingOf,
  goesOnline,
  lastEditOf,
  MOST_STEPS,
  mostSteps,
  namedSteps,
  nextStop,
} from './ending';
import { resolveSettings } from './settings/parse';

const AUTO = { steps: 'auto' } as const;

describe('the steps of a run', () => {
  it('are those that the settings name, or as many as settling is given', () => {
    expect([namedSteps({ steps: 900 }), mostSteps({ steps: 900 })]).toEqual([900, 900]);
    expect([namedSteps(AUTO), mostSteps(AUTO)]).toEqual([null, MOST_STEPS]);
    const { settings, notices } = resolveSettings({ steps: 'Auto' });
    expect([settings.steps, notices]).toEqual(['auto', []]);
  });

  it('are waited for where a learner is on that can settle', () => {
    const on = (learners: string) => canSettle(resolveSettings({ learners }).settings);
    expect(['cql', 'iql-2', 'bc,dqn,cql-sketch', 'dqn', 'bc', 'dqn,bc'].map(on)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('are counted from the last edit that has been made', () => {
    const edits = [100, 700, 700, 2000].map((step) => ({ step, key: 'cql.alpha', value: 1 }));
    expect([0, 99, 100, 1999, 2000].map((step) => lastEditOf(edits, step))).toEqual([
      0, 0, 100, 700, 2000,
    ]);
    expect(lastEditOf([])).toBe(0);
  });
});

describe('where a run stops', () => {
  it('is its end, and then as many steps again', () => {
    const named = { steps: 900 };
    expect([0, 899, 900, 1000].map((step) => nextStop(named, step, 0, null))).toEqual([
      900, 900, 1800, 1800,
    ]);
    expect([0, 5999, 6000].map((step) => nextStop(AUTO, step, 0, null))).toEqual([
      6000, 6000, 12000,
    ]);
    const settled = { step: 2850, reason: 'settled' } as const;
    expect([2850, 4000, 5700].map((step) => nextStop(AUTO, step, 0, settled))).toEqual([
      5700, 5700, 8550,
    ]);
    const unsettled = { step: 6000, reason: 'unsettled' } as const;
    expect(nextStop(AUTO, 6000, 0, unsettled)).toBe(12_000);
  });

  it('is put off by an edit only where the run is left to settle', () => {
    expect(nextStop({ steps: 900 }, 500, 400, null)).toBe(900);
    expect(nextStop(AUTO, 500, 400, null)).toBe(6400);
    expect(nextStop(AUTO, 3200, 2850, { step: 3650, reason: 'settled' })).toBe(3650);
  });

  it('lies ahead, always', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 1, max: 200_000 }), fc.constant('auto')),
        fc.nat(300_000),
        fc.nat(300_000),
        (steps, lastEdit, since) => {
          const step = lastEdit + since;
          expect(nextStop({ steps }, step, lastEdit, null)).toBeGreaterThan(step);
        },
      ),
    );
  });
});

describe('how a run has ended', () => {
  const still = { settledAt: null, canSettle: true };
  it('says why', () => {
    expect(endingOf({ steps: 900 }, 899, 0, still)).toBeNull();
    expect(endingOf({ steps: 900 }, 1000, 0, still)).toEqual({ step: 900, reason: 'steps' });
    expect(endingOf(AUTO, 5999, 0, still)).toBeNull();
    expect(endingOf(AUTO, 6000, 0, still)).toEqual({ step: 6000, reason: 'unsettled' });
    expect(endingOf(AUTO, 6000, 0, { ...still, canSettle: false })?.reason).toBe('cap');
    expect(endingOf(AUTO, 3000, 0, { settledAt: 2850, canSettle: true })).toEqual({
      step: 2850,
      reason: 'settled',
    });
    // Whether it has settled says nothing about a run that names its steps.
    expect(endingOf({ steps: 4000 }, 3000, 0, { settledAt: 2850, canSettle: true })).toBeNull();
  });

  it('waits for nothing to settle where somebody acts', () => {
    const online = { ...AUTO, 'online.learners': ['dqn'] };
    const settled = { settledAt: 2850, canSettle: true };
    expect(endingOf(online, 5999, 0, settled)).toBeNull();
    expect(endingOf(online, 6000, 0, settled)).toEqual({ step: 6000, reason: 'cap' });
    expect(endingOf(online, 8849, 2850, still)).toBeNull();
    expect(endingOf(online, 8850, 2850, still)).toEqual({ step: 8850, reason: 'cap' });
    const later = { ...online, 'online.from': 4000 };
    expect(endingOf(later, 9999, 0, settled)).toBeNull();
    expect(endingOf(later, 10_000, 0, settled)?.step).toBe(10_000);
    expect([0, 4000, 10_000].map((step) => nextStop(later, step, 0, null))).toEqual([
      10_000, 10_000, 16_000,
    ]);
    expect([mostSteps(online), mostSteps(later)]).toEqual([MOST_STEPS, 10_000]);
    expect(endingOf({ ...later, steps: 900 }, 900, 0, still)?.reason).toBe('steps');
    const on = resolveSettings({ 'online.learners': 'bc' }).settings;
    expect([canSettle(on), goesOnline(on), goesOnline({})]).toEqual([false, true, false]);
  });

  it('is undone by a later edit, until the run ends again', () => {
    expect(endingOf({ steps: 900 }, 950, 920, still)).toBeNull();
    expect(endingOf({ steps: 900 }, 1800, 920, still)).toEqual({ step: 1800, reason: 'steps' });
    expect(endingOf({ steps: 900 }, 900, 900, still)).toBeNull();
    expect(endingOf(AUTO, 6000, 2850, still)).toBeNull();
    expect(endingOf(AUTO, 8850, 2850, still)).toEqual({ step: 8850, reason: 'unsettled' });
  });
});
