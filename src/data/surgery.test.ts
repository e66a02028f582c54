import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMdp, policyOf } from '../mdp/testing/arbitraries';
import { ACTIONS, type Mdp } from '../mdp/types';
import { record } from './collect';
import { countPairs, freeze } from './dataset';
import { digest } from './digest';
import { type DatasetEdit, readEdits, type Surgery } from './edits';
import { episodeReturns } from './episodes';
import { applyEdits, type Edited } from './surgery';
import { surgery } from './testing/texts';
import { rowsOf, shipped, small } from './testing/worlds';
import type { Transitions } from './types';

const hashOf = ({ size: _size, ...columns }: Transitions) =>
  digest(
    Object.values(columns).filter(
      (column) => typeof column === 'object' && 'BYTES_PER_ELEMENT' in column,
    ),
  );

const on = (...surgeries: readonly Surgery[]): DatasetEdit[] =>
  surgeries.map((one) => ({ on: true, surgery: one }));

const edited = (mdp: Mdp, data: Transitions, text: string): Edited =>
  applyEdits(mdp, data, readEdits(text).value);

/** Data collected by some policy in some small world. */
const recorded = anyMdp.chain((mdp) =>
  fc
    .record({ policy: policyOf(mdp), seed: fc.nat(), size: fc.integer({ min: 50, max: 120 }) })
    .map(({ policy, seed, size }) => {
      const behavior = { components: [{ label: 'test', policy, share: 1 }] };
      return { mdp, data: record(mdp, behavior, { size, seed }) };
    }),
);

const corner = fc.record({ row: fc.nat(7), column: fc.nat(7) });
const region = fc.tuple(corner, fc.nat(3), fc.nat(3)).map(([{ row, column }, height, width]) => ({
  top: row,
  left: column,
  bottom: row + height,
  right: column + width,
}));

const erasure = fc.oneof(
  region.map((area) => ({ kind: 'erase' as const, region: area })),
  fc
    .tuple(region, fc.constantFrom(...ACTIONS))
    .map(([area, action]) => ({ kind: 'erase' as const, region: area, action })),
);

/** Operations that concern the small worlds. */
const operation: fc.Arbitrary<Surgery> = fc.oneof(
  erasure,
  fc.double({ min: -3, max: 3, noNaN: true }).map((value) => ({ kind: 'below' as const, value })),
  fc
    .double({ min: 0, max: 100, noNaN: true })
    .map((percent) => ({ kind: 'top' as const, percent })),
  fc.record({
    kind: fc.constant('noise' as const),
    deviation: fc.double({ min: 0, max: 2, noNaN: true }),
    seed: fc.nat(),
  }),
);

/** Row numbers of every episode, by a second way of grouping. */
function episodesOf(data: Transitions): number[][] {
  const groups = new Map<number, number[]>();
  data.episode.forEach((episode, row) => {
    groups.set(episode, [...(groups.get(episode) ?? []), row]);
  });
  return [...groups.values()];
}

const returnOf = (data: Transitions, rows: readonly number[], gamma: number): number =>
  rows.reduce((sum, row, k) => sum + gamma ** k * data.reward[row], 0);

/** Whether the row is one that an erasure means. */
function isMeant(mdp: Mdp, data: Transitions, row: number, what: Surgery): boolean {
  if (what.kind !== 'erase') return false;
  const cell = mdp.cells[data.state[row]];
  const [r, c] = [Math.floor(cell / mdp.columns), cell % mdp.columns];
  const { top, left, bottom, right } = what.region;
  const inside = r >= top && r <= bottom && c >= left && c <= right;
  return inside && (!what.action || ACTIONS[data.action[row]] === what.action);
}

