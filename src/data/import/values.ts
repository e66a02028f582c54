import { ACTION_COUNT, ACTIONS, type Mdp } from '../../mdp/types';
import { reading } from '../../texts/reading';
import { quoted } from '../text';
import { type Faults, placeOf } from './faults';
import { isFlag } from './fields';
import type { FaultKind, Field, Table } from './types';

const NOT_FINITE = /^[+-]?(nan|inf(inity)?)$/i;
/** Largest number of an episode or step that the columns of a dataset hold. */
const COUNT_LIMIT = 2 ** 31 - 1;

/** What a cell without a value means: nothing that a state, an action or a count could be. */
export const FAULTY = -1;

/** The two ways of naming a state. */
interface StateFields {
  readonly index: Field;
  readonly row: Field;
  readonly col: Field;
}
export const STATE: StateFields = { index: 'state', row: 'row', col: 'col' };
export const NEXT: StateFields = { index: 'nextState', row: 'nextRow', col: 'nextCol' };

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

  constructor(table: Table, mdp: Mdp, faults: Faults) {
    this.table = table;
    this.#mdp = mdp;
    this.#faults = faults;
  }

  has(field: Field): boolean {
    return this.table.columns[field] !== undefined;
  }

  names(fields: StateFields): boolean {
    return this.has(fields.index) || (this.has(fields.row) && this.has(fields.col));
  }

  /** The number as it stands, NaN where there is none; nothing is reported. */
  raw(row: number, field: Field): number {
    return this.table.columns[field]?.[row] ?? Number.NaN;
  }

  /** Reports a fault of a value; `says` completes the sentence after the quoted value. */
  fault(kind: FaultKind, row: number, field: Field, says: () => string): void {
    this.#faults.add(kind, () => {
      const value = this.table.quote(row, field);
      const line = this.table.lineOf(row);
      const name = this.table.nameOf(field);
      const shown = value === '' ? null : quoted(value);
      return {
        row: row + 1,
        line,
        field: name,
        value: shown?.slice(1, -1) ?? null,
        message: reading().value(placeOf(row, line), name, shown, says()),
      };
    });
  }

  /** A finite number; NaN where there is none. */
  number(row: number, field: Field): number {
    const x = this.raw(row, field);
    if (Number.isFinite(x)) return x;
    const text = this.table.quote(row, field);
    if (text === '') this.fault('missing', row, field, () => reading().values.missing);
    else if (NOT_FINITE.test(text) || !Number.isNaN(x)) {
      this.fault('finite', row, field, () => reading().values.notFinite);
    } else if (field === 'action') this.#noAction(row);
    else if (isFlag(field)) this.#noFlag(row, field);
    else this.fault('number', row, field, () => reading().values.notNumber);
    return Number.NaN;
  }

  /** 0 or 1; FAULTY otherwise. */
  flag(row: number, field: Field): number {
    const x = this.number(row, field);
    if (x === 0 || x === 1) return x;
    if (!Number.isNaN(x)) this.#noFlag(row, field);
    return FAULTY;
  }

  /** One of the four actions; FAULTY otherwise. */
  action(row: number): number {
    const x = this.number(row, 'action');
    if (Number.isInteger(x) && x >= 0 && x < ACTION_COUNT) return x;
    if (!Number.isNaN(x)) this.#noAction(row);
    return FAULTY;
  }

  /** A whole number from 0; FAULTY otherwise. */
  count(row: number, field: Field): number {
    const x = this.number(row, field);
    if (Number.isInteger(x) && x >= 0 && x <= COUNT_LIMIT) return x;
    if (!Number.isNaN(x)) this.fault('count', row, field, () => reading().values.notCount);
    return FAULTY;
  }

  /** A probability above 0; FAULTY otherwise. */
  probability(row: number, field: Field): number {
    const x = this.number(row, field);
    if (x > 0 && x <= 1) return x;
    if (!Number.isNaN(x)) {
      this.fault('probability', row, field, () =>
        x === 0 ? reading().values.neverTaken : reading().values.notProbability,
      );
    }
    return FAULTY;
  }

  /** A state by index, by cell, or by both when they agree; FAULTY otherwise. */
  state(row: number, fields: StateFields): number {
    const byCell = this.has(fields.row) && this.has(fields.col);
    const indexed = this.has(fields.index) ? this.#byIndex(row, fields.index) : undefined;
    const located = byCell ? this.#byCell(row, fields) : undefined;
    if (indexed === undefined || located === undefined) return indexed ?? located ?? FAULTY;
    if (indexed === FAULTY || located === FAULTY) return FAULTY;
    if (indexed === located) return indexed;
    this.fault('coordinates', row, fields.index, () =>
      reading().values.otherCell(cellOf(this.#mdp, indexed), cellOf(this.#mdp, located)),
    );
    return FAULTY;
  }

  /** The state that a row names, FAULTY where it names none; nothing is reported. */
  quietState(row: number, fields: StateFields): number {
    const { states, rows, columns, stateOfCell } = this.#mdp;
    if (this.has(fields.index)) {
      const x = this.raw(row, fields.index);
      return Number.isInteger(x) && x >= 0 && x < states ? x : FAULTY;
    }
    const r = this.raw(row, fields.row);
    const c = this.raw(row, fields.col);
    const inside = r >= 0 && r < rows && c >= 0 && c < columns;
    return inside && Number.isInteger(r) && Number.isInteger(c)
      ? stateOfCell[r * columns + c]
      : FAULTY;
  }

  #byIndex(row: number, field: Field): number {
    const x = this.number(row, field);
    if (Number.isNaN(x)) return FAULTY;
    if (Number.isInteger(x) && x >= 0 && x < this.#mdp.states) return x;
    this.fault('state', row, field, () => reading().values.notState(this.#mdp.states - 1));
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
        return isRow ? notColumn(columns - 1) : notRow(rows - 1);
      });
      return FAULTY;
    }
    const state = stateOfCell[r * columns + c];
    if (state < 0) {
      this.fault('wall', row, fields.row, () => reading().values.wall(c));
      return FAULTY;
    }
    return state;
  }

  #noAction(row: number): void {
    this.fault('action', row, 'action', () => reading().values.notAction(ACTIONS));
  }

  #noFlag(row: number, field: Field): void {
    this.fault('flag', row, field, () => reading().values.notFlag);
  }
}
