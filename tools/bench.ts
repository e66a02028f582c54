// npm run bench -- [--quick] [--only node|browser] [--repeat N]
//
// Times the engine and its peers, in Node and in a real browser.
import { build } from 'vite';
import { nodeWasmPaths } from '../src/engine/node';
import { HELP, type Invocation, readArguments, UsageError } from './bench/arguments';
import { allGroups, quickGroups } from './bench/groups';
import { measureGroup } from './bench/measure';
import { jsonLine, report } from './bench/report';
import {
  type CaseLine,
  type Effort,
  type Group,
  type Measured,
  PLACES,
  type Place,
} from './bench/types';
import { measureWholeRun } from './bench/whole-run';
import { openToolPage } from './page';

/** A repetition is long enough to hide the clock's grain and short enough for many turns. */
const MILLISECONDS = 120;

async function measureAll(
  groups: readonly Group[],
  measure: (group: Group) => Promise<Measured>,
): Promise<CaseLine[]> {
  const all: CaseLine[] = [];
  for (const group of groups) {
    const { lines, faults } = await measure(group);
    for (const line of lines) console.log(jsonLine(line));
    for (const fault of faults) complain(fault);
    all.push(...lines);
  }
  return all;
}

async function measureInBrowser(groups: readonly Group[], effort: Effort): Promise<CaseLine[]> {
  const { page, close } = await openToolPage(process.cwd(), 'tools/bench', 'npm run bench --');
  try {
    return await measureAll(groups, (group) =>
      page.evaluate(([one, how]) => window.measureGroup(one, how), [group, effort] as const),
    );
  } finally {
    await close();
  }
}

function complain(error: unknown): void {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function main({ quick, places, repetitions }: Invocation): Promise<void> {
  const groups = quick ? quickGroups() : allGroups();
  const effort = { repetitions: repetitions ?? (quick ? 3 : 9), milliseconds: MILLISECONDS };
  const measureIn: Readonly<Record<Place, (own: readonly Group[]) => Promise<CaseLine[]>>> = {
    node: (own) => measureAll(own, (group) => measureGroup(group, effort, nodeWasmPaths())),
    browser: (own) => measureInBrowser(own, effort),
  };
  const lines: CaseLine[] = [];
  for (const place of places) {
    try {
      lines.push(...(await measureIn[place](groups.filter(({ where }) => where === place))));
    } catch (error) {
      // What was measured elsewhere is worth reporting all the same.
      complain(error);
    }
  }
  if (places.length === PLACES.length) await measurePage(effort.repetitions);
  console.log(`\n${report(lines)}`);
}

/** What of the engine's speed arrives in the page; asks for the built page, which it builds. */
async function measurePage(repetitions: number): Promise<void> {
  try {
    await build({ logLevel: 'warn' });
    const run = await measureWholeRun(repetitions);
    console.log(jsonLine(run));
  } catch (error) {
    complain(error);
  }
}

try {
  const invocation = readArguments(process.argv.slice(2));
  if (invocation === 'help') process.stdout.write(HELP);
  else await main(invocation);
} catch (error) {
  complain(error);
  if (error instanceof UsageError) {
    console.error('Try: npm run bench -- --help');
    process.exitCode = 2;
  }
}
