import type { Attribute, Dataset, Group, File as H5File } from 'h5wasm';
import { unreadable } from '../../texts/unreadable';
import { blockOf, blocksOf, episodeIn, type NamedArray, toleranceOf } from './arrays';
import { type Block, readSource } from './blocks';
import { decodedAs } from './decoded';
import { type Faults, UnreadableFile } from './faults';
import { fieldOf } from './names';
import type { NpyArray } from './npy';
import type { Sliced } from './sliced';
import type { ReadFile } from './types';

/** What was taken out of an HDF5 file: all that could be of a dataset. */
export interface Hdf5Content {
  readonly blocks: readonly Block[];
  readonly episodes: boolean;
  /** Names of what is left aside. */
  readonly aside: readonly string[];
  readonly floatBits: number;
  /** Attributes that say in which world the rows were recorded, and the digest of the rows. */
  readonly world: Readonly<Record<string, unknown>>;
  readonly hash: string | null;
}

const WORLD_ATTRIBUTES = [
  ['map', 'map'],
  ['slip', 'slip'],
  ['world_rewards', 'rewards'],
  ['gamma', 'gamma'],
  ['horizon', 'horizon'],
] as const;
/** Most elements that are taken of one array, and groups that are looked into. */
const ELEMENT_LIMIT = 8_000_000;
const GROUP_LIMIT = 100_000;
const DEPTH_LIMIT = 8;

/** HDF5 and netCDF, which is the same, begin so. */
export const isHdf5 = (bytes: Uint8Array): boolean =>
  [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, i) => bytes[i] === byte);

/**
 * Opens an HDF5 file by the HDF5 library itself, which is loaded for it, and takes out what can be of a
 * dataset: arrays of known names beside each other (D4RL), or a group an episode (Minari, robomimic).
 *
 * Rejects with UnreadableFile where the library cannot read the file.
 */
export async function openHdf5(bytes: Uint8Array): Promise<Hdf5Content> {
  const { default: h5wasm } = await import('h5wasm');
  const { FS } = await h5wasm.ready;
  const path = `/import-${Math.random().toString(36).slice(2)}.hdf5`;
  FS.writeFile(path, bytes);
  let file: H5File | null = null;
  try {
    file = new h5wasm.File(path, 'r');
    return contentOf(file);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(unreadable().hdf5Damaged(String(error).slice(0, 200)));
  } finally {
    file?.close();
    FS.unlink(path);
  }
}

interface Found {
  readonly path: string;
  readonly arrays: NamedArray[];
}

function contentOf(file: H5File): Hdf5Content {
  const aside = new Set<string>();
  const found: Found[] = [];
  let groups = 0;
  const visit = (group: Group, path: string, depth: number): void => {
    if (++groups > GROUP_LIMIT || depth > DEPTH_LIMIT) return;
    const here: Found = { path, arrays: [] };
    const inner: [string, Group][] = [];
    gather(group, '', here.arrays, inner, aside);
    const fields = new Set(
      here.arrays.flatMap(([name]) => fieldOf(episodeIn(name)?.[1] ?? name) ?? []),
    );
    if (fields.has('action') && fields.size > 1) found.push(here);
    else for (const [name, each] of inner) visit(each, `${path}/${name}`, depth + 1);
  };
  visit(file, '', 0);
  if (found.length === 0) throw new UnreadableFile(unreadable().hdf5Nothing);
  found.sort((one, other) => one.path.localeCompare(other.path, 'en', { numeric: true }));
  const world: Record<string, unknown> = {};
  for (const [name, key] of WORLD_ATTRIBUTES) {
    const value = attributeOf(file.attrs[name]);
    if (value !== undefined) world[key] = value;
  }
  const hash = attributeOf(file.attrs.hash);
  const reward = found[0].arrays.find(
    ([name]) => fieldOf(episodeIn(name)?.[1] ?? name) === 'reward',
  );
  const apart = found.length > 1 || found[0].path !== '';
  return {
    ...(apart
      ? { blocks: found.map(({ arrays }, id) => blockOf(arrays, id)), episodes: true }
      : blocksOf(found[0].arrays)),
    aside: [...aside],
    floatBits: reward?.[1].floatBits ?? 0,
    world,
    hash: typeof hash === 'string' ? hash : null,
  };
}

