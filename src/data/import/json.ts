import { ACTIONS } from '../../mdp/types';
import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import { type Faults, UnreadableFile } from './faults';
import { fieldOf, isFlag, numberOf } from './fields';
import { part, type Sliced } from './sliced';
import { readSource, type Source, type SourceColumn } from './source';
import type { Field, ReadFile } from './types';

/** Lists within lists that a dataset can need; deeper ones would only exhaust the memory. */
const DEPTH_LIMIT = 16;
/** Names looked at in a list of row objects; a file with more has none of them twice. */
const NAME_LIMIT = 200;

/** Share of the work that parsing is. */
const PARSING = 0.4;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads our own `DatasetFile`, an object of equally long lists, or a list of row objects. States
 * may be indices or pairs [row, col]; actions numbers or names; where the file lists the names of
 * its actions in another order than ours, its numbers are read in that order.
 *
 * Throws UnreadableFile where the text is no JSON or has no such shape.
 */
export function* readJson(text: string, faults: Faults): Sliced<ReadFile> {
  const file = parse(text);
  yield PARSING;
  const source = Array.isArray(file) ? rowSource(file) : columnSource(file);
  const { table, notes } = yield* part(PARSING, 1 - PARSING, readSource(source, faults));
  if (!isObject(file)) return { table, notes };
  return {
    table,
    notes: [...notes, ...sizeNote(file, source.rows)],
    ...(file.format === 'offgrid-dataset' && typeof file.hash === 'string'
      ? { statedHash: file.hash }
      : {}),
    ...(file.world !== undefined ? { statedWorld: file.world } : {}),
  };
}

function parse(text: string): unknown {
  if (tooDeep(text)) {
    throw new UnreadableFile(unreadable().tooDeep);
  }
  try {
    // A byte-order mark is none of JSON's blanks.
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const hasNan = /[:[,]\s*-?(NaN|Infinity)\b/.test(text);
    throw new UnreadableFile(unreadable().notJson(reason.slice(0, 200), hasNan));
  }
}

function tooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 92) at++;
      else if (code === 34) inText = false;
    } else if (code === 34) inText = true;
    else if (code === 91 || code === 123) {
      if (++depth > DEPTH_LIMIT) return true;
    } else if (code === 93 || code === 125) depth--;
  }
  return false;
}

function columnSource(file: unknown): Source {
  if (!isObject(file)) {
    throw new UnreadableFile(unreadable().noShape);
  }
  if (file.format === 'offgrid-dataset' && file.version !== 1) {
    throw new UnreadableFile(unreadable().otherVersion(JSON.stringify(file.version)?.slice(0, 20)));
  }
  const holder = isObject(file.columns) ? file.columns : file;
  // Beside columns the key names the actions; where lists stand alone it is one of them.
  const order = holder === file ? null : actionOrder(file.actions);
  const known = Object.entries(holder).filter(
    (entry): entry is [string, unknown[]] =>
      Array.isArray(entry[1]) && fieldOf(entry[0]) !== undefined,
  );
  const rows = known[0]?.[1].length ?? 0;
  const other = known.find(([, list]) => list.length !== rows);
  if (other) {
    const { name } = reading();
    throw new UnreadableFile(
      unreadable().columnLengths(name(known[0][0]), rows, name(other[0]), other[1].length),
    );
  }
  return {
    rows,
    columns: known.map(([name, list]) => jsonColumn(name, rows, (row) => list[row], order)),
    rewardTolerance: 1e-9,
  };
}

function rowSource(list: readonly unknown[]): Source {
  const names = new Set<string>();
  for (const row of list) {
    if (!isObject(row) || names.size > NAME_LIMIT) continue;
    for (const name of Object.keys(row)) names.add(name);
  }
  const rows = list.length;
  const at = (row: number, name: string): unknown => {
    const object = list[row];
    return isObject(object) ? object[name] : undefined;
  };
  return {
    rows,
    columns: [...names].map((name) => jsonColumn(name, rows, (row) => at(row, name), null)),
    rewardTolerance: 1e-9,
    isRow: (row) => isObject(list[row]),
  };
}

/** `order`: our number of each of the file's actions; null where they are ours. */
function jsonColumn(
  name: string,
  rows: number,
  at: (row: number) => unknown,
  order: readonly number[] | null,
): SourceColumn {
  const sample = rows > 0 ? at(0) : undefined;
  const width = Array.isArray(sample) ? sample.length : 1;
  const listed = Array.isArray(sample);
  return {
    name,
    width: Math.max(1, width),
    number(row, part, field) {
      const value = at(row);
      if (!listed) return numberIn(field, value, order);
      return Array.isArray(value) && value.length === width
        ? numberIn(field, value[part], null)
        : Number.NaN;
    },
    quote(row) {
      const value = at(row);
      return value === undefined || value === null ? '' : (JSON.stringify(value) ?? '');
    },
  };
}

function numberIn(field: Field, value: unknown, order: readonly number[] | null): number {
  if (typeof value === 'number')
    return field === 'action' && order ? (order[value] ?? value) : value;
  if (typeof value === 'string') return numberOf(field, value);
  if (typeof value === 'boolean' && isFlag(field)) return value ? 1 : 0;
  return Number.NaN;
}

/** Our numbers of the actions that a file names in its order; null unless it names our four. */
function actionOrder(names: unknown): readonly number[] | null {
  if (!Array.isArray(names) || names.length !== ACTIONS.length) return null;
  const order = names.map((name) => ACTIONS.indexOf(name));
  return new Set(order).size === ACTIONS.length && !order.includes(-1) ? order : null;
}

function sizeNote(file: Json, rows: number): string[] {
  return typeof file.size === 'number' && file.size !== rows
    ? [reading().otherSize(file.size, rows)]
    : [];
}
