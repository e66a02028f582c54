import { unreadable } from '../../texts/unreadable';
import { UnreadableFile } from './faults';

/** Lists within lists that a dataset can need; deeper ones would only exhaust the memory. */
const DEPTH_LIMIT = 16;

/** A line of a file of lines that cannot be read. */
export const NO_VALUE = Symbol('no value');

/** What JavaScript, Python and Julia write where JSON has no word. */
const BARE: Readonly<Record<string, string>> = {
  NaN: '"NaN"',
  nan: '"NaN"',
  NAN: '"NaN"',
  Infinity: '1e999',
  inf: '1e999',
  Inf: '1e999',
  None: 'null',
  undefined: 'null',
  True: 'true',
  False: 'false',
};

/**
 * The value of a text of JSON, with NaN and infinities where the tool that wrote it put them; of a
 * text with a value a line, the list of these values.
 *
 * Throws UnreadableFile where the text is neither, or nested without end.
 */
export function parseJson(content: string): { readonly value: unknown; readonly lines: boolean } {
  // A byte-order mark is none of JSON's blanks.
  const text = content.charCodeAt(0) === 0xfeff ? content.slice(1) : content;
  if (tooDeep(text)) throw new UnreadableFile(unreadable().tooDeep);
  try {
    return { value: parse(text), lines: false };
  } catch (error) {
    const lines = parseLines(text);
    if (lines !== null) return { value: lines, lines: true };
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableFile(unreadable().notJson(reason.slice(0, 200)));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const tidy = tidied(text);
    if (tidy === text) throw error;
    try {
      return JSON.parse(tidy);
    } catch {
      throw error;
    }
  }
}

/** The text with words that JSON does not know put as it does. */
function tidied(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|[A-Za-z]+/g, (token) =>
    token[0] === '"' || !Object.hasOwn(BARE, token) ? token : BARE[token],
  );
}

/** Values of a text with one a line; null where it is of another kind. */
function parseLines(text: string): unknown[] | null {
  const values: unknown[] = [];
  let good = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const trimmed = line.trim().replace(/,$/, '');
    if (trimmed === '') continue;
    try {
      values.push(parse(trimmed));
      good++;
    } catch {
      values.push(NO_VALUE);
      if (values.length === 1) return null;
    }
  }
  return good > 1 || (good === 1 && values.length === 2) ? values : null;
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
