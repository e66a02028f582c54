/** Between rows: line breaks, also written as “\n”, our own `/`, and the backslashes of D4RL. */
const ROW_BREAK = /\r\n|[\r\n/]|\\+n?/;

/** Cells of Gymnasium's frozen lakes and of D4RL's mazes by ours. */
const LETTERS: Readonly<Record<string, string>> = { F: '.', H: 'P', O: '.', R: 'S' };
/** Our own letters, which some write small. */
const SMALL = /[sgpcfhor]/g;
/** Cells of matrices of numbers. */
const DIGITS: Readonly<Record<string, string>> = { 0: '.', 1: '#' };

/** A list in brackets without another in it, and a text in quotation marks, of bytes or not. */
const INNERMOST = /[[(][^[\]()]*[\])]/g;
const QUOTED = /\bb?(['"])(.*?)\1|(['"])(.*?)\3/gs;

/** What stands in the quotation marks of a text. */
const quotedIn = (text: string): string[] =>
  [...text.matchAll(QUOTED)].map((found) => found[2] ?? found[4] ?? '');

/** Rows of a map as lists of Python or JSON write it, or as a text in quotation marks; null otherwise. */
function listedRows(text: string): string[] | null {
  if (!/['"[(]/.test(text)) return null;
  const groups = text.match(INNERMOST) ?? [];
  if (groups.length > 1) {
    return groups.map((group) => {
      const quoted = quotedIn(group);
      const bare = group.replace(QUOTED, '');
      // Numbers and letters may stand side by side: [1, 0, 'g'].
      return quoted.length > 0 && !/[\d.]/.test(bare)
        ? quoted.join('')
        : group.replace(/[[\]()'",\s]/g, '');
    });
  }
  const quoted = quotedIn(text);
  if (quoted.length === 0) return groups.map((group) => group.replace(/[[\](),\s]/g, ''));
  // Texts beside each other without a comma between are one text to Python.
  const apart = groups.length === 1 && /['"]\s*,/.test(text);
  return (apart ? quoted : [quoted.join('')]).flatMap((row) => row.split(ROW_BREAK));
}

/** A row whose cells stand apart, put together. */
const together = (row: string): string =>
  /^\S([\s,;]+\S)+$/.test(row) ? row.replace(/[\s,;]/g, '') : row;

/**
 * Rows of a map from text: ours, separated by line breaks or `/`; with Gymnasium's letters (`F` frozen,
 * `H` hole) and those of D4RL (`O` open, `R` reset, backslashes between rows); lists of Python, and
 * matrices of 0 (open) and 1 (wall). Blanks around rows and empty lines before and after the map are
 * dropped. Whether they are a map, `mapFaults` says.
 */
export function mapRows(text: string): string[] {
  const rows = (listedRows(text) ?? text.split(ROW_BREAK)).map((row) => together(row.trim()));
  while (rows.length > 0 && rows[0] === '') rows.shift();
  while (rows.length > 0 && rows[rows.length - 1] === '') rows.pop();
  const numbers = rows.some((row) => /[01]/.test(row)) && !rows.some((row) => /[#.]/.test(row));
  return rows.map((row) =>
    row
      .replace(SMALL, (letter) => letter.toUpperCase())
      .replace(/[FHOR]/g, (letter) => LETTERS[letter])
      .replace(/[01]/g, (digit) => (numbers ? DIGITS[digit] : digit)),
  );
}
