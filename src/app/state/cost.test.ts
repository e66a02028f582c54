import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantiateKernels } from '../../engine/simd/module';
import { createSimdStack } from '../../engine/simd/stack';
import { assembleStack } from '../../experiment/assemble';
import { buildProblem } from '../../experiment/problem';
import type { Settings } from '../../experiment/types';
import { speak } from '../../texts/speak';
import { bytesOf, describeCost, networkBytes, secondsOf, typicalThroughput, workOf } from './cost';
import { defaultSettings } from './testing';

const settings: Settings = { ...defaultSettings(), speed: 'full' };

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
    const one: Settings = {
      ...settings,
      learners: ['bc'],
      seeds: 1,
      width: 8,
      batch: 1,
      encoding: 'xy',
    };
    expect(workOf(one, 50) - 20_000 - 20 * 112).toBeCloseTo(3 * 2 * 112, 6);
  });

  it('is no shorter than the speed that was chosen allows', () => {
    expect(secondsOf({ ...settings, steps: 4200, speed: 'watch' }, 104, 1e12)).toBe(10);
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

  it('names the memory where it is much', () => {
    expect(describeCost(200, 149e6)).toBe('about 3\u00a0min and 150\u00a0MB of memory');
    expect([9e7, 99_999_999, 1e8, 999e6, 1.24e9].map((bytes) => describeCost(1, bytes))).toEqual([
      '',
      '',
      '100\u00a0MB of memory',
      '1\u00a0GB of memory',
      '1.2\u00a0GB of memory',
    ]);
  });

  it('is named in German', async () => {
    await speak('de');
    expect(describeCost(200, 1.24e9)).toBe('etwa 3\u00a0min und 1,2\u00a0GB Speicher');
    await speak('en');
  });

  it.each([
    { seeds: 4, width: 64 },
    { seeds: 16, width: 32, encoding: 'fourier', learners: ['iql', 'cql', 'cql-2'] },
    { seeds: 2, width: 256 },
  ] as const)('counts the memory that the networks really take: %o', (change) => {
    const own = { ...settings, ...change, 'data.size': 100, batch: 8 };
    const problem = buildProblem(own);
    const kernels = instantiateKernels();
    createSimdStack(assembleStack(problem, own), kernels);
    const ratio = networkBytes(own, problem.mdp.states) / kernels.memory.buffer.byteLength;
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.05);
  });

  it.each([
    // What Chromium's process of the page took more than with a page at rest, in bytes, as the run went on.
    ['40 × 40 cells, seven learners, 16 seeds, 100,000 rows', 645e6, 1600, 100_000, 64],
    ['eight cells, the same measured more often', 500e6, 8, 1000, 8],
  ])('comes near to what a browser takes: %s', (_, taken, states, size, width) => {
    const own: Settings = {
      ...settings,
      learners: ['bc', 'dqn', 'cql', 'iql', 'bcq', 'maxmin', 'awac'],
      seeds: 16,
      'data.size': size,
      width,
      steps: 100_000,
      measureEvery: states === 8 ? 10 : 50,
    };
    const ratio = bytesOf(own, states) / taken;
    expect(ratio).toBeGreaterThan(1 / 2.5);
    expect(ratio).toBeLessThan(2);
  });

  it('takes more memory with everything that is kept', () => {
    const base = bytesOf(settings, 104);
    expect(base).toBeGreaterThan(networkBytes(settings, 104));
    expect(base).toBeLessThan(1e8);
    for (const more of [
      { seeds: 2 },
      { width: 128 },
      { 'data.size': 90_000 },
      { measureEvery: 10 },
    ])
      expect(bytesOf({ ...settings, ...more } as Settings, 104)).toBeGreaterThan(base);
    expect(bytesOf(settings, 1600)).toBeGreaterThan(base);
    // What is kept of measurements has an end, however long a run is.
    const long = { ...settings, steps: 1e6 };
    expect(bytesOf({ ...long, measureEvery: 10 }, 1600)).toBe(bytesOf(long, 1600));
  });

  it('is said in round words, and not at all of a short run', () => {
    expect(
      [0.4, 9.9, 12, 42, 94, 130, 5000, 9000, Number.NaN].map((seconds) =>
        describeCost(seconds, 5e6),
      ),
    ).toEqual([
      '',
      '',
      '',
      'about 40\u00a0s',
      'about 95\u00a0s',
      'about 2\u00a0min',
      'about 83\u00a0min',
      'about 3\u00a0h',
      '',
    ]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (seconds) => {
        expect(describeCost(seconds, 0)).toMatch(/^(about [1-9]\d*\u00a0(s|min|h))?$/);
      }),
    );
  });
});
