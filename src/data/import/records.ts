import type { ColumnBuilder } from './column';

/*
 * The grammar of RFC 4180 takes fewer lines than its libraries, and they hand out every cell as a
 * string: at 100,000 rows the making of a million strings is most of the time. Here digits become
 * numbers where they stand, and text is cut out only where it has to be quoted.
 */

const LINE_FEED = 10;
const RETURN = 13;
const TAB = 9;
const SPACE = 32;
const MARK = 34;
const ZERO = 48;
const NINE = 57;
/** Digits that a double holds exactly. */
const EXACT_DIGITS = 15;

/** A column to read into; null for one that is stepped over. */
export type Target = ColumnBuilder | null;

/** Lines that hold no row: comments, and the rules that Markdown and SQL draw. */
const NO_ROW = /[#%]|[-+|:=][-+|:= \t]{2,}(?=[\r\n]|$)/y;
const NO_ROW_STARTS = new Set([...'#%-+|:='].map((sign) => sign.charCodeAt(0)));

const endsLine = (code: number): boolean => code === LINE_FEED || code === RETURN;

const OPENING = new Set([...'([{'].map((sign) => sign.charCodeAt(0)));
const CLOSING = new Set([...')]}'].map((sign) => sign.charCodeAt(0)));

/** Behind the brackets that open at `from`, where they close on the same line; else `from`. */
function pastBrackets(text: string, from: number): number {
  if (!OPENING.has(text.charCodeAt(from))) return from;
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (endsLine(code)) return from;
    if (OPENING.has(code)) depth++;
    else if (CLOSING.has(code) && --depth === 0) return at + 1;
  }
  return from;
}

/** Where the quoted part that begins at `from` (a quotation mark) ends, and its text. */
function quotedPart(text: string, from: number): { cell: string; at: number; closed: boolean } {
  let cell = '';
  let at = from + 1;
  while (true) {
    const mark = text.indexOf('"', at);
    if (mark < 0) return { cell: cell + text.slice(at), at: text.length, closed: false };
    cell += text.slice(at, mark);
    at = mark + 1;
    if (text.charCodeAt(at) !== MARK) return { cell, at, closed: true };
    cell += '"';
    at++;
  }
}

/**
 * Cells of the record that begins at `from`, and where it ends. Where blanks delimit, any number of
 * them does, and those around a record do not count.
 */
export function recordAt(
  text: string,
  from: number,
  delimiter: string,
): { readonly cells: readonly string[]; readonly end: number } {
  const stop = delimiter.charCodeAt(0);
  const blanks = stop === SPACE;
  const cells: string[] = [];
  let at = from;
  const isStop = (code: number): boolean => code === stop || (blanks && code === TAB);
  while (true) {
    let cell = '';
    while (text.charCodeAt(at) === SPACE || (blanks && text.charCodeAt(at) === TAB)) at++;
    if (blanks && cells.length > 0 && (at >= text.length || endsLine(text.charCodeAt(at)))) {
      return { cells, end: at };
    }
    if (text.charCodeAt(at) === MARK) ({ cell, at } = quotedPart(text, at));
    const start = at;
    // What stands in brackets is one cell, also where nobody has quoted it.
    at = pastBrackets(text, at);
    while (at < text.length && !isStop(text.charCodeAt(at)) && !endsLine(text.charCodeAt(at))) at++;
    cells.push(cell + text.slice(start, at));
    if (!isStop(text.charCodeAt(at))) return { cells, end: at };
    at++;
  }
}

/** Reads the records of a text one after another into columns. */
export class RecordScanner {
  /** Where the next record begins. */
  at: number;
  /** Line on which it begins, from 1. */
  line: number;
  /** Whether the last record has a quotation mark that is never closed. */
  unclosed = false;
  /** Cells of the last record up to the last one in which something stands. */
  filled = 0;
  readonly #text: string;
  readonly #delimiter: number;
  readonly #blanks: boolean;
  readonly #targets: readonly Target[];

