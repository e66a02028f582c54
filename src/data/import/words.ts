/*
 * What the texts of a column mean. A column has few distinct texts, so each is read once.
 */

/** What stands for nothing, in the languages of tables. */
const NOTHING = new Set([
  ...[
    '',
    '-',
    '–',
    '—',
    '.',
    '?',
    'nan',
    '-nan',
    'none',
    'null',
    'nil',
    'na',
    'n/a',
    '#n/a',
    '<na>',
  ],
  ...[
    'nat',
    'undefined',
    'missing',
    'leer',
    'keine',
    'kein',
    'keiner',
    '#na',
    '#nv',
    '#wert!',
    '()',
  ],
  ...['[]', 'n.a.', 'k.a.', 'end', 'ende', 'terminal', 'done', 'absorbing', 'n.v.'],
]);

/** Whether a text says that nothing stands there. */
export const saysNothing = (word: string): boolean => NOTHING.has(word.toLowerCase());

const TRUTH: ReadonlyMap<string, number> = new Map([
  ...['true', 't', 'yes', 'y', 'wahr', 'w', 'ja', 'j', 'on', 'x', '✓', 'vrai'].map(
    (word) => [word, 1] as const,
  ),
  ...['false', 'f', 'no', 'n', 'falsch', 'nein', 'off', '✗', 'faux'].map(
    (word) => [word, 0] as const,
  ),
  ...['terminal', 'terminated', 'truncated', 'done', 'end', 'ende', 'timeout'].map(
    (word) => [word, 1] as const,
  ),
]);

/** 1 or 0 for a truth value, NaN for any other text. */
export const truthOf = (word: string): number =>
  TRUTH.get(
    word
      .toLowerCase()
      .replace(/^(np\.|numpy\.)?(bool_?)?\(?(true|false)\)?$/, '$3')
      .replace(/^=(wahr|falsch)\(\)$/, '$1'),
  ) ?? Number.NaN;

/** Names of up, right, down, left; one set counts for all words of a column. */
const VOCABULARIES: readonly (readonly (readonly string[])[])[] = [
  [
    ['up', 'u', 'upward', 'upwards', 'top'],
    ['right', 'r', 'rightward', 'rightwards'],
    ['down', 'd', 'downward', 'downwards', 'bottom'],
    ['left', 'l', 'leftward', 'leftwards'],
  ],
  [
    ['north', 'n', 'nord', 'norden', 'noerdlich'],
    ['east', 'e', 'ost', 'osten', 'o', 'oestlich'],
    ['south', 's', 'sued', 'sueden', 'suedlich', 'sud'],
    ['west', 'w', 'westen', 'westlich'],
  ],
  [
    ['hoch', 'oben', 'rauf', 'hinauf', 'aufwaerts', 'auf', 'o', 'h'],
    ['rechts', 'r'],
    ['runter', 'unten', 'hinunter', 'herunter', 'abwaerts', 'ab', 'u', 'tief'],
    ['links', 'l'],
  ],
  [
    ['↑', '⬆', '⇑', '^', '▲', '🡑', 'arrowup', '˄', '🔼'],
    ['→', '➡', '⇒', '>', '▶', '►', '🡒', 'arrowright', '˃'],
    ['↓', '⬇', '⇓', 'v', '▼', '🡓', 'arrowdown', '˅', '🔽'],
    ['←', '⬅', '⇐', '<', '◀', '◄', '🡐', 'arrowleft', '˂'],
  ],
  [['w'], ['d'], ['s'], ['a']],
  [['haut'], ['droite'], ['bas'], ['gauche']],
];

/** Moves as steps of row and column, or of x and y: which, the world has to say. */
const VECTORS = ['-1,0', '0,1', '1,0', '0,-1'];

