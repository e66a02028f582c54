import type { Block, BlockColumn } from './blocks';
import { fieldOf } from './names';

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is in a text of JSON, as columns. */
export interface Shape {
  readonly blocks: readonly Block[];
  readonly episodes: boolean;
  readonly aside: readonly string[];
  isRow?(row: number): boolean;
}

/** Names looked at in a list of row objects; a file with more has none of them twice. */
const NAME_LIMIT = 200;
/** Objects within objects that are looked into for a dataset, and within rows for columns. */
const WRAPPED_LIMIT = 4;
const NESTED_LIMIT = 3;
/** Under what name the dataset of a wrapped file is likely to stand. */
const WRAPPERS = [
  ...['transitions', 'data', 'rows', 'records', 'episodes', 'trajectories', 'dataset', 'columns'],
  ...['steps', 'samples', 'experiences', 'buffer', 'history', 'log', 'daten', 'episoden'],
];

const scalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Whether names are those of a dataset: an action among them, and more. */
function isDataset(names: Iterable<string>): boolean {
  const fields = new Set([...names].flatMap((name) => fieldOf(name) ?? []));
  return (
    fields.size >= 2 && (fields.has('action') || (fields.has('state') && fields.has('reward')))
  );
}

const fieldIn = (object: Json, wanted: 'reward' | 'action'): unknown =>
  Object.entries(object).find(([name]) => fieldOf(name) === wanted)?.[1];

/** Whether an object holds lists of rewards or actions, one value a step. */
function holdsLists(object: Json): boolean {
  const reward = fieldIn(object, 'reward');
  if (reward !== undefined) return Array.isArray(reward) && reward.length !== 1;
  const action = fieldIn(object, 'action');
  return Array.isArray(action) && action.length > 4;
}

/** The columns of a value of JSON, whichever way they lie in it; null where it holds none. */
export function shapeOf(value: unknown, depth = 0): Shape | null {
  if (depth > WRAPPED_LIMIT) return null;
  if (Array.isArray(value)) return listShape(value, depth);
  return isObject(value) ? objectShape(value, depth) : null;
}

function listShape(list: readonly unknown[], depth: number): Shape | null {
  const sample = list.find((item) => isObject(item) || Array.isArray(item));
  if (Array.isArray(sample)) {
    if (
      list[0] === sample &&
      sample.every((name) => typeof name === 'string') &&
      isDataset(sample)
    ) {
      return valuesShape(sample as string[], list.slice(1));
    }
    return isObject(sample[0]) ? episodesShape(list, depth) : null;
  }
  if (!isObject(sample)) return null;
  if (isDataset(Object.keys(flattened(sample)))) {
    return holdsLists(sample)
      ? { blocks: list.filter(isObject).map(listsBlock), episodes: true, aside: [] }
      : recordsShape(list);
  }
  return episodesShape(list, depth) ?? recordsShape(list);
}

function objectShape(object: Json, depth: number): Shape | null {
  const { columns, data } = object;
  if (Array.isArray(columns) && Array.isArray(data) && columns.every(scalar)) {
    return valuesShape(columns.map(String), data);
  }
  const entries = Object.entries(object);
  const known = entries.filter(([name, value]) => !scalar(value) && fieldOf(name) !== undefined);
  if (isDataset(known.map(([name]) => name))) return columnsShape(object);
  const inner = entries.filter((entry): entry is [string, Json] => isObject(entry[1]));
  if (inner.length > 0 && inner.length === entries.length) {
    const rows = inner.map(([, each]) => each);
    if (isDataset(Object.keys(rows[0]))) {
      return holdsLists(rows[0])
        ? { blocks: rows.map(listsBlock), episodes: true, aside: [] }
        : recordsShape(rows);
    }
  }
  const rank = (name: string): number => {
    const at = WRAPPERS.indexOf(name.toLowerCase());
    return at < 0 ? WRAPPERS.length : at;
  };
  const ordered = entries
    .filter(([, each]) => !scalar(each))
    .sort(([one], [other]) => rank(one) - rank(other));
  for (const [, each] of ordered) {
    const shape = shapeOf(each, depth + 1);
    if (shape) return shape;
  }
  return null;
}

/** Episodes that are lists of steps, or objects that hold one. */
function episodesShape(list: readonly unknown[], depth: number): Shape | null {
  const shapes = list.map((item) => shapeOf(item, depth + 1));
  if (shapes.length === 0 || shapes.some((shape) => shape === null)) return null;
  const blocks = shapes.flatMap((shape) => shape?.blocks ?? []);
  return { blocks, episodes: true, aside: [] };
}

