import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RungTimes } from './choice';
import { type Candidate, type Finding, timeRungs } from './probe';
import { BACKENDS, type BackendName } from './types';

interface Fake {
  readonly backend: BackendName;
  /** Milliseconds a step on the fake clock. */
  readonly ms: number;
  readonly fails?: 'start' | 'run';
  readonly hopeless?: (best: number | null) => string | null;
  /** Milliseconds that the very first step takes more. */
  readonly compiles?: number;
}

/** Rungs on a clock that only their steps move. */
function stage(fakes: readonly Fake[], disturb: (turn: number) => number = () => 0) {
  const clock = { now: 0 };
  const turns: { backend: BackendName; steps: number }[] = [];
  const open = new Set<BackendName>();
  const findings: Finding[] = [];
  const candidates = fakes.map(
    ({ backend, ms, fails, hopeless = () => null, compiles = 0 }): Candidate => ({
      backend,
      hopeless,
      async start() {
        if (fails === 'start') throw new Error(`${backend} did not start.`);
        open.add(backend);
        let first = true;
        return {
          implementation: 'fake',
          async run(steps) {
            if (!open.has(backend)) throw new Error(`${backend} trains after it was let go.`);
            if (fails === 'run') throw new Error(`${backend} broke.`);
            clock.now += steps * ms + (first ? compiles : 0) + disturb(turns.length);
            first = false;
            turns.push({ backend, steps });
          },
          dispose: () => void open.delete(backend),
        };
      },
    }),
  );
  const times = () => {
    const found: Record<string, unknown> = {};
    for (const finding of findings)
      if (finding.type === 'found') found[finding.backend] = finding.rung;
    return found as RungTimes;
  };
  /** On a clock that moves by `grain` milliseconds. */
  const time = (grain = 0) =>
    timeRungs(
      candidates,
      () => (grain === 0 ? clock.now : Math.floor(clock.now / grain) * grain),
      (finding) => findings.push(finding),
    );
  return { clock, turns, open, findings, times, time };
}

