import { readFileSync } from 'node:fs';
import type { BackendName } from '../../engine/types';
import type { Snapshot } from '../types';

/** Where the golden runs are kept, from the root of the repository. */
export const GOLDEN_RUNS = 'src/experiment/testdata/golden-run.json';

type Leaf = number | string | null;

/** A quantity at each measured step; one value alone where it is the same at all of them. */
type Column = Leaf | readonly Leaf[];

/** What a run comes to, as columns over its measured steps: exact returns, and all that is measured of learners. */
export interface GoldenSeries {
  readonly datasetHash: string;
  readonly steps: readonly number[];
  readonly truth: Readonly<Record<string, Column>>;
  /** By instance, then by path in its snapshot: `seeds.0.gap.total`. */
  readonly learners: Readonly<Record<string, Readonly<Record<string, Column>>>>;
}

/** A run whose numbers are to stay what they are, to the bit. */
export interface GoldenRun extends GoldenSeries {
  readonly name: string;
  readonly rung: BackendName;
  readonly settings: Readonly<Record<string, string | number>>;
}

/** The file of the golden runs. */
export interface GoldenFile {
  readonly about: string;
  readonly assumes: string;
  /** How it was made, and on what. */
  readonly made: Readonly<Record<string, string>>;
  readonly runs: readonly GoldenRun[];
}

/** The golden runs as they are kept. Throws where the file is not there, or holds none. */
export function goldenRuns(): readonly GoldenRun[] {
  const { runs } = JSON.parse(readFileSync(GOLDEN_RUNS, 'utf8')) as GoldenFile;
  if (runs.length === 0) throw new Error(`${GOLDEN_RUNS} holds no run.`);
  return runs;
}

/** The golden run of a name. Throws where there is none. */
export function goldenRun(name: string): GoldenRun {
  const run = goldenRuns().find((one) => one.name === name);
  if (run === undefined) throw new Error(`${GOLDEN_RUNS} holds no run “${name}”.`);
  return run;
}

/** Every number and name in a value by its path, as JSON has it: what is not finite is null, and 0 has no sign. */
function leavesOf(value: unknown, path: string, into: Map<string, Leaf>): Map<string, Leaf> {
  if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value))
      leavesOf(part, path === '' ? key : `${path}.${key}`, into);
  else if (typeof value === 'number') into.set(path, Number.isFinite(value) ? value + 0 : null);
  else if (value !== undefined) into.set(path, value === null ? null : String(value));
  return into;
}

/** Values of the measured steps turned into columns; a path that a step does not have is null there. */
function columnsOf(values: readonly unknown[]): Readonly<Record<string, Column>> {
  const rows = values.map((value) => leavesOf(value, '', new Map()));
  const paths = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return Object.fromEntries(
    paths.map((path): [string, Column] => {
      const column = rows.map((row) => row.get(path) ?? null);
      return [path, column.every((one) => one === column[0]) ? column[0] : column];
    }),
  );
}

/** Columns of what was measured of a run, from its first step to its last. */
export function goldenSeries(series: readonly Snapshot[]): GoldenSeries {
  const last = series[series.length - 1];
  return {
    datasetHash: last.datasetHash,
    steps: series.map(({ step }) => step),
    truth: columnsOf(series.map(({ truth }) => truth)),
    learners: Object.fromEntries(
      Object.keys(last.learners).map((id) => [
        id,
        columnsOf(series.map(({ learners }) => learners[id])),
      ]),
    ),
  };
}

/** Where a run departs from the golden one, a sentence a place; none where every number is the same to the bit. */
export function departures(golden: GoldenSeries, series: readonly Snapshot[]): readonly string[] {
  const said: string[] = [];
  const compare = (was: unknown, is: unknown, path: string): void => {
    if (typeof was === 'object' && was !== null && typeof is === 'object' && is !== null) {
      for (const key of new Set([...Object.keys(was), ...Object.keys(is)]))
        compare(
          (was as Record<string, unknown>)[key],
          (is as Record<string, unknown>)[key],
          `${path}/${key}`,
        );
    } else if (was !== is)
      said.push(`${path}: ${JSON.stringify(is)} instead of ${JSON.stringify(was)}`);
  };
  const { datasetHash, steps, truth, learners } = golden;
  compare({ datasetHash, steps, truth, learners }, goldenSeries(series), '');
  return said;
}