/** Lists under names, or under every name an object of values by the number of their row. */
function columnsShape(object: Json): Shape {
  const aside: string[] = [];
  const lists: Record<string, readonly unknown[]> = {};
  for (const [name, value] of Object.entries(object)) {
    if (Array.isArray(value)) lists[name] = value;
    else if (isObject(value) && fieldOf(name) !== undefined) {
      const values = Object.values(value);
      const nested =
        values.every(Array.isArray) && Object.keys(value).some((key) => !/^\d+$/.test(key));
      if (!nested) lists[name] = values;
      else {
        for (const [part, list] of Object.entries(value)) {
          lists[`${name}.${part}`] = list as readonly unknown[];
        }
      }
    }
  }
  const columns: BlockColumn[] = [];
  for (const [name, list] of Object.entries(lists)) {
    if (fieldOf(name) === undefined) aside.push(name);
    else columns.push(jsonColumn(name, list.length, (row) => list[row]));
  }
  return { blocks: [{ columns }], episodes: false, aside };
}

const listsBlock = (object: Json): Block => columnsShape(object).blocks[0];

function valuesShape(names: readonly string[], rows: readonly unknown[]): Shape {
  const at = (row: number, column: number): unknown => {
    const values = rows[row];
    return Array.isArray(values) ? values[column] : undefined;
  };
  return {
    blocks: [
      {
        columns: names.map((name, column) =>
          jsonColumn(name, rows.length, (row) => at(row, column)),
        ),
      },
    ],
    episodes: false,
    aside: [],
    isRow: (row) => Array.isArray(rows[row]),
  };
}

function recordsShape(list: readonly unknown[]): Shape {
  const names = new Set<string>();
  for (const row of list) {
    if (!isObject(row) || names.size > NAME_LIMIT) continue;
    for (const name of Object.keys(flattened(row))) names.add(name);
  }
  return {
    blocks: [
      {
        columns: [...names].map((name) =>
          jsonColumn(name, list.length, (row) => valueAt(list[row], name)),
        ),
      },
    ],
    episodes: false,
    aside: [],
    isRow: (row) => isObject(list[row]),
  };
}

/** The values of an object and of the objects in it, their names joined by points. */
function flattened(object: Json, depth = 0): Json {
  if (Object.values(object).every((value) => !isObject(value))) return object;
  const flat: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    if (!isObject(value) || depth === NESTED_LIMIT) {
      flat[name] = value;
      continue;
    }
    for (const [inner, each] of Object.entries(flattened(value, depth + 1))) {
      flat[`${name}.${inner}`] = each;
    }
  }
  return flat;
}

function valueAt(row: unknown, name: string): unknown {
  if (!isObject(row)) return undefined;
  if (Object.hasOwn(row, name)) return row[name];
  const dot = name.indexOf('.');
  return dot < 0 ? undefined : valueAt(row[name.slice(0, dot)], name.slice(dot + 1));
}

/** A column of values of JSON; lists of one length are several values a row. */
function jsonColumn(name: string, length: number, at: (row: number) => unknown): BlockColumn {
  let sample: unknown;
  for (let row = 0; row < length && (sample === undefined || sample === null); row++)
    sample = at(row);
  const listed = Array.isArray(sample);
  const width = Array.isArray(sample) ? Math.max(1, sample.length) : 1;
  const value = (row: number, part: number): unknown => {
    const each = at(row);
    if (!listed || each === null || each === undefined) return each;
    if (!Array.isArray(each) || each.length !== width) return { each };
    const one = each[part];
    // (N, 1, 1) and the like.
    return Array.isArray(one) && one.length === 1 ? one.flat(8)[0] : one;
  };
  return {
    name,
    length,
    width,
    number(row, part) {
      const x = value(row, part);
      if (typeof x === 'number') return x;
      return typeof x === 'boolean' ? Number(x) : Number.NaN;
    },
    text(row, part) {
      const x = value(row, part);
      if (typeof x === 'string') return x;
      if (x === null || x === undefined || typeof x === 'number' || typeof x === 'boolean')
        return null;
      return JSON.stringify(at(row)) ?? null;
    },
    quote(row) {
      const each = at(row);
      if (typeof each === 'string') return each;
      return each === undefined || each === null ? '' : (JSON.stringify(each) ?? '');
    },
  };
}
