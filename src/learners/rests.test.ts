import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { python } from '../../tools/testing/python';
import { buildBehavior } from '../data/behavior';
import { collect } from '../data/collect';
import { rowsOf, shipped } from '../data/testing/worlds';
import type { Transitions } from '../data/types';
import { inSupport } from '../data/values';
import { evaluatePolicy, optimalValues, startReturn } from '../mdp/solve';
import type { Mdp } from '../mdp/types';
import { LEARNERS } from './registry';
import { empiricalTable, type Rows } from './rest/table';
import { REST_REFERENCE } from './rest/testing/reference';
import type { RestingPoint } from './rest/types';
import type { LearnerKind, LearnerSettings } from './types';

const CQL = { alpha: 1, temperature: 1, backup: 'max', penalty: 'exact', readout: 'greedy' };
const IQL = { expectile: 0.8, beta: 10, weightClip: 100, readout: 'most-likely' };
/** Those of which it has been worked out where they rest. */
type RestingKind = Exclude<LearnerKind, 'own'>;
const SETTINGS: Readonly<Record<RestingKind, LearnerSettings>> = {
  dqn: { double: false, readout: 'greedy' },
  cql: CQL,
  iql: IQL,
  bc: { readout: 'distribution' },
  bcq: { threshold: 0.3, support: 'model', readout: 'greedy' },
  onestep: { beta: 3 },
  maxmin: { critics: 4, readout: 'greedy' },
  awac: { beta: 1, weightClip: 100, weight: 'exp', readout: 'distribution' },
};

/** The resting point of a method, of which there must be one. */
function rest(
  kind: RestingKind,
  states: number,
  gamma: number,
  rows: Rows,
  settings: LearnerSettings = {},
  scale = 1,
): RestingPoint {
  const table = empiricalTable(states, gamma, rows, scale);
  const own = { ...SETTINGS[kind], ...settings };
  const found = LEARNERS[kind](own).restsAt(table, own);
  if ('nowhere' in found) throw new Error(`${kind} rests nowhere: ${found.nowhere}`);
  return found;
}

const values = (table: Float64Array | null): Float64Array => {
  if (table === null) throw new Error('There are no values.');
  return table;
};

function expectNear(actual: ArrayLike<number>, expected: ArrayLike<number>, error = 1e-8): void {
  expect(actual.length).toBe(expected.length);
  let size = 1;
  for (let i = 0; i < expected.length; i++) {
    if (Number.isFinite(expected[i])) size = Math.max(size, Math.abs(expected[i]));
  }
  for (let i = 0; i < expected.length; i++) {
    if (Number.isNaN(expected[i])) expect(actual[i]).toBeNaN();
    else expect(Math.abs(actual[i] - expected[i])).toBeLessThanOrEqual(error * size);
  }
}

/** ε-greedy rows of a shipped world. */
function recorded(id: string, epsilon: number, size: number, seed: number) {
  const mdp = shipped(id);
  const spec = { kind: 'epsilon-greedy', epsilon } as const;
  return { mdp, data: collect(mdp, buildBehavior(mdp, spec, { size, seed }), { size, seed }) };
}

/** Every pair of a world without chance, as often as `times` says: no sampling error, full support. */
function everyPair(mdp: Mdp, times: (pair: number) => number = () => 1): Transitions {
  const rows = [];
  for (let pair = 0; pair < mdp.states * 4; pair++) {
    if (mdp.terminal[pair >> 2] === 1) continue;
    const nextState = mdp.successors[mdp.offsets[pair]];
    const row = {
      state: pair >> 2,
      action: pair % 4,
      reward: mdp.expectedReward[pair],
      nextState,
      terminal: mdp.terminal[nextState] === 1,
    };
    for (let n = 0; n < times(pair); n++) rows.push(row);
  }
  return rowsOf(rows);
}

type Case = { states: number; gamma: number; rows: [number, number, number, number, number][] };

const columns = ({ rows }: Pick<Case, 'rows'>): Rows => ({
  size: rows.length,
  state: rows.map(([s]) => s),
  action: rows.map(([, a]) => a),
  reward: rows.map(([, , r]) => r),
  nextState: rows.map(([, , , next]) => next),
  terminal: rows.map(([, , , , d]) => d),
});

