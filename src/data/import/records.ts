import { numberOf } from './fields';
import type { Field } from './types';

/*
 * The grammar of RFC 4180 takes fewer lines than its libraries, and they hand out every cell as a
 * string: at 100,000 rows the making of a million strings is most of the time. Here digits become
 * numbers where they stand, and text is cut out only where it has to be quoted.
 */

const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const MARK = 34;
const ZERO = 48;
const NINE = 57;
/** Digits that a double holds exactly. */
const EXACT_DIGITS = 15;

/** A column to read numbers into; null for one that is stepped over. */
export type Target = { readonly field: Field; readonly values: Float64Array } | null;

const endsLine = (code: number): boolean => code === LINE_FEED || code === RETURN;

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

/** Cells of the record that begins at `from`, and where it ends. */
export function recordAt(
  text: string,
  from: number,
  delimiter: string,
): { readonly cells: readonly string[]; readonly end: number } {
  const stop = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = from;
  while (true) {
    let cell = '';
    while (text.charCodeAt(at) === SPACE) at++;
    if (text.charCodeAt(at) === MARK) ({ cell, at } = quotedPart(text, at));
    const start = at;
    while (at < text.length && text.charCodeAt(at) !== stop && !endsLine(text.charCodeAt(at))) at++;
    cells.push(cell + text.slice(start, at));
    if (text.charCodeAt(at) !== stop) return { cells, end: at };
    at++;
  }
}

/** Reads the records of a text one after another into columns of numbers. */
export class RecordScanner {
  /** Where the next record begins. */
  at: number;
  /** Line on which it begins, from 1. */
  line: number;
  /** Whether the last record has a quotation mark that is never closed. */
  unclosed = false;
  readonly #text: string;
  readonly #delimiter: number;
  readonly #decimalComma: boolean;
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
    this.#decimalComma = delimiter !== ',';
    this.#targets = targets;
  }

  /** Steps over empty lines; whether a record follows. */
  more(): boolean {
    while (endsLine(this.#text.charCodeAt(this.at))) this.#endLine();
    return this.at < this.#text.length;
  }

  /** Reads one record into row `row` of the columns; returns its number of cells. */
  read(row: number): number {
    this.unclosed = false;
    for (let column = 0; ; column++) {
      const value = this.#cell(this.#targets[column] ?? null);
      const target = this.#targets[column];
      if (target) target.values[row] = value;
      if (this.#text.charCodeAt(this.at) === this.#delimiter) {
        this.at++;
        continue;
      }
      if (this.at < this.#text.length) this.#endLine();
      return column + 1;
    }
  }

  #cell(target: Target): number {
    const text = this.#text;
    let at = this.at;
    while (text.charCodeAt(at) === SPACE) at++;
    if (text.charCodeAt(at) === MARK) return this.#quotedCell(at, target);
    const start = at;
    let value = 0;
    let code = text.charCodeAt(at);
    while (code >= ZERO && code <= NINE) {
      value = value * 10 + (code - ZERO);
      code = text.charCodeAt(++at);
    }
    const stop = this.#delimiter;
    const digits = at - start;
    if (
      digits > 0 &&
      digits <= EXACT_DIGITS &&
      (code === stop || endsLine(code) || at === text.length)
    ) {
      this.at = at;
      return value;
    }
    while (at < text.length && code !== stop && !endsLine(code)) code = text.charCodeAt(++at);
    this.at = at;
    return target ? numberOf(target.field, text.slice(start, at), this.#decimalComma) : Number.NaN;
  }

  #quotedCell(from: number, target: Target): number {
    const text = this.#text;
    const { cell, at, closed } = quotedPart(text, from);
    if (!closed) this.unclosed = true;
    for (let i = from; i < at; i++) {
      const code = text.charCodeAt(i);
      if (code === LINE_FEED || (code === RETURN && text.charCodeAt(i + 1) !== LINE_FEED))
        this.line++;
    }
    let end = at;
    while (
      end < text.length &&
      text.charCodeAt(end) !== this.#delimiter &&
      !endsLine(text.charCodeAt(end))
    ) {
      end++;
    }
    this.at = end;
    return target
      ? numberOf(target.field, cell + text.slice(at, end), this.#decimalComma)
      : Number.NaN;
  }

  #endLine(): void {
    const first = this.#text.charCodeAt(this.at++);
    if (first === RETURN && this.#text.charCodeAt(this.at) === LINE_FEED) this.at++;
    this.line++;
  }
}
