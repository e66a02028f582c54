import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../engine/backend';
import { createStack } from '../engine/composed';
import { createSimdStack } from '../engine/simd/stack';
import { LEARNER_KINDS } from '../learners/types';
import { buildProblem } from './problem';
import { type CreateStack, createRun, type Run } from './run';
import { editsToCome, joinRuns, runOfSeeds, type SavedRun } from './saved-run';
import { changeSettings } from './settings/change';
import { resolveSettings } from './settings/parse';
import { Settling } from './settling';
import type { LiveEdit, Settings } from './types';

const settingsOf = (given: Record<string, unknown> = {}): Settings =>
  resolveSettings({
    world: 'maze-umaze',
    'data.size': 60,
    width: 8,
    batch: 16,
    steps: 40,
    measureEvery: 10,
    learners: LEARNER_KINDS,
    seeds: 2,
    ...given,
  }).settings;
const problem = buildProblem(settingsOf());
const simd: CreateStack = (spec) => createSimdStack(spec);

const given = fc.record({
  'online.learners': fc.constantFrom('', 'dqn', 'all'),
  'online.from': fc.nat(20),
  'online.steps': fc.integer({ min: 1, max: 3 }),
  'dqn.oracle': fc.constantFrom('none', 'unseen', 'unseenActions'),
  'cql.oracle': fc.constantFrom('none', 'unseenStates'),
  encoding: fc.constantFrom('one-hot', 'fourier'),
  // High enough, now and then, that somebody diverges.
  learningRate: fc.constantFrom(1e-3, 0.1),
});
const edit = fc.record({
  step: fc.nat(30),
  patch: fc.constantFrom<Record<string, unknown>>(
    { learningRate: 3e-3 },
    { 'cql.alpha': 3 },
    { 'online.learners': ['cql', 'bc'] },
    { 'online.learners': [] },
    { 'iql.readout': 'most-likely' },
  ),
});

/** Trains and measures from where a run stands up to a step, edited on its way. */
async function go(
  run: Run,
  to: number,
  edits: readonly { readonly step: number; readonly patch: Record<string, unknown> }[],
) {
  const measured = [];
  while (run.step < to) {
    for (const { step, patch } of edits)
      if (step === run.step) run.applyLive(changeSettings(run.settings, patch).settings);
    const due = edits.map(({ step }) => step).filter((step) => step > run.step);
    run.train(Math.min(to, run.nextMeasuredStep(), ...due) - run.step);
    if (run.step % 10 === 0) measured.push(await run.measure());
  }
  return measured;
}

