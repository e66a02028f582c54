import { describe, expect, it } from 'vitest';
import type { Minibatch, NetworkStack, StackSpec } from '../../engine/types';
import type { Mdp } from '../../mdp/types';
import { instancesOf } from '../assemble';
import { resolveSettings } from '../settings/parse';
import golden from '../testdata/online.json';
import type { Settings } from '../types';
import { actingAt, ownRowsOf } from './acting';
import { actedWorld } from './actor';
import { Online } from './online';

const settingsOf = (given: Record<string, unknown>): Settings => resolveSettings(given).settings;

describe('who acts', () => {
  it('is whom the settings name, from their step on', () => {
    const settings = settingsOf({ 'online.learners': 'bc,dqn', 'online.from': 100 });
    expect(actingAt(settings, 99)).toEqual([]);
    expect(actingAt(settings, 100)).toEqual(['dqn', 'bc']);
    expect(actingAt({ ...settings, learners: ['cql', 'dqn'] }, 100)).toEqual(['dqn']);
    expect(actingAt(settingsOf({}), 100)).toEqual([]);
  });

  it('has so many rows of its own in a minibatch', () => {
    const rows = (share: number, batch: number) =>
      ownRowsOf(settingsOf({ 'online.share': share, batch }));
    expect([rows(0.5, 128), rows(0.5, 9), rows(0, 64), rows(1, 64)]).toEqual([64, 5, 0, 64]);
  });
});

/** The world of the golden file, as far as one acts in it. */
function goldenMdp(): Mdp {
  const { world } = golden;
  const all = world.outcomes.flat();
  let end = 0;
  return {
    states: world.states,
    start: Float64Array.from(world.start),
    terminal: Uint8Array.from(world.terminal),
    goal: Uint8Array.from(world.goal),
    gamma: world.gamma,
    horizon: world.horizon,
    offsets: Int32Array.from([0, ...world.outcomes.map(({ length }) => (end += length))]),
    successors: Int32Array.from(all, ([state]) => state),
    probabilities: Float64Array.from(all, ([, probability]) => probability),
    outcomeRewards: Float64Array.from(all, ([, , reward]) => reward),
  } as Mdp;
}

describe('acting and drawing', () => {
  // Made by tools/golden/online.py, which knows the description alone.
  it('are those of an independent program, move by move and row by row', () => {
    const { batch, seeds, tables, walks, counts } = golden;
    const size = 10;
    const scale = 2;
    const settings = settingsOf({
      learners: ['dqn', 'cql', 'bc'],
      'online.learners': 'dqn,bc',
      'online.steps': golden.moves,
      'online.epsilon': golden.epsilon,
      'online.share': golden.share,
      batch,
    });
    // The schema has no such size.
    const nine = { ...settings, batch };
    const instances = instancesOf(nine);
    let step = 0;
    const stack: Pick<NetworkStack, 'outputsAt'> = {
      outputsAt: (learner, _, state) => {
        const row = tables[learner as keyof typeof tables][step][state];
        const [{ name }] = instances.find(({ id }) => id === learner)?.definition.networks ?? [];
        return { [String(name)]: Float32Array.from(row) };
      },
    };
    const online = new Online({
      world: actedWorld(goldenMdp(), Int32Array.from(counts), scale),
      spec: { batch, data: { state: new Int32Array(size) } } as unknown as StackSpec,
      stack,
      seeds,
      seen: new Uint8Array(counts.length).fill(1),
    });
    const shared: Minibatch = {
      rows: Int32Array.from({ length: seeds.length * batch }, (_, i) => i % size),
      randomActions: {},
    };
    for (; step < walks[0].drawn.length; step++) {
      const { rows, own, ...rest } = online.begin(shared, {
        step,
        settings: nine,
        instances,
        learns: () => true,
      });
      expect([rows, rest, Object.keys(own ?? {})]).toEqual([
        shared.rows,
        { randomActions: {} },
        ['dqn', 'bc'],
      ]);
      for (const { learner, seed, drawn } of walks) {
        const taken = own?.[learner];
        if (taken === undefined) throw new Error(`${learner} has no rows of its own.`);
        const first = seeds.indexOf(seed) * batch;
        const mine = Array.from(taken.rows.subarray(first, first + batch));
        const kept = batch - drawn[step].length;
        expect(mine.slice(0, kept)).toEqual(Array.from(shared.rows.subarray(first, first + kept)));
        const { fresh } = taken;
        const got = mine
          .slice(kept)
          .map((row) => row - size)
          .map((i) => [
            fresh.state[i],
            fresh.action[i],
            fresh.reward[i],
            fresh.nextState[i],
            fresh.terminal[i],
          ]);
        expect(got).toEqual(
          drawn[step].map(([s, a, r, next, ends]) => [s, a, Math.fround(r * scale), next, ends]),
        );
      }
    }
    for (const { learner, seed, record, tried } of walks) {
      const actor = online.actorOf(learner, seeds.indexOf(seed));
      const { lastReturn, ...counted } = actor?.record ?? {};
      expect(counted).toEqual({ ...record, lastReturn: undefined });
      expect(lastReturn).toBeCloseTo(record.lastReturn ?? Number.NaN, 12);
      expect(Array.from(actor?.tried ?? [])).toEqual(tried);
    }
    expect(online.actorOf('cql', 0)).toBeUndefined();
  });
});
