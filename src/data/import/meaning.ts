import { exp } from '../../random/elementary';
import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import type { RawColumn } from './column';
import { UnreadableFile } from './faults';
import type { Columns, Origins, Quantity, Table } from './table';
import type { Field, RawTable } from './types';
import { actionsOf, decimalComma, numbersIn, saysNothing, saysXY, timeOf, truthOf } from './words';

/** What stands where something does that is not what the column should hold. */
export const UNREAD = Number.POSITIVE_INFINITY;

/** An action that the file names is our number of it and this: no order of actions can change it. */
export const NAMED = 100;

/** What the columns of a file say, row by row in the order of the file. */
export interface Meant {
  readonly columns: Columns;
  readonly origins: Origins;
  readonly cellNames: Table['cellNames'];
  /** Distinct numbers of the environments that recorded the rows, and of rows that begin or end. */
  readonly environment?: Float64Array;
  readonly first?: Float64Array;
  readonly last?: Float64Array;
  /** Names of columns that say nothing to us after all. */
  readonly aside: readonly string[];
}

type WordMeaning = (word: string) => number;

/** One number a row, words by their meaning. */
function numbersOf(column: RawColumn, meaning: WordMeaning, part = 0): Float64Array {
  const { numbers, codes, words, width } = column;
  const rows = numbers.length / width;
  if (codes === null && width === 1) return numbers.slice();
  const meanings = words.map((word) => {
    const value = meaning(word);
    if (!Number.isNaN(value)) return value;
    return saysNothing(word) ? Number.NaN : UNREAD;
  });
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const at = row * width + part;
    const code = codes === null ? -1 : codes[at];
    values[row] = code < 0 ? numbers[at] : meanings[code];
  }
  return values;
}

const single: WordMeaning = (word) => {
  const numbers = numbersIn(word);
  return numbers?.length === 1 ? numbers[0] : decimalComma(word);
};
const amount: WordMeaning = (word) => {
  const value = decimalComma(word);
  return Number.isNaN(value) ? single(word) : value;
};

/** Index of the single 1 among zeros; ∞ where there is something else, NaN where nothing is. */
function hotOf(numbers: ArrayLike<number>, from: number, width: number): number {
  let hot = UNREAD;
  let blank = 0;
  for (let part = 0; part < width; part++) {
    const x = numbers[from + part];
    if (Number.isNaN(x)) blank++;
    if (x === 0) continue;
    if (x !== 1 || hot !== UNREAD) return blank === width ? Number.NaN : UNREAD;
    hot = part;
  }
  return hot;
}

const hotRows = ({ numbers, width }: RawColumn): Float64Array =>
  Float64Array.from({ length: numbers.length / width }, (_, row) =>
    hotOf(numbers, row * width, width),
  );

interface States {
  readonly index?: Float64Array;
  readonly cells?: readonly [Float64Array, Float64Array];
  readonly xy?: boolean;
}