const anyCase: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 6 }).chain((states) =>
  fc.record({
    states: fc.constant(states),
    gamma: fc.constantFrom(0, 0.5, 0.9, 0.97),
    rows: fc.array(
      fc.tuple(
        fc.nat(states - 1),
        fc.nat(3),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.nat(states - 1),
        fc.constantFrom(0, 0, 0, 1),
      ),
      { minLength: 1, maxLength: 40 },
    ),
  }),
);

const anyCql = fc.record({
  alpha: fc.constantFrom(0.01, 0.3, 1, 5),
  temperature: fc.constantFrom(0.2, 1, 3),
  backup: fc.constantFrom('max', 'softmax'),
  penalty: fc.constantFrom('exact', 'exact', 'sampled-sketch'),
});

describe('by hand', () => {
  // From 0 right to 1, from there down to an end that pays 1; state 2 is only ever arrived in.
  const rows = rowsOf([
    { state: 0, action: 1, nextState: 1 },
    { state: 0, action: 1, nextState: 1 },
    { state: 0, action: 0, nextState: 2, truncated: true },
    { state: 1, action: 2, nextState: 2, reward: 1, terminal: true },
  ]);
  const none = Number.NaN;

  it('DQN', () => {
    const { q, v, policy } = rest('dqn', 3, 0.9, rows);
    expectNear(values(q), [0, 0.9, none, none, none, none, 1, none, none, none, none, none], 1e-12);
    expectNear(values(v), [0.9, 1, 0], 1e-12);
    expect([...policy]).toEqual([0, 1, 0, 0, 0, 0, 1, 0, 0.25, 0.25, 0.25, 0.25]);
  });

  it('IQL', () => {
    const { q, v, policy, readings } = rest('iql', 3, 0.9, rows, { expectile: 0.5, beta: 2 });
    expectNear(values(q).slice(0, 2), [0, 0.9], 1e-12);
    expectNear(values(v), [0.6, 1, 0], 1e-12);
    const weights = [Math.exp(-1.2) / 3, (2 * Math.exp(0.6)) / 3];
    expect(readings?.distribution[0]).toBeCloseTo(weights[0] / (weights[0] + weights[1]), 12);
    expect([...policy.slice(0, 4)]).toEqual([0, 1, 0, 0]);
  });

  it('BC', () => {
    const { q, v, policy, readings } = rest('bc', 3, 0.9, rows);
    expect([q, v]).toEqual([null, null]);
    expect([...policy]).toEqual([1 / 3, 2 / 3, 0, 0, 0, 0, 1, 0, 0.25, 0.25, 0.25, 0.25]);
    expect(readings?.mostLikely[1]).toBe(1);
  });

  it('BCQ chooses among what was done often enough, or among what was done at all', () => {
    const often = { state: 0, action: 1, nextState: 2, terminal: true };
    const three = rowsOf([often, often, often, { ...often, action: 3, reward: 1 }]);
    const of = (settings: LearnerSettings) => rest('bcq', 3, 0.9, three, settings);
    expect(of({ threshold: 0.3 }).v?.[0]).toBe(1);
    const strict = of({ threshold: 0.34 });
    expect(strict.v?.[0]).toBe(0);
    expect([...strict.policy.slice(0, 4)]).toEqual([0, 1, 0, 0]);
    expect([...of({ threshold: 0.34, readout: 'softmax' }).policy.slice(0, 4)]).toEqual([
      0, 1, 0, 0,
    ]);
    expect(strict.q?.[3]).toBe(1);
    expect(of({ threshold: 0.34, support: 'seen' }).v?.[0]).toBe(1);
  });

  it('One-step RL values what was done, and leaves it as far as β allows', () => {
    const of = (beta: number) => rest('onestep', 3, 0.9, rows, { beta });
    expectNear(values(of(3).q).slice(0, 2), [0, 0.9], 1e-12);
    const rare = rowsOf([
      { state: 0, action: 1, nextState: 2, terminal: true },
      { state: 0, action: 1, nextState: 2, terminal: true },
      { state: 0, action: 0, nextState: 2, reward: 1, terminal: true },
      { state: 1, action: 0, nextState: 0 },
    ]);
    const bold = rest('onestep', 3, 0.9, rare, { beta: 1 });
    expect([...bold.policy.slice(0, 4)]).toEqual([1, 0, 0, 0]);
    expectNear(values(bold.v), [1, 0.3, 0], 1e-12);
    // log 2 stands against a value of 1: at β = ½ it is worth more.
    const shy = rest('onestep', 3, 0.9, rare, { beta: 0.5 });
    expect([...shy.policy.slice(0, 4)]).toEqual([0, 1, 0, 0]);
    expectNear(values(shy.v), [0, 0.3, 0], 1e-12);
  });

  it('AWAC imitates by the advantage over its own policy, and CRR the best, ties as they were done', () => {
    const end = { state: 0, nextState: 2, terminal: true };
    const three = rowsOf([
      { ...end, action: 0 },
      { ...end, action: 1, reward: 1 },
      { ...end, action: 2, reward: 1 },
      { ...end, action: 2, reward: 1 },
    ]);
    const { readings, v } = rest('awac', 3, 0.9, three, { beta: 2 });
    const better = 3 * Math.exp(2);
    expect(readings?.distribution[0]).toBeCloseTo(1 / (1 + better), 12);
    expect(readings?.distribution[2]).toBeCloseTo((2 / 3) * (better / (1 + better)), 12);
    expect(v?.[0]).toBeCloseTo(better / (1 + better), 12);
    // Clipped at c = 1.05 the better weigh that, the worse e^{−2V}.
    const clipped = rest('awac', 3, 0.9, three, { beta: 2, weightClip: 1.05 }).v?.[0] ?? 0;
    expect(clipped).toBeCloseTo(3.15 / (3.15 + Math.exp(-2 * clipped)), 9);
    const mostLikely = rest('awac', 3, 0.9, three, { beta: 2, readout: 'most-likely' });
    expect([mostLikely.v?.[0], mostLikely.policy[2]]).toEqual([1, 1]);
    const binary = rest('awac', 3, 0.9, three, { weight: 'binary' });
    expectNear([...binary.policy.slice(0, 4)], [0, 1 / 3, 2 / 3, 0], 1e-12);
  });

  it('CQL with one seen action pays no penalty there', () => {
    expect(values(rest('cql', 3, 0.9, rows, { alpha: 3 }).q)[6]).toBeCloseTo(1, 12);
  });

  it('CQL’s sketch moves by (α/2)(¼/b − 1)', () => {
    const { q } = rest('cql', 3, 0.9, rows, { alpha: 2, penalty: 'sampled-sketch' });
    const one = 1 + 0.75;
    expectNear(values(q).slice(0, 2), [0 - (0.75 - 1), 0.9 * one - (0.375 - 1)], 1e-12);
  });
});

