import { describe, expect, it } from 'vitest';
import { nodeWasmPaths } from '../../src/engine/node';
import { readArguments, UsageError } from './arguments';
import { makeContender } from './contenders';
import { allGroups, quickGroups } from './groups';
import { measureGroup, median } from './measure';
import { jsonLine, report } from './report';
import type { Entrant, Group } from './types';
import { buildWorkload, openWorld, settingsOf } from './workload';

const SMALL = {
  learners: ['cql', 'cql-2'],
  seeds: 2,
  width: 16,
  batch: 32,
  'cql-2.alpha': 0.025,
  'cql.backup': 'max',
  'cql-2.backup': 'max',
};
const REFERENCE: Entrant = { backend: 'cpu', way: 'composed' };

async function valuesAfter(
  entrant: Entrant,
  steps: number,
  difference = {},
): Promise<readonly number[]> {
  const workload = buildWorkload({ ...SMALL, ...difference });
  const contender = await makeContender(entrant, workload, nodeWasmPaths());
  await contender.enter();
  try {
    for (let i = 0; i < steps; i++) contender.step();
    await contender.settle();
    return [...(await contender.values())];
  } finally {
    contender.dispose();
  }
}

const largestDifference = (a: readonly number[], b: readonly number[]) => {
  expect(a.length).toBe(b.length);
  return Math.max(...a.map((value, i) => Math.abs(value - b[i])));
};

describe('what is timed', () => {
  const entrants: Entrant[] = [
    { backend: 'wasm', way: 'simd' },
    { backend: 'wasm', way: 'composed' },
    { backend: 'cpu', way: 'textbook' },
    { backend: 'wasm', way: 'textbook' },
    { backend: 'wasm', way: 'jax-js' },
    { backend: 'wasm', way: 'jax-js-stack' },
  ];

  it.each(entrants)('trains the same network: $backend, $way', async (entrant) => {
    const start = await valuesAfter(REFERENCE, 0);
    const expected = await valuesAfter(REFERENCE, 20);
    expect(largestDifference(start, expected)).toBeGreaterThan(0.02);
    expect(largestDifference(await valuesAfter(entrant, 20), expected)).toBeLessThan(1e-4);
  });

  it('peers train on dense encodings too', async () => {
    const spread = { ...openWorld(8), 'data.size': 500, encoding: 'fourier' };
    const expected = await valuesAfter(REFERENCE, 10, spread);
    for (const way of ['textbook', 'jax-js-stack'] as const) {
      const values = await valuesAfter({ backend: 'wasm', way }, 10, spread);
      expect(largestDifference(values, expected)).toBeLessThan(1e-4);
    }
  });

  it('peers refuse what is not plain CQL', () => {
    const workload = buildWorkload({ learners: ['dqn'], width: 16, batch: 32 });
    const refused = makeContender({ backend: 'wasm', way: 'jax-js' }, workload, nodeWasmPaths());
    return expect(refused).rejects.toThrow('The peers train plain CQL only, and dqn is');
  });
});

describe('cases', () => {
  it.each([
    ['all', allGroups()],
    ['quick', quickGroups()],
  ])('%s: settings are legal, backends exist where they run', (_, groups) => {
    for (const { where, differences, entrants } of groups) {
      expect(differences.length).toBeGreaterThan(0);
      for (const difference of differences)
        expect(settingsOf(difference)).toMatchObject({ scenario: 'extrapolation' });
      expect(entrants.length).toBeGreaterThan(0);
      if (where === 'node') expect(entrants.map(({ backend }) => backend)).not.toContain('webgl');
    }
  });

  it('a setting that is not legal is refused by name', () => {
    expect(() => settingsOf({ seeds: 17 })).toThrow(/seeds/);
  });

  it('in the spread workload hardly any state repeats', () => {
    const spread = allGroups().find(({ name }) => name.includes('spread'));
    const { about, spec } = buildWorkload(spread?.differences[0] ?? {});
    expect(spec.learners.length * spec.seeds).toBe(20);
    expect(about).toMatchObject({ batch: 128, width: 64, world: 1600, rows: 100_000 });
    expect(about.distinctStates).toBeGreaterThan(0.9 * about.batch);
  });
});

describe('the report', () => {
  const group: Group = {
    name: 'small',
    where: 'node',
    differences: [SMALL],
    entrants: [
      { backend: 'wasm', way: 'simd' },
      { backend: 'wasm', way: 'composed' },
      { backend: 'wasm', way: 'textbook' },
    ],
  };

  it('has a line a case that parses, and ratios against the peer', async () => {
    const effort = { repetitions: 3, milliseconds: 1 };
    const { lines, faults } = await measureGroup(group, effort, nodeWasmPaths());
    expect(faults).toEqual([]);
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      const parsed = JSON.parse(jsonLine(line));
      expect(parsed).toMatchObject({ where: 'node', batch: 32, world: 104, repetitions: 3 });
      expect(parsed.networks).toBe(line.implementation === 'textbook' ? 1 : 4);
      expect(line.msPerJointStep).toBeGreaterThanOrEqual(line.bestMsPerJointStep);
      expect(line.networkStepsPerSecond * line.msPerNetworkStep).toBeCloseTo(1000, 6);
    }
    const [simd, composed] = lines;
    expect(simd.kernelLaunchesPerStep).toBeNull();
    expect(composed.kernelLaunchesPerStep).toBeGreaterThan(40);
    expect(report(lines)).toMatch(/\| textbook tfjs \| wasm \| 1 \|.*\| 1\.0× \(1\.0×\) \|/);
  });

  it('says how the cost grows over several workloads, the smallest alone being no growth', async () => {
    const entrants: Entrant[] = [{ backend: 'wasm', way: 'simd' }];
    const sweep = { ...group, differences: [SMALL, { ...SMALL, seeds: 4 }], entrants };
    const { lines } = await measureGroup(
      sweep,
      { repetitions: 2, milliseconds: 1 },
      nodeWasmPaths(),
    );
    expect(lines.map(({ seeds }) => seeds)).toEqual([2, 4]);
    const [small, large] = lines;
    const doubled = { ...large, bestMsPerJointStep: 2 * small.bestMsPerJointStep };
    expect(report([small, doubled])).toMatch(/\| 1\.0× \|.*\n.*\| 2\.0× \|/);
  });

  it('leaves out what this device does not have, with a sentence', async () => {
    const entrants: Entrant[] = [
      { backend: 'webgl', way: 'composed' },
      { backend: 'wasm', way: 'simd' },
    ];
    const effort = { repetitions: 1, milliseconds: 1 };
    const measured = await measureGroup({ ...group, entrants }, effort, nodeWasmPaths());
    expect(measured.faults).toEqual([
      expect.stringMatching(/^small: webgl\/composed is left out: .*webgl/),
    ]);
    expect(measured.lines.map(({ implementation }) => implementation)).toEqual(['simd']);
  });

  it('takes the middle of the repetitions', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});

describe('arguments', () => {
  it('are read, and refused with a sentence', () => {
    expect(readArguments(['--quick', '--only', 'node', '--repeat', '3'])).toEqual({
      quick: true,
      places: ['node'],
      repetitions: 3,
    });
    expect(readArguments([])).toMatchObject({ places: ['node', 'browser'] });
    for (const args of [['--only', 'moon'], ['--repeat', '0'], ['--fast']]) {
      expect(() => readArguments(args)).toThrow(UsageError);
    }
  });
});