/** The arrays of a group under known names, also those in its `infos`; other groups into `inner`. */
function gather(
  group: Group,
  prefix: string,
  arrays: NamedArray[],
  inner: [string, Group][],
  aside: Set<string>,
): void {
  for (const name of group.keys()) {
    const item = group.get(name);
    if (item === null || !('type' in item)) continue;
    const full = prefix + name;
    if (item.type === 'Group') {
      const state = fieldOf(name) === 'state' || fieldOf(name) === 'nextState';
      if (state || /^infos?$/i.test(name)) gather(item as Group, `${full}/`, arrays, inner, aside);
      else inner.push([name, item as Group]);
    } else if (item.type === 'Dataset') {
      const dataset = item as Dataset;
      const fields = compoundOf(dataset);
      if (fields) arrays.push(...fields.filter(([field]) => fieldOf(field) !== undefined));
      else if (fieldOf(full) === undefined && episodeIn(full) === null) aside.add(full);
      else {
        const array = arrayOf(dataset);
        if (array && (array.shape.length > 0 || episodeIn(full))) arrays.push([full, array]);
        else aside.add(full);
      }
    }
  }
}

/** The fields of an array of records, as arrays; null where it is none. */
function compoundOf(dataset: Dataset): NamedArray[] | null {
  const members = dataset.metadata.compound_type?.members;
  const { shape } = dataset;
  if (!members || shape?.length !== 1) return null;
  const rows = dataset.value as unknown as readonly (readonly unknown[])[];
  return members.map(({ name }, i) => [
    name,
    plainArray(
      shape,
      rows.map((row) => row[i]),
    ),
  ]);
}

function arrayOf(dataset: Dataset): NpyArray | null {
  const { shape, metadata } = dataset;
  if (shape === null) return null;
  const length = shape.reduce((product, n) => product * n, 1);
  if (length > ELEMENT_LIMIT) throw new UnreadableFile(unreadable().hdf5Large(dataset.path));
  const value = dataset.value as unknown;
  const values = length === 1 && !isList(value) ? [value] : value;
  if (!isList(values)) return null;
  // Kind 1 of HDF5 is a floating-point number.
  return plainArray(shape, values, metadata.type === 1 ? metadata.size * 8 : 0);
}

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

function plainArray(shape: readonly number[], values: ArrayLike<unknown>, floatBits = 0): NpyArray {
  const text = (value: unknown): string =>
    value instanceof Uint8Array ? decodedAs('utf-8', value) : String(value);
  const texts =
    values.length > 0 && (typeof values[0] === 'string' || values[0] instanceof Uint8Array)
      ? Array.from(values, text)
      : null;
  return {
    shape,
    floatBits,
    at: (index) => (texts ? Number.NaN : Number(values[index])),
    texts,
  };
}

/** The value of an attribute: a number, a text, or a list of either; undefined where it has none. */
function attributeOf(attribute: Attribute | undefined): unknown {
  const value = attribute?.value as unknown;
  if (!isList(value)) return typeof value === 'bigint' ? Number(value) : (value ?? undefined);
  const list = Array.from(value, (each) => (typeof each === 'bigint' ? Number(each) : each));
  return attribute?.shape?.length === 0 ? list[0] : list;
}

/** Reads the content of an HDF5 file as a table. */
export function* readHdf5(content: Hdf5Content, faults: Faults): Sliced<ReadFile> {
  const source = { ...content, rewardTolerance: toleranceOf(content.floatBits) };
  const { table, notes } = yield* readSource(source, faults);
  return {
    table,
    ours: content.hash !== null && content.world.map !== undefined,
    notes,
    ...(Object.keys(content.world).length > 0 ? { statedWorld: content.world } : {}),
    ...(content.hash === null ? {} : { statedHash: content.hash }),
  };
}
