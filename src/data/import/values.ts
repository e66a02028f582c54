import { ACTION_COUNT, ACTIONS, type Mdp } from '../../mdp/types';
import { reading } from '../../texts/reading';
import { quoted } from '../text';
import { type Faults, placeOf, type Warnings } from './faults';
import { IN_WALL } from './readings/reading';
import { NEXT, type OWN, type Quantity, type Table } from './table';
import type { FaultKind } from './types';
import { saysNothing } from './words';

const NOT_FINITE = /^[+-]?(nan|inf(inity)?)$/i;
/** What a cell without a value means: nothing that a state, an action or a count could be. */
export const FAULTY = -1;

type StateFields = typeof OWN | typeof NEXT;

/** “(row 3, col 4)”, counted from 0 as in the file. */
export function cellOf(mdp: Mdp, state: number): string {
  const cell = mdp.cells[state];
  return reading().cell(Math.floor(cell / mdp.columns), cell % mdp.columns);
}

/** Reads single values of a table as what they stand for, and reports those that stand for nothing. */
export class Values {
  readonly table: Table;
  readonly #mdp: Mdp;
  readonly #faults: Faults;
  readonly #warnings: Warnings;

  constructor(table: Table, mdp: Mdp, faults: Faults, warnings: Warnings) {
    this.table = table;
    this.#mdp = mdp;
    this.#faults = faults;
    this.#warnings = warnings;
  }

  has(field: Quantity): boolean {
    return this.table.columns[field] !== undefined;
  }

  names(fields: StateFields): boolean {
    return this.has(fields.index) || (this.has(fields.row) && this.has(fields.col));
  }

  /** The number as it stands, NaN where there is none; nothing is reported. */
  raw(row: number, field: Quantity): number {
    return this.table.columns[field]?.[row] ?? Number.NaN;
  }

  /** Reports a fault of a value; `says` completes the sentence after the quoted value. */
  fault(kind: FaultKind, row: number, field: Quantity, says: () => string): void {
    this.#faults.add(kind, () => this.#finding(row, field, says));
  }

  /** Reports a value that is put right or not used; `says` completes the sentence. */
  warn(
    kind: 'flag' | 'probability' | 'otherReward',
    row: number,
    field: Quantity,
    says: () => string,
  ): void {
    this.#warnings.add(kind, () => this.#finding(row, field, says));
  }

