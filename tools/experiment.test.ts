import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importDataset } from '../src/data/import/importer';
import { finish } from '../src/data/import/sliced';
import { resolveSettings } from '../src/experiment/settings/parse';
import { worldOf } from '../src/experiment/settings/world';
import { help, readArguments, UsageError } from './experiment-arguments';

describe('arguments', () => {
  it('become settings', () => {
    expect(
      readArguments([
        '--set',
        'scenario=extrapolation',
        '--set=cql.alpha=0.5',
        '--steps',
        '3000',
        '--seeds=5',
        '--out',
        'result.json',
        '--dataset',
        'data.csv',
        '--backend',
        'cpu',
      ]),
    ).toEqual({
      given: { scenario: 'extrapolation', 'cql.alpha': '0.5', steps: '3000', seeds: '5' },
      out: 'result.json',
      dataset: 'data.csv',
      backend: 'cpu',
    });
    expect(readArguments([])).toEqual({ given: {} });
    expect(readArguments(['--help'])).toBe('help');
  });

  it('take the last of several and let --steps win', () => {
    const { given } = readArguments([
      '--set',
      'steps=1',
      '--set',
      'a=1',
      '--set',
      'a=2=3',
      '--steps',
      '9',
    ]) as {
      given: unknown;
    };
    expect(given).toEqual({ steps: '9', a: '2=3' });
  });

  it.each([
    [['--epochs', '5'], /--epochs/],
    [['--set', 'cql.alpha'], /key=value, not “cql\.alpha”/],
    [['--set'], /--set/],
    [['--backend', 'webgpu'], /wasm or cpu, not “webgpu”/],
    [['extrapolation'], /extrapolation/],
  ])('%j are refused in a sentence', (args, sentence) => {
    expect(() => readArguments(args)).toThrow(UsageError);
    expect(() => readArguments(args)).toThrow(sentence);
  });

  it('are all in the help, and so is every setting', () => {
    for (const option of ['set', 'steps', 'seeds', 'out', 'data', 'dataset', 'backend', 'help'])
      expect(help()).toContain(`--${option} `);
    expect(help()).toContain('scenarios: extrapolation, ');
    for (const key of Object.keys(resolveSettings({}).settings))
      expect(help()).toContain(`  ${key} `);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'offgrid-'));
  // Bundled by the first call, for all of them.
  const bundle = mkdtempSync(resolve('node_modules/experiment-test-'));
  afterAll(() => {
    for (const one of [folder, bundle]) rmSync(one, { recursive: true });
  });

  const call = (...args: string[]) =>
    new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
      const run = [resolve('tools/run-ts.mjs'), '--keep', bundle, resolve('tools/experiment.ts')];
      const tool = [...run, ...args];
      execFile(process.execPath, tool, (error, stdout, stderr) =>
        done({ code: error?.code ?? 0, stdout, stderr }),
      );
    });
  const set = (settings: Record<string, unknown>) =>
    Object.entries(settings).flatMap(([key, value]) => ['--set', `${key}=${value}`]);

  it('writes result and dataset, with notices on standard error', async () => {
    const [out, dataset] = [join(folder, 'result.json'), join(folder, 'data.csv')];
    const small = { world: 'maze-umaze', 'data.size': 50, width: 8, batch: 8, measureEvery: 5 };
    const { code, stdout, stderr } = await call(
      ...set({ ...small, learners: 'cql,bc', 'cql.alpha': 999, nonsense: 1 }),
      ...['--steps', '7', '--seeds', '2', '--out', out, '--dataset', dataset],
    );
    expect(code, stderr).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/cql\.alpha: “999” is outside/);
    expect(stderr).toMatch(/“nonsense”/);

    const result = JSON.parse(readFileSync(out, 'utf8'));
    expect(Object.keys(result)).toEqual([
      'origin',
      'settings',
      'rewardScale',
      'datasetHash',
      'truth',
      'snapshot',
      'series',
      'ending',
    ]);
    expect(result.series.map(({ step }: { step: number }) => step)).toEqual([0, 5, 7]);
    expect(result.snapshot).toMatchObject({ step: 7, backend: 'wasm', status: 'done' });
    expect(result.snapshot.learners.cql.seeds).toHaveLength(2);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(result.origin).toEqual({
      offgrid: version,
      rung: 'wasm',
      node: process.versions.node,
    });
    expect(result.settings['cql.alpha']).toBe(100);

    const lines = readFileSync(dataset, 'utf8').trimEnd().split('\n');
    expect(lines[0]).toBe(
      'state,row,col,action,reward,nextState,terminal,truncated,episode,step,behaviorProb',
    );
    expect(lines).toHaveLength(51);
  });

  it('writes the dataset in the format that its name asks for', async () => {
    const dataset = join(folder, 'data.json');
    const { code, stderr } = await call(
      ...set({ world: 'maze-umaze', 'data.size': 50, width: 8, batch: 8, learners: 'bc' }),
      ...['--steps', '1', '--out', join(folder, 'short.json'), '--dataset', dataset],
    );
    expect(code, stderr).toBe(0);
    const { datasetHash } = JSON.parse(readFileSync(join(folder, 'short.json'), 'utf8'));
    const bytes = readFileSync(dataset);
    const world = worldOf(resolveSettings({ world: 'maze-umaze' }).settings);
    const { format, offer } = finish(importDataset({ name: 'data.json', bytes, world }));
    expect(format).toBe('json');
    expect(offer.hash).toBe(datasetHash);
  });

  it('trains on a file, and says how it was read', async () => {
    const [out, file] = [join(folder, 'imported.json'), join(folder, 'lake.csv')];
    // Gymnasium's order of actions; right, down, down, right, right, down would be ours in part.
    const rows = [
      '0,2,0,1,0',
      '1,2,0,2,0',
      '2,1,0,6,0',
      '6,1,0,10,0',
      '10,1,0,14,0',
      '14,2,1,15,1',
    ];
    const walk = [0, 4, 8, 9, 13, 14].map(
      (s, i) => `${s},${[1, 1, 2, 1, 2, 2][i]},${i === 5 ? 1 : 0}`,
    );
    const next = [4, 8, 9, 13, 14, 15];
    const lines = walk.map((row, i) => `${row},${next[i]},${i === 5 ? 1 : 0}`);
    writeFileSync(file, ['state,action,reward,next_state,done', ...rows, ...lines, ''].join('\n'));
    const { code, stdout, stderr } = await call(
      ...set({ world: 'frozen-lake-4x4', 'world.slip': 0, width: 8, batch: 8, learners: 'bc' }),
      ...['--steps', '2', '--data', file, '--out', out],
    );
    expect(code, stderr).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/12 rows, 12 accepted, 0 refused/);
    expect(stderr).toMatch(/left, down, right, up/);
    const result = JSON.parse(readFileSync(out, 'utf8'));
    expect(result.import).toMatchObject({ rows: 12, accepted: 12, refused: 0 });
    expect(Object.keys(result.import)).toEqual([
      'rows',
      'accepted',
      'refused',
      'readings',
      'notes',
    ]);
    expect(result.import.readings[0]).toMatch(/Gymnasium/);
    expect(result.settings).toMatchObject({
      'data.source': 'file',
      'data.file': result.datasetHash,
    });
    expect(result.snapshot.step).toBe(2);
  });

  it('ends with 1 where no row of a file is accepted, and says why', async () => {
    const [out, file] = [join(folder, 'refused.json'), join(folder, 'refused.csv')];
    writeFileSync(file, 'state,action,reward,next_state\n999,0,0,1000\n');
    const refused = await call('--data', file, '--out', out);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/1 rows?, 0 accepted, 1 refused/);
    const { import: report } = JSON.parse(readFileSync(out, 'utf8'));
    expect(report).toMatchObject({ rows: 1, accepted: 0, refused: 1 });
    expect(report.notes.join()).toMatch(/is no state of this world/);

    writeFileSync(file, '\x89PNG');
    const unread = await call('--data', file);
    expect(unread.code).toBe(1);
    expect(JSON.parse(unread.stdout).import).toMatchObject({ rows: 0, accepted: 0, refused: 0 });
    expect(unread.stderr).toMatch(/cannot be imported|names no column/);

    const gone = await call('--data', join(folder, 'gone.csv'));
    expect(gone.code).toBe(1);
    expect(gone.stderr).toMatch(/gone\.csv/);
  });

  it('ends with 2 and a sentence on an unknown option', async () => {
    const { code, stdout, stderr } = await call('--epochs', '5');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/experiment: .*--epochs/);
    expect(stderr).toMatch(/--help/);
  });
});