  constructor(
    text: string,
    from: { readonly at: number; readonly line: number },
    delimiter: string,
    targets: readonly Target[],
  ) {
    this.#text = text;
    this.at = from.at;
    this.line = from.line;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#blanks = this.#delimiter === SPACE;
    this.#targets = targets;
  }

  /** Steps over empty lines and such that hold no row; whether a record follows. */
  more(): boolean {
    const text = this.#text;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      if (endsLine(code)) this.#endLine();
      else if (NO_ROW_STARTS.has(code) && this.#isNoRow()) this.#skipLine();
      else if (this.#blanks && (code === SPACE || code === TAB)) this.at++;
      else return true;
    }
    return false;
  }

  /** Reads one record into row `row` of the columns; returns its number of cells. */
  read(row: number): number {
    this.unclosed = false;
    this.filled = 0;
    for (let column = 0; ; column++) {
      if (this.#cell(this.#targets[column] ?? null, row)) this.filled = column + 1;
      if (this.#blanks) this.#skipBlanks();
      if (this.#isDelimiter(this.#text.charCodeAt(this.at))) {
        this.at++;
        continue;
      }
      if (this.#blanks && this.at < this.#text.length && !endsLine(this.#text.charCodeAt(this.at)))
        continue;
      if (this.at < this.#text.length) this.#endLine();
      return column + 1;
    }
  }

  #isDelimiter(code: number): boolean {
    return code === this.#delimiter && !this.#blanks;
  }

  #stops(code: number): boolean {
    return code === this.#delimiter || (this.#blanks && code === TAB) || endsLine(code);
  }

  #skipBlanks(): void {
    const text = this.#text;
    while (text.charCodeAt(this.at) === SPACE || text.charCodeAt(this.at) === TAB) this.at++;
  }

  #isNoRow(): boolean {
    NO_ROW.lastIndex = this.at;
    return NO_ROW.test(this.#text);
  }

  #skipLine(): void {
    while (this.at < this.#text.length && !endsLine(this.#text.charCodeAt(this.at))) this.at++;
  }

  /** Reads a cell into its column; whether something stands in it. */
  #cell(target: Target, row: number): boolean {
    const text = this.#text;
    let at = this.at;
    while (text.charCodeAt(at) === SPACE) at++;
    if (text.charCodeAt(at) === MARK) return this.#quotedCell(at, target, row);
    const start = at;
    let value = 0;
    let code = text.charCodeAt(at);
    while (code >= ZERO && code <= NINE) {
      value = value * 10 + (code - ZERO);
      code = text.charCodeAt(++at);
    }
    const digits = at - start;
    if (digits > 0 && digits <= EXACT_DIGITS && (at === text.length || this.#stops(code))) {
      this.at = at;
      target?.number(row, value);
      return true;
    }
    at = pastBrackets(text, at);
    code = text.charCodeAt(at);
    while (at < text.length && !this.#stops(code)) code = text.charCodeAt(++at);
    this.at = at;
    if (at === start) return false;
    return this.#put(target, row, text.slice(start, at));
  }

  #put(target: Target, row: number, cell: string): boolean {
    target?.text(row, cell);
    return cell.trim() !== '';
  }

  #quotedCell(from: number, target: Target, row: number): boolean {
    const text = this.#text;
    const { cell, at, closed } = quotedPart(text, from);
    if (!closed) this.unclosed = true;
    for (let i = from; i < at; i++) {
      const code = text.charCodeAt(i);
      if (code === LINE_FEED || (code === RETURN && text.charCodeAt(i + 1) !== LINE_FEED))
        this.line++;
    }
    let end = at;
    while (end < text.length && !this.#stops(text.charCodeAt(end))) end++;
    this.at = end;
    return this.#put(target, row, cell + text.slice(at, end));
  }

  #endLine(): void {
    const first = this.#text.charCodeAt(this.at++);
    if (first === RETURN && this.#text.charCodeAt(this.at) === LINE_FEED) this.at++;
    this.line++;
  }
}
