import { describe, expect, it } from 'vitest';
import { CLASS_CODES } from '../data/dataset';
import { printPairs } from '../data/pairs';
import { keyOf } from '../engine/loss/loss';
import { evaluate } from '../engine/loss/numbers';
import { createSimdStack } from '../engine/simd/stack';
import { CATALOG } from '../learners/catalog';
import { ORACLES } from '../learners/oracle';
import { LEARNERS } from '../learners/registry';
import { LEARNER_KINDS } from '../learners/types';
import { assembleStack } from './assemble';
import { circumstancesOf } from './circumstances';
import { runExperiment } from './headless';
import { changesTargets, oracleMask } from './oracle';
import { buildProblem, type Problem } from './problem';
import { resolveSettings } from './settings/parse';
import type { Settings, SettingValues } from './types';

const settingsOf = (given: SettingValues): Settings =>
  resolveSettings({ scenario: 'extrapolation', ...given }).settings;

const plain = settingsOf({ 'world.slip': 0 });
const problem = buildProblem(plain);

/** The text of all pairs of a world, or of those of a class. */
function everyPair({ mdp }: Problem): string {
  return printPairs(
    Array.from(mdp.cells, (cell) => ({
      row: Math.floor(cell / mdp.columns),
      column: cell % mdp.columns,
      actions: [0, 1, 2, 3],
    })),
  );
}

const targeted = LEARNER_KINDS.filter((kind) => CATALOG[kind].takes.targets > 0);

it('is a setting of every method that has a target network, and of no other', () => {
  for (const kind of LEARNER_KINDS) {
    expect('oracle' in CATALOG[kind].settings, kind).toBe(targeted.includes(kind));
  }
});

describe('where truth is put in', () => {
  it('is the classes of pairs as they are measured', () => {
    const { classes, mdp } = problem;
    for (const [oracle, codes] of [
      ['unseenActions', [CLASS_CODES.unseenAction]],
      ['unseenStates', [CLASS_CODES.unseenState]],
      ['unseen', [CLASS_CODES.unseenAction, CLASS_CODES.unseenState]],
    ] as const) {
      const mask = oracleMask(problem, plain, { oracle });
      let found = 0;
      mask?.forEach((isPutIn, pair) => {
        if (mdp.reachable[Math.floor(pair / 4)] === 0) return;
        found += isPutIn;
        expect(isPutIn).toBe(Number((codes as readonly number[]).includes(classes[pair])));
      });
      expect(found).toBeGreaterThan(0);
    }
    expect(oracleMask(problem, plain, { oracle: 'none' })).toBeNull();
    expect(oracleMask(problem, plain, {})).toBeNull();
  });

  it('has Q* of those pairs in the units of the learner, and V* of states that are whole', () => {
    const given = settingsOf({
      'world.slip': 0,
      rewardScale: 3,
      'oracle.pairs': '1.1urdl,1.2u',
      'dqn.oracle': 'painted',
    });
    const { truth } = assembleStack(problem, given).learners[0];
    const { optimal, mdp } = problem;
    const at = (column: number) => mdp.stateOfCell[mdp.columns + column];
    const putIn = [...(truth?.actions ?? [])].filter((value) => value > -1e38);
    expect(putIn.length).toBe(5);
    expect(truth?.actions[4 * at(1) + 2]).toBeCloseTo(3 * optimal.q[4 * at(1) + 2], 5);
    expect(truth?.actions[4 * at(2)]).toBeCloseTo(3 * optimal.q[4 * at(2)], 5);
    expect([...(truth?.state ?? [])].filter((value) => value > -1e38).length).toBe(1);
    expect(truth?.state[at(1)]).toBeCloseTo(3 * optimal.v[at(1)], 5);
  });
});

it('has nothing to do with states never visited in the first scenario: no row leads into one', () => {
  for (let seed = 0; seed < 6; seed++) {
    const { dataset } = buildProblem(settingsOf({ 'data.seed': seed }));
    const asked = dataset.nextState.filter((_, row) => dataset.terminal[row] === 0);
    expect(asked.every((state) => dataset.counts.states[state] > 0)).toBe(true);
  }
});

