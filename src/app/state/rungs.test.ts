import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RungTimes } from '../../engine/choice';
import {
  betterRung,
  type Measurements,
  type Memory,
  measurementFor,
  plannedSizeClass,
  Rungs,
  readMeasurements,
  recall,
  sizeClassOf,
} from './rungs';
import { defaultSettings } from './testing';

const BROWSER = 'Browser 1';
const settings = defaultSettings();
const size = plannedSizeClass(settings) ?? Number.NaN;

function memoryOf(stored = new Map<string, string>()) {
  const memory: Memory = {
    read: (key) => stored.get(key) ?? null,
    write: (key, value) => void stored.set(key, value),
    forget: (key) => void stored.delete(key),
  };
  return { memory, stored };
}

const timed = (ms: number) => ({ ms, implementation: 'some' });
const SIMD_BEST: RungTimes = {
  webgl: { missing: 'Not timed: software.' },
  wasm: { ms: 0.7, implementation: 'simd' },
  cpu: { ms: 46, implementation: 'composed', rough: true },
};

const rung = fc.oneof(
  fc.double({ min: 1e-3, max: 1e5, noNaN: true }).map(timed),
  fc.constant({ missing: 'It is not there.' }),
);
const times: fc.Arbitrary<RungTimes> = fc.record(
  { webgl: rung, wasm: rung, cpu: rung },
  { requiredKeys: [] },
);
const measurements: fc.Arbitrary<Measurements> = fc
  .dictionary(fc.nat(40).map(String), fc.record({ at: fc.nat(), rungs: times }))
  .map((sizes) => ({ ...sizes }));

