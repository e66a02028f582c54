import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RungTimes } from '../../engine/choice';
import { nodeWasmPaths } from '../../engine/node';
import type { Finding } from '../../engine/probe';
import * as stacks from '../../engine/stack';
import { buildProblem } from '../../experiment/problem';
import { resolveSettings } from '../../experiment/settings/parse';
import type { Settings } from '../../experiment/types';
import { probeRungs } from './probe';
import type { ProbeRequest } from './protocol';

const settings: Settings = {
  ...resolveSettings({}).settings,
  width: 8,
  batch: 8,
  'data.size': 60,
};
const { world, dataset, automaticScale } = buildProblem(settings);
const software = { available: true, hardware: false, renderer: 'SwiftShader' };

async function probed(
  changes: Partial<ProbeRequest> = {},
  webgl = software,
  now = () => performance.now(),
): Promise<RungTimes> {
  const found: Record<string, unknown> = {};
  await probeRungs(
    { settings, world, dataset, automaticScale, without: [], ...changes },
    { wasmPaths: nodeWasmPaths(), webgl, now },
    (finding: Finding) => {
      if (finding.type === 'found') found[finding.backend] = finding.rung;
    },
  );
  return found as RungTimes;
}

afterEach(() => vi.restoreAllMocks());

describe('timing the rungs of a device', () => {
  it('really trains on each, and leaves software WebGL alone', async () => {
    const times = await probed();
    expect(times.webgl).toEqual({
      missing: 'Not timed: no hardware GPU found; WebGL here is software (SwiftShader).',
    });
    expect(times.wasm).toMatchObject({ implementation: 'simd', ms: expect.any(Number) });
    expect(times.cpu).toMatchObject({ implementation: 'composed', ms: expect.any(Number) });
  });

  it('takes sketched losses, several seeds and other encodings as they are', async () => {
    const times = await probed({
      settings: {
        ...settings,
        seeds: 3,
        encoding: 'fourier',
        learners: ['cql'],
        'cql.penalty': 'sampled-sketch',
      },
      without: ['cpu', 'webgl'],
    });
    expect(Object.keys(times)).toEqual(['wasm']);
    expect(times.wasm).toMatchObject({ implementation: 'simd' });
  });

  it('says of a rung that does not start why, in a sentence', async () => {
    const times = await probed({}, { available: true, hardware: true, renderer: 'a GPU' });
    expect(times.webgl).toEqual({ missing: expect.stringMatching(/^WebGL did not start/) });
    expect(times.wasm).toHaveProperty('ms');
  });

  it('does not time a rung that computes wrong numbers', async () => {
    const { startStacks } = stacks;
    vi.spyOn(stacks, 'startStacks').mockImplementation(async (backend, options, sample) => {
      const maker = await startStacks(backend, options, sample);
      if (backend !== 'wasm') return maker;
      return {
        ...maker,
        createStack(spec) {
          const [first, ...others] = spec.learners;
          const learningRate = first.hyper.learningRate.map((rate) => rate * 50);
          const wrong = { ...first, hyper: { ...first.hyper, learningRate } };
          return maker.createStack({ ...spec, learners: [wrong, ...others] });
        },
      };
    });
    const times = await probed({ without: ['cpu'] });
    expect(times.wasm).toEqual({
      missing: expect.stringMatching(/^WASM computes wrongly here: .* is off by \d+\u00a0%\.$/),
    });
  });

  it('does not time a rung whose driver was caught computing wrongly', async () => {
    vi.spyOn(stacks, 'startStacks').mockResolvedValue({
      ...stacks.COMPOSED,
      trusted: false,
      caveat: 'The driver is wrong',
    });
    expect((await probed({ without: ['cpu', 'webgl'] })).wasm).toEqual({
      missing: 'The driver is wrong.',
    });
  });

  it('does not begin with plain JavaScript where a step of it would take seconds', async () => {
    let clock = 0;
    const slow = () => {
      clock += 100;
      return clock;
    };
    const times = await probed({ without: ['webgl'] }, software, slow);
    expect(times.wasm).toMatchObject({ ms: 100 });
    expect(times.cpu).toEqual({
      missing:
        'Not timed: a step in plain JavaScript takes many times the 100\u00a0ms of the best.',
    });
  });
});
