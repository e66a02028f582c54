import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimdStack } from '../../../engine/simd/stack';
import { buildProblem } from '../../../experiment/problem';
import { createRun, type MeasuredPoint } from '../../../experiment/run';
import { changeSettings } from '../../../experiment/settings/change';
import { resolveSettings } from '../../../experiment/settings/parse';
import type { Settings } from '../../../experiment/types';
import { startRun } from '../../pool/start-run';
import type { SessionRun } from '../session-parts';
import { buffersOf, packed } from '../transfer';
import { Lender, type MakeRun, type Wanted } from './lender';

const LEARNERS = ['dqn', 'cql', 'iql', 'bc', 'awac'];
const settingsOf = (given: Record<string, unknown> = {}): Settings =>
  resolveSettings({
    world: 'maze-umaze',
    'data.size': 60,
    width: 8,
    batch: 16,
    steps: 60,
    measureEvery: 10,
    learners: LEARNERS,
    ...given,
  }).settings;
const problem = buildProblem(settingsOf());

const listen = async () => undefined;
const clock = () => {
  let at = 0;
  return { now: () => at++, rest: () => new Promise<void>((turn) => setTimeout(turn, 0)) };
};

/** Makes runs, and counts the steps that each learner is trained in them. */
function maker() {
  const made: { run: SessionRun; settings: Settings; from: number }[] = [];
  const make: MakeRun = (settings, edits, saved) => {
    const start = { problem, settings, runId: 'run', edits, saved };
    const ladder = { backend: 'wasm', implementation: 'simd' } as const;
    const run = startRun({ ...start, ...ladder }, createSimdStack, createRun);
    made.push({ run, settings, from: run.step });
    return run;
  };
  const trained = () =>
    made.reduce(
      (sum, { run, settings, from }) => sum + (run.step - from) * settings.learners.length,
      0,
    );
  return { make, trained };
}

const wanted = (settings: Settings, more: Partial<Wanted> = {}): Wanted => ({
  on: 'here',
  settings,
  edits: [],
  saved: undefined,
  ...more,
});

/** Measures as a session does: a copy of its maps goes to the page. */
async function measured(run: SessionRun): Promise<MeasuredPoint> {
  const { snapshot, frame } = await run.measure('running', listen);
  const point = { snapshot, frame: { ...frame, learners: packed(frame.learners) } };
  return structuredClone(point, { transfer: buffersOf(point.frame.learners) as ArrayBuffer[] });
}

/** Trains to a step, in pieces, and measures on the grid. */
async function go(run: SessionRun, to: number): Promise<MeasuredPoint[]> {
  const points = run.step === 0 ? [await measured(run)] : [];
  while (run.step < to || run.underWay) {
    const target = Math.min(to, run.nextMeasuredStep());
    await run.train(run.underWay ? 1 : target - run.step, () => false);
    if (run.step % 10 === 0) points.push(await measured(run));
  }
  return points;
}

/** A lender that has a run of `settings` to lend, trained to `end` and saved there. */
async function lending(settings: Settings, end: number) {
  const { make, trained } = maker();
  const lender = new Lender(clock());
  const first = lender.createRun(wanted(settings), make);
  await go(first, end);
  await first.save();
  first.dispose();
  const before = trained();
  return { lender, make, trained: () => trained() - before };
}

const patch = fc.constantFrom<Record<string, unknown>>(
  { 'cql.alpha': 3 },
  { 'iql.readout': 'most-likely' },
  { learningRate: 3e-3 },
  { 'online.learners': ['cql', 'bc'] },
);
const deed = fc.oneof(
  fc.record({ train: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ edit: patch }),
  fc.constantFrom({ save: true as const }, { look: true as const }),
);
const change = fc.constantFrom<Record<string, unknown>>(
  { 'cql.alpha': 0.1 },
  { 'cql.alpha': 5, 'dqn.double': true },
  { learners: ['dqn', 'cql', 'bc'], 'bc.readout': 'most-likely' },
  { learners: [...LEARNERS, 'cql-sketch'] },
  { learners: ['awac', 'dqn', 'cql', 'iql'], 'cql.backup': 'softmax' },
);

