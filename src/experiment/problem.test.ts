import { describe, expect, it } from 'vitest';
import { coverage } from '../data/dataset';
import { givenData } from '../data/given';
import { buildMdp } from '../mdp/mdp';
import { evaluatePolicy, startReturn } from '../mdp/solve';
import { buildProblem, problemView } from './problem';
import { SCENARIOS } from './scenarios';
import { resolveSettings } from './settings/parse';

const of = (given: Record<string, unknown>) => buildProblem(resolveSettings(given).settings);

describe('the default problem', () => {
  const problem = of({});

  it('has the truth that Four Rooms has', () => {
    // 20 steps to the goal, the last of which pays: γ¹⁹.
    expect(problem.truth.optimal).toBeCloseTo(0.95 ** 19, 10);
    expect(problem.range.high).toBe(1);
    const { optimal, inSupport, plannedFromData, behavior, bcTarget, random } = problem.truth;
    expect(inSupport).toBeLessThanOrEqual(optimal + 1e-12);
    expect(plannedFromData).toBeLessThanOrEqual(inSupport + 1e-12);
    expect(behavior).toBeLessThan(optimal);
    expect(bcTarget).toBeLessThan(optimal);
    expect(random).toBeLessThan(behavior);
    expect(problem.dataset.size).toBe(800);
    expect(problem.warnings).toEqual([]);
  });

  it('is the same again for the same settings, and another for another data seed', () => {
    expect(of({}).dataset.hash).toBe(problem.dataset.hash);
    expect(of({ 'train.seed': 9, width: 8 }).dataset.hash).toBe(problem.dataset.hash);
    expect(of({ 'data.seed': 1 }).dataset.hash).not.toBe(problem.dataset.hash);
  });

  it('is drawn from what can be cloned', () => {
    const view = problemView(problem, 'r1');
    expect(structuredClone(view)).toEqual(view);
    expect(view.runId).toBe('r1');
    expect(view.counts.reduce((sum, n) => sum + n, 0)).toBe(800);
    expect(view.transitions.size).toBe(800);
    expect(Object.keys(view.transitions)).not.toContain('counts');
    expect(view.optimalQ).toBe(problem.optimal.q);
  });
});

describe('settings become a world', () => {
  it('with its own map and numbers', () => {
    const { world, truth } = of({
      'world.map': 'S..G',
      'world.gamma': 0.5,
      'world.step': -0.25,
      'world.slip': 0,
      'data.size': 50,
    });
    expect(world.map).toEqual(['S..G']);
    expect(world.rewards).toEqual({ step: -0.25, goal: 1, pit: 0, cliff: 0 });
    expect(truth.optimal).toBeCloseTo(-0.25 - 0.125 + 0.25, 12);
  });

  it.each([
    ['epsilon-greedy', { 'behavior.epsilon': 1 }],
    ['softmax', { 'behavior.temperature': 100 }],
    ['directional', { 'behavior.bias': 0, 'behavior.direction': 'up' }],
    ['uniform', {}],
    ['random', {}],
  ])('%s at its dullest is uniform', (behavior, numbers) => {
    const problem = of({ ...numbers, behavior, 'data.size': 100 });
    for (const probability of problem.behaviorPolicy) expect(probability).toBeCloseTo(0.25, 2);
  });

  it('takes every behavior that a control offers', () => {
    const leaning = of({
      behavior: 'directional',
      'behavior.bias': 1,
      'behavior.direction': 'left',
    });
    expect([...leaning.behaviorPolicy.slice(0, 4)]).toEqual([0, 0, 0, 1]);
    for (const behavior of ['medium', 'medium-replay', 'medium-expert', 'expert', 'crossing-paths'])
      expect(of({ world: 'crossing-paths', behavior, 'data.size': 200 }).dataset.size).toBe(200);
  });

  it('paints and mixes as its texts say', () => {
    const painted = of({ behavior: 'painted', 'behavior.painted': '1.1:1-3-0-0,0.0u' });
    expect([...painted.behaviorPolicy.slice(0, 4)]).toEqual([0.25, 0.75, 0, 0]);
    expect(painted.warnings).toContain('1 painted cell does nothing here (“0.0u”, a wall).');
    const mixture = { behavior: 'mixture', 'behavior.mixture': '1*painted+1*expert' };
    const mixed = of({ ...mixture, 'behavior.painted': '1.1:1-3-0-0' });
    expect(mixed.behavior.components.map(({ label }) => label)).toEqual([
      'painted, 1 cell',
      'expert',
    ]);
    const half = '1*medium+1*expert';
    expect(of({ behavior: 'mixture', 'behavior.mixture': half }).dataset.hash).toBe(
      of({ behavior: 'medium-expert' }).dataset.hash,
    );
  });

  it('gives Crossing Paths its mixture, and other worlds a behavior that they have room for', () => {
    expect(resolveSettings({ world: 'crossing-paths' }).settings.behavior).toBe('crossing-paths');
    const { settings, notices } = resolveSettings({
      world: 'maze-umaze',
      behavior: 'crossing-paths',
    });
    expect(settings.behavior).toBe('epsilon-greedy');
    expect(notices).toHaveLength(1);
    expect(notices[0].message).toMatch(/^behavior: .*Crossing Paths.*epsilon-greedy is used\.$/);
    expect(() => buildProblem(settings)).not.toThrow();
  });
});

