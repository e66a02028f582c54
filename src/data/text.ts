import { words } from '../texts/words';

const SHOWN = 60;

/** Foreign text with what cannot be seen or would turn the line around replaced by �. */
export function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
}

/**
 * Foreign text as a quotation for a sentence: cut after 60 characters, with what cannot be seen or
 * would turn the line around replaced by �.
 */
export function quoted(text: string): string {
  const shown = printable(text.slice(0, SHOWN + 1));
  return words().quoted(shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown);
}

// Digits are matched in one way only: in two, a long run of them would take quadratic time to refuse.
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** The number that a text is, blanks around it aside; NaN for anything but a plain decimal number. */
export function decimal(text: string): number {
  const trimmed = text.trim();
  return DECIMAL.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** What a hand-written text says, as far as it can be used, and a clause for every fault in it. */
export interface Reading<T> {
  readonly value: T;
  /** Clauses without a full stop, each naming the entry and what is done about it. */
  readonly faults: readonly string[];
}
