import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import { type Faults, placeOf, UnreadableFile } from './faults';
import { assignFields, requireFields } from './fields';
import type { Sliced } from './sliced';
import { type Field, ROW_LIMIT, type Table } from './types';

/** Values between two chances to interrupt. */
const SLICE = 1 << 15;

/** A column of a file that holds values, not text: JSON lists and arrays of numpy. */
export interface SourceColumn {
  readonly name: string;
  /** Numbers a row: 1, 2 for a cell as row and col, more for one-hot. */
  readonly width: number;
  /** Number `part` of a row, as `field` means it; NaN where there is none. */
  number(row: number, part: number, field: Field): number;
  /** What stands in the file at that row; empty where nothing does. */
  quote(row: number): string;
}

/** A file of columns. */
export interface Source {
  readonly rows: number;
  readonly columns: readonly SourceColumn[];
  readonly rewardTolerance: number;
  /** Whether a row has columns at all; all have where this is left out. */
  isRow?(row: number): boolean;
}

/** Fields that a column of cells fills instead of its own. */
const CELL_FIELDS: Readonly<Partial<Record<Field, readonly [Field, Field]>>> = {
  state: ['row', 'col'],
  nextState: ['nextRow', 'nextCol'],
};

/**
 * The table of a source: states by index, by cell or one-hot, actions by number or one-hot,
 * everything else one number a row. At most `ROW_LIMIT` rows are read.
 *
 * Throws UnreadableFile where columns are missing or of a shape that means nothing.
 */
export function* readSource(
  source: Source,
  faults: Faults,
): Sliced<{ readonly table: Table; readonly notes: readonly string[] }> {
  const names = source.columns.map((column) => column.name);
  const { columnOf, notes } = assignFields(names);
  requireFields((field) => columnOf.has(field), names, false);
  const rows = Math.min(source.rows, ROW_LIMIT);
  const columns: Partial<Record<Field, Float64Array>> = {};
  const origin = new Map<Field, SourceColumn>();
  let done = 0;
  for (const [field, index] of columnOf) {
    const column = source.columns[index];
    const parts = partsOf(field, column);
    const targets = parts.map(() => new Float64Array(rows));
    const oneHot = column.width > parts.length;
    for (let row = 0; row < rows; row++) {
      if (oneHot) targets[0][row] = hotIndex(column, row, field);
      else for (let p = 0; p < parts.length; p++) targets[p][row] = column.number(row, p, field);
      if (++done % SLICE === 0) yield done / (rows * columnOf.size);
    }
    parts.forEach((part, p) => {
      if (part !== field && columnOf.has(part)) return;
      columns[part] = targets[p];
      origin.set(part, column);
    });
  }
  const all = source.rows > rows ? [...notes, reading().onlyFirst(rows)] : notes;
  const table: Table = {
    rows,
    columns,
    malformed: malformedRows(source, rows, faults),
    quote: (row, field) => origin.get(field)?.quote(row) ?? '',
    nameOf: (field) => origin.get(field)?.name ?? field,
    lineOf: () => null,
    rewardTolerance: source.rewardTolerance,
  };
  return { table, notes: all };
}

function partsOf(field: Field, column: SourceColumn): readonly Field[] {
  if (column.width === 1) return [field];
  const cell = CELL_FIELDS[field];
  if (cell && column.width === 2) return cell;
  if ((cell && column.width > 2) || (field === 'action' && column.width === 4)) return [field];
  const name = reading().name(column.name);
  throw new UnreadableFile(
    cell
      ? unreadable().statesOfWidth(name, column.width)
      : unreadable().fieldOfWidth(name, column.width, field),
  );
}

/** Index of the single 1 among zeros; NaN where the row is not of that kind. */
function hotIndex(column: SourceColumn, row: number, field: Field): number {
  let hot = Number.NaN;
  for (let part = 0; part < column.width; part++) {
    const x = column.number(row, part, field);
    if (x === 0) continue;
    if (x !== 1 || !Number.isNaN(hot)) return Number.NaN;
    hot = part;
  }
  return hot;
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
