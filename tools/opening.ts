// npm run opening -- [--base REVISION] [--repeat N] [--spent]
//
// Opens the built page as on a first visit and begins a run, at full speed and on a slow device: when it paints,
// how long its main thread is held up, and by what. With a base revision both versions take turns.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright';
import { findBrowser } from './browser.mjs';
import { DEVICES, type Device, measureOpening, type Opening } from './opening/measure';
import { profiler, type Spent, sourcesOf } from './opening/profile';
import { type Served, serveCompressed } from './opening/serve';

const HELP = `npm run opening -- [--base REVISION] [--repeat N] [--spent]

Opens the built page as on a first visit and presses Run, on this machine and on a processor four times
slower with slow 4G, and prints medians.

  --base REVISION  builds and measures that revision too, in turns with this tree
  --repeat N       how many times each is opened on each device (5)
  --spent          says where the long tasks of this tree spend their time`;

interface Version {
  readonly name: string;
  readonly folder: string;
}

const root = process.cwd();
const vite = join(root, 'node_modules/vite/bin/vite.js');

function build(source: string, name: string, outDir: string): Version {
  const options = ['--outDir', outDir, '--sourcemap', 'hidden', '--logLevel', 'error'];
  execFileSync(process.execPath, [vite, 'build', ...options], { cwd: source, stdio: 'inherit' });
  return { name, folder: outDir };
}

function buildRevision(revision: string, work: string): Version {
  const tree = join(work, 'tree');
  execFileSync('git', ['worktree', 'add', '--detach', tree, revision], { stdio: 'ignore' });
  try {
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    return build(tree, revision, join(work, 'base'));
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', tree]);
  }
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const longest = (tasks: Opening['loading']) => Math.max(0, ...tasks.map((task) => task.duration));
const written = (values: readonly number[]) =>
  `${Math.round(median(values))} (${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`;

function report(version: Version, device: Device, openings: readonly Opening[]): void {
  const line = (what: string, of: (opening: Opening) => number) =>
    console.log(`  ${what.padEnd(44)} ${written(openings.map(of))}`);
  console.log(`${version.name}, ${device.name}: median (least–most) of ${openings.length}`);
  line('first contentful paint, ms', ({ painted }) => painted);
  line('controls stand there, ms', ({ usable }) => usable);
  line('total blocking time while loading, ms', ({ blocked }) => blocked);
  line('longest task while loading, ms', ({ loading }) => longest(loading));
  line('longest task from Run on, ms', ({ running }) => longest(running));
  line('layout shift while loading, thousandths', ({ shifted }) => shifted * 1000);
}

function reportSpent(device: Device, all: readonly Spent[]): void {
  for (const { task, own, whole } of all) {
    console.log(
      `${device.name}: ${Math.round(task.duration)} ms from ${Math.round(task.start)} ms on`,
    );
    for (const [place, ms] of own.slice(0, 12)) console.log(`  itself ${ms.toFixed(1)}  ${place}`);
    for (const [place, ms] of whole.slice(0, 40))
      console.log(`  in all ${ms.toFixed(1)}  ${place}`);
  }
}

async function measureAll(
  browser: Browser,
  versions: readonly Version[],
  repetitions: number,
  spent: boolean,
): Promise<void> {
  const served: Served[] = [];
  try {
    for (const { folder } of versions) served.push(await serveCompressed(folder));
    for (const device of DEVICES) {
      const openings = versions.map((): Opening[] => []);
      for (let turn = 0; turn < repetitions; turn++)
        for (const [place, { url }] of served.entries())
          openings[place].push(await measureOpening(browser, url, device));
      for (const [place, version] of versions.entries()) report(version, device, openings[place]);
      if (spent)
        await measureOpening(
          browser,
          served[0].url,
          device,
          profiler(sourcesOf(versions[0].folder), (all) => reportSpent(device, all)),
        );
    }
  } finally {
    for (const { close } of served) close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      base: { type: 'string' },
      repeat: { type: 'string', default: '5' },
      spent: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const repetitions = Number(values.repeat);
  if (!Number.isInteger(repetitions) || repetitions < 1)
    throw new Error(`--repeat takes a whole number from 1 on, not «${values.repeat}».`);
  const { executablePath, args } = await findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium found.');
  const cache = resolve(root, 'node_modules/.cache/offgrid');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'opening-'));
  try {
    const versions = [build(root, 'this tree', join(work, 'this'))];
    if (values.base !== undefined) versions.push(buildRevision(values.base, work));
    const browser = await chromium.launch({ executablePath, args });
    try {
      await measureAll(browser, versions, repetitions, values.spent);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await main().catch((error: unknown) => {
  console.error(`opening: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