describe('a run of which part is borrowed', () => {
  it('comes to the numbers of one that is trained whole, whatever is done with it', async () => {
    await fc.assert(
      fc.asyncProperty(
        change,
        fc.integer({ min: 1, max: 60 }),
        fc.array(deed, { minLength: 1, maxLength: 5 }),
        async (given, end, deeds) => {
          const { lender, make } = await lending(settingsOf(), end);
          const settings = changeSettings(settingsOf(), given).settings;
          const run = lender.createRun(wanted(settings), make);
          const plain = maker().make(settings, []);
          let live = settings;
          for (const one of deeds) {
            if ('train' in one)
              expect(await go(run, run.step + one.train)).toEqual(
                await go(plain, plain.step + one.train),
              );
            else if ('edit' in one) {
              live = changeSettings(live, one.edit).settings;
              for (const each of [run, plain]) each.applyLive(live);
            } else if ('save' in one) expect(await run.save()).toEqual(await plain.save());
            else expect(await run.parameters(0)).toEqual(await plain.parameters(0));
          }
          expect(await go(run, 90)).toEqual(await go(plain, 90));
          expect(run.edits).toEqual(plain.edits);
          expect(await run.save()).toEqual(await plain.save());
          run.dispose();
          plain.dispose();
        },
      ),
      { numRuns: 25 },
    );
  });

  it('trains whose knob was turned, and all of them beyond what is lent', async () => {
    const { lender, make, trained } = await lending(settingsOf(), 60);
    const run = lender.createRun(wanted(settingsOf({ 'cql.alpha': 3 })), make);
    await go(run, 60);
    expect(run.partial).toBe(true);
    expect(trained()).toBe(60);
    await run.save();
    expect(run.partial).toBe(false);
    expect(trained()).toBe(60);
    await go(run, 70);
    expect(trained()).toBe(60 + 10 * LEARNERS.length);
    run.dispose();
  });

  it('lends in turn, and of the run before where it was not saved', async () => {
    const { lender, make, trained } = await lending(settingsOf(), 60);
    const second = lender.createRun(wanted(settingsOf({ 'cql.alpha': 3 })), make);
    await go(second, 30);
    second.dispose();
    const third = lender.createRun(wanted(settingsOf({ 'cql.alpha': 4 })), make);
    await go(third, 60);
    await third.save();
    third.dispose();
    expect(trained()).toBe(30 + 60);
    const fourth = lender.createRun(wanted(settingsOf({ 'cql.alpha': 4, 'iql.beta': 3 })), make);
    await go(fourth, 60);
    expect(trained()).toBe(30 + 60 + 60);
    fourth.dispose();
  });

  it('takes settings that come while it becomes whole', async () => {
    const { lender, make } = await lending(settingsOf(), 60);
    const settings = settingsOf({ 'cql.alpha': 3 });
    const plain = maker().make(settings, []);
    const run = lender.createRun(wanted(settings), make);
    await go(run, 20);
    await go(plain, 20);
    const live = changeSettings(settings, {
      'dqn.readout': 'softmax',
      learningRate: 2e-3,
    }).settings;
    const saving = run.save();
    run.applyLive(live);
    await saving;
    plain.applyLive(live);
    expect(await go(run, 60)).toEqual(await go(plain, 60));
    expect(run.edits).toEqual(plain.edits);
  });

  it('is saved and looked into as it stood when that was asked, though it is told to train meanwhile', async () => {
    const { lender, make } = await lending(settingsOf(), 60);
    const settings = settingsOf({ 'cql.alpha': 3 });
    const run = lender.createRun(wanted(settings), make);
    const plain = maker().make(settings, []);
    await go(run, 20);
    await go(plain, 20);
    const [saved, found] = [run.save(), run.parameters(0)];
    const trained = run.train(5, () => false);
    expect(await saved).toEqual(await plain.save());
    expect(await found).toEqual(await plain.parameters(0));
    await trained;
    expect(run.step).toBe(25);
  });

  it('stops becoming whole where it is given up', async () => {
    const { lender, make } = await lending(settingsOf(), 60);
    const run = lender.createRun(wanted(settingsOf({ 'cql.alpha': 3 })), make);
    await go(run, 50);
    const asked = run.save();
    run.dispose();
    await expect(asked).rejects.toThrow('given up');
  });

  it.each<[string, Partial<Wanted>]>([
    ['the same once more', { settings: settingsOf() }],
    ['another batch', { settings: settingsOf({ 'cql.alpha': 3, batch: 32 }) }],
    ['other data or another engine', { settings: settingsOf({ 'cql.alpha': 3 }), on: 'there' }],
    ['several seeds', { settings: settingsOf({ 'cql.alpha': 3, seeds: 2 }) }],
    [
      'edits of a link',
      {
        settings: settingsOf({ 'cql.alpha': 3 }),
        edits: [{ step: 10, key: 'cql.alpha', value: 1 }],
      },
    ],
  ])('is none where it is %s', async (_, given) => {
    const { lender, make } = await lending(settingsOf(), 20);
    const run = lender.createRun(wanted(settingsOf(), given), make);
    expect(run.partial ?? false).toBe(false);
    run.dispose();
  });

  it.each([
    ['its own knob', { 'cql.alpha': 2 }, ['cql']],
    ['the knob of another', { 'iql.beta': 3 }, ['cql', 'iql']],
    ['what concerns all', { learningRate: 2e-3 }, LEARNERS],
  ])(
    'trains those whose settings were other ones: %s was turned in the run before',
    async (_, edit, ids) => {
      const { make, trained } = maker();
      const lender = new Lender(clock());
      const first = lender.createRun(wanted(settingsOf()), make);
      await go(first, 20);
      first.applyLive(changeSettings(settingsOf(), edit).settings);
      await go(first, 60);
      await first.save();
      first.dispose();
      const before = trained();
      const settings = settingsOf({ 'cql.alpha': 3 });
      const run = lender.createRun(wanted(settings), make);
      expect(await go(run, 60)).toEqual(await go(maker().make(settings, []), 60));
      expect(trained() - before).toBe(60 * ids.length);
    },
  );

  it('is none where what came before took longer than one wants to wait', async () => {
    const { make } = maker();
    let at = 0;
    const lender = new Lender({ now: () => (at += 4000), rest: async () => undefined });
    const first = lender.createRun(wanted(settingsOf()), make);
    await go(first, 20);
    await first.save();
    const run = lender.createRun(wanted(settingsOf({ 'cql.alpha': 3 })), make);
    expect(run.partial).toBe(false);
  });
});
