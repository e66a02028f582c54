import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resolveSettings } from '../../experiment/settings/parse';
import type { SeedSnapshot } from '../../experiment/types';
import { speak } from '../../texts/speak';
import { instancesOf } from './instances';
import { seedSnapshot, snapshotOf } from './testing';
import { answerOf, headlineOf, outcomeOf, verdictsOf } from './verdict';

const instances = instancesOf(resolveSettings({}).settings);
const arrives = { goalRate: 1, goalSteps: 20, trueReturn: 0.38 };
const snapshot = snapshotOf('run-1', 1050, {
  dqn: { believedReturn: 0.63, trueReturn: 0, goalRate: 0 },
  cql: { believedReturn: 0.3, ...arrives },
  iql: { believedReturn: 0.25, ...arrives },
  bc: { goalRate: 0.97, goalSteps: 38, trueReturn: 0.23 },
});
const verdicts = verdictsOf(snapshot, instances, 1e-3);

describe('the verdict', () => {
  it('says in words first who arrives, then what is believed and earned', () => {
    expect(verdicts.map(({ instance, arrival }) => `${instance.short} ${arrival}`)).toEqual([
      'DQN never reaches the goal',
      'CQL reaches the goal in 20 steps',
      'IQL reaches the goal in 20 steps',
      'BC arrives 97\u00a0% of the time',
    ]);
    expect(verdicts.map(({ account }) => account)).toEqual([
      'believes an impossible 0.63, earns 0.00',
      'believes 0.30, earns 0.38',
      'believes 0.25, earns 0.38',
      'earns 0.23; it has no values to believe in',
    ]);
  });

  it('says both readings of a learned distribution where they differ in substance', () => {
    const fare = (trueReturn: number) => ({ trueReturn, goalRate: 0, goalSteps: null });
    const account = (
      distribution: number,
      mostLikely: number,
      more: Partial<SeedSnapshot> = {},
    ) => {
      const readings = { distribution: fare(distribution), mostLikely: fare(mostLikely) };
      const seed = { trueReturn: distribution, readings, ...more };
      return verdictsOf(snapshotOf('run-1', 10, { bc: seed }), instances, 1e-3)[0].account;
    };
    expect(account(0.18, 0)).toBe('earns 0.18 (most likely: 0.00)');
    expect(account(0.31, 0.38, { believedReturn: 0.3 })).toBe(
      'believes 0.30, earns 0.31 (most likely: 0.38)',
    );
    expect(account(0.38, 0.375)).toBe('earns 0.38; it has no values to believe in');
  });

  it('calls a belief impossible only above what any policy can earn', () => {
    const account = (believedReturn: number) =>
      verdictsOf(snapshotOf('run-1', 10, { cql: { believedReturn } }), instances, 1e-3)[0].account;
    expect(account(0.3805)).not.toContain('impossible');
    expect(account(0.3815)).toContain('impossible');
  });

  it('says that a learner diverged', () => {
    const broken = snapshotOf('run-1', 300, { dqn: { status: 'diverged', trueReturn: 0 } });
    expect(verdictsOf(broken, instances, 1e-3)[0].arrival).toBe('diverged by step 300');
  });

  it('sums up who reaches the goal', () => {
    expect(outcomeOf(verdicts)).toBe('Three of four reach the goal: CQL, IQL and BC.');
    expect(outcomeOf(verdicts.slice(0, 2))).toBe('One of two reaches the goal: CQL.');
    expect(outcomeOf(verdicts.slice(1, 3))).toBe('Both reach the goal.');
    expect(outcomeOf(verdicts.slice(1))).toBe('All three reach the goal.');
    expect(outcomeOf(verdicts.slice(0, 1))).toBe('It does not reach the goal.');
  });

  it('has a headline: who believed the impossible, and who arrived', () => {
    const { truth } = snapshot;
    const said = (some: typeof verdicts, over = true) => headlineOf(some, truth, over);
    expect(said(verdicts)).toBe('DQN believed 0.63 and earned nothing. CQL, IQL and BC arrived.');
    expect(said(verdicts, false)).toBe(
      'DQN believes 0.63 and earns nothing. CQL, IQL and BC arrive.',
    );
    expect(said(verdicts.slice(1))).toBe('All three arrived.');
    expect(said(verdicts.slice(0, 1))).toBe(
      'DQN believed 0.63 and earned nothing. Nobody arrived.',
    );
    const made = (learners: Parameters<typeof snapshotOf>[2]) =>
      said(verdictsOf(snapshotOf('run-1', 450, learners), instances, 1e-3));
    const fare = (goalRate: number) => ({ goalRate, goalSteps: 20, trueReturn: 0.3 });
    expect(made({ cql: fare(1), iql: fare(0.6) })).toBe('CQL arrived.');
    expect(made({ cql: fare(0.6), iql: fare(0.7) })).toBe(
      'Both reach the goal more often than not.',
    );
    const impossible = { ...fare(1), believedReturn: 0.5 };
    expect(made({ dqn: impossible, cql: { ...impossible, believedReturn: 0.7 } })).toBe(
      'CQL and DQN believed in more than any policy can earn. DQN and CQL arrived.',
    );
    // Where rewards are negative, to earn nothing would be the best of all.
    const cold = { ...truth, optimal: -12, random: -90 };
    expect(
      headlineOf([{ ...verdicts[0], believed: -3, earned: -70, impossible: true }], cold, true),
    ).toBe('DQN believed −3.00 and earned −70.0. Nobody arrived.');
  });

  it('says where arriving is a matter of luck as well', () => {
    const onIce = { goalRate: 0.74, goalSteps: 30, trueReturn: 0.54 };
    const said = (learners: Parameters<typeof snapshotOf>[2]) =>
      outcomeOf(verdictsOf(snapshotOf('run-1', 450, learners), instances, 1e-3));
    expect(said({ dqn: { goalRate: 0.1 }, cql: onIce, iql: onIce, bc: { goalRate: 0.15 } })).toBe(
      'Two of four reach the goal more often than not: CQL and IQL.',
    );
    const sure = { goalRate: 1, goalSteps: 20, trueReturn: 0.38 };
    expect(said({ dqn: { goalRate: 0 }, cql: sure, iql: sure, bc: onIce })).toBe(
      'Two of four reach the goal: CQL and IQL; BC more often than not.',
    );
    expect(said({ cql: onIce, iql: onIce })).toBe('Both reach the goal more often than not.');
    expect(said({ dqn: { goalRate: 0.1 }, cql: { goalRate: 0.2 } })).toBe(
      'Neither reaches the goal.',
    );
  });

  it('comes back to what was predicted', () => {
    const said = (...chosen: readonly string[]) =>
      answerOf({ stage: 'answered', chosen }, verdicts);
    expect(said('cql', 'iql')).toBe('You said CQL and IQL.');
    expect(said('bc', 'cql', 'iql')).toBe('You said CQL, IQL and BC, and so it is.');
    expect(answerOf({ stage: 'skipped', chosen: [] }, verdicts)).toBe('');
    const detour = { goalRate: 0.6, goalSteps: 60, trueReturn: 0.05 };
    const sure = { goalRate: 1, goalSteps: 20, trueReturn: 0.38 };
    const mixed = verdictsOf(snapshotOf('run-1', 9, { cql: sure, bc: detour }), instances, 1e-3);
    for (const chosen of [['cql'], ['cql', 'bc']])
      expect(answerOf({ stage: 'answered', chosen }, mixed)).toMatch(/and so it is\.$/);
    expect(answerOf({ stage: 'answered', chosen: ['bc'] }, mixed)).toBe('You said BC.');
  });
});