it.each([
  [0.001, 0.381],
  [0.025, 0.468],
  [0.1, 0.72],
  [1, 2.61],
] as const)(
  'CQL with the max backup and rewards of 1 rests above the truth: α %d',
  (alpha, known) => {
    const { mdp, data } = recorded('four-rooms', 0.3, 600, 0);
    const { v, policy } = rest('cql', mdp.states, mdp.gamma, data, { alpha });
    expect(Math.abs(startReturn(mdp, values(v)) - known)).toBeLessThan(0.005);
    expect(startReturn(mdp, evaluatePolicy(mdp, policy).v)).toBeCloseTo(0.95 ** 19, 9);
  },
);

describe('against brute force in numpy', () => {
  /** Σ softmax(Q)Q over the seen actions of every state, where a case is said to rest. */
  function softmaxBackups(own: Case & { kind: RestingKind; settings: LearnerSettings }): number[] {
    const { q } = rest(own.kind, own.states, own.gamma, columns(own), own.settings);
    return Array.from({ length: own.states }, (_, s) => {
      const seen = [...(q ?? [])].slice(s * 4, s * 4 + 4).filter(Number.isFinite);
      const weights = seen.map((value) => Math.exp(value - Math.max(...seen)));
      const mass = weights.reduce((sum, weight) => sum + weight, 0);
      return seen.reduce((sum, value, a) => sum + (weights[a] / mass) * value, 0);
    });
  }

  const folder = mkdtempSync(join(tmpdir(), 'offgrid-rest-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['dqn', fc.constant({})],
    ['cql', anyCql],
    [
      'iql',
      fc.record({
        expectile: fc.constantFrom(0.5, 0.7, 0.9, 0.99),
        beta: fc.constantFrom(0.3, 10),
      }),
    ],
    ['bc', fc.constant({})],
    [
      'bcq',
      fc.record({
        threshold: fc.constantFrom(0, 0.3, 0.8, 0.99),
        support: fc.constantFrom('model', 'model', 'seen'),
      }),
    ],
    ['onestep', fc.record({ beta: fc.constantFrom(0.3, 3, 30) })],
    ['maxmin', fc.record({ critics: fc.constantFrom(2, 8) })],
    [
      'awac',
      fc.record({
        beta: fc.constantFrom(0.1, 0.5, 2),
        weightClip: fc.constantFrom(1.05, 100),
        weight: fc.constantFrom('exp', 'exp', 'binary'),
      }),
    ],
  ] as const)('%s', (kind, anySettings) => {
    const cases = fc
      .sample(fc.tuple(anyCase, anySettings as fc.Arbitrary<LearnerSettings>), 25)
      .map(([problem, settings]) => {
        const own = { ...problem, kind, settings };
        // A softmax backup may rest in several places, and sweeps of another order lead to another.
        return settings.backup === 'softmax' ? { ...own, start: softmaxBackups(own) } : own;
      });
    writeFileSync(join(folder, 'cases.json'), JSON.stringify(cases));
    const expected = python(REST_REFERENCE, join(folder, 'cases.json')) as {
      q: (number | null)[][];
      v: number[];
      distribution: number[][];
    }[];
    cases.forEach((problem, i) => {
      const found = rest(kind, problem.states, problem.gamma, columns(problem), problem.settings);
      if (found.q)
        expectNear(
          found.q,
          expected[i].q.flat().map((x) => x ?? Number.NaN),
        );
      // Numpy's v is what is backed up; V̂ of the greedy policy is another under a softmax backup.
      const { backup } = problem.settings;
      if (found.v && backup !== 'softmax') expectNear(found.v, expected[i].v);
      // Weights of 0 or 1 leave nothing to settle what of two equals is taken how often.
      if (found.readings && problem.settings.weight !== 'binary')
        expectNear(found.readings.distribution, expected[i].distribution.flat(), 1e-6);
    });
  });
});