/** An action's name without what enumerations, keys and verbs put around it. */
function bareAction(word: string): string {
  const bare = word
    .toLowerCase()
    .replace(/\ufe0f/g, '')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/^<(.+?)(:.*)?>$/, '$1')
    .replace(/^(np\.str_|b)?\(?['"](.*)['"]\)?$/, '$2')
    .trim();
  if (/^[([{].*[)\]}]$/.test(bare)) return (numbersIn(bare) ?? []).join(',') || bare;
  return bare
    .replace(/^.*[.:/](?=.)/, '')
    .replace(
      /^(move|go|step|walk|action|act|key|dir|direction|head|turn|gehe?|nach|push)[\s_-]*/,
      '',
    )
    .replace(/^(nach|to|the|a|arrow|k)[\s_-]+/, '')
    .replace(/[\s_-]+/g, '');
}

/** What the words of a column of actions stand for; NaN where a word stands for none. */
export interface NamedActions {
  readonly actions: readonly number[];
  /** Whether they are our actions by name; otherwise numbers whose order is still to be found. */
  readonly byName: boolean;
}

export function actionsOf(words: readonly string[]): NamedActions {
  const bare = words.map(bareAction);
  if (bare.some((word) => VECTORS.includes(word))) {
    const numbered = bare.map((word) => VECTORS.indexOf(word));
    return { actions: numbered.map((n) => (n < 0 ? Number.NaN : n)), byName: false };
  }
  const known = VOCABULARIES.map((names) =>
    bare.map((word) => {
      const action = names.findIndex((list) => list.includes(word));
      return action < 0 ? Number.NaN : action;
    }),
  );
  const count = (actions: readonly number[]): number =>
    actions.reduce((sum, action) => sum + (Number.isNaN(action) ? 0 : 1), 0);
  const best = known.reduce((a, b) => (count(b) > count(a) ? b : a));
  // Words of another tongue are understood as well, unless the column's own says something of them.
  const actions = best.map((action, i) =>
    Number.isNaN(action)
      ? (known.map((each) => each[i]).find((each) => !Number.isNaN(each)) ?? Number.NaN)
      : action,
  );
  return { actions, byName: true };
}

/** What may stand around numbers without changing what they say. */
const AROUND =
  /(?:np|numpy|torch|jnp|tf)\.|u?int\d*|float\d*|array|tensor|tuple|list|dtype|shape|device|cpu|location|position|state|states|pos|cell|zustand|obs|row|col|column|zeile|spalte|idx|index|(?<!\w)[srcxyzijq](?![a-z])/gi;
/** Cells as `3-4`, `r3c4` and `x3y4`. */
const CELL = /^(?:r|row|x)?\s*(\d+)\s*(?:-|c|col|y|,?\s*col)\s*(\d+)$/i;
/** A one-hot row of the largest map, with room. */
const LONGEST = 10_000;
const NUMBER = /[-\u2212]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi;

/** The numbers in a text that holds nothing but numbers, brackets and names of their kind; null otherwise. */
export function numbersIn(word: string): number[] | null {
  if (word.length > LONGEST) return null;
  const cell = CELL.exec(word);
  if (cell) return [Number(cell[1]), Number(cell[2])];
  const bare = word
    .replace(/\b(?:dtype|device|shape)\s*=\s*[^,)\]]*/gi, '')
    .replace(/(?:u?int|float)\d+/gi, '')
    .replace(AROUND, '');
  if (/[^\s\d.,;:|/()[\]{}<>=_'"+\-\u2212e×]/i.test(bare)) return null;
  const found = bare.match(NUMBER);
  return found ? found.map((text) => Number(text.replace('\u2212', '-'))) : null;
}

/** Whether a text names its two numbers as x and y. */
export const saysXY = (word: string): boolean => /(?<![a-z])x\W*\d+.*(?<![a-z])y\W*\d/i.test(word);

/** Milliseconds of a date, or the number of a time with a unit; NaN where the text is neither. */
export function timeOf(word: string): number {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,T]+(.*))?$/.exec(word);
  const iso = german
    ? `${german[3]}-${german[2].padStart(2, '0')}-${german[1].padStart(2, '0')}${german[4] ? `T${german[4].trim()}` : ''}`
    : word.replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T').replace(/(\.\d{3})\d+/, '$1');
  const date = /^\d{4}|[a-z]{3}.*\d{4}/i.test(iso) ? Date.parse(iso) : Number.NaN;
  if (!Number.isNaN(date)) {
    // Dates hold milliseconds; what pandas writes behind them still orders.
    const finer = /\.\d{3}(\d{1,6})/.exec(word)?.[1];
    return date + (finer ? Number(`0.${finer}`) : 0);
  }
  const clock = /^(?:(\d+) days? )?(\d+):(\d{2}):(\d{2}(?:[.,]\d+)?)$/.exec(word);
  if (clock) {
    const [, days, hours, minutes, seconds] = clock;
    return (
      ((Number(days ?? 0) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 +
      Number(seconds.replace(',', '.'))
    );
  }
  const numbers = numbersIn(word.replace(/\s*(ms|s|sec|seconds?|steps?|schritte?)$/i, ''));
  return numbers?.length === 1 ? numbers[0] : decimalComma(word);
}

/** The number that a text with a decimal comma says; NaN where it says none. */
export const decimalComma = (word: string): number =>
  /^[-+\u2212\u2013]?\d*,\d+(e[+-]?\d+)?$/i.test(word)
    ? Number(word.replace(',', '.').replace(/^[\u2212\u2013]/, '-'))
    : Number.NaN;
