import { describe, expect, it } from 'vitest';
import { createSimdStack } from '../engine/simd/stack';
import { keeps, runsOf } from './claims';
import { runExperiment } from './headless';
import { PROMISES } from './promises';
import { SCENARIOS } from './scenarios';
import { resolveSettings } from './settings/parse';
import type { SeedSnapshot, Truth } from './types';

async function verdictOf(given: Record<string, unknown>) {
  const { settings, notices } = resolveSettings(given);
  expect(notices).toEqual([]);
  const { snapshot } = await runExperiment({ settings, createStack: createSimdStack });
  return snapshot;
}

describe('a claim', () => {
  const truth: Truth = {
    optimal: 1,
    behavior: 0.5,
    bcTarget: 0.5,
    inSupport: 0.8,
    inSupportHalting: 0.8,
    plannedFromData: 0.8,
    random: 0,
  };
  const run = { bc: { trueReturn: 0.4 } as SeedSnapshot };
  const value = () => 0.4;

  it('is kept between its bounds, both included', () => {
    expect(keeps({ value, low: 0.4, high: 0.4 }, run, truth)).toBe(true);
    expect(keeps({ value, low: 0.41 }, run, truth)).toBe(false);
    expect(keeps({ value, high: 0.39 }, run, truth)).toBe(false);
  });

  it('takes its bounds from the truth where it says so', () => {
    expect(keeps({ value, high: ({ inSupport }) => inSupport / 2 }, run, truth)).toBe(true);
    expect(keeps({ value, low: ({ inSupport }) => inSupport }, run, truth)).toBe(false);
  });

  it('is not kept by a run that lacks the number', () => {
    expect(keeps({ value: () => null, high: 1 }, run, truth)).toBe(false);
    expect(keeps({ value: () => Number.NaN, high: 1 }, run, truth)).toBe(false);
  });
});

describe('the promises', () => {
  it('are those of the shipped scenarios', () => {
    expect(Object.keys(PROMISES)).toEqual(SCENARIOS.map(({ id }) => id));
  });

  it.each(Object.entries(PROMISES))('of %s can be broken', (_, { claims }) => {
    expect(claims.length).toBeGreaterThan(0);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    for (const { low, high } of claims) expect(low ?? high).toBeDefined();
  });

  it('of the default scenario do not hold of learners that have not been trained', async () => {
    const snapshot = await verdictOf({ scenario: 'extrapolation', steps: 1 });
    const [run] = runsOf(snapshot);
    const kept = PROMISES.extrapolation.claims.filter((claim) => keeps(claim, run, snapshot.truth));
    expect(kept.map(({ id }) => id)).not.toContain('dqn-believes-too-much');
    expect(kept.map(({ id }) => id)).not.toContain('iql-earns');
    expect(kept.map(({ id }) => id)).not.toContain('bc-imitates');
  });
});