  #finding(row: number, field: Quantity, says: () => string) {
    const value = this.table.quote(row, field);
    const line = this.table.lineOf(row);
    const name = this.table.nameOf(field);
    const fileRow = this.table.fileRow(row);
    const shown = value === '' ? null : quoted(value);
    return {
      row: fileRow + 1,
      line,
      field: name,
      value: shown?.slice(1, -1) ?? null,
      message: reading().value(placeOf(fileRow, line), name, shown, says()),
    };
  }

  /** A finite number; NaN where there is none. */
  number(row: number, field: Quantity): number {
    const x = this.raw(row, field);
    if (Number.isFinite(x)) return x;
    const text = this.table.quote(row, field);
    if (NOT_FINITE.test(text) || /^[+-]?[\d.]+e\+?\d+$/i.test(text)) {
      this.fault('finite', row, field, () => reading().values.notFinite);
    } else if (field === 'action' && text !== '') this.#noAction(row);
    else if (saysNothing(text)) {
      this.fault('missing', row, field, () => reading().values.missing);
    } else this.fault('number', row, field, () => reading().values.notNumber);
    return Number.NaN;
  }

  /** 0 or 1; undefined where the file does not say, and with a warning where it says something else. */
  flag(row: number, field: Quantity): number | undefined {
    const x = this.table.columns[field]?.[row];
    if (x === undefined || Number.isNaN(x)) return undefined;
    if (x === 0 || x === 1) return x;
    this.warn('flag', row, field, () => reading().values.notFlag);
    return undefined;
  }

  /** One of the four actions; FAULTY otherwise. */
  action(row: number): number {
    const x = this.number(row, 'action');
    if (Number.isInteger(x) && x >= 0 && x < ACTION_COUNT) return x;
    if (!Number.isNaN(x)) this.#noAction(row);
    return FAULTY;
  }

  /** A probability above 0; NaN where the file does not say, and with a warning where it says another. */
  probability(row: number): number {
    const x = this.table.columns.behaviorProb?.[row] ?? Number.NaN;
    if (Number.isNaN(x) || (x > 0 && x <= 1)) return x;
    this.warn('probability', row, 'behaviorProb', () =>
      x === 0 ? reading().values.neverTaken : reading().values.notProbability,
    );
    return Number.NaN;
  }

  /** Whether the file names the next state of a row, rightly or wrongly. */
  namesNext(row: number): boolean {
    return [NEXT.index, NEXT.row, NEXT.col].some((field) => !Number.isNaN(this.raw(row, field)));
  }

  /** A state by index, by cell, or by both when they agree; FAULTY otherwise. */
  state(row: number, fields: StateFields): number {
    const byCell = this.has(fields.row) && this.has(fields.col);
    // What is blank in one of the two ways follows from the other.
    const blank = (...quantities: Quantity[]): boolean =>
      quantities.some((quantity) => Number.isNaN(this.raw(row, quantity)));
    const indexBlank = blank(fields.index);
    const byIndex =
      this.has(fields.index) && (!byCell || !indexBlank || blank(fields.row, fields.col));
    const indexed = byIndex ? this.#byIndex(row, fields.index) : undefined;
    const located =
      byCell && !(byIndex && blank(fields.row, fields.col)) ? this.#byCell(row, fields) : undefined;
    if (indexed === undefined || located === undefined) return indexed ?? located ?? FAULTY;
    if (indexed === FAULTY || located === FAULTY) return FAULTY;
    if (indexed === located) return indexed;
    this.fault('coordinates', row, fields.index, () =>
      reading().values.otherCell(cellOf(this.#mdp, indexed), cellOf(this.#mdp, located)),
    );
    return FAULTY;
  }

  #byIndex(row: number, field: Quantity): number {
    const x = this.number(row, field);
    if (Number.isNaN(x)) return FAULTY;
    if (Number.isInteger(x) && x >= 0 && x < this.#mdp.states) return x;
    if (x === IN_WALL) {
      this.fault('wall', row, field, () => reading().values.indexInWall);
      return FAULTY;
    }
    const [first, last] = this.table.counting.states ?? [0, this.#mdp.states - 1];
    this.fault('state', row, field, () => reading().values.notState(first, last));
    return FAULTY;
  }

  #byCell(row: number, fields: StateFields): number {
    const r = this.number(row, fields.row);
    const c = this.number(row, fields.col);
    if (Number.isNaN(r) || Number.isNaN(c)) return FAULTY;
    const { rows, columns, stateOfCell } = this.#mdp;
    const isRow = Number.isInteger(r) && r >= 0 && r < rows;
    if (!isRow || !(Number.isInteger(c) && c >= 0 && c < columns)) {
      this.fault('state', row, isRow ? fields.col : fields.row, () => {
        const { notColumn, notRow } = reading().values;
        const { cellsFrom } = this.table.counting;
        const say = isRow ? notColumn : notRow;
        return say(cellsFrom, (isRow ? columns : rows) - 1 + cellsFrom);
      });
      return FAULTY;
    }
    const state = stateOfCell[r * columns + c];
    if (state < 0) {
      this.fault('wall', row, fields.row, () =>
        reading().values.wall(c + this.table.counting.cellsFrom),
      );
      return FAULTY;
    }
    return state;
  }

  #noAction(row: number): void {
    this.fault('action', row, 'action', () => reading().values.notAction(ACTIONS));
  }
}