describe('timing rungs against each other', () => {
  it('finds what each takes a step, without what compiling takes', async () => {
    const { time, times, open } = stage([
      { backend: 'webgl', ms: 2, compiles: 900 },
      { backend: 'wasm', ms: 3 },
    ]);
    await time();
    expect(times()).toEqual({
      webgl: { ms: 2, implementation: 'fake' },
      wasm: { ms: 3, implementation: 'fake' },
    });
    expect(open.size).toBe(0);
  });

  it('takes turns, and begins each round with another', async () => {
    const { time, turns } = stage([
      { backend: 'webgl', ms: 10 },
      { backend: 'wasm', ms: 10 },
    ]);
    await time();
    const rounds = turns.filter(({ steps }) => steps > 1).map(({ backend }) => backend);
    expect(rounds.slice(0, 6)).toEqual(['webgl', 'wasm', 'wasm', 'webgl', 'webgl', 'wasm']);
    expect(rounds.filter((backend) => backend === 'webgl')).toHaveLength(rounds.length / 2);
  });

  it('is not led astray by a coarse clock, however quick a step', async () => {
    const { time, times, clock, turns } = stage([
      { backend: 'webgl', ms: 0.05 },
      { backend: 'wasm', ms: 0.02 },
    ]);
    await time(1);
    for (const [backend, ms] of [
      ['webgl', 0.05],
      ['wasm', 0.02],
    ] as const) {
      const rung = times()[backend];
      expect(rung).not.toHaveProperty('rough');
      expect(rung && 'ms' in rung ? rung.ms / ms : 0).toBeCloseTo(1, 0);
    }
    expect(clock.now).toBeLessThan(2 * (5 * 50 + 100));
    expect(Math.max(...turns.map(({ steps }) => steps))).toBeLessThan(3000);
  });

  it('is done with even where the clock stands still', async () => {
    const { time, times } = stage([{ backend: 'wasm', ms: 0.01 }]);
    await time(1e12).catch(() => undefined);
    expect(times().wasm).toMatchObject({ implementation: 'fake' });
  });

  it('gives up at once what is far slower, and says that its time is rough', async () => {
    const { time, times, turns } = stage([
      { backend: 'wasm', ms: 1 },
      { backend: 'cpu', ms: 300 },
    ]);
    await time();
    expect(times().cpu).toEqual({ ms: 300, implementation: 'fake', rough: true });
    expect(turns.filter(({ backend }) => backend === 'cpu')).toHaveLength(2);
  });

  it('gives up an earlier one when a far quicker one comes', async () => {
    const { time, times, turns } = stage([
      { backend: 'webgl', ms: 200 },
      { backend: 'wasm', ms: 1 },
    ]);
    await time();
    expect(times()).toMatchObject({ webgl: { ms: 200, rough: true }, wasm: { ms: 1 } });
    expect(times().wasm).not.toHaveProperty('rough');
    expect(turns.filter(({ backend }) => backend === 'webgl')).toHaveLength(2);
  });

  it('does not mind two disturbed rounds', async () => {
    // Seven turns are the first step and the warm-up; the second and the fourth round are disturbed.
    const { time, times } = stage([{ backend: 'wasm', ms: 10 }], (turn) =>
      turn === 8 || turn === 10 ? 50 : 0,
    );
    await time();
    expect(times().wasm).toMatchObject({ ms: 10 });
  });

  it('says of a rung that does not start or breaks what it said, and times the others', async () => {
    for (const fails of ['start', 'run'] as const) {
      const { time, times, open } = stage([
        { backend: 'webgl', ms: 1, fails },
        { backend: 'wasm', ms: 2 },
      ]);
      await time();
      expect(times()).toMatchObject({
        webgl: { missing: fails === 'start' ? 'webgl did not start.' : 'webgl broke.' },
        wasm: { ms: 2 },
      });
      expect(open.size).toBe(0);
    }
  });

  it('does not start what is hopeless beside the best so far', async () => {
    const asked: (number | null)[] = [];
    const { time, times, turns } = stage([
      { backend: 'wasm', ms: 70, hopeless: (best) => (asked.push(best) > 0 ? null : '') },
      {
        backend: 'cpu',
        ms: 1e6,
        hopeless: (best) => {
          asked.push(best);
          return 'It would take too long.';
        },
      },
    ]);
    await time();
    expect(asked).toEqual([null, 70]);
    expect(times().cpu).toEqual({ missing: 'It would take too long.' });
    expect(turns.every(({ backend }) => backend === 'wasm')).toBe(true);
  });

  it('announces whose work is under way, and finds something rough before the rounds', async () => {
    const { time, findings } = stage([{ backend: 'wasm', ms: 5 }]);
    await time();
    expect(findings[0]).toEqual({ type: 'begun', backend: 'wasm' });
    expect(findings[1]).toMatchObject({ type: 'found', backend: 'wasm', rung: { rough: true } });
  });

  it('finds one thing about every rung, keeps to its cap and leaves nothing open', async () => {
    const fake = (backend: BackendName) =>
      fc.record({
        backend: fc.constant(backend),
        ms: fc.double({ min: 0.01, max: 400, noNaN: true }),
        fails: fc.constantFrom(undefined, undefined, 'start', 'run'),
        compiles: fc.nat(300),
      });
    await fc.assert(
      fc.asyncProperty(fc.tuple(...BACKENDS.map(fake)), async (fakes) => {
        const { time, times, open, clock } = stage(fakes as Fake[]);
        await time();
        expect(Object.keys(times()).sort()).toEqual(['cpu', 'wasm', 'webgl']);
        expect(open.size).toBe(0);
        const slowest = Math.max(...fakes.map(({ ms }) => ms));
        // The cap, the round that was under way at it, and what starting costs in any case.
        expect(clock.now).toBeLessThan(2000 + 3 * (300 + 4 * slowest + 60 + 35));
        for (const { backend, ms, fails } of fakes) {
          const rung = times()[backend];
          if (fails) expect(rung).toHaveProperty('missing');
          else expect(rung && 'ms' in rung ? rung.ms : Number.NaN).toBeCloseTo(ms, 6);
        }
      }),
      { numRuns: 200 },
    );
  });
});