describe('a loss with truth in its targets', () => {
  it('is the very same where the setting is off', () => {
    for (const kind of LEARNER_KINDS) {
      const definition = LEARNERS[kind]({});
      const off = definition.loss({ oracle: 'none' });
      expect(keyOf(off)).toBe(keyOf(definition.loss({})));
      expect(off.truths).toEqual([]);
      for (const oracle of ORACLES.slice(1)) {
        const on = definition.loss({ oracle });
        expect(on.truths.length > 0, kind).toBe(targeted.includes(kind));
      }
    }
    expect(assembleStack(problem, plain).learners.every(({ truth }) => truth === undefined)).toBe(
      true,
    );
  });

  it('says how to act and what is believed without it', () => {
    for (const kind of targeted) {
      const definition = LEARNERS[kind]({});
      const outputs = Object.fromEntries(
        definition.networks.map(({ name, output }, n) => [
          name,
          Float32Array.from({ length: output === 'actions' ? 8 : 2 }, (_, i) => Math.sin(n + i)),
        ]),
      );
      const seen = new Uint8Array(8).fill(1);
      const settings = { expectile: 0.7, beta: 3, threshold: 0.3, alpha: 1, temperature: 1 };
      const read = (oracle: string) => definition.readout(outputs, { ...settings, oracle }, seen);
      expect(read('unseen')).toEqual(read('none'));
    }
  });

  it('asks DQN for Q* of the data, whatever its networks say, with every pair painted', () => {
    // Without slips a row tells all there is to know of its pair.
    const { mdp, dataset, optimal } = problem;
    const { target } = LEARNERS.dqn({}).workings({ oracle: 'painted' });
    for (let row = 0; row < dataset.size; row++) {
      const [value] = evaluate([target], {
        output: () => [1e3, -50, 7, row],
        truth: (of, at) => {
          expect([of, at]).toEqual(['actions', 'nextState']);
          const next = dataset.nextState[row];
          return Array.from(optimal.q.subarray(4 * next, 4 * next + 4));
        },
        hyper: () => mdp.gamma,
        seen: () => [1, 1, 1, 1],
        action: dataset.action[row],
        drawn: 0,
        reward: dataset.reward[row],
        terminal: dataset.terminal[row],
        actionCount: 4,
      });
      const pair = 4 * dataset.state[row] + dataset.action[row];
      expect(value).toBeCloseTo(optimal.q[pair], 9);
    }
  });
});

describe('a run with truth in its targets', () => {
  const learners = ['dqn', 'cql', 'iql', 'maxmin', 'awac', 'onestep', 'bcq'];
  const trained = async (given: SettingValues, steps = 60) => {
    const settings = settingsOf({ 'world.slip': 0, learners, measureEvery: 20, ...given });
    return await runExperiment({ settings, problem, steps, createStack: createSimdStack });
  };
  const onAll = (oracle: string) =>
    Object.fromEntries(learners.map((id) => [`${id}.oracle`, oracle]));

  it('is the run without, bit for bit, where no pair is painted', async () => {
    const [off, on] = [await trained({}), await trained(onAll('painted'))];
    expect(on.tables).toEqual(off.tables);
  });

  it('changes nothing for who reads no unseen pair, and something for all others', async () => {
    const [off, on] = [await trained({}), await trained(onAll('unseenActions'))];
    for (const id of learners) {
      const kind = id as (typeof LEARNER_KINDS)[number];
      const isSame = JSON.stringify(on.tables[id]) === JSON.stringify(off.tables[id]);
      expect(isSame, id).toBe(!changesTargets(CATALOG[kind], { oracle: 'unseenActions' }));
    }
    expect(JSON.stringify(on.tables.iql)).toBe(JSON.stringify(off.tables.iql));
  });

  it('is why the picture of the first scenario is another one', async () => {
    const codes = async (given: SettingValues) => {
      const { snapshot, settings } = await trained({ learners: ['dqn', 'iql'], ...given }, 20);
      return circumstancesOf(problem, settings, snapshot).map(({ code, suspends }) =>
        code === 'oracle' ? suspends : [],
      );
    };
    expect((await codes({ 'dqn.oracle': 'unseen' })).flat()).toContain('dqn-believes-too-much');
    expect((await codes({ 'iql.oracle': 'unseen' })).flat()).toEqual([]);
    expect((await codes({})).flat()).toEqual([]);
  });

  it('rests nowhere that is known, but where nothing changes', async () => {
    const { snapshot } = await trained(onAll('unseenActions'), 20);
    expect(snapshot.learners.dqn).toMatchObject({ restsAt: null, restless: 'oracle' });
    expect(snapshot.learners.iql.restsAt).not.toBeNull();
    expect((await trained({}, 20)).snapshot.learners.dqn.restless).toBeUndefined();
  });

  it('takes the dream from DQN in untried actions, and nothing in states never visited', async () => {
    const believed = async (oracle: string) => {
      const settings = settingsOf({ learners: ['dqn'], 'dqn.oracle': oracle });
      const { snapshot } = await runExperiment({ settings, createStack: createSimdStack });
      return snapshot.learners.dqn.seeds[0].believedReturn ?? Number.NaN;
    };
    const { optimal } = problem.truth;
    const [none, actions, states] = [
      await believed('none'),
      await believed('unseenActions'),
      await believed('unseenStates'),
    ];
    expect(none).toBeGreaterThan(1.2 * optimal);
    expect(Math.abs(actions / optimal - 1)).toBeLessThan(0.1);
    expect(states).toBe(none);
  });

  it('brings DQN to the truth of the data where every pair is painted', {
    timeout: 60_000,
  }, async () => {
    const { tables } = await trained(
      { learners: ['dqn'], 'dqn.oracle': 'painted', 'oracle.pairs': everyPair(problem) },
      9000,
    );
    const { q } = tables.dqn[0];
    const span = problem.range.high - problem.range.low;
    const off = Array.from(problem.dataset.counts.pairs, (count, pair) =>
      count === 0 ? 0 : Math.abs((q?.[pair] ?? Number.NaN) - problem.optimal.q[pair]),
    );
    expect(Math.max(...off) / span).toBeLessThan(0.005);
  });
});
