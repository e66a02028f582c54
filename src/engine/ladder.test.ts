import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSoftwareRenderer, ladder, probeWebgl, startLadder } from './ladder';
import { BACKENDS, type BackendName } from './types';

const hardware = { available: true, hardware: true, renderer: 'NVIDIA RTX' };
const software = { available: true, hardware: false, renderer: 'SwiftShader' };
const none = { available: false, hardware: false, renderer: '' };
const first = { pinned: null, remembered: null };
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
    const rungs = ladder({ pinned: 'webgl', remembered: 'cpu', webgl: software });
    expect(names(rungs)).toEqual(['webgl', 'cpu', 'wasm']);
    expect(rungs[0].reason).toBe('WebGL: pinned by you');
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

  it('names every backend at most once and always ends on a safe one', () => {
    const backend = fc.option(fc.constantFrom(...BACKENDS), { nil: null });
    const webgl = fc.constantFrom(hardware, software, none);
    fc.assert(
      fc.property(backend, backend, webgl, (pinned, remembered, probe) => {
        const order = names(ladder({ pinned, remembered, webgl: probe }));
        expect(new Set(order).size).toBe(order.length);
        expect(order).toEqual(expect.arrayContaining(['wasm', 'cpu']));
        if (pinned !== null) expect(order[0]).toBe(pinned);
      }),
    );
  });

  it('falls to the next rung where one fails, and says what failed', async () => {
    const rungs = ladder({ ...first, webgl: hardware });
    const start = async (name: BackendName) => {
      if (name === 'webgl') throw new Error('The backend webgl did not start.');
    };
    const started = await startLadder(rungs, { wasmPaths: '' }, start);
    expect(started).toEqual({ backend: 'wasm', reason: 'WASM: The backend webgl did not start.' });
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
