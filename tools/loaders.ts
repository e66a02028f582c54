// npm run loaders
//
// Asks the programs that exports are made for what they make of them: Minari's loader, d3rlpy's loss.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import d3rlpyProgram from './loaders/d3rlpy.py?raw';
import minariProgram from './loaders/minari.py?raw';
import { type Exported, exported } from './testing/exports';

/** The releases that are asked. */
const PACKAGES = ['minari[hdf5]==0.5.4', 'pillow', 'h5py', 'numpy'];
const D3RLPY = 'd3rlpy==2.8.1';

const windows = process.platform === 'win32';
const home = join(process.cwd(), 'node_modules/.cache/offgrid-loaders');
const python = join(home, windows ? 'Scripts/python.exe' : 'bin/python');
const stamp = join(home, 'installed.txt');
const wanted = [...PACKAGES, D3RLPY].join('\n');

function run(command: string, args: readonly string[]): boolean {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 600_000 });
  if (status !== 0) console.log(String(stderr).trim().split('\n').slice(-2).join('\n'));
  return status === 0;
}

/** An environment of its own with the packages in it; false where it cannot be had. */
function installed(): boolean {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  rmSync(home, { recursive: true, force: true });
  const base = ['python3', 'python'].find(
    (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  );
  if (base === undefined || !run(base, ['-m', 'venv', home])) return false;
  const pip = ['-m', 'pip', '--disable-pip-version-check', '-q'];
  const complete =
    run(python, [...pip, 'install', ...PACKAGES]) &&
    run(python, [...pip, 'download', '--no-deps', '-d', home, D3RLPY]);
  if (complete) writeFileSync(stamp, wanted);
  return complete;
}

function ask(program: string, args: readonly string[], environment = {}): unknown {
  const { status, stdout, stderr } = spawnSync(python, ['-', ...args], {
    input: program,
    encoding: 'utf8',
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', ...environment },
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function unpack({ bytes }: Exported, folder: string): void {
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

interface Found {
  readonly version: string;
  readonly datasets: Readonly<Record<string, Record<string, unknown>>>;
}

/** Of different worlds: with luck, of one action only, with no end. */
const GIVEN = [
  {},
  { world: 'frozen-lake-4x4', 'data.size': 500, 'data.seed': 5 },
  { behavior: 'directional', 'behavior.bias': 1, 'world.horizon': 30, 'data.size': 90 },
  { world: 'cliff-walking', 'data.size': 50 },
] as const;

async function askMinari(folder: string): Promise<string> {
  const datasets = join(folder, 'datasets');
  const made: Exported[] = [];
  for (const given of GIVEN) made.push(await exported('minari', given, folder));
  for (const one of made) unpack(one, datasets);
  const found = ask(minariProgram, [], { MINARI_DATASETS_PATH: datasets }) as Found;
  assert.equal(Object.keys(found.datasets).length, made.length);
  for (const { problem } of made) {
    const { transitions: rows, episodes, datasetHash } = problem;
    const [, seen] = Object.entries(found.datasets).find(([id]) => id.includes(datasetHash)) ?? [];
    assert.ok(seen, `${datasetHash} is not listed`);
    const at = (flags: Uint8Array) => Array.from(rows.reward).filter((_, row) => flags[row] === 1);
    const half = Math.max(1, Math.floor(episodes / 2));
    assert.deepEqual(seen, {
      episodes,
      steps: rows.size,
      spaces: [`Discrete(${problem.optimalQ.length / 4})`, 'Discrete(4)'],
      flags: ['bool'],
      observations: Array.from(rows.state),
      next: Array.from(rows.nextState),
      actions: Array.from(rows.action),
      rewards: Array.from(rows.reward),
      rewardsAtEnds: at(rows.terminal),
      cutOff: at(rows.truncated).length,
      sampled: 1,
      arrived: at(rows.terminal).length,
      split: [half, episodes - half],
      probabilities: Array.from(rows.behaviorProbability),
    });
  }
  return `Minari ${found.version} lists, loads, samples, filters and splits ${made.length} archives, row for row`;
}

async function askD3rlpy(folder: string): Promise<string> {
  const notebook = await exported('notebook', { 'data.size': 60 }, folder);
  const wheel = readdirSync(home).find((file) => /^d3rlpy-.*\.whl$/.test(file)) ?? '';
  const { version, passed, worst } = ask(d3rlpyProgram, [notebook.path, join(home, wheel)]) as {
    version: string;
    passed: number;
    worst: number;
  };
  assert.ok(worst < 1e-12, `the losses differ by ${worst}`);
  return `d3rlpy ${version}: with the α that the notebook passes on (${passed} for 0.8), its loss is half of the page’s`;
}

const folder = mkdtempSync(join(tmpdir(), 'offgrid-loaders-'));
let failed = 0;
let passed = 0;
try {
  if (installed()) {
    for (const question of [askMinari, askD3rlpy]) {
      try {
        console.log(`ok      ${await question(folder)}`);
        passed += 1;
      } catch (error) {
        failed += 1;
        console.error(`FAILED  ${error instanceof Error ? error.stack : String(error)}`);
      }
    }
  } else
    console.log(
      'Minari and d3rlpy are NOT ASKED on this machine: Python or their packages cannot be had. The unit tests repeat their rules.',
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} loaders passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
