import { decimal } from '../text';

/**
 * A column of a file as it was read, before it is asked what it means: numbers where numbers stand,
 * and every distinct text once.
 */
export interface RawColumn {
  readonly name: string;
  /** Values a row. */
  readonly width: number;
  /** `[rows × width]`; NaN where no number stands. */
  readonly numbers: Float64Array;
  /** `[rows × width]` index into `words`, −1 where no text stands; null where none does anywhere. */
  readonly codes: Int32Array | null;
  /** The distinct texts, trimmed and never empty. */
  readonly words: readonly string[];
}

/** No number that anybody writes is longer. */
const LONGEST_NUMBER = 400;
/** Whole numbers that a double does not hold. */
const LONG_WHOLE = /^\d{16,}$/;
/** Signs that word processors and locales put before negative numbers. */
const MINUS = /^[\u2212\u2013\uff0d]/;

/** The number that a text is, whatever minus it begins with; NaN where it is none. */
export function numberIn(text: string): number {
  if (text.length > LONGEST_NUMBER) return Number.NaN;
  return decimal(MINUS.test(text) ? text.replace(MINUS, '-') : text);
}

/** Fills a column value by value. */
export class ColumnBuilder {
  readonly name: string;
  readonly width: number;
  readonly #numbers: Float64Array;
  #codes: Int32Array | null = null;
  readonly #words: string[] = [];
  readonly #codeOf = new Map<string, number>();

  constructor(name: string, rows: number, width = 1) {
    this.name = name;
    this.width = width;
    this.#numbers = new Float64Array(rows * width).fill(Number.NaN);
  }

  /** Puts a number at an index, `row × width + part`. */
  number(at: number, value: number): void {
    this.#numbers[at] = value;
  }

  /** Puts what a text says at an index: a number where it is one, nothing where it is blank. */
  text(at: number, text: string): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    const number = numberIn(trimmed);
    // Names of episodes of so many digits would be one number.
    if (Number.isNaN(number) || LONG_WHOLE.test(trimmed)) this.#word(at, trimmed);
    else this.#numbers[at] = number;
  }

  /** The column of the first `rows` rows. */
  column(rows: number): RawColumn {
    const length = rows * this.width;
    return {
      name: this.name,
      width: this.width,
      numbers: this.#numbers.subarray(0, length),
      codes: this.#codes?.subarray(0, length) ?? null,
      words: this.#words,
    };
  }

  #word(at: number, word: string): void {
    this.#codes ??= new Int32Array(this.#numbers.length).fill(-1);
    let code = this.#codeOf.get(word);
    if (code === undefined) {
      code = this.#words.push(word) - 1;
      this.#codeOf.set(word, code);
    }
    this.#codes[at] = code;
  }
}
