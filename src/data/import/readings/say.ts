import { reading as texts } from '../../../texts/reading';
import type { Table } from '../table';
import { usualReading } from './candidates';
import type { Choice } from './choose';
import { orderName, type Reading } from './reading';

/** Our directions as the texts know them. */
const LETTERS = ['u', 'r', 'd', 'l'] as const;

/** Clauses on how a reading differs from our own; none where it does not. */
export function differencesOf(reading: Reading, table: Table): string[] {
  const t = texts().readings;
  const usual = usualReading(table);
  const clauses: string[] = [];
  const name = orderName(reading.actions);
  const order = reading.actions.map((action) => t.directions[LETTERS[action]]).join(', ');
  if (name !== 'urdl' || reading.actionsFrom === 1) {
    clauses.push(t.actions(order, name === 'ldru' ? 'gymnasium' : 'other', reading.actionsFrom));
  }
  if (reading.walls === 'counted') clauses.push(t.wallsCounted);
  if (reading.statesFrom === 1) clauses.push(t.statesFromOne);
  if (reading.along === 'columns') clauses.push(t.downColumns);
  if (reading.cells !== usual.cells) {
    clauses.push(reading.cells === 'column, row' ? t.columnFirst : t.rowFirst);
  }
  if (reading.cellsFrom === 1) clauses.push(t.cellsFromOne);
  if (reading.upward) clauses.push(t.upward);
  if (reading.rewards === 'left') clauses.push(t.rewardsLeft);
  if (reading.ends !== 'arrival') clauses.push(t.ends[reading.ends]);
  if (reading.nextAtEnd === 'reset') clauses.push(t.nextAtReset);
  return clauses;
}

/** A name for a reading: how it differs from our own. */
export function nameOfReading(reading: Reading, table: Table): string {
  const clauses = differencesOf(reading, table);
  return clauses.length === 0 ? texts().readings.own : clauses.join('; ');
}

/** Sentences on how a file was read, with the evidence: `fits` rows were found to fit. */
export function readingNotes(choice: Choice, table: Table, fits: number): string[] {
  const t = texts().readings;
  const { reading, usualFits, gain, limits, given } = choice;
  const clauses = differencesOf({ ...reading, ends: 'arrival', nextAtEnd: 'arrival' }, table);
  const notes: string[] = [];
  if (given) notes.push(t.chosen(nameOfReading(reading, table)));
  else if (clauses.length === 0) notes.push(t.readAsOurs(fits, table.rows));
  else notes.push(t.readSo(clauses.join('; '), fits, table.rows, usualFits, gain));
  if (given) return notes;
  if (table.cellNames === 'column, row' && reading.cells === 'column, row') notes.push(t.xIsColumn);
  if (reading.ends === 'any') notes.push(t.readLimits(limits));
  else if (reading.ends !== 'arrival') notes.push(t.readEnds(t.ends[reading.ends]));
  if (reading.nextAtEnd === 'reset') notes.push(t.readEnds(t.nextAtReset));
  return notes;
}

/** A sentence on what is taken where the rows leave several readings open; null where they do not. */
export function questionOf(choice: Choice, table: Table): string | null {
  if (choice.given || choice.alternatives.length === 0) return null;
  return texts().readings.question(nameOfReading(choice.reading, table));
}
