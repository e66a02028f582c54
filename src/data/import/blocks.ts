import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import { sideBySide } from './axes';
import { ColumnBuilder, type RawColumn } from './column';
import { type Faults, placeOf, UnreadableFile } from './faults';
import { asideNotes, assignFields, fieldOf, requireFields } from './names';
import type { Sliced } from './sliced';
import { type Field, type RawTable, ROW_LIMIT } from './types';

/** Values between two chances to interrupt. */
const SLICE = 1 << 15;

/** A column of a file that holds values, not text: lists of JSON, arrays of numpy and of HDF5. */
export interface BlockColumn {
  readonly name: string;
  readonly length: number;
  /** Values a row: 1, 2 for a cell, more for one-hot. */
  readonly width: number;
  /** Number `part` of a row; NaN where there is none. */
  number(row: number, part: number): number;
  /** What stands there instead of a number; null where nothing does. */
  text(row: number, part: number): string | null;
  /** What stands in the file at that row; empty where nothing does. */
  quote(row: number): string;
}

/** Columns that belong together: those of a file, or of one episode of it. */
export interface Block {
  readonly columns: readonly BlockColumn[];
  /** Number of its episode, where a block is one. */
  readonly id?: number;
}

/** Columns of a file, in one block or in one an episode. */
export interface Source {
  readonly blocks: readonly Block[];
  /** Whether every block is an episode. */
  readonly episodes: boolean;
  readonly rewardTolerance: number;
  /** Names of what else is in the file. */
  readonly aside?: readonly string[];
  /** Whether a row of the only block is one at all; all are where this is left out. */
  isRow?(row: number): boolean;
}

/** Fields without which there are no rows; columns of others are left aside where they do not fit. */
const NEEDED: ReadonlySet<Field> = new Set<Field>(['action', 'reward', 'nextState']);

/** Rows that every column of a block has, but for the states, which may have one more. */
function rowsOf(block: Block): { readonly rows: number; readonly closes: boolean } {
  const rows = heightOf(block);
  let closes = false;
  for (const column of block.columns) {
    if (column.length === rows) continue;
    if (column.length === rows + 1 && isPlace(column.name)) closes = true;
    else throw new UnreadableFile(lengths(block.columns[0], block.columns));
  }
  return { rows, closes };
}

/** Rows of a block: as many as there are rewards or actions. */
function heightOf({ columns }: Block): number {
  const of = (field: Field) => columns.find(({ name }) => fieldOf(name) === field);
  return (of('reward') ?? of('action') ?? columns[0])?.length ?? 0;
}

/** A block without the columns that are of another length and that nobody needs. */
function fitting(block: Block): { readonly block: Block; readonly aside: readonly string[] } {
  const rows = heightOf(block);
  const odd = block.columns.filter(({ name, length }) => {
    const field = fieldOf(name);
    const needed = field !== undefined && (NEEDED.has(field) || PLACES.has(field));
    return length !== rows && !needed;
  });
  const columns = block.columns.filter((column) => !odd.includes(column));
  return { block: { ...block, columns }, aside: odd.map(({ name }) => name) };
}

const PLACES: ReadonlySet<Field> = new Set<Field>(['state', 'row', 'col', 'x', 'y']);
const isPlace = (name: string): boolean => {
  const field = fieldOf(name);
  return field !== undefined && PLACES.has(field);
};

function lengths(first: BlockColumn, columns: readonly BlockColumn[]): string {
  const { name } = reading();
  const other = columns.find(({ length }) => length !== first.length) ?? first;
  return unreadable().columnLengths(name(first.name), first.length, name(other.name), other.length);
}

