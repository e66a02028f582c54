import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import { FILE_COLUMNS } from '../csv';
import { ColumnBuilder, type RawColumn } from './column';
import { type Faults, placeOf, UnreadableFile } from './faults';
import { type Assignment, asideNotes, assignFields, requireFields } from './names';
import { RecordScanner, recordAt, type Target } from './records';
import type { Sliced } from './sliced';
import { type Field, REWARD_TOLERANCE, type ReadFile, ROW_LIMIT } from './types';

/** Rows between two chances to interrupt. */
const SLICE = 4096;
/** The blank stands for any number of blanks. */
const DELIMITERS = [',', ';', '\t', '|', ' '] as const;
/** No line of column names is longer, in characters. */
const HEADER_LIMIT = 1 << 16;
/** Lines before the names that are looked at. */
const COMMENTS_LIMIT = 100;
/** Records that tell whether rows begin with a name of their own, as R and pandas print them. */
const ROWS_LOOKED_AT = 5;
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
 * Reads values separated by commas, semicolons, tabs, bars or blanks under a line of column names: any
 * order, any subset that suffices, quoted or not, any line end, with or without a byte-order mark and
 * comments. The delimiter is the one under which most columns are known. Malformed rows are added to
 * `faults`.
 *
 * Throws UnreadableFile where no column of data can be had.
 */
export function* readCsv(text: string, faults: Faults): Sliced<ReadFile> {
  const header = withRowNames(text, readHeader(text));
  const { names, columnOf, delimiter } = header;
  const capacity = Math.min(yield* countLineEnds(text, header.at), ROW_LIMIT);
  const builders = new Map<Field, ColumnBuilder>();
  const targets: Target[] = names.map(() => null);
  for (const [field, column] of columnOf) {
    const builder = new ColumnBuilder(names[column].trim(), capacity);
    builders.set(field, builder);
    targets[column] = builder;
  }
  const named = names.findLastIndex((name) => name.trim() !== '') + 1;
  const starts = new Int32Array(capacity);
  const lines = new Int32Array(capacity);
  const malformed = new Uint8Array(capacity);
  const scanner = new RecordScanner(text, header, delimiter, targets);
  let rows = 0;
  while (rows < ROW_LIMIT && scanner.more()) {
    starts[rows] = scanner.at;
    lines[rows] = scanner.line;
    const cells = scanner.read(rows);
    if (cells < named || scanner.filled > names.length || scanner.unclosed) {
      malformed[rows] = 1;
      reportMalformed(faults, rows, lines[rows], cells, names.length, scanner.unclosed);
    }
    rows++;
    if (rows % SLICE === 0) yield scanner.at / text.length;
  }
  const columns: Partial<Record<Field, RawColumn>> = {};
  for (const [field, builder] of builders) columns[field] = builder.column(rows);
  return {
    table: {
      rows,
      columns,
      malformed: malformed.subarray(0, rows),
      quote(row, field) {
        const { cells } = recordAt(text, starts[row], delimiter);
        return (cells[columnOf.get(field) ?? -1] ?? '').trim();
      },
      lineOf: (row) => lines[row],
      rewardTolerance: REWARD_TOLERANCE,
    },
    ours: names.join() === FILE_COLUMNS.join(),
    notes: [
      ...asideNotes(header.aside),
      ...(scanner.more() ? [reading().onlyFirst(ROW_LIMIT)] : []),
    ],
  };
}

interface Start {
  readonly at: number;
  readonly line: number;
}

/** Steps over blank lines. */
function pastBlanks(text: string, from: Start): Start {
  let { at, line } = from;
  for (; at < text.length && /\s/.test(text[at]); at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) line++;
  }
  return { at, line };
}

/** The header at a place, under the delimiter that knows most of its names. */
function headerAt(text: string, { at, line }: Start, comment: string): Header {
  const head = text.slice(at + comment.length, at + comment.length + HEADER_LIMIT);
  const readings = DELIMITERS.map((delimiter) => {
    const { cells, end } = recordAt(head, 0, delimiter);
    return { delimiter, names: cells, end, ...assignFields(cells) };
  });
  const best = readings.reduce((a, b) => (b.columnOf.size > a.columnOf.size ? b : a));
  const breaks = head.slice(0, best.end).match(/\r\n|\r|\n/g)?.length ?? 0;
  return {
    ...best,
    // What does not end within the limit is no line of names.
    ...(best.end === HEADER_LIMIT ? { columnOf: new Map() } : {}),
    at: at + comment.length + best.end,
    line: line + breaks,
  };
}

const suffices = ({ columnOf }: Header): boolean =>
  columnOf.size >= 2 || columnOf.has('action') || columnOf.has('state');

function readHeader(text: string): Header {
  let start: Start = { at: text.charCodeAt(0) === 0xfeff ? 1 : 0, line: 1 };
  // Excel's own way to name the delimiter, a line before the names.
  const hint = /^sep=.?(\r\n|\r|\n)/i.exec(text.slice(start.at, start.at + 8));
  if (hint) start = { at: start.at + hint[0].length, line: 2 };
  start = pastBlanks(text, start);
  let commented: Header | null = null;
  for (let i = 0; i < COMMENTS_LIMIT && start.at < text.length; i++) {
    const mark = /^(#+|%+|\/\/)[ \t]*/.exec(text.slice(start.at, start.at + 80))?.[0];
    if (mark === undefined) break;
    const header = headerAt(text, start, mark);
    if (suffices(header)) commented = header;
    const end = /\r\n|\r|\n|$/g;
    end.lastIndex = start.at;
    const at = (end.exec(text)?.index ?? text.length) + 1;
    start = pastBlanks(text, { at, line: start.line + 1 });
  }
  if (start.at >= text.length && commented === null) throw new UnreadableFile(unreadable().empty);
  const plain = start.at < text.length ? headerAt(text, start, '') : null;
  const best = plain && (commented === null || suffices(plain)) ? plain : commented;
  if (best === null || best.columnOf.size === 0) throw new UnreadableFile(unreadable().noColumns);
  requireFields((field) => best.columnOf.has(field), best.names, true);
  return best;
}

/** The header with one name more, where every row begins with a cell that the header does not name. */
function withRowNames(text: string, header: Header): Header {
  const scanner = new RecordScanner(text, header, header.delimiter, []);
  let looked = 0;
  while (looked < ROWS_LOOKED_AT && scanner.more()) {
    scanner.read(0);
    if (scanner.filled !== header.names.length + 1) return header;
    looked++;
  }
  if (looked < 2) return header;
  const columnOf = new Map([...header.columnOf].map(([field, column]) => [field, column + 1]));
  return { ...header, names: ['', ...header.names], columnOf };
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
