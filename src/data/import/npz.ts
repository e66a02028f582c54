import { strFromU8 } from 'fflate';
import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import { blocksOf, episodeIn, type NamedArray, toleranceOf } from './arrays';
import { readSource } from './blocks';
import { type Faults, UnreadableFile } from './faults';
import { assignFields, fieldOf } from './names';
import { type NpyArray, readNpyFields } from './npy';
import { layoutOf } from './positional';
import { part, type Sliced } from './sliced';
import type { Field, ReadFile } from './types';
import { Unzipper, type ZipEntry, zipEntries } from './zip';

/** Scalars and lists that say in which world the rows were recorded; `rewards` are those of rows. */
const WORLD_ARRAYS: ReadonlyMap<string, string> = new Map([
  ['map', 'map'],
  ['slip', 'slip'],
  ['world_rewards', 'rewards'],
  ['gamma', 'gamma'],
  ['horizon', 'horizon'],
]);
/** Arrays of our own export that say nothing of single rows. */
const KNOWN_ASIDE =
  /^(coordinates|num_|v_|q_|behavior(_policy)?$|return_|action_names|world|seed|settings)/;
/** Share of the work that unpacking is. */
const UNPACKING = 0.4;
const NEEDED: ReadonlySet<Field> = new Set<Field>(['state', 'action', 'reward']);
/**
 * Reads the arrays of a `.npz`: our own, the names of the libraries, fields of a structured array, and
 * arrays without names where what is in them says what they are. Only arrays whose names are known are
 * unpacked where these suffice. States may be indices, cells as row and col, or one-hot, and one more
 * than the other arrays have, an episode or in all.
 *
 * Throws UnreadableFile, naming the array, where one that is needed cannot be read.
 */
export function* readNpz(bytes: Uint8Array, faults: Faults): Sliced<ReadFile> {
  const entries = zipEntries(bytes);
  const files = entries.filter((entry) => entry.name.endsWith('.npy'));
  if (files.length === 0) throw new UnreadableFile(noArrays(entries));
  const unzipper = new Unzipper(bytes);
  const stated: Record<string, unknown> = {};
  let statedHash: string | null = null;
  const arrays: NamedArray[] = [];
  const others: ZipEntry[] = [];
  const aside: string[] = [];
  const seen = new Set<string>();
  const nameOf = (entry: ZipEntry): string => entry.name.slice(0, -'.npy'.length);
  const share = UNPACKING / files.length;
  for (const [index, entry] of files.entries()) {
    const name = nameOf(entry);
    if (seen.has(name)) continue;
    seen.add(name);
    const ofWorld = WORLD_ARRAYS.get(name);
    const isHash = name === 'hash' || name === 'dataset_hash';
    const field = fieldOf(name);
    if (field === undefined && !ofWorld && !isHash) {
      others.push(entry);
      continue;
    }
    const content = yield* part(index * share, share, unzipper.read(entry));
    const read = wanted(field, () => readNpyFields(name, content));
    const column = field !== undefined && !ofWorld;
    if (read === null || (column && read.every(([, { shape }]) => shape.length === 0))) {
      if (field !== undefined && NEEDED.has(field)) arrays.push(...(read ?? []));
      else if (!KNOWN_ASIDE.test(name)) aside.push(name);
    } else if (ofWorld) stated[ofWorld] = plainValue(read[0][1]);
    else if (isHash) statedHash = read[0][1].texts?.[0] ?? null;
    else arrays.push(...read);
  }
  const named = assignFields(arrays.map(([name]) => name)).columnOf;
  const suffices = named.has('action') && named.has('reward');
  const notes: string[] = [];
  if (suffices) aside.push(...others.map(nameOf).filter((name) => !KNOWN_ASIDE.test(name)));
  else {
    const unnamed: NamedArray[] = [];
    for (const entry of others) {
      const content = yield* part(UNPACKING, 0, unzipper.read(entry));
      unnamed.push(...readNpyFields(nameOf(entry), content));
    }
    const byPlace = unnamed.every(([name]) => /^arr_\d+$/.test(name)) ? layoutOf(unnamed) : null;
    if (byPlace) {
      const names = unnamed.map(([name]) => name);
      arrays.push(...unnamed.map(([, array], i) => [byPlace[i], array] as const));
      notes.push(reading().byPlace(names.map((name, i) => `${name} = ${byPlace[i]}`).join(', ')));
    } else {
      const known = unnamed.filter(
        ([name]) => fieldOf(name) !== undefined || episodeIn(name) !== null,
      );
      aside.push(...unnamed.filter((each) => !known.includes(each)).map(([name]) => name));
      arrays.push(...known);
    }
  }
  const rewards = arrays.find(([name]) => fieldOf(episodeIn(name)?.[1] ?? name) === 'reward')?.[1];
  const source = { ...blocksOf(arrays), rewardTolerance: toleranceOf(rewards?.floatBits), aside };
  const read = yield* part(UNPACKING, 1 - UNPACKING, readSource(source, faults));
  return {
    table: read.table,
    ours: seen.has('coordinates') && seen.has('q_optimal'),
    notes: [...notes, ...read.notes],
    ...(Object.keys(stated).length > 0 ? { statedWorld: stated } : {}),
    ...(statedHash ? { statedHash } : {}),
  };
}

/** A single `.npy`: a structured array is a table. Throws UnreadableFile where it is none. */
export function* readSingle(bytes: Uint8Array, faults: Faults): Sliced<ReadFile> {
  const arrays = singleFields(bytes);
  if (arrays.length < 2) throw new UnreadableFile(unreadable().npy);
  const known = arrays.filter(([name]) => fieldOf(name) !== undefined);
  const rewards = known.find(([name]) => fieldOf(name) === 'reward')?.[1];
  const source = {
    ...blocksOf(known),
    rewardTolerance: toleranceOf(rewards?.floatBits),
    aside: arrays.filter((each) => !known.includes(each)).map(([name]) => name),
  };
  const { table, notes } = yield* readSource(source, faults);
  return { table, ours: false, notes };
}

function singleFields(bytes: Uint8Array): readonly NamedArray[] {
  try {
    return readNpyFields('', bytes);
  } catch (error) {
    // Python's own dictionary, saved by numpy.save, is the most usual of such files.
    const objects = /'descr'\s*:\s*'\|?O/.test(strFromU8(bytes.subarray(0, 256), true));
    throw objects ? new UnreadableFile(unreadable().npyObjects) : error;
  }
}

/** What is read; null where it cannot be and the field is one that a dataset can do without. */
function wanted<T>(field: Field | undefined, read: () => T): T | null {
  if (field === undefined || NEEDED.has(field)) return read();
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}

function noArrays(entries: readonly ZipEntry[]): string {
  const holds = (part: string): boolean => entries.some((entry) => entry.name.includes(part));
  if (holds('xl/workbook') || holds('[Content_Types].xml') || holds('content.xml')) {
    return unreadable().spreadsheet;
  }
  return unreadable().noArrays;
}

/** A scalar as itself, more as a list. */
function plainValue(array: NpyArray): unknown {
  const length = array.shape.reduce((product, n) => product * n, 1);
  if (length > 10_000) return null;
  const all = array.texts ?? Array.from({ length }, (_, index) => array.at(index));
  return array.shape.length === 0 ? all[0] : all;
}
