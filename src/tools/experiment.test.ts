import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importDataset } from '../data/import/importer';
import { finish } from '../data/import/sliced';
import { resolveSettings } from '../experiment/settings/parse';
import { worldOf } from '../experiment/settings/world';
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
    for (const option of ['set', 'steps', 'seeds', 'out', 'dataset', 'backend', 'help'])
      expect(help()).toContain(`--${option} `);
    expect(help()).toContain('scenarios: extrapolation, ');
    for (const key of Object.keys(resolveSettings({}).settings))
      expect(help()).toContain(`  ${key} `);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'offgrid-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const call = (...args: string[]) =>
    new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
      const tool = [resolve('src/tools/run-ts.mjs'), resolve('src/tools/experiment.ts'), ...args];
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
      ...set({ ...small, learners: 'cql,bc', 'cql.alpha': 99, nonsense: 1 }),
      ...['--steps', '7', '--seeds', '2', '--out', out, '--dataset', dataset],
    );
    expect(code, stderr).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/cql\.alpha: “99” is outside/);
    expect(stderr).toMatch(/“nonsense”/);

    const result = JSON.parse(readFileSync(out, 'utf8'));
    expect(Object.keys(result)).toEqual(['settings', 'datasetHash', 'truth', 'snapshot', 'series']);
    expect(result.series.map(({ step }: { step: number }) => step)).toEqual([0, 5, 7]);
    expect(result.snapshot).toMatchObject({ step: 7, backend: 'wasm', status: 'done' });
    expect(result.snapshot.learners.cql.seeds).toHaveLength(2);
    expect(result.settings['cql.alpha']).toBe(10);

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

  it('ends with 2 and a sentence on an unknown option', async () => {
    const { code, stdout, stderr } = await call('--epochs', '5');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/experiment: .*--epochs/);
    expect(stderr).toMatch(/--help/);
  });
});
