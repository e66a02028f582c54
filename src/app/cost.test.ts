import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCost, secondsOf, typicalThroughput, workOf } from './cost';
import { defaultSettings } from './state/testing';

const settings = { ...defaultSettings(), speed: 'max' };

describe('what a run costs', () => {
  it('grows with everything that makes it dearer', () => {
    const base = workOf(settings, 104);
    for (const more of [
      { seeds: 2 },
      { width: 128 },
      { batch: 256 },
      { learners: ['dqn', 'cql', 'iql', 'bc', 'cql-2'] },
    ]) {
      expect(workOf({ ...settings, ...more }, 104)).toBeGreaterThan(base);
    }
    expect(workOf(settings, 1600)).toBeGreaterThan(base);
    expect(workOf({ ...settings, seeds: 16 }, 104)).toBe(16 * base);
    expect(secondsOf({ ...settings, steps: 2100 }, 104, 1e9)).toBeCloseTo(
      2 * secondsOf({ ...settings, steps: 1050 }, 104, 1e9),
      9,
    );
  });

  it('counts the products of a step as they are', () => {
    // One BC of width 8 on two features, a batch of one: 3 passes of 2·(2·8 + 8·8 + 8·4) operations.
    const one = { learners: ['bc'], seeds: 1, width: 8, batch: 1, encoding: 'xy' };
    expect(workOf(one, 50) - 20_000 - 20 * 112).toBeCloseTo(3 * 2 * 112, 6);
  });

  it('is no shorter than the speed that was chosen allows', () => {
    expect(secondsOf({ ...settings, steps: 600, speed: 'slow' }, 104, 1e12)).toBe(10);
  });

  it('is a guess until the device is measured, and none where graphics processors decide', () => {
    const engine = (backend: 'webgl' | 'wasm' | 'cpu', implementation: string) => ({
      backend,
      implementation,
      reason: '',
    });
    expect(typicalThroughput(engine('webgl', 'composed'))).toBeNull();
    const [cpu, composed, simd] = [
      engine('cpu', 'composed'),
      engine('wasm', 'composed'),
      engine('wasm', 'simd'),
    ].map((one) => typicalThroughput(one) ?? 0);
    expect(cpu).toBeLessThan(composed);
    expect(composed).toBeLessThan(simd);
    expect(typicalThroughput(null)).toBe(simd);
  });

  it('is said in round words, and not at all of a short run', () => {
    expect([0.4, 9.9, 12, 42, 94, 130, 5000, 9000, Number.NaN].map(describeCost)).toEqual([
      '',
      '',
      'about 10 s',
      'about 40 s',
      'about 95 s',
      'about 2 min',
      'about 83 min',
      'about 3 h',
      '',
    ]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (seconds) => {
        expect(describeCost(seconds)).toMatch(/^(about [1-9]\d* (s|min|h))?$/);
      }),
    );
  });
});