describe('dataset surgery', () => {
  const walker = { behavior: 'epsilon-greedy', 'data.size': 600 };
  const whole = of(walker);
  /** Every way from the start of Four Rooms to its goal leads through one of these doors. */
  const doors = 'erase(3.6-3.6);erase(6.2-6.2);erase(7.9-7.9);erase(10.6-10.6)';

  it('decides what the data is worth before anybody trains', () => {
    const cut = of({ ...walker, 'data.edits': doors });
    expect(cut.truth.optimal).toBe(whole.truth.optimal);
    expect(cut.truth.behavior).toBe(whole.truth.behavior);
    // In a door that the data never saw, whoever plans from it walks at random.
    expect(cut.truth.inSupport).toBeLessThan(0.75 * whole.truth.inSupport);
    expect(cut.dataset.size).toBeLessThan(600);
    expect(cut.dataset.hash).not.toBe(whole.dataset.hash);
    const { reports, before, originalRows } = cut.surgery;
    expect(reports.map(({ rows }) => rows).reduce((sum, n) => sum + n)).toBe(
      600 - cut.dataset.size,
    );
    expect(before).toEqual({
      size: 600,
      episodes: whole.dataset.episodes,
      hash: whole.dataset.hash,
      seenPairs: coverage(whole.mdp, whole.dataset.counts).seenPairs,
      bcTarget: whole.truth.bcTarget,
      inSupport: whole.truth.inSupport,
    });
    expect(whole.surgery.before).toEqual(before);
    for (const [row, original] of originalRows.entries())
      expect(cut.dataset.state[row]).toBe(whole.dataset.state[original]);
  });

  it('switched off gives the former data back exactly', () => {
    const off = of({ ...walker, 'data.edits': `!${doors.replaceAll(';', ';!')};top(100)` });
    expect(off.dataset).toEqual(whole.dataset);
    expect(off.truth).toEqual(whole.truth);
    expect(off.surgery.reports.map(({ on }) => on)).toEqual([false, false, false, false, true]);
  });

  it('says which edit would leave nothing, and goes on without it', () => {
    const { dataset, warnings, surgery } = of({ ...walker, 'data.edits': 'below(2);top(50)' });
    expect(warnings[0]).toBe(
      'The edit below(2) would leave no row of the data, so it is not carried out.',
    );
    expect(surgery.reports[0].fault).toBe(warnings[0]);
    expect(dataset.episodes).toBe(Math.round(whole.dataset.episodes / 2));
  });

  it('reaches the page with the rows it left', () => {
    const problem = of({ 'data.edits': 'erase(0.0-5.5)' });
    const view = problemView(problem, 'r1');
    expect(view.surgery).toBe(problem.surgery);
    expect(view.transitions.size).toBe(view.surgery.originalRows.length);
    expect(structuredClone(view)).toEqual(view);
  });
});

