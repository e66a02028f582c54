import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RememberedRungs, RungSentences } from './choice';
import { isSoftwareRenderer, ladder, probeWebgl, startLadder } from './ladder';
import { BACKENDS, type BackendName } from './types';

const hardware = { available: true, hardware: true, renderer: 'NVIDIA RTX' };
const software = { available: true, hardware: false, renderer: 'SwiftShader' };
const none = { available: false, hardware: false, renderer: '' };
const first = { pinned: null, remembered: null };
const measured = (backend: BackendName, unusable: RungSentences = {}): RememberedRungs => ({
  best: { backend, why: 'measured to be the fastest' },
  unusable,
});
const names = (rungs: readonly { backend: BackendName }[]) => rungs.map(({ backend }) => backend);

describe('the backend ladder', () => {
  it('takes WebGL first where it is a hardware GPU', () => {
    const rungs = ladder({ ...first, webgl: hardware });
    expect(names(rungs)).toEqual(['webgl', 'wasm', 'cpu']);
    expect(rungs[0].reason).toContain('NVIDIA RTX');
  });

  it('takes WASM where WebGL is software or missing, and says so', () => {
    const rungs = ladder({ ...first, webgl: software });
    expect(names(rungs)).toEqual(['wasm', 'cpu']);
    expect(rungs[0].reason).toBe(
      'WASM: no hardware GPU found; WebGL here is software (SwiftShader)',
    );
    expect(ladder({ ...first, webgl: none })[0].reason).toContain('no WebGL');
  });

  it('puts a pinned backend before a remembered one, software or not', () => {
    const rungs = ladder({ pinned: 'webgl', remembered: measured('cpu'), webgl: software });
    expect(names(rungs)).toEqual(['webgl', 'cpu', 'wasm']);
    expect(rungs[0].reason).toBe('WebGL: pinned by you');
  });

  it('starts on what was measured to be best, and says so', () => {
    const rungs = ladder({ pinned: null, remembered: measured('wasm'), webgl: hardware });
    expect(names(rungs)).toEqual(['wasm', 'webgl', 'cpu']);
    expect(rungs[0].reason).toBe('WASM: measured to be the fastest');
  });

  it('never takes software WebGL by itself, whatever was measured', () => {
    for (const webgl of [software, none]) {
      expect(names(ladder({ pinned: null, remembered: measured('webgl'), webgl }))).toEqual([
        'wasm',
        'cpu',
      ]);
    }
  });

  it('leaves out what does not serve, unless it is pinned, and says why', () => {
    const remembered: RememberedRungs = {
      best: null,
      unusable: { webgl: 'WebGL did not start: no context.' },
    };
    const rungs = ladder({ pinned: null, remembered, webgl: hardware });
    expect(names(rungs)).toEqual(['wasm', 'cpu']);
    expect(rungs[0].reason).toBe('WASM: WebGL did not start: no context.');
    expect(names(ladder({ pinned: 'webgl', remembered, webgl: hardware }))[0]).toBe('webgl');
  });

  it('leaves out what was lost and tells why', () => {
    const rungs = ladder({
      ...first,
      webgl: hardware,
      lost: { webgl: 'the context was taken away' },
    });
    expect(names(rungs)).toEqual(['wasm', 'cpu']);
    expect(rungs[0].reason).toContain('WebGL was lost: the context was taken away');
  });

  it('names every backend at most once, nothing that was lost, and always ends on CPU', () => {
    const backend = fc.option(fc.constantFrom(...BACKENDS), { nil: null });
    const webgl = fc.constantFrom(hardware, software, none);
    const sentences = fc.record(
      { webgl: fc.constant('no'), wasm: fc.constant('no'), cpu: fc.constant('no') },
      { requiredKeys: [] },
    );
    const lost = fc.constantFrom({}, { webgl: 'gone' });
    fc.assert(
      fc.property(
        backend,
        backend,
        sentences,
        webgl,
        lost,
        (pinned, best, unusable, probe, gone) => {
          const remembered = { best: best && { backend: best, why: 'so' }, unusable };
          const order = names(ladder({ pinned, remembered, webgl: probe, lost: gone }));
          expect(new Set(order).size).toBe(order.length);
          expect(order).toContain('cpu');
          for (const name of order) {
            expect(gone).not.toHaveProperty(name);
            if (name !== pinned && name !== 'cpu') expect(unusable).not.toHaveProperty(name);
          }
          if (pinned !== null && !(pinned in gone)) expect(order[0]).toBe(pinned);
          if (pinned !== 'webgl' && !probe.hardware) expect(order).not.toContain('webgl');
        },
      ),
    );
  });

  it('falls to the next rung where one fails, and says what failed', async () => {
    const rungs = ladder({ ...first, webgl: hardware });
    const start = async (name: BackendName) => {
      if (name === 'webgl') throw new Error('The backend webgl did not start.');
    };
    const started = await startLadder(rungs, { wasmPaths: '' }, start);
    expect(started).toEqual({
      backend: 'wasm',
      reason: 'WASM: The backend webgl did not start.',
      failed: { webgl: 'The backend webgl did not start.' },
    });
  });

  it('says so where nothing starts', async () => {
    const start = async () => {
      throw new Error('broken.');
    };
    const rungs = ladder({ ...first, webgl: none });
    await expect(startLadder(rungs, { wasmPaths: '' }, start)).rejects.toThrow(
      'No backend could be started',
    );
  });

  it('finds no WebGL where there is no canvas', () => {
    expect(probeWebgl()).toEqual(none);
  });

  it('knows software renderers by name', () => {
    for (const name of [
      'Google SwiftShader',
      'llvmpipe (LLVM 15.0)',
      'Microsoft Basic Render Driver',
    ]) {
      expect(isSoftwareRenderer(name)).toBe(true);
    }
    expect(isSoftwareRenderer('ANGLE (Apple, Apple M2, OpenGL 4.1)')).toBe(false);
  });
});
