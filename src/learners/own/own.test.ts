import { describe, expect, it } from 'vitest';
import { nodeWasmPaths } from '../../engine/node';
import { startStacks } from '../../engine/stack';
import { buildProblem } from '../../experiment/problem';
import { createRun } from '../../experiment/run';
import { sampleStack } from '../../experiment/sample';
import { resolveSettings } from '../../experiment/settings/parse';
import { CATALOG } from '../catalog';
import { ProgramFault } from '../language/fault';
import { LEARNERS } from '../registry';
import { copyOf, defaultsOf } from '../testing/copies';
import { LEARNER_KINDS } from '../types';
import { ownProgram } from './compiled';

const KINDS = LEARNER_KINDS.filter((kind) => kind !== 'own');

describe.each(KINDS)('a copy of %s', (kind) => {
  it('is on the page what its original is', () => {
    const { hasValues = false, actsOnValues = false, sinks = false, takes } = CATALOG[kind];
    const { believesIn = 'pairs', consults = 'everything' } = CATALOG[kind];
    expect(ownProgram(copyOf(kind)).traits).toEqual({
      hasValues,
      actsOnValues,
      believesIn,
      sinks,
      consults,
      takes,
    });
  });

  it('comes to numbers in the units that its original has', () => {
    const settings = defaultsOf(kind);
    const original = LEARNERS[kind](settings);
    const { dimensions = {} } = LEARNERS.own({ loss: copyOf(kind) });
    // Told by what the program computes, where the original says it by hand; squares where it says nothing.
    for (const term of original.loss(settings).terms) {
      expect(dimensions[term.name], term.name).toBe(original.dimensions?.[term.name] ?? 2);
    }
  });

  it('learns what its original learns, to the last bit where they begin alike', async () => {
    const reading = defaultsOf(kind).readout;
    const { settings, notices } = resolveSettings({
      world: 'maze-umaze',
      learners: `${kind},own-1`,
      'own-1.loss': copyOf(kind),
      'own-1.readout': reading === 'greedy' ? 'most-likely' : reading,
      'data.size': 200,
      width: 16,
      batch: 32,
      steps: 100,
    });
    expect(notices).toEqual([]);
    const { createStack, implementation } = await startStacks(
      'wasm',
      { wasmPaths: nodeWasmPaths() },
      sampleStack(settings),
    );
    expect(implementation).toBe('simd');
    const run = createRun(buildProblem(settings), settings, createStack, 'run');
    run.train(100);
    const { frame, snapshot } = await run.measure();
    run.dispose();
    const [original, copy] = [frame.learners[kind][0], frame.learners['own-1'][0]];
    expect(snapshot.learners['own-1'].status).toBe('ok');
    // Only the first network of action values starts from numbers that all learners share.
    const isOne = CATALOG[kind].takes.networks === 1 && CATALOG[kind].hasValues;
    if (isOne) {
      expect(copy.q).toEqual(original.q);
      expect(copy.policy).toEqual(original.policy);
    } else if (original.q === null || CATALOG[kind].reading !== undefined)
      expect(copy.policy).not.toEqual(original.policy);
    expect(copy.q === null).toBe(original.q === null);
  });
});

it('that comes to nothing is given up at once, and others train on', async () => {
  const loss = `network Q(s,a), target Q̄
bellman = mean (Q(s,a) / d − sg[log(d − 2)])²
minimise bellman
act argmax Q(s,·)`;
  const given = {
    world: 'maze-umaze',
    learners: 'dqn,own-1',
    'own-1.loss': loss,
    'data.size': 200,
    width: 16,
    batch: 32,
  };
  const { settings } = resolveSettings({ ...given, steps: 60 });
  const alone = resolveSettings({ ...given, learners: 'dqn', steps: 60 }).settings;
  const { createStack } = await startStacks(
    'wasm',
    { wasmPaths: nodeWasmPaths() },
    sampleStack(settings),
  );
  const measured = [settings, alone].map((own) => {
    const run = createRun(buildProblem(own), own, createStack, 'run');
    run.train(60);
    return run.measure().finally(() => run.dispose());
  });
  const [both, one] = await Promise.all(measured);
  expect(both.snapshot.learners['own-1'].status).toBe('diverged');
  expect(both.snapshot.learners.dqn.status).toBe('ok');
  expect(both.frame.learners.dqn[0].q).toEqual(one.frame.learners.dqn[0].q);
});

describe('a program that somebody wrote', () => {
  const program = (lines: string) =>
    `network Q(s,a), target Q̄\n${lines}\nminimise bellman\nact argmax Q(s,·)`;
  const BELLMAN = 'bellman = mean (Q(s,a) − sg[r + γ max Q̄(s′,·)])²';

  it('says where it is wrong', () => {
    expect(() => LEARNERS.own({ loss: program('bellman = mean (Q(s,a) − rr)²') })).toThrow(
      /Line 2, column 26: “rr”/,
    );
    expect(() => ownProgram('')).toThrow(ProgramFault);
    expect(() => ownProgram(program(`knob α\n${BELLMAN}`))).toThrow(/needs a value/);
  });

  it('may call its knobs what training calls its own numbers, but no term what the page does', () => {
    const { compiled, names } = ownProgram(
      program('knob polyak = 0.5 from 0 to 1\nbellman = mean polyak (Q(s,a) − sg[r])²'),
    );
    expect(compiled.loss.hyper).toEqual(['knob1']);
    expect(names.knobs).toEqual({ polyak: 'knob1' });
    expect(() => ownProgram(program(`${BELLMAN}\ntotal = mean Q(s,a)`))).toThrow(/another name/);
  });

  it('keeps copies of a network apart from one that is called like them', () => {
    const { compiled } = ownProgram(`network Q_i(s,a) for i = 1..2
network Q1(s,a)
bellman = Σ_i mean (Q_i(s,a) − sg[r])²
other = mean (Q1(s,a) − sg[r])²
minimise bellman + other
act argmax Q1(s,·)`);
    const names = compiled.networks.map(({ name }) => name);
    expect(new Set(names).size).toBe(3);
  });

  it('believes in what it does where it does not say what it believes', () => {
    const { readout, networks } = LEARNERS.own({ loss: program(BELLMAN) });
    const q = Float32Array.of(0, 1, 2, 3);
    const outputs = { [networks[0].name]: q };
    const seen = new Uint8Array(4);
    const { v, policy } = readout(outputs, { readout: 'most-likely' }, seen);
    expect([...(v ?? [])]).toEqual([3]);
    expect([...policy]).toEqual([0, 0, 0, 1]);
    const soft = readout(outputs, { readout: 'distribution' }, seen);
    expect(soft.policy[3]).toBeCloseTo(Math.exp(3) / (1 + Math.E + Math.exp(2) + Math.exp(3)), 12);
  });
});