describe('any surgery', () => {
  it('never invents rows, and leaves whole or cut episodes', () => {
    fc.assert(
      fc.property(recorded, fc.array(operation, { maxLength: 5 }), ({ mdp, data }, surgeries) => {
        const { transitions: left, originalRows } = applyEdits(mdp, data, on(...surgeries));
        const noisy = surgeries.some(({ kind }) => kind === 'noise');
        expect(left.size).toBeGreaterThan(0);
        expect(originalRows).toHaveLength(left.size);
        for (let i = 0; i < left.size; i++) {
          const row = originalRows[i];
          if (i > 0) expect(row).toBeGreaterThan(originalRows[i - 1]);
          for (const name of ['state', 'action', 'nextState', 'terminal', 'step'] as const)
            expect(left[name][i]).toBe(data[name][row]);
          expect(left.behaviorProbability[i]).toBe(data.behaviorProbability[row]);
          if (!noisy) expect(left.reward[i]).toBe(data.reward[row]);
          const follows =
            i > 0 && originalRows[i - 1] === row - 1 && data.episode[row - 1] === data.episode[row];
          expect(left.episode[i]).toBe(
            i === 0 ? 0 : follows ? left.episode[i - 1] : left.episode[i - 1] + 1,
          );
          const last = i === left.size - 1 || left.episode[i + 1] !== left.episode[i];
          expect(left.terminal[i] + left.truncated[i]).toBe(last ? 1 : 0);
        }
        expect(() => freeze(mdp, left)).not.toThrow();
      }),
    );
  });

  it('that is switched off changes nothing, not even the hash', () => {
    fc.assert(
      fc.property(recorded, fc.array(surgery, { maxLength: 5 }), ({ mdp, data }, surgeries) => {
        const edits = surgeries.map((one) => ({ on: false, surgery: one }));
        const { transitions, originalRows, reports } = applyEdits(mdp, data, edits);
        expect(transitions).toBe(data);
        expect([...originalRows]).toEqual([...data.state.keys()]);
        for (const report of reports)
          expect(report).toMatchObject({ on: false, rows: 0, episodes: 0, fault: null });
      }),
    );
  });

  it('that is switched off among others is as if it were not there', () => {
    fc.assert(
      fc.property(
        recorded,
        fc.array(fc.record({ on: fc.boolean(), surgery: operation }), { maxLength: 5 }),
        ({ mdp, data }, edits) => {
          const all = applyEdits(mdp, data, edits);
          const active = applyEdits(
            mdp,
            data,
            edits.filter((edit) => edit.on),
          );
          expect(hashOf(all.transitions)).toBe(hashOf(active.transitions));
          expect(all.originalRows).toEqual(active.originalRows);
          expect(all.reports.filter((report) => report.on)).toEqual(active.reports);
        },
      ),
    );
  });

  it('never writes to the data it is given', () => {
    fc.assert(
      fc.property(recorded, fc.array(operation, { maxLength: 4 }), ({ mdp, data }, surgeries) => {
        const before = hashOf(data);
        applyEdits(mdp, data, on(...surgeries));
        expect(hashOf(data)).toBe(before);
      }),
    );
  });

  it.each(['top(100)', 'erase(7.0-9.9)', 'erase(0.0-0.0,up)', 'below(-1e9)', 'noise(0,3)'])(
    '%s has nothing to do here and changes nothing',
    (text) => {
      const mdp = small(['S..G']);
      const data = rowsOf([
        { action: 1, nextState: 1 },
        { state: 1, action: 1, nextState: 2, step: 1, truncated: true },
      ]);
      const { transitions, reports } = edited(mdp, data, text);
      expect(transitions).toBe(data);
      expect(reports).toEqual([
        expect.objectContaining({ on: true, rows: 0, episodes: 0, fault: null }),
      ]);
    },
  );
});

