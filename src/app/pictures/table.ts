import { type CsvValue, csvText } from '../../data/csv-text';
import { pictures } from '../../texts/pictures';
import type { Origin } from '../state/origin';

/** The numbers behind a picture, a name a column and a row an observation. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/** Why there is no picture or there are no numbers, in a sentence for the page. */
export class NothingToSave extends Error {}

/** With what produced the numbers, in every row: rows of several files are put under one another. */
export function withOrigin({ columns, rows }: Table, { offgrid, rung, browser }: Origin): Table {
  return {
    columns: [...columns, 'offgrid', 'rung', 'browser'],
    rows: rows.map((row) => [...row, offgrid, rung, browser]),
  };
}

/** As CSV; throws NothingToSave where there is no row. */
export function csvOf({ columns, rows }: Table): string {
  if (rows.length === 0) throw new NothingToSave(pictures().nothingMeasured);
  return csvText(columns, rows);
}