/** States as indices, as cells, or one-hot, whichever the column holds. */
function statesOf(column: RawColumn): States {
  const { width, words } = column;
  if (width === 2) return { cells: [numbersOf(column, single, 0), numbersOf(column, single, 1)] };
  if (width > 2) return { index: hotRows(column) };
  const read = words.map((word) => (saysNothing(word) ? null : numbersIn(word)));
  const pairs = read.filter((numbers) => numbers?.length === 2);
  const decimals =
    pairs.every((pair) => pair?.[1] === 0) && words.every((word) => !/[([{<]/.test(word));
  if (pairs.length === 0 || decimals) {
    const meanings = new Map(
      words.map((word, i) => {
        const numbers = read[i];
        if (numbers === null) return [word, decimalComma(word)];
        const one = numbers.length === 1 || (decimals && numbers.length === 2);
        return [word, one ? numbers[0] : hotOf(numbers, 0, numbers.length)];
      }),
    );
    return { index: numbersOf(column, (word) => meanings.get(word) ?? Number.NaN) };
  }
  const cells = new Map(words.map((word, i) => [word, read[i]]));
  const part = (which: 0 | 1) => {
    const values = numbersOf(column, (word) => {
      const pair = cells.get(word);
      return pair?.length === 2 ? pair[which] : Number.NaN;
    });
    // A bare number is no cell.
    const { codes } = column;
    return values.map((x, row) => (codes && codes[row] < 0 && !Number.isNaN(x) ? UNREAD : x));
  };
  return { cells: [part(0), part(1)], xy: words.some(saysXY) };
}

/** Numbers that are the same where the values are; what is blank is as the row before. */
function identities(column: RawColumn): Float64Array {
  const { numbers, codes, words, width } = column;
  const rows = numbers.length / width;
  const blank = words.map(saysNothing);
  const known = new Map<string, number>();
  const values = new Float64Array(rows);
  let last = -1;
  const counts = codes === null;
  for (let row = 0; row < rows; row++) {
    const code = codes === null ? -1 : codes[row * width];
    const number = numbers[row * width];
    if (code >= 0 ? !blank[code] : !Number.isNaN(number)) {
      if (counts && width === 1) last = number;
      else {
        let key = '';
        for (let part = 0; part < width; part++) {
          const at = row * width + part;
          key += codes !== null && codes[at] >= 0 ? `w${codes[at]}` : `n${numbers[at]}`;
        }
        last = known.get(key) ?? known.size;
        known.set(key, last);
      }
    }
    values[row] = last;
  }
  return values;
}

/** −1 where a next state should stand says that there is none. */
const withoutPlaceholders = (values: Float64Array): Float64Array =>
  values.map((x) => (x === -1 ? Number.NaN : x));

function actionNumbers(column: RawColumn): Float64Array {
  if (column.width > 1 && column.width !== 2) return hotRows(column);
  if (column.width === 2) {
    const vectors = ['-1,0', '0,1', '1,0', '0,-1'];
    const { numbers } = column;
    return Float64Array.from({ length: numbers.length / 2 }, (_, row) => {
      const at = vectors.indexOf(`${numbers[row * 2]},${numbers[row * 2 + 1]}`);
      return at < 0 ? UNREAD : at;
    });
  }
  const { words } = column;
  const { actions, byName } = actionsOf(words);
  const meanings = new Map<string, number>();
  words.forEach((word, i) => {
    const hot = numbersIn(word);
    const named = byName ? actions[i] + NAMED : actions[i];
    if (!Number.isNaN(named)) meanings.set(word, named);
    else if (hot?.length === 1) meanings.set(word, hot[0]);
    else if (hot?.length === 4) meanings.set(word, hotOf(hot, 0, 4));
  });
  return numbersOf(column, (word) => meanings.get(word) ?? Number.NaN);
}

/** Throws UnreadableFile where a row has more numbers than the field can mean. */
function checkWidth(column: RawColumn, field: Field): void {
  const { width } = column;
  const cell = field === 'state' || field === 'nextState';
  if (width === 1 || cell || (field === 'action' && (width === 4 || width === 2))) return;
  throw new UnreadableFile(unreadable().fieldOfWidth(reading().name(column.name), width, field));
}

/** Fields without which a dataset is one all the same. */
const OPTIONAL: ReadonlySet<Field> = new Set<Field>([
  ...(['terminal', 'truncated', 'done', 'last', 'first', 'step', 'behaviorProb'] as const),
  'behaviorLogProb',
]);

/** What the columns of a file say, whatever words they say it in. */
export function meaningOf({ columns }: RawTable): Meant {
  const meant: Partial<Record<Quantity, Float64Array>> = {};
  const origins = new Map<Quantity, Field>();
  const aside: string[] = [];
  let cellNames: Table['cellNames'] = null;
  const put = (quantity: Quantity, field: Field, values: Float64Array): void => {
    meant[quantity] = values;
    origins.set(quantity, field);
  };
  const usable = (field: Field): RawColumn | undefined => {
    const column = columns[field];
    if (column === undefined || column.width === 1) return column;
    if (!OPTIONAL.has(field)) {
      checkWidth(column, field);
      return column;
    }
    aside.push(column.name);
    return undefined;
  };
  const simple = (field: Field & Quantity, meaning: WordMeaning): void => {
    const column = usable(field);
    if (column) put(field, field, numbersOf(column, meaning));
  };
  /** Cells by two columns, else by index, with both where both are there. */
  const place = (
    index: 'state' | 'nextState',
    byRow: readonly [Field & Quantity, Field & Quantity],
    byX: readonly [Field, Field],
  ): void => {
    const next = index === 'nextState';
    const tidy = next ? withoutPlaceholders : (values: Float64Array) => values;
    const names = [byRow, byX].find(([a, b]) => columns[a] && columns[b]);
    if (names) {
      names.forEach((name, i) => {
        const column = columns[name];
        if (column) put(byRow[i], name, tidy(numbersOf(column, single)));
      });
      cellNames = names === byX ? 'column, row' : 'row, column';
    }
    const column = usable(index);
    if (!column) return;
    const states = statesOf(column);
    if (states.index) put(index, index, tidy(states.index));
    else if (states.cells && !names) {
      states.cells.forEach((cell, i) => {
        put(byRow[i], index, tidy(cell));
      });
      if (states.xy) cellNames = 'column, row';
    }
  };
  place('state', ['row', 'col'], ['x', 'y']);
  place('nextState', ['nextRow', 'nextCol'], ['nextX', 'nextY']);
  const action = usable('action');
  if (action) put('action', 'action', blankActions(actionNumbers(action)));
  simple('reward', amount);
  simple('terminal', truthOf);
  simple('truncated', truthOf);
  simple('done', truthOf);
  simple('step', timeOf);
  simple('behaviorProb', amount);
  const logarithm = usable('behaviorLogProb');
  if (logarithm && !meant.behaviorProb) {
    put('behaviorProb', 'behaviorLogProb', numbersOf(logarithm, amount).map(exp));
  }
  if (columns.episode) put('episode', 'episode', identities(columns.episode));
  const [first, last] = (['first', 'last'] as const).map((field) => {
    const column = usable(field);
    return column && numbersOf(column, truthOf);
  });
  return {
    columns: meant,
    origins,
    cellNames,
    aside,
    ...(columns.environment ? { environment: identities(columns.environment) } : {}),
    ...(first ? { first } : {}),
    ...(last ? { last } : {}),
  };
}

const blankActions = (values: Float64Array): Float64Array =>
  values.map((x) => (x === -1 ? Number.NaN : x));
