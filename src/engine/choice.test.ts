import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestRung,
  describeGain,
  describeMilliseconds,
  describeTimes,
  type RungTimes,
  timedRungs,
} from './choice';
import { BACKENDS } from './types';

const timed = (ms: number) => ({ ms, implementation: 'some' });
const missing = { missing: 'It is not there.' };
const rung = fc.oneof(
  fc.double({ min: 1e-3, max: 1e5, noNaN: true }).map(timed),
  fc.constant(missing),
);
const times: fc.Arbitrary<RungTimes> = fc.record(
  { webgl: rung, wasm: rung, cpu: rung },
  { requiredKeys: [] },
);
const without = fc.record(
  { webgl: fc.constant('lost'), wasm: fc.constant('broken'), cpu: fc.constant('slow') },
  { requiredKeys: [] },
);

describe('the choice of a rung', () => {
  it('is the fastest, or WebGL where that is at most 20 % slower', () => {
    fc.assert(
      fc.property(times, without, (measured, excluded) => {
        const best = bestRung(measured, excluded);
        const ms = BACKENDS.flatMap((backend) => {
          const found = measured[backend];
          const serves = found && 'ms' in found && excluded[backend] === undefined;
          return serves ? [[backend, found.ms] as const] : [];
        });
        const least = Math.min(...ms.map(([, time]) => time));
        const own = ms.find(([backend]) => backend === best)?.[1];
        if (ms.length === 0) {
          expect(best).toBeNull();
          return;
        }
        expect(own).toBeLessThanOrEqual(best === 'webgl' ? least * 1.2 : least);
        const webgl = ms.find(([backend]) => backend === 'webgl')?.[1];
        if (webgl !== undefined && webgl <= least * 1.2) expect(best).toBe('webgl');
      }),
    );
  });

  it('leaves WebGL as soon as it is slower than that', () => {
    expect(bestRung({ webgl: timed(1.19), wasm: timed(1) })).toBe('webgl');
    expect(bestRung({ webgl: timed(1.21), wasm: timed(1) })).toBe('wasm');
    expect(bestRung({ webgl: timed(1), wasm: timed(2), cpu: timed(60) })).toBe('webgl');
  });

  it('takes none that is missing or excluded', () => {
    expect(bestRung({ webgl: missing, cpu: timed(50) })).toBe('cpu');
    expect(bestRung({ webgl: timed(1), wasm: timed(3) }, { webgl: 'it was lost' })).toBe('wasm');
    expect(bestRung({ webgl: missing })).toBeNull();
    expect(bestRung({})).toBeNull();
  });

  it('lists what was timed from the fastest on', () => {
    fc.assert(
      fc.property(times, (measured) => {
        const all = timedRungs(measured).map(({ ms }) => ms);
        expect(all).toEqual([...all].sort((a, b) => a - b));
      }),
    );
  });

  it('is said with its numbers', () => {
    const measured: RungTimes = {
      webgl: missing,
      wasm: timed(0.7123),
      cpu: { ...timed(46.4), rough: true },
    };
    expect(describeTimes(measured)).toBe('WASM 0.71 ms a step, CPU about 46 ms');
    expect(describeTimes({ webgl: missing })).toBe('');
    expect(describeGain(measured, 'cpu', 'wasm')).toBe('is 65× faster here');
    expect(describeGain({ webgl: timed(1), wasm: timed(2.14) }, 'wasm', 'webgl')).toBe(
      'is 2.1× faster here',
    );
    expect(describeGain({ webgl: timed(1.1), wasm: timed(1) }, 'wasm', 'webgl')).toContain(
      'leaves the processor to the page',
    );
    expect(describeGain({ webgl: missing, wasm: timed(2) }, 'webgl', 'wasm')).toContain('fastest');
  });

  it('says times in two digits', () => {
    expect([0.0712, 0.7, 4.96, 9.94, 46.4, 990, 1234, 12_600].map(describeMilliseconds)).toEqual([
      '0.071 ms',
      '0.7 ms',
      '5 ms',
      '9.9 ms',
      '46 ms',
      '990 ms',
      '1.2 s',
      '13 s',
    ]);
  });
});