describe('laws', () => {
  const maze = shipped('tutorial-maze');

  it('DQN on everything without chance is Q*', () => {
    const optimal = optimalValues(maze);
    const { q, v } = rest('dqn', maze.states, maze.gamma, everyPair(maze));
    expectNear(values(v), optimal.v, 1e-9);
    expectNear(
      values(q).filter(Number.isFinite),
      optimal.q.filter((_, p) => !maze.terminal[p >> 2]),
      1e-9,
    );
  });

  it('BCQ that may choose whatever was seen is DQN, and one that may choose only the usual is as good as that', () => {
    const { mdp, data } = recorded('four-rooms', 0.3, 600, 3);
    const dqn = rest('dqn', mdp.states, mdp.gamma, data);
    for (const settings of [{ threshold: 0 }, { threshold: 0.9, support: 'seen' }]) {
      const found = rest('bcq', mdp.states, mdp.gamma, data, settings);
      expectNear(values(found.q), values(dqn.q), 1e-12);
      expect(found.policy).toEqual(dqn.policy);
    }
    const usual = rest('bcq', mdp.states, mdp.gamma, data, { threshold: 0.99 });
    const { readings } = rest('bc', mdp.states, mdp.gamma, data);
    mdp.terminal.forEach((_, s) => {
      const most = (policy?: Float64Array) => policy?.slice(s * 4, s * 4 + 4).indexOf(1) ?? -1;
      const tied = new Set(data.counts.pairs.slice(s * 4, s * 4 + 4)).size < 4;
      if (!tied) expect(most(usual.policy)).toBe(most(readings?.mostLikely));
    });
  });

  it('One-step RL has the values of BC, from which it goes to its most likely actions and to the best', () => {
    const { mdp, data } = recorded('four-rooms', 0.5, 3000, 1);
    const bc = rest('bc', mdp.states, mdp.gamma, data);
    const truth = evaluatePolicy(mdp, bc.policy);
    const start = mdp.start.findIndex((share) => share > 0);
    const of = (beta: number) => rest('onestep', mdp.states, mdp.gamma, data, { beta });
    const { q } = of(3);
    for (let pair = start * 4; pair < start * 4 + 4; pair++) {
      if (data.counts.pairs[pair] > 0) expect(q?.[pair]).toBeCloseTo(truth.q[pair], 6);
    }
    const earned = (policy: Float64Array) => startReturn(mdp, evaluatePolicy(mdp, policy).v);
    expect(earned(of(1e-3).policy)).toBeCloseTo(earned(bc.readings?.mostLikely ?? bc.policy), 9);
    expect(earned(of(1e4).policy)).toBeGreaterThan(earned(bc.policy));
  });

  it('AWAC goes from BC to DQN with β, and CRR is DQN', () => {
    const { mdp, data } = recorded('four-rooms', 0.3, 600, 3);
    const of = (settings: LearnerSettings) => rest('awac', mdp.states, mdp.gamma, data, settings);
    const bc = rest('bc', mdp.states, mdp.gamma, data).policy;
    expectNear(of({ beta: 1e-9 }).policy, bc, 1e-6);
    const dqn = rest('dqn', mdp.states, mdp.gamma, data);
    expectNear(values(of({ weight: 'binary' }).v), values(dqn.v), 1e-9);
    const start = (point: RestingPoint) => startReturn(mdp, values(point.v));
    const rising = [0.1, 3, 30].map((beta) => start(of({ beta })));
    expect(rising[1]).toBeGreaterThan(rising[0]);
    expect(rising[2]).toBeGreaterThan(rising[1]);
    expect(start(dqn)).toBeGreaterThanOrEqual(rising[2] - 1e-9);
  });

  it('CQL goes to DQN as α goes to 0', () => {
    const { mdp, data } = recorded('four-rooms', 0.3, 600, 3);
    const dqn = values(rest('dqn', mdp.states, mdp.gamma, data).v);
    expectNear(values(rest('cql', mdp.states, mdp.gamma, data, { alpha: 1e-9 }).v), dqn, 1e-6);
  });

  it('IQL at τ = ½ is the value of BC, and rises with τ to the in-support optimum', () => {
    const { mdp, data } = recorded('four-rooms', 0.5, 3000, 1);
    const bc = rest('bc', mdp.states, mdp.gamma, data).policy;
    const iql = (expectile: number) =>
      values(rest('iql', mdp.states, mdp.gamma, data, { expectile }).v);
    // Dangling states are worth 0 to IQL; from the start none matters where the data is whole.
    expect(startReturn(mdp, iql(0.5))).toBeCloseTo(startReturn(mdp, evaluatePolicy(mdp, bc).v), 6);
    const rising = [0.5, 0.7, 0.9, 0.99, 1].map((tau) => startReturn(mdp, iql(tau)));
    for (let i = 1; i < rising.length; i++) expect(rising[i]).toBeGreaterThan(rising[i - 1]);
    expect(rising[4]).toBeCloseTo(inSupport(mdp, data.counts).return, 9);
  });

  it.each([0.05, 1, 5])(
    'softmax-backup CQL lies below V^softmax without sampling error: α %d',
    (alpha) => {
      const data = everyPair(maze, (pair) => 1 + ((pair * 7) % 5));
      const settings = { alpha, backup: 'softmax', readout: 'softmax' };
      const { v, policy } = rest('cql', maze.states, maze.gamma, data, settings);
      const truth = evaluatePolicy(maze, policy).v;
      values(v).forEach((value, s) => {
        expect(value).toBeLessThanOrEqual(truth[s] + 1e-9);
      });
    },
  );

  it.each([0.025, 0.5, 2])(
    'max-backup CQL lies above V* in all states of the maze: α %d',
    (alpha) => {
      const best = optimalValues(maze);
      const greedy = (pair: number) => {
        const row = best.q.subarray(pair - (pair % 4), pair - (pair % 4) + 4);
        return row.findIndex((x) => x >= Math.max(...row) - 1e-9) === pair % 4;
      };
      const data = everyPair(maze, (pair) => (greedy(pair) ? 31 : 3));
      const { v } = rest('cql', maze.states, maze.gamma, data, { alpha });
      values(v).forEach((value, s) => {
        if (maze.terminal[s] === 0 && maze.reachable[s] === 1)
          expect(value).toBeGreaterThan(best.v[s]);
      });
    },
  );

  it('rewards, α and κ times c are values times c, with the max backup', () => {
    fc.assert(
      fc.property(anyCase, fc.double({ min: 0.1, max: 50, noNaN: true }), (problem, c) => {
        const of = (settings: LearnerSettings, scale: number) =>
          values(rest('cql', problem.states, problem.gamma, columns(problem), settings, scale).q);
        const scaled = of({ alpha: 0.7 * c, temperature: 1 }, c);
        expectNear(
          scaled,
          of({ alpha: 0.7, temperature: 1 / c }, 1).map((x) => c * x),
          1e-7,
        );
      }),
    );
  });

  it('rewards times k and a scale of 1/k change nothing', () => {
    fc.assert(
      fc.property(anyCase, anyCql, fc.constantFrom(0.01, 3, 100), (problem, settings, k) => {
        const rows = columns(problem);
        const times = { ...rows, reward: Array.from(rows.reward, (r) => r * k) };
        const of = (of: Rows, scale: number) =>
          values(rest('cql', problem.states, problem.gamma, of, settings, scale).q);
        expectNear(of(times, 1 / k), of(rows, 1), 1e-7);
      }),
    );
  });

  it('the gradient of CQL’s loss over the table vanishes where it rests', () => {
    fc.assert(
      fc.property(anyCase, anyCql, (problem, settings) => {
        const { states, gamma, rows } = problem;
        const point = rest('cql', states, gamma, columns(problem), settings);
        const q = values(point.q);
        // Unseen actions have sunk out of sight.
        const table = q.map((x) => (Number.isNaN(x) ? -1e6 : x));
        const row = (s: number, of: Float64Array) => of.subarray(s * 4, s * 4 + 4);
        const lse = (x: Float64Array, kappa: number) => {
          const top = Math.max(...x);
          return top + kappa * Math.log(x.reduce((sum, y) => sum + Math.exp((y - top) / kappa), 0));
        };
        const next = (s: number) => {
          if (!rows.some(([from]) => from === s)) return 0;
          const x = row(s, table);
          if (settings.backup === 'max') return Math.max(...x);
          return x.reduce((sum, y) => sum + y * Math.exp(y - lse(x, 1)), 0);
        };
        const targets = rows.map(([, , r, to, d]) => r + gamma * (1 - d) * next(to));
        const loss = (of: Float64Array) =>
          rows.reduce((sum, [s, a], i) => {
            const taken = of[s * 4 + a];
            const pushed =
              settings.penalty === 'exact'
                ? lse(row(s, of), settings.temperature)
                : row(s, of).reduce((x, y) => x + y / 4, 0);
            return sum + (taken - targets[i]) ** 2 + settings.alpha * (pushed - taken);
          }, 0) / rows.length;
        q.forEach((x, pair) => {
          if (Number.isNaN(x)) return;
          const at = (h: number) => loss(table.map((y, p) => (p === pair ? y + h : y)));
          const size = 1 + settings.alpha + Math.abs(x);
          expect(Math.abs(at(1e-4) - at(-1e-4)) / 2e-4).toBeLessThan(1e-4 * size);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('says where numbers are too large, and needs a number where there is none', () => {
    const huge = rowsOf([{ reward: 1e308 }, { reward: 1e308 }]);
    expect(LEARNERS.dqn({}).restsAt(empiricalTable(1, 0.9, huge, 10), {})).toEqual({
      nowhere: 'overflow',
    });
    const beside = rowsOf([{ reward: 1e308 }, { state: 1, nextState: 1, reward: 1 }]);
    for (const kind of ['dqn', 'cql', 'iql'] as const) {
      const found = LEARNERS[kind]({}).restsAt(empiricalTable(2, 0.9, beside, 10), SETTINGS[kind]);
      expect(found).toEqual({ nowhere: 'overflow' });
    }
    expect(() => LEARNERS.cql({}).restsAt(empiricalTable(1, 0.9, huge), {})).toThrow(/alpha/);
  });
});
