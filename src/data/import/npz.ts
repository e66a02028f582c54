import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import { type Faults, UnreadableFile } from './faults';
import { fieldOf, numberOf } from './fields';
import { type NpyArray, readNpy } from './npy';
import { part, type Sliced } from './sliced';
import { readSource, type SourceColumn } from './source';
import type { ReadFile } from './types';
import { Unzipper, type ZipEntry, zipEntries } from './zip';

/** Scalars and lists that say in which world the rows were recorded; `rewards` are those of rows. */
const WORLD_ARRAYS: ReadonlyMap<string, string> = new Map([
  ['map', 'map'],
  ['slip', 'slip'],
  ['world_rewards', 'rewards'],
  ['gamma', 'gamma'],
  ['horizon', 'horizon'],
]);
/** Share of the work that unpacking is. */
const UNPACKING = 0.4;
/** Relative differences to which numbers of that many bits say the same as doubles do. */
const ROUNDING: Readonly<Record<number, number>> = { 16: 2 ** -10, 32: 2 ** -23, 64: 1e-9 };

/**
 * Reads the arrays of a `.npz`: our own, and the names of D4RL and d3rlpy. Only arrays whose names
 * are known are unpacked. States may be `[N]` or `[N, 1]` indices, `[N, 2]` cells as row and col, or
 * `[N, states]` one-hot; everything else has one number a row (actions: or four, one-hot).
 *
 * Throws UnreadableFile, naming the array, where one cannot be read or is of another length.
 */
export function* readNpz(bytes: Uint8Array, faults: Faults): Sliced<ReadFile> {
  const entries = zipEntries(bytes);
  const arrays = entries.filter((entry) => entry.name.endsWith('.npy'));
  if (arrays.length === 0) throw new UnreadableFile(noArrays(entries));
  const unzipper = new Unzipper(bytes);
  const columns: [string, NpyArray][] = [];
  const stated: Record<string, unknown> = {};
  let statedHash: string | null = null;
  const seen = new Set<string>();
  for (const [index, entry] of arrays.entries()) {
    const name = entry.name.slice(0, -'.npy'.length);
    if (seen.has(name)) continue;
    seen.add(name);
    const ofWorld = WORLD_ARRAYS.get(name);
    const isHash = name === 'hash' || name === 'dataset_hash';
    if (fieldOf(name) === undefined && !ofWorld && !isHash) continue;
    const share = UNPACKING / arrays.length;
    const array = readNpy(name, yield* part(index * share, share, unzipper.read(entry)));
    if (ofWorld) stated[ofWorld] = plainValue(array);
    else if (isHash) statedHash = array.texts?.[0] ?? null;
    else columns.push([name, array]);
  }
  const rows = rowsOf(columns);
  const rewards = columns.find(([name]) => fieldOf(name) === 'reward')?.[1];
  const source = {
    rows,
    columns: columns.map(([name, array]) => npyColumn(name, array)),
    rewardTolerance: ROUNDING[rewards?.floatBits || 64],
  };
  const { table, notes } = yield* part(UNPACKING, 1 - UNPACKING, readSource(source, faults));
  return {
    table,
    notes,
    ...(Object.keys(stated).length > 0 ? { statedWorld: stated } : {}),
    ...(statedHash ? { statedHash } : {}),
  };
}

function noArrays(entries: readonly ZipEntry[]): string {
  const holds = (part: string): boolean => entries.some((entry) => entry.name.includes(part));
  if (holds('.hdf5')) {
    return unreadable().minari;
  }
  if (holds('xl/workbook') || holds('[Content_Types].xml')) {
    return unreadable().spreadsheet;
  }
  return unreadable().noArrays;
}

/** Rows that all columns have. Throws UnreadableFile where they differ. */
function rowsOf(columns: readonly [string, NpyArray][]): number {
  const [first] = columns;
  if (!first) return 0;
  const rowsIn = ({ shape }: NpyArray): number => shape[0] ?? 0;
  for (const [name, array] of columns) {
    if (array.shape.length < 1 || array.shape.length > 2) {
      throw new UnreadableFile(unreadable().axes(reading().name(name), array.shape.length));
    }
    if (rowsIn(array) !== rowsIn(first[1])) {
      const [one, other] = [first[0], name].map(reading().name);
      throw new UnreadableFile(
        unreadable().arrayLengths(one, rowsIn(first[1]), other, rowsIn(array)),
      );
    }
  }
  return rowsIn(first[1]);
}

function npyColumn(name: string, array: NpyArray): SourceColumn {
  const width = array.shape[1] ?? 1;
  const { texts } = array;
  return {
    name,
    width,
    number(row, part, field) {
      if (texts) return numberOf(field, texts[row * width + part]);
      return array.at(row * width + part);
    },
    quote(row) {
      const parts = Array.from({ length: Math.min(width, 8) }, (_, part) =>
        texts ? texts[row * width + part] : String(array.at(row * width + part)),
      );
      return width > 8 ? `${parts.join(' ')} …` : parts.join(' ');
    },
  };
}

/** A scalar as itself, more as a list. */
function plainValue(array: NpyArray): unknown {
  const length = array.shape.reduce((product, n) => product * n, 1);
  if (length > 10_000) return null;
  const all = array.texts ?? Array.from({ length }, (_, index) => array.at(index));
  return array.shape.length === 0 ? all[0] : all;
}