describe('erasing', () => {
  it('takes the counts of what it erases and leaves the others', () => {
    fc.assert(
      fc.property(recorded, erasure, ({ mdp, data }, what) => {
        const { transitions, reports } = applyEdits(mdp, data, on(what));
        const before = countPairs(mdp.states, data).pairs;
        const after = countPairs(mdp.states, transitions).pairs;
        const erased = new Int32Array(before.length);
        data.state.forEach((s, row) => {
          if (isMeant(mdp, data, row, what)) erased[s * 4 + data.action[row]]++;
        });
        const total = erased.reduce((sum, n) => sum + n, 0);
        if (total === data.size) {
          expect(reports[0].fault).toMatch(/would leave no row/);
          expect(after).toEqual(before);
          return;
        }
        expect(after).toEqual(before.map((n, pair) => n - erased[pair]));
        const touched = episodesOf(data).filter((rows) =>
          rows.some((row) => isMeant(mdp, data, row, what)),
        );
        expect(reports).toEqual([
          expect.objectContaining({
            effect: 'removes',
            rows: total,
            episodes: touched.length,
            fault: null,
          }),
        ]);
      }),
    );
  });

  it('cuts an episode before the gap and begins another after it', () => {
    // Two walks to the right; the cell in the middle is erased from both.
    const mdp = small(['S...G']);
    const walk = (episode: number) =>
      [0, 1, 2, 3].map((s) => ({
        state: s,
        action: 1,
        nextState: s + 1,
        reward: s === 3 ? 1 : 0,
        terminal: s === 3,
        episode,
        step: s,
      }));
    const data = rowsOf([...walk(0), ...walk(1)]);
    const { transitions, originalRows, reports } = edited(mdp, data, 'erase(0.1-0.1)');
    expect([...originalRows]).toEqual([0, 2, 3, 4, 6, 7]);
    expect([...transitions.episode]).toEqual([0, 1, 1, 2, 3, 3]);
    expect([...transitions.step]).toEqual([0, 2, 3, 0, 2, 3]);
    expect([...transitions.truncated]).toEqual([1, 0, 0, 1, 0, 0]);
    expect([...transitions.terminal]).toEqual([0, 0, 1, 0, 0, 1]);
    expect(reports[0]).toEqual({
      text: 'erase(0.1-0.1)',
      on: true,
      effect: 'removes',
      rows: 2,
      episodes: 2,
      fault: null,
    });
  });

  it('is refused where it would leave nothing, and the next edit goes on from there', () => {
    const mdp = small(['S..G']);
    const data = rowsOf([
      { action: 1, nextState: 1 },
      { action: 0, truncated: true, state: 1, nextState: 1, step: 1 },
    ]);
    const { transitions, reports } = edited(mdp, data, 'erase(0.0-0.3);erase(0.0-0.3,up)');
    expect(reports[0].fault).toBe(
      'The edit erase(0.0-0.3) would leave no row of the data, so it is not carried out.',
    );
    expect(reports[1]).toMatchObject({ rows: 1, fault: null });
    expect([...transitions.state]).toEqual([0]);
    expect([...transitions.truncated]).toEqual([1]);
  });
});