/** A table of the columns of all blocks, one behind the other. At most `ROW_LIMIT` rows are read. */
export function* readSource(
  source: Source,
  faults: Faults,
): Sliced<{ readonly table: RawTable; readonly notes: readonly string[] }> {
  const fitted = source.blocks.map(fitting);
  const odd = [...new Set(fitted.flatMap(({ aside: names }) => names))];
  const blocks = fitted.map(({ block }) => joined(source.episodes ? block : sideBySide(block)));
  const names = [...new Set(blocks.flatMap(({ columns }) => columns.map(({ name }) => name)))];
  const { columnOf, aside } = assignFields(names);
  requireFields((field) => columnOf.has(field), names, false);
  const heights = blocks.map(rowsOf);
  const starts: number[] = [];
  let all = 0;
  for (const { rows, closes } of heights) {
    starts.push(all);
    all += rows + (closes ? 1 : 0);
  }
  const rows = Math.min(all, ROW_LIMIT);
  const columns: Partial<Record<Field, RawColumn>> = {};
  const quotes = new Map<Field, (row: number) => string>();
  let done = 0;
  for (const [field, index] of columnOf) {
    const name = names[index];
    const parts = blocks.map(({ columns: own }) => own.find((column) => column.name === name));
    const width = parts.reduce((most, part) => Math.max(most, part?.width ?? 1), 1);
    const builder = new ColumnBuilder(name, rows, width);
    for (const [b, part] of parts.entries()) {
      if (part === undefined) continue;
      const last = Math.min(part.length, rows - starts[b]);
      for (let row = 0; row < last; row++) {
        putRow(builder, part, row, (starts[b] + row) * width);
        if (++done % SLICE === 0) yield Math.min(1, done / (rows * columnOf.size));
      }
    }
    columns[field] = builder.column(rows);
    quotes.set(field, (row) => {
      const b = blockAt(starts, row);
      const part = parts[b];
      const inside = row - starts[b];
      return part && inside < part.length ? part.quote(inside) : '';
    });
  }
  if (source.episodes && columns.episode === undefined) {
    columns.episode = episodeNumbers(blocks, starts, rows);
  }
  const table: RawTable = {
    rows,
    columns,
    malformed: malformedRows(source, rows, faults),
    quote: (row, field) => quotes.get(field)?.(row) ?? '',
    lineOf: () => null,
    rewardTolerance: source.rewardTolerance,
  };
  return {
    table,
    notes: [
      ...asideNotes([...aside, ...odd, ...(source.aside ?? [])]),
      ...(all > rows ? [reading().onlyFirst(rows)] : []),
    ],
  };
}

function putRow(builder: ColumnBuilder, part: BlockColumn, row: number, at: number): void {
  for (let p = 0; p < part.width; p++) {
    const x = part.number(row, p);
    if (!Number.isNaN(x)) builder.number(at + p, x);
    else {
      const text = part.text(row, p);
      if (text !== null) builder.text(at + p, text);
    }
  }
}

function episodeNumbers(
  blocks: readonly Block[],
  starts: readonly number[],
  rows: number,
): RawColumn {
  const builder = new ColumnBuilder('episode', rows);
  for (let row = 0; row < rows; row++) {
    const b = blockAt(starts, row);
    builder.number(row, blocks[b].id ?? b);
  }
  return builder.column(rows);
}

/** The block in which a row lies. */
function blockAt(starts: readonly number[], row: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A block whose states have one more than its rows an episode, as one with a row that closes each. */
function joined(block: Block): Block {
  const rowed = block.columns.filter(({ name }) => !isPlace(name));
  const rows = heightOf(block);
  const long = block.columns.filter(
    (column) => isPlace(column.name) && column.length > rows + 1 && rows > 0,
  );
  if (long.length === 0 || rowed.some(({ length }) => length !== rows)) return block;
  const isEnd = (field: Field) => rowed.find(({ name }) => fieldOf(name) === field);
  const flags = (['terminal', 'truncated', 'done'] as const).flatMap((f) => isEnd(f) ?? []);
  const episode = isEnd('episode');
  const place = new Int32Array(rows);
  let closed = 0;
  for (let row = 0; row < rows; row++) {
    place[row] = row + closed;
    const last = row + 1 === rows;
    const changes =
      !last && episode !== undefined && episode.number(row, 0) !== episode.number(row + 1, 0);
    if (last || changes || flags.some((flag) => flag.number(row, 0) === 1)) closed++;
  }
  if (long.some(({ length }) => length !== rows + closed)) return block;
  const back = new Int32Array(rows + closed).fill(-1);
  place.forEach((at, row) => {
    back[at] = row;
  });
  const columns = block.columns.map((column): BlockColumn => {
    if (column.length === rows + closed) return column;
    // A closing row belongs to the episode of the row before it.
    const of = fieldOf(column.name) === 'episode' ? (row: number) => back[row] : null;
    const at = (row: number): number => (back[row] < 0 && of ? back[row - 1] : back[row]);
    return {
      name: column.name,
      length: rows + closed,
      width: column.width,
      number: (row, part) => (at(row) < 0 ? Number.NaN : column.number(at(row), part)),
      text: (row, part) => (at(row) < 0 ? null : column.text(at(row), part)),
      quote: (row) => (at(row) < 0 ? '' : column.quote(at(row))),
    };
  });
  return { ...block, columns };
}

function malformedRows(source: Source, rows: number, faults: Faults): Uint8Array {
  const malformed = new Uint8Array(rows);
  if (!source.isRow) return malformed;
  for (let row = 0; row < rows; row++) {
    if (source.isRow(row)) continue;
    malformed[row] = 1;
    faults.add('cells', () => ({
      row: row + 1,
      line: null,
      field: null,
      value: null,
      message: reading().rows.notObject(placeOf(row, null)),
    }));
  }
  return malformed;
}
