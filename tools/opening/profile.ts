import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, join } from 'node:path';
import type { CDPSession } from 'playwright';
import type { LongTask } from './measure';

interface Place {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

interface Node {
  readonly id: number;
  readonly callFrame: Place;
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly Node[];
  readonly startTime: number;
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** What a long task was spent on. */
export interface Spent {
  readonly task: LongTask;
  /** Milliseconds by source file, the most first, of the function itself or of all that it called. */
  readonly own: readonly (readonly [place: string, ms: number])[];
  readonly whole: readonly (readonly [place: string, ms: number])[];
}

/** Names places in the sources of a build by the maps beside its scripts. */
export function sourcesOf(folder: string): (place: Place) => string {
  const maps = new Map<string, SourceMap | null>();
  return ({ functionName, url, lineNumber, columnNumber }) => {
    if (url === '') return functionName || '(anonymous)';
    const file = basename(new URL(url, 'http://localhost').pathname);
    let map = maps.get(file);
    if (map === undefined) {
      const path = join(folder, 'assets', `${file}.map`);
      map = existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null;
      maps.set(file, map);
    }
    const entry = map?.findEntry(lineNumber, columnNumber);
    // Node gives an empty object for a place that no source has.
    if (!entry || !('originalSource' in entry) || !entry.originalSource)
      return `${functionName} ${file}`;
    const source = entry.originalSource.replace(/^.*node_modules\//, '').replace(/^(\.\.\/)+/, '');
    return `${functionName} ${source}:${entry.originalLine + 1}`;
  };
}

/** Records what the main thread runs, for `measureOpening`. */
export function profiler(name: (place: Place) => string, done: (spent: readonly Spent[]) => void) {
  return {
    async begin(session: CDPSession): Promise<void> {
      await session.send('Performance.enable');
      await session.send('Profiler.enable');
      await session.send('Profiler.setSamplingInterval', { interval: 200 });
      await session.send('Profiler.start');
    },
    async end(session: CDPSession, tasks: readonly LongTask[]): Promise<void> {
      const { metrics } = await session.send('Performance.getMetrics');
      const began = metrics.find((metric) => metric.name === 'NavigationStart')?.value ?? 0;
      const { profile } = await session.send('Profiler.stop');
      done(tasks.map((task) => spentOn(profile, began * 1e6, task, name)));
    },
  };
}

function spentOn(
  { nodes, startTime, samples = [], timeDeltas = [] }: Profile,
  origin: number,
  task: LongTask,
  name: (place: Place) => string,
): Spent {
  const parents = new Map<number, number>();
  const byId = new Map<number, Node>();
  for (const node of nodes) {
    byId.set(node.id, node);
    for (const child of node.children ?? []) parents.set(child, node.id);
  }
  const own = new Map<string, number>();
  const whole = new Map<string, number>();
  const add = (sums: Map<string, number>, key: string, ms: number) =>
    sums.set(key, (sums.get(key) ?? 0) + ms);
  let now = startTime;
  samples.forEach((id, index) => {
    now += timeDeltas[index] ?? 0;
    const at = (now - origin) / 1000;
    if (at < task.start || at > task.start + task.duration) return;
    const ms = (timeDeltas[index + 1] ?? 0) / 1000;
    const seen = new Set<string>();
    for (let each: number | undefined = id; each !== undefined; each = parents.get(each)) {
      const node = byId.get(each);
      if (!node) continue;
      const place = name(node.callFrame);
      if (each === id) add(own, place, ms);
      if (!seen.has(place)) add(whole, place, ms);
      seen.add(place);
    }
  });
  const most = (sums: Map<string, number>) => [...sums].sort((a, b) => b[1] - a[1]);
  return { task, own: most(own), whole: most(whole) };
}