describe('given data', () => {
  const whole = of({});
  const map = whole.world.map;
  const data = givenData({
    label: 'walks.csv',
    kind: 'imported',
    map,
    gamma: 0.95,
    behaviorKnown: true,
    transitions: whole.dataset,
  });
  const shelf = new Map([[data.hash, data]]);
  const asked = { 'data.source': 'file', 'data.file': data.hash };
  const given = (more: Record<string, unknown> = {}) =>
    buildProblem(resolveSettings({ ...asked, ...more }).settings, shelf);

  it('takes the place of what would be collected', () => {
    const problem = given({ 'data.size': 50, 'data.seed': 9, behavior: 'uniform' });
    expect(problem.dataset).toEqual(whole.dataset);
    expect(problem.source).toEqual({
      kind: 'given',
      hash: whole.dataset.hash,
      label: 'walks.csv',
      origin: 'imported',
      behaviorKnown: true,
    });
    expect(problem.warnings).toEqual([]);
    const { behavior: _, ...truth } = problem.truth;
    expect(whole.truth).toMatchObject(truth);
    expect(problem.behavior.components[0].label).toBe('walks.csv: π_β as its file states it');
  });

  it('of an unknown behavior earns what its empirical policy earns', () => {
    const unknown = givenData({ ...data, behaviorKnown: false, kind: 'played' });
    const settings = resolveSettings({ ...asked, 'data.file': unknown.hash }).settings;
    const { truth, source } = buildProblem(settings, new Map([[unknown.hash, unknown]]));
    expect(truth.behavior).toBe(truth.bcTarget);
    expect(source).toMatchObject({ kind: 'given', origin: 'played', behaviorKnown: false });
  });

  it('is operated on like any other', () => {
    const edits = { 'data.edits': 'erase(1.1-2.2)' };
    expect(given(edits).dataset).toEqual(of(edits).dataset);
    expect(given(edits).surgery.before.hash).toBe(data.hash);
  });

  it('that is not there is collected instead, with a warning', () => {
    const settings = resolveSettings({ ...asked, 'data.file': '0123456789abcdef' }).settings;
    const problem = buildProblem(settings, shelf);
    expect(problem.dataset.hash).toBe(whole.dataset.hash);
    expect(problem.source).toEqual({ kind: 'missing', hash: '0123456789abcdef' });
    expect(problem.warnings).toEqual([
      'The dataset 0123456789abcdef is not here; until its file is opened, these rows are collected by the behaviour.',
    ]);
    expect(buildProblem(settings).source.kind).toBe('missing');
  });

  it('of another map is collected instead, and says of which', () => {
    const problem = given({ world: 'cliff-walking' });
    expect(problem.dataset.hash).toBe(of({ world: 'cliff-walking' }).dataset.hash);
    expect(problem.source).toMatchObject({ kind: 'misfit', label: 'walks.csv', map });
    expect(problem.warnings[0]).toMatch(
      /^The dataset “walks\.csv” is of another map \(13 × 13 cells\) than this world/,
    );
  });

  it('under other numbers of its world says what does not agree', () => {
    const { warnings, source } = given({ 'world.goal': 2, 'world.gamma': 0.9 });
    expect(source.kind).toBe('given');
    expect(warnings[0]).toMatch(/recorded with γ = 0\.95, the world here has 0\.9\.$/);
    expect(warnings[1]).toMatch(/^\d+ of 800 rows of “walks\.csv” cannot happen in this world/);
  });
});

describe('the truth', () => {
  it('of the behavior is its exact return', () => {
    const problem = of({ behavior: 'uniform', world: 'frozen-lake-4x4' });
    const mdp = buildMdp(problem.world);
    const policy = new Float64Array(mdp.states * 4).fill(0.25);
    expect(problem.truth.behavior).toBeCloseTo(startReturn(mdp, evaluatePolicy(mdp, policy).v), 12);
    expect(problem.truth.behavior).toBe(problem.truth.random);
    // Anchor of an independent program: FrozenLake 4×4, γ .99, uniform and optimal.
    expect(problem.truth.random).toBeCloseTo(0.012356137325163215, 9);
    expect(problem.truth.optimal).toBeCloseTo(0.5420259319988024, 9);
  });

  it('comes with a warning where nobody can arrive or nothing is paid', () => {
    expect(of({ 'world.map': 'S.#G' }).warnings.join(' ')).toMatch(/No goal can be reached/);
    expect(of({ 'world.goal': 0 }).warnings.join(' ')).toMatch(/reward/);
  });

  const lacking = ['no-reward'];
  const whole = SCENARIOS.map(({ id }) => id).filter((id) => !lacking.includes(id));
  it.each(whole)('of the scenario %s comes without warnings', (id) => {
    expect(of({ scenario: id }).warnings).toEqual([]);
  });
});