const lost = { believedReturn: 0.6 };
const of = (learners: Readonly<Record<string, readonly Partial<SeedSnapshot>[]>>) => {
  const one = snapshotOf('run-1', 1050);
  return verdictsOf(
    {
      ...one,
      learners: Object.fromEntries(
        Object.entries(learners).map(([id, seeds]) => [
          id,
          {
            kind: 'dqn' as const,
            status: 'ok' as const,
            restsAt: null,
            seeds: seeds.map(seedSnapshot),
          },
        ]),
      ),
    },
    instances,
    1e-3,
  );
};
const walker = { goalRate: 0.97, goalSteps: 38, trueReturn: 0.23 };
const three = <T>(value: T) => [value, value, value];
const arriving = { ...arrives, believedReturn: 0.3 };
const unanimous = of({
  dqn: three(lost),
  cql: three(arriving),
  iql: three(arriving),
  bc: three(walker),
});

describe('the verdict of several seeds', () => {
  it('counts the seeds that arrive and says how they do', () => {
    expect(unanimous.map(({ arrival, pace }) => [arrival, pace])).toEqual([
      ['reaches the goal on 0 of 3 seeds', ''],
      ['reaches the goal on 3 of 3 seeds', 'in 20 steps'],
      ['reaches the goal on 3 of 3 seeds', 'in 20 steps'],
      ['reaches the goal on 3 of 3 seeds', '97\u00a0% of the time'],
    ]);
    const [seldom] = of({ bc: three({ goalRate: 0.12, goalSteps: 60 }) });
    expect([seldom.arrival, seldom.pace]).toEqual([
      'reaches the goal on 0 of 3 seeds',
      '12\u00a0% of the time',
    ]);
    const [broken] = of({ dqn: three({ status: 'diverged' as const }) });
    expect(broken.arrival).toBe('diverged by step 1,050 on 3 of 3 seeds');
  });

  it('believes and earns interquartile means, which no single seed can carry away', () => {
    const [cql] = of({
      cql: [0.3, 0.3, 0.32, 90].map((believedReturn) => ({ ...arrives, believedReturn })),
    });
    expect(cql.account).toBe('believes 0.31, earns 0.38');
    expect(unanimous[3].account).toBe('earns 0.23; no values to believe in');
  });

  it('goes by the majority, and says whether that is all or most', () => {
    expect(outcomeOf(unanimous)).toBe(
      'Three of four reach the goal on all 3 seeds: CQL, IQL and BC.',
    );
    const split = of({ dqn: three(lost), cql: [arriving, arriving, lost] });
    expect(outcomeOf(split)).toBe('One of two reaches the goal on most of 3 seeds: CQL.');
    expect(outcomeOf(of({ dqn: three(lost), cql: three(lost) }))).toBe(
      'Neither reaches the goal on any of 3 seeds.',
    );
    const even = of({ cql: [arriving, lost] });
    expect(even[0].reaches).toBe(false);
    expect(outcomeOf(even)).toBe('It does not reach the goal on most of 2 seeds.');
  });

  it('answers the prediction by the majority', () => {
    const said = (verdicts: typeof unanimous, ...chosen: readonly string[]) =>
      answerOf({ stage: 'answered', chosen }, verdicts);
    expect(said(unanimous, 'cql', 'iql', 'bc')).toBe('You said CQL, IQL and BC, and so it is.');
    const split = of({ dqn: three(lost), cql: [arriving, arriving, lost] });
    expect(said(split, 'cql')).toBe('You said CQL, and so it is on most seeds.');
    expect(said(split, 'dqn')).toBe('You said DQN.');
  });
});

