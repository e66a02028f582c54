import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import { type Faults, placeOf, UnreadableFile } from './faults';
import { type Assignment, assignFields, requireFields } from './fields';
import { RecordScanner, recordAt, type Target } from './records';
import type { Sliced } from './sliced';
import { type Field, type ReadFile, ROW_LIMIT } from './types';

/** Rows between two chances to interrupt. */
const SLICE = 4096;
const DELIMITERS = [',', ';', '\t'] as const;
/** No line of column names is longer, in characters. */
const HEADER_LIMIT = 1 << 16;
/** Line ends, at least one a row, are counted in pieces of this many characters. */
const COUNT_SLICE = 1 << 22;

interface Header extends Assignment {
  readonly delimiter: string;
  readonly names: readonly string[];
  /** Where the first record of data begins. */
  readonly at: number;
  readonly line: number;
}

/**
 * Reads comma-, semicolon- or tab-separated values with a line of column names: any order, any
 * subset that suffices, quoted or not, any line end, with or without a byte-order mark. The
 * delimiter is the one under which most columns are known; where it is not the comma, numbers may
 * have a decimal comma. Malformed rows are added to `faults`.
 *
 * Throws UnreadableFile where no column of data can be had.
 */
export function* readCsv(text: string, faults: Faults): Sliced<ReadFile> {
  const header = readHeader(text);
  const capacity = Math.min(yield* countLineEnds(text, header.at), ROW_LIMIT);
  const columns: Partial<Record<Field, Float64Array>> = {};
  const targets: Target[] = header.names.map(() => null);
  for (const [field, column] of header.columnOf) {
    const values = new Float64Array(capacity);
    columns[field] = values;
    targets[column] = { field, values };
  }
  const starts = new Int32Array(capacity);
  const lines = new Int32Array(capacity);
  const malformed = new Uint8Array(capacity);
  const scanner = new RecordScanner(text, header, header.delimiter, targets);
  let rows = 0;
  while (rows < ROW_LIMIT && scanner.more()) {
    starts[rows] = scanner.at;
    lines[rows] = scanner.line;
    const cells = scanner.read(rows);
    if (cells !== header.names.length || scanner.unclosed) {
      malformed[rows] = 1;
      reportMalformed(faults, rows, lines[rows], cells, header.names.length, scanner.unclosed);
    }
    rows++;
    if (rows % SLICE === 0) yield scanner.at / text.length;
  }
  const notes = [...header.notes];
  if (scanner.more()) {
    notes.push(reading().onlyFirst(ROW_LIMIT));
  }
  return {
    table: {
      rows,
      columns,
      malformed,
      quote(row, field) {
        const { cells } = recordAt(text, starts[row], header.delimiter);
        return (cells[header.columnOf.get(field) ?? -1] ?? '').trim();
      },
      nameOf: (field) => header.names[header.columnOf.get(field) ?? -1]?.trim() ?? field,
      lineOf: (row) => lines[row],
      rewardTolerance: 1e-9,
    },
    notes,
  };
}

function readHeader(text: string): Header {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  // Excel's own way to name the delimiter, a line before the names.
  const hint = /^sep=.?(\r\n|\r|\n)/i.exec(text.slice(at, at + 8));
  if (hint) {
    at += hint[0].length;
    line++;
  }
  for (; at < text.length && /\s/.test(text[at]); at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) line++;
  }
  if (at >= text.length) throw new UnreadableFile(unreadable().empty);
  const head = text.slice(at, at + HEADER_LIMIT);
  const readings = DELIMITERS.map((delimiter) => {
    const { cells, end } = recordAt(head, 0, delimiter);
    return { delimiter, names: cells, end, ...assignFields(cells) };
  });
  const best = readings.reduce((a, b) => (b.columnOf.size > a.columnOf.size ? b : a));
  if (best.columnOf.size === 0 || best.end === HEADER_LIMIT) {
    throw new UnreadableFile(unreadable().noColumns);
  }
  requireFields((field) => best.columnOf.has(field), best.names, true);
  const breaks = head.slice(0, best.end).match(/\r\n|\r|\n/g)?.length ?? 0;
  return { ...best, at: at + best.end, line: line + breaks };
}

/** Line ends from `from` on, plus one: no fewer than there are records. */
function* countLineEnds(text: string, from: number): Sliced<number> {
  let count = 1;
  for (let at = from; at < text.length; ) {
    const end = Math.min(at + COUNT_SLICE, text.length);
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || code === 13) count++;
    }
    yield 0;
  }
  return count;
}

function reportMalformed(
  faults: Faults,
  row: number,
  line: number,
  cells: number,
  expected: number,
  unclosed: boolean,
): void {
  faults.add('cells', () => ({
    row: row + 1,
    line,
    field: null,
    value: null,
    message: unclosed
      ? reading().rows.unclosed(placeOf(row, line))
      : reading().rows.ragged(placeOf(row, line), cells, expected),
  }));
}