describe('a run that is saved and taken up by another', () => {
  it('goes on bit by bit, with live edits, online, with truth put in, diverged or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        given,
        fc.array(edit, { maxLength: 3 }),
        fc.nat(35),
        fc.boolean(),
        async (values, edits, at, linked) => {
          const settings = settingsOf(values);
          const unbroken = createRun(problem, settings, simd, 'test');
          const expected = [...(await go(unbroken, at, edits)), ...(await go(unbroken, 40, edits))];
          const first = createRun(problem, settings, simd, 'test');
          const found = await go(first, at, edits);
          const saved = structuredClone(await first.save());
          // The link of the page names the edits so far; or all of them, those to come as well.
          const second = createRun(
            problem,
            settings,
            simd,
            'test',
            linked ? unbroken.edits : first.edits,
          );
          second.restore(saved);
          expect(second.step).toBe(at);
          found.push(...(await go(second, 40, linked ? [] : edits)));
          expect(found).toEqual(expected);
          expect(second.edits).toEqual(unbroken.edits);
          expect(second.settings).toEqual(unbroken.settings);
          expect(await second.save()).toEqual(await unbroken.save());
          for (const run of [unbroken, first, second]) run.dispose();
        },
      ),
      { numRuns: 12 },
    );
  });

  it.each([0, 10, 29, 30, 35])(
    'reads a step before the edits made there, seen by hand or replayed from %d on',
    async (at) => {
      const edits = [
        { step: 10, patch: { 'iql.readout': 'most-likely' } },
        { step: 30, patch: { 'cql.alpha': 3 } },
      ];
      const byHand = createRun(problem, settingsOf(), simd, 'test');
      const expected = await go(byHand, 40, edits);
      const first = createRun(problem, settingsOf(), simd, 'test', byHand.edits);
      const found = await go(first, at, []);
      const second = createRun(problem, settingsOf(), simd, 'test', byHand.edits);
      second.restore(structuredClone(await first.save()));
      // What is measured where it was taken up is what was measured there before.
      if (found.length > 0 && at % 10 === 0) expect(await second.measure()).toEqual(found.at(-1));
      found.push(...(await go(second, 40, [])));
      expect(found).toEqual(expected);
      for (const run of [byHand, first, second]) run.dispose();
    },
  );

  describe('on composed operations', () => {
    beforeAll(() => startBackend('cpu', { wasmPaths: '' }));

    it('goes on bit by bit as well', async () => {
      const settings = settingsOf({ 'online.learners': 'dqn', learners: ['dqn', 'iql', 'bc'] });
      const unbroken = createRun(problem, settings, createStack, 'test');
      const expected = await go(unbroken, 25, []);
      const first = createRun(problem, settings, createStack, 'test');
      const found = await go(first, 13, []);
      const second = createRun(problem, settings, createStack, 'test');
      second.restore(structuredClone(await first.save()));
      found.push(...(await go(second, 25, [])));
      expect(found).toEqual(expected);
      expect(await second.save()).toEqual(await unbroken.save());
      for (const run of [unbroken, first, second]) run.dispose();
    });
  });

  it('may be spread over others by its seeds', async () => {
    const settings = settingsOf({ seeds: 3, 'online.learners': 'all' });
    const whole = createRun(problem, settings, simd, 'test');
    whole.train(12);
    await whole.measure();
    const saved = await whole.save();
    const parts = [runOfSeeds(saved, 0, 1), runOfSeeds(saved, 1, 3)];
    expect(joinRuns(parts)).toEqual(saved);
    const own = { 'train.seed': settings['train.seed'] + 1, seeds: 2, 'online.learners': 'all' };
    const share = createRun(problem, settingsOf(own), simd, 'test');
    share.restore(parts[1]);
    whole.train(9);
    share.train(9);
    const { snapshot } = await whole.measure();
    const { learners } = (await share.measure()).snapshot;
    for (const [id, { seeds }] of Object.entries(learners))
      expect(seeds).toEqual(snapshot.learners[id].seeds.slice(1));
    expect(await share.save()).toEqual(runOfSeeds(await whole.save(), 1, 3));
  });

  it('is refused where it is of another run', async () => {
    const run = createRun(problem, settingsOf({ 'online.learners': 'dqn' }), simd, 'test');
    run.train(3);
    const saved = await run.save();
    const refused = (values: Record<string, unknown>, spoilt: SavedRun, sentence: RegExp) =>
      expect(() => createRun(problem, settingsOf(values), simd, 'x').restore(spoilt)).toThrow(
        sentence,
      );
    refused({ seeds: 1 }, saved, /no 1 seeds of/);
    refused({ width: 16 }, saved, /numbers, the stack/);
    refused({ learners: ['dqn', 'cql-2'] }, saved, /seeds of cql-2/);
    refused({}, { ...saved, step: 4 }, /says step 4, its networks 3/);
    refused({}, { ...saved, readAt: 4 }, /says step 3/);
    refused({}, { ...saved, actors: { dqn: [] } }, /that act/);
    const [one, other] = saved.actors.dqn;
    const spoilt = (actor: object) =>
      ({ ...saved, actors: { dqn: [one, { ...other, ...actor }] } }) as SavedRun;
    refused({}, spoilt({ tried: new Int32Array(4) }), /Of 4 pairs/);
    refused({}, spoilt({ rows: { ...other.rows, written: 9000 } }), /own rows/);
    const edits = [{ step: 1, key: 'learningRate', value: 0.1 }];
    refused({}, { ...saved, edits }, /edited otherwise/);
  });
});

describe('live edits of a run that goes on', () => {
  const of = (step: number, value: number): LiveEdit => ({ step, key: 'cql.alpha', value });
  it.each<[string, LiveEdit[], LiveEdit[], LiveEdit[] | null]>([
    ['none', [], [], []],
    ['those made and those to come', [of(20, 3), of(5, 2)], [of(5, 2)], [of(20, 3)]],
    ['one at the step of the save', [of(10, 2)], [], [of(10, 2)]],
    ['one that was moved on there', [of(10, 3)], [of(10, 2)], [of(10, 3)]],
    ['of several at one step the last', [of(4, 3)], [of(4, 2), of(4, 3)], []],
    ['one that was not made', [of(5, 2)], [], null],
    ['one made that nobody asked for', [], [of(5, 2)], null],
    ['one of another value', [of(5, 3)], [of(5, 2)], null],
  ])('are %s', (_, wanted, made, toCome) => {
    expect(editsToCome(wanted, { step: 10, edits: made })).toEqual(toCome);
  });
});

describe('what is known of settling', () => {
  it('goes on where it was saved', async () => {
    const settings = settingsOf({ steps: 'auto', learners: ['cql', 'bc'], measureEvery: 50 });
    const run = createRun(problem, settings, simd, 'test');
    const [whole, first] = [new Settling(50, 1), new Settling(50, 1)];
    let second: Settling | null = null;
    for (let step = 50; step <= 3000; step += 50) {
      run.train(50);
      const { snapshot } = await run.measure();
      whole.observe(snapshot);
      (second ?? first).observe(snapshot);
      if (step === 1600) {
        second = new Settling(50, 1);
        second.restore(structuredClone(first.save()));
      }
      expect((second ?? first).ending(settings, step)).toEqual(whole.ending(settings, step));
    }
    expect(whole.ending(settings, 3000)?.reason).toBe('settled');
    expect(second?.save()).toEqual(whole.save());
  });
});