describe('the verdict in German', () => {
  beforeEach(() => speak('de'));
  afterEach(() => speak('en'));

  it('says who arrives, what is believed and earned', () => {
    const said = verdictsOf(snapshot, instances, 1e-3);
    expect(said.map(({ instance, arrival }) => `${instance.short} ${arrival}`)).toEqual([
      'DQN erreicht das Ziel nie',
      'CQL erreicht das Ziel in 20 Schritten',
      'IQL erreicht das Ziel in 20 Schritten',
      'BC kommt in 97\u00a0% der Fälle an',
    ]);
    expect(said.map(({ account }) => account)).toEqual([
      'glaubt an unmögliche 0,63, erzielt 0,00',
      'glaubt an 0,30, erzielt 0,38',
      'glaubt an 0,25, erzielt 0,38',
      'erzielt 0,23; keine Werte, also kein Glaube',
    ]);
    const broken = snapshotOf('run-1', 1300, { dqn: { status: 'diverged', trueReturn: 0 } });
    expect(verdictsOf(broken, instances, 1e-3)[0].arrival).toBe('ist bis Schritt 1.300 divergiert');
  });

  it('sums up who reaches the goal, in every number', () => {
    expect(outcomeOf(verdicts)).toBe('Drei von vier erreichen das Ziel: CQL, IQL und BC.');
    expect(outcomeOf(verdicts.slice(0, 2))).toBe('Eines von zwei erreicht das Ziel: CQL.');
    expect(outcomeOf(verdicts.slice(1, 3))).toBe('Beide erreichen das Ziel.');
    expect(outcomeOf(verdicts.slice(1))).toBe('Alle drei erreichen das Ziel.');
    expect(outcomeOf(verdicts.slice(1, 2))).toBe('Es erreicht das Ziel.');
    expect(outcomeOf(verdicts.slice(0, 1))).toBe('Es erreicht das Ziel nicht.');
    const lost = (...names: readonly string[]) =>
      outcomeOf(of(Object.fromEntries(names.map((name) => [name, [{ believedReturn: 0.6 }]]))));
    expect(lost('dqn', 'cql')).toBe('Keines der beiden erreicht das Ziel.');
    expect(lost('dqn', 'cql', 'iql')).toBe('Keines der drei erreicht das Ziel.');
  });

  it('says where arriving is a matter of luck as well', () => {
    const onIce = { goalRate: 0.74, goalSteps: 30, trueReturn: 0.54 };
    expect(outcomeOf(of({ dqn: [{ goalRate: 0.1 }], cql: [onIce], iql: [onIce] }))).toBe(
      'Zwei von drei erreichen meist das Ziel: CQL und IQL.',
    );
    expect(outcomeOf(of({ cql: three(onIce), iql: three(onIce) }))).toBe(
      'Beide erreichen auf allen 3 Seeds meist das Ziel.',
    );
  });

  it('counts the seeds that arrive and says how they do', () => {
    const said = of({ dqn: three(lost), cql: three(arriving), bc: three(walker) });
    expect(said.map(({ arrival, pace }) => [arrival, pace])).toEqual([
      ['erreicht das Ziel auf 0 von 3 Seeds', ''],
      ['erreicht das Ziel auf 3 von 3 Seeds', 'in 20 Schritten'],
      ['erreicht das Ziel auf 3 von 3 Seeds', 'in 97\u00a0% der Fälle'],
    ]);
    expect(said[2].account).toBe('erzielt 0,23; ohne Werte');
    const [broken] = of({ dqn: three({ status: 'diverged' as const }) });
    expect(broken.arrival).toBe('ist bis Schritt 1.050 auf 3 von 3 Seeds divergiert');
  });

  it('goes by the majority, and says whether that is all or most', () => {
    expect(outcomeOf(unanimous)).toBe(
      'Drei von vier erreichen auf allen 3 Seeds das Ziel: CQL, IQL und BC.',
    );
    expect(outcomeOf(of({ dqn: three(lost), cql: [arriving, arriving, lost] }))).toBe(
      'Eines von zwei erreicht auf der Mehrheit der 3 Seeds das Ziel: CQL.',
    );
    expect(outcomeOf(of({ dqn: three(lost) }))).toBe(
      'Es erreicht das Ziel auf keinem der 3 Seeds.',
    );
    expect(outcomeOf(of({ dqn: three(lost), cql: three(lost) }))).toBe(
      'Auf keinem der 3 Seeds erreicht eines der beiden das Ziel.',
    );
    expect(outcomeOf(of({ dqn: three(lost), cql: three(lost), iql: [lost, lost, arriving] }))).toBe(
      'Keines der drei erreicht das Ziel auf der Mehrheit der 3 Seeds.',
    );
    expect(outcomeOf(of({ cql: [arriving, lost] }))).toBe(
      'Es erreicht das Ziel nicht auf der Mehrheit der 2 Seeds.',
    );
  });

  it('comes back to what was predicted', () => {
    const said = (about: typeof verdicts, ...chosen: readonly string[]) =>
      answerOf({ stage: 'answered', chosen }, about);
    expect(said(verdicts, 'cql')).toBe('Getippt wurde auf CQL.');
    expect(said(verdicts, 'bc', 'cql', 'iql')).toBe(
      'Getippt wurde auf CQL, IQL und BC, und so ist es.',
    );
    const split = of({ dqn: three(lost), cql: [arriving, arriving, lost] });
    expect(said(split, 'cql')).toBe(
      'Getippt wurde auf CQL, und so ist es auf der Mehrheit der Seeds.',
    );
  });
});