describe('what is kept between visits', () => {
  it('is read back as it was, by the browser it was measured in', () => {
    const { memory, stored } = memoryOf();
    const rungs = new Rungs(memory, BROWSER);
    rungs.remember(size, { at: 12, rungs: SIMD_BEST });
    const again = new Rungs(memoryOf(stored).memory, BROWSER);
    expect(again.store.getState().measurements).toEqual({ [size]: { at: 12, rungs: SIMD_BEST } });
    expect(again.recall(settings).best?.backend).toBe('wasm');
    const other = new Rungs(memoryOf(stored).memory, 'Browser 2');
    expect(other.store.getState().measurements).toEqual({});
    expect(other.recall(settings)).toEqual({ best: null, unusable: {} });
  });

  it('keeps what another tab has measured meanwhile', () => {
    const { memory, stored } = memoryOf();
    const [one, other] = [new Rungs(memory, BROWSER), new Rungs(memory, BROWSER)];
    one.remember(10, { at: 1, rungs: SIMD_BEST });
    other.remember(12, { at: 2, rungs: SIMD_BEST });
    const sizes = readMeasurements(stored.get('offgrid.rungs') ?? null, BROWSER);
    expect(Object.keys(sizes)).toEqual(['10', '12']);
  });

  it('serves this visit where the browser refuses storage', () => {
    const refusing: Memory = { read: () => null, write: () => {}, forget: () => {} };
    const rungs = new Rungs(refusing, BROWSER);
    rungs.remember(size, { at: 1, rungs: SIMD_BEST });
    expect(rungs.recall(settings).best?.backend).toBe('wasm');
  });

  it('forgets what earlier versions kept, which was no measurement', () => {
    const { memory, stored } = memoryOf(new Map([['offgrid.backend', 'webgl']]));
    new Rungs(memory, BROWSER);
    expect([...stored.keys()]).toEqual([]);
  });

  it('is nothing where the text is not ours, whatever it is', () => {
    const good = {
      v: 1,
      browser: BROWSER,
      sizes: { 19: { at: 1, rungs: SIMD_BEST } },
    };
    expect(readMeasurements(JSON.stringify(good), BROWSER)).toEqual(good.sizes);
    const bad = [
      { ...good, v: 2 },
      { ...good, sizes: { many: good.sizes[19] } },
      { ...good, sizes: { 19: { at: 'today', rungs: SIMD_BEST } } },
      { ...good, sizes: { 19: { at: 1, rungs: { quantum: timed(1) } } } },
      ...[0, -1, '1', null].map((ms) => ({
        ...good,
        sizes: { 19: { at: 1, rungs: { wasm: { ms, implementation: 'simd' } } } },
      })),
    ];
    for (const text of [null, '', '{', '[]', 'null', ...bad.map((one) => JSON.stringify(one))])
      expect(readMeasurements(text, BROWSER), String(text)).toEqual({});
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readMeasurements(text, BROWSER)).toEqual({});
      }),
    );
  });

  it('survives any change of one of its characters without a wrong time', () => {
    const { memory, stored } = memoryOf();
    new Rungs(memory, BROWSER).remember(19, { at: 1, rungs: SIMD_BEST });
    const text = stored.get('offgrid.rungs') ?? '';
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
        const sizes = readMeasurements(text.slice(0, at) + put + text.slice(at + 1), BROWSER);
        for (const { rungs } of Object.values(sizes)) {
          for (const found of Object.values(rungs)) {
            if ('ms' in found) expect(found.ms).toBeGreaterThan(0);
            else expect(typeof found.missing).toBe('string');
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('the size of a stack', () => {
  it('is known before the world is solved, and grows with what makes a step dearer', () => {
    expect(sizeClassOf(settings, 104)).toBe(size);
    expect(sizeClassOf({ ...settings, seeds: 16 }, 104)).toBeGreaterThan(size);
    expect(sizeClassOf({ ...settings, width: 256 }, 104)).toBeGreaterThan(size);
    expect(sizeClassOf({ ...settings, steps: 9000 }, 104)).toBe(size);
  });

  it('is not known of a map that is none', () => {
    expect(plannedSizeClass({ ...settings, 'world.map': '###/###' })).toBeNull();
  });
});

describe('what goes for a stack', () => {
  it('was measured with the nearest size, the smaller of two as near', () => {
    const at = (n: number) => ({ at: n, rungs: {} });
    const known: Measurements = { 10: at(10), 14: at(14) };
    expect(measurementFor(known, 12)).toMatchObject({ at: 10, off: -2 });
    expect(measurementFor(known, 13)).toMatchObject({ at: 14, off: 1 });
    expect(measurementFor(known, 14)).toMatchObject({ at: 14, off: 0 });
    expect(measurementFor({}, 14)).toBeNull();
    fc.assert(
      fc.property(measurements, fc.nat(40), (all, wanted) => {
        const found = measurementFor(all, wanted);
        const sizes = Object.keys(all).map(Number);
        expect(found === null).toBe(sizes.length === 0);
        if (found === null) return;
        expect(all[wanted + found.off].rungs).toBe(found.rungs);
        expect(Math.abs(found.off)).toBe(Math.min(...sizes.map((n) => Math.abs(n - wanted))));
      }),
    );
  });

  it('says how it is known', () => {
    const known: Measurements = { 19: { at: 0, rungs: SIMD_BEST } };
    const why = (wanted: number, all = known) => recall(all, wanted, {}).best?.why;
    expect(why(19)).toBe(
      'measured to be the fastest for networks of this size (WASM 0.7\u00a0ms a step, CPU about 46\u00a0ms)',
    );
    expect(why(21)).toContain('the best guess from what was measured for smaller networks');
    expect(why(16)).toContain('the best guess from what was measured for larger networks');
    const tied = { 19: { at: 0, rungs: { webgl: timed(1.1), wasm: timed(1) } } };
    expect(why(19, tied)).toContain('leaves the processor to the page');
  });

  it('never is a rung that is out, and names every one that does not serve', () => {
    fc.assert(
      fc.property(measurements, fc.nat(40), (all, wanted) => {
        const { best, unusable } = recall(all, wanted, { wasm: 'It was lost.' });
        expect(unusable.wasm).toBe('It was lost.');
        if (best === null) return;
        expect(unusable[best.backend]).toBeUndefined();
        expect(measurementFor(all, wanted)?.rungs[best.backend]).toHaveProperty('ms');
      }),
    );
    expect(recall({ 19: { at: 0, rungs: SIMD_BEST } }, null, {}).best).toBeNull();
    expect(recall({ 19: { at: 0, rungs: SIMD_BEST } }, 19, {}).unusable).toEqual({
      webgl: 'Not timed: software.',
    });
  });

  it('is the better one only where it is another, and nobody has chosen', () => {
    const known = { measurements: { [size]: { at: 0, rungs: SIMD_BEST } }, without: {} };
    expect(betterRung(known, settings, 'cpu')).toBe('wasm');
    expect(betterRung(known, settings, 'wasm')).toBeNull();
    expect(betterRung(known, settings, undefined)).toBeNull();
    expect(betterRung(known, { ...settings, backend: 'cpu' }, 'cpu')).toBeNull();
    expect(betterRung({ ...known, without: { wasm: 'It was lost.' } }, settings, 'cpu')).toBeNull();
    expect(betterRung({ measurements: {}, without: {} }, settings, 'cpu')).toBeNull();
  });
});

describe('the rungs of a device', () => {
  it('do without what was lost for the rest of the session', () => {
    const { memory, stored } = memoryOf();
    const rungs = new Rungs(memory, BROWSER);
    rungs.remember(size, { at: 0, rungs: SIMD_BEST });
    rungs.exclude({ wasm: 'It was lost.' });
    rungs.exclude({});
    expect(rungs.recall(settings).best?.backend).toBe('cpu');
    expect(rungs.recall(settings).unusable.wasm).toBe('It was lost.');
    expect(new Rungs(memoryOf(stored).memory, BROWSER).recall(settings).best?.backend).toBe('wasm');
  });
});