describe('episodes by their return', () => {
  it('below a value go, with the γ of the world', () => {
    fc.assert(
      fc.property(recorded, fc.double({ min: -2, max: 2, noNaN: true }), ({ mdp, data }, value) => {
        const episodes = episodesOf(data);
        const returns = episodes.map((rows) => returnOf(data, rows, mdp.gamma));
        // Two ways of adding up may differ in the last digit.
        fc.pre(returns.every((one) => Math.abs(one - value) > 1e-9));
        const expected = episodes.filter((_, i) => returns[i] >= value).flat();
        const { originalRows, reports } = applyEdits(mdp, data, on({ kind: 'below', value }));
        if (expected.length === 0) expect(reports[0].fault).toMatch(/no row/);
        else expect([...originalRows]).toEqual(expected);
        episodeReturns(data, mdp.gamma).forEach((one, i) => {
          expect(one).toBeCloseTo(returns[i], 9);
        });
      }),
    );
  });

  it('are best in part, at least one of them', () => {
    fc.assert(
      fc.property(recorded, fc.double({ min: 0, max: 100, noNaN: true }), ({ mdp, data }, p) => {
        const episodes = episodesOf(data);
        const returns = episodeReturns(data, mdp.gamma);
        const { originalRows, transitions } = applyEdits(
          mdp,
          data,
          on({ kind: 'top', percent: p }),
        );
        const number = Math.max(1, Math.round((p / 100) * episodes.length));
        expect(Math.abs(transitions.episode[transitions.size - 1] + 1 - number)).toBeLessThan(2);
        const keptOnes = episodes.map((rows) => originalRows.includes(rows[0]));
        keptOnes.forEach((kept, i) => {
          if (!kept) return;
          // Nobody who was left behind is better, or as good and earlier.
          keptOnes.forEach((other, j) => {
            if (other) return;
            expect(returns[j]).toBeLessThanOrEqual(returns[i]);
            if (returns[j] === returns[i]) expect(j).toBeGreaterThan(i);
          });
        });
      }),
    );
  });

  it('count from the first row that is left, and the earlier of equals stays', () => {
    // Each episode earns 1 with its second row, so γ = 0.9; without the first row it earns 1.
    const mdp = small(['S..G']);
    const pair = (episode: number, first: number) => [
      { state: first, action: 1, nextState: 2, episode },
      { state: 2, action: 1, nextState: 3, reward: 1, terminal: true, episode, step: 1 },
    ];
    const data = rowsOf([...pair(0, 1), ...pair(1, 0), ...pair(2, 0)]);
    expect([...episodeReturns(data, mdp.gamma)]).toEqual([0.9, 0.9, 0.9]);
    expect([...edited(mdp, data, 'top(50)').originalRows]).toEqual([0, 1, 2, 3]);
    expect([...edited(mdp, data, 'erase(0.1-0.1);below(0.95)').originalRows]).toEqual([1]);
  });
});

describe('noise', () => {
  const mdp = shipped('four-rooms');
  const uniform = new Float64Array(mdp.states * 4).fill(0.25);
  const behavior = { components: [{ label: 'test', policy: uniform, share: 1 }] };
  const data = record(mdp, behavior, { size: 20_000, seed: 1 });
  const noiseOf = (text: string) => {
    const { transitions, originalRows } = edited(mdp, data, text);
    return transitions.reward.map((r, i) => r - data.reward[originalRows[i]]);
  };

  it('is normal with the deviation asked for, and touches rewards alone', () => {
    const noise = noiseOf('noise(0.5,7)');
    const mean = noise.reduce((sum, x) => sum + x, 0) / noise.length;
    const moment = (k: number) => noise.reduce((sum, x) => sum + (x / 0.5) ** k, 0) / noise.length;
    // Five standard errors of each moment of a standard normal sample.
    const errors = 5 / Math.sqrt(noise.length);
    expect(Math.abs(mean / 0.5)).toBeLessThan(errors);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(Math.sqrt(2) * errors);
    expect(Math.abs(moment(3))).toBeLessThan(Math.sqrt(15) * errors);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(Math.sqrt(96) * errors);
    const { transitions, reports } = edited(mdp, data, 'noise(0.5,7)');
    const { reward: _, ...others } = transitions;
    const { reward: __, ...before } = data;
    expect(others).toEqual(before);
    expect(reports[0]).toMatchObject({
      effect: 'changes',
      rows: 20_000,
      episodes: data.episode[data.size - 1] + 1,
    });
  });

  it('is the same for the same seed, another for another, and grows with the deviation', () => {
    expect(noiseOf('noise(0.5,7)')).toEqual(noiseOf('noise(0.5,7)'));
    expect(noiseOf('noise(0.5,8)')).not.toEqual(noiseOf('noise(0.5,7)'));
    const twice = noiseOf('noise(1,7)');
    noiseOf('noise(0.5,7)').forEach((x, i) => {
      expect(2 * x).toBeCloseTo(twice[i], 9);
    });
  });

  it('does not depend on which other rows are erased, or when', () => {
    const first = edited(mdp, data, 'noise(0.5,7);erase(1.1-5.5)');
    const last = edited(mdp, data, 'erase(1.1-5.5);noise(0.5,7)');
    expect(hashOf(first.transitions)).toBe(hashOf(last.transitions));
  });
});
