import { ACTIONS } from '../../mdp/types';
import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import { decimal } from '../text';
import { UnreadableFile } from './faults';
import { FIELDS, type Field } from './types';

/**
 * Names under which a field is known, its own first: those of our exports, of D4RL, d3rlpy and
 * Gymnasium. Case, blanks, hyphens and underscores do not count.
 */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  state: ['state', 's', 'obs', 'observation', 'observations', 'states'],
  row: ['row'],
  col: ['col', 'column'],
  action: ['action', 'a', 'actions'],
  reward: ['reward', 'r', 'rewards'],
  nextState: ['nextstate', 'nextobs', 'nextobservation', 'nextobservations', 'nextstates'],
  nextRow: ['nextrow'],
  nextCol: ['nextcol', 'nextcolumn'],
  terminal: ['terminal', 'terminals', 'terminated', 'termination', 'terminations'],
  truncated: ['truncated', 'truncation', 'truncations', 'timeout', 'timeouts'],
  done: ['done', 'dones'],
  episode: ['episode', 'episodes', 'episodeid', 'trajectory'],
  step: ['step', 'steps', 't', 'timestep', 'timesteps'],
  behaviorProb: ['behaviorprob', 'behaviorprobs', 'behaviorprobability', 'behaviorprobabilities'],
};

const FIELD_OF_NAME = new Map(
  FIELDS.flatMap((field) => NAMES[field].map((name) => [name, field] as const)),
);

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .replace('behaviour', 'behavior');

/** The field that a column of that name holds; undefined where the name says nothing to us. */
export function fieldOf(name: string): Field | undefined {
  return FIELD_OF_NAME.get(plain(name));
}

const NAMED_IN_NOTES = 8;

/** Which column of a file holds which field. */
export interface Assignment {
  /** Index into the file's columns, by field. */
  readonly columnOf: ReadonlyMap<Field, number>;
  /** Sentences on columns left aside. */
  readonly notes: readonly string[];
}

/**
 * Assigns the columns of a file by their names. Of two columns for one field the one with the
 * field's own name counts, otherwise the first.
 */
export function assignFields(names: readonly string[]): Assignment {
  const columnOf = new Map<Field, number>();
  const aside: string[] = [];
  names.forEach((name, column) => {
    const field = fieldOf(name);
    if (field === undefined) {
      aside.push(name);
      return;
    }
    const former = columnOf.get(field);
    const ownName = plain(name) === NAMES[field][0];
    if (former === undefined) columnOf.set(field, column);
    else if (ownName && plain(names[former]) !== NAMES[field][0]) {
      aside.push(names[former]);
      columnOf.set(field, column);
    } else aside.push(name);
  });
  return { columnOf, notes: aside.length === 0 ? [] : [asideNote(aside)] };
}

function asideNote(aside: readonly string[]): string {
  const more = aside.length - NAMED_IN_NOTES;
  return reading().aside(aside.length, listNames(aside), more);
}

/** The first few names, quoted and shortened. */
export function listNames(names: readonly string[]): string {
  return names
    .slice(0, NAMED_IN_NOTES)
    .map((name) => reading().name(name.trim().slice(0, 30)))
    .join(', ');
}

/**
 * Throws UnreadableFile unless the fields suffice: a state (by index or by row and col), an action
 * and a reward. `names` are those that the file has instead, of a header where `inHeader`.
 */
export function requireFields(
  has: (field: Field) => boolean,
  names: readonly string[],
  inHeader: boolean,
): void {
  const missing = {
    state: !has('state') && !(has('row') && has('col')),
    action: !has('action'),
    reward: !has('reward'),
  };
  if (!Object.values(missing).includes(true)) return;
  throw new UnreadableFile(unreadable().missing(missing, listNames(names), inHeader));
}

const ACTION_OF_NAME = new Map(
  ACTIONS.flatMap((name, action) => [[name, action] as const, [name[0], action] as const]),
);
const TRUTH = new Map([
  ['true', 1],
  ['false', 0],
]);
/** No number that anybody writes is longer. */
const LONGEST_NUMBER = 400;

/** Fields whose values are 0 or 1. */
export const isFlag = (field: Field): boolean =>
  field === 'terminal' || field === 'truncated' || field === 'done';

/**
 * The number that a text means for a field: decimal numbers, names or initials of actions, truth
 * values for flags. NaN where it means none. `decimalComma`: “0,5” is a half.
 */
export function numberOf(field: Field, text: string, decimalComma = false): number {
  if (text.length > LONGEST_NUMBER) return Number.NaN;
  const trimmed = text.trim();
  const number = decimal(decimalComma ? trimmed.replace(',', '.') : trimmed);
  if (!Number.isNaN(number)) return number;
  if (field === 'action') return ACTION_OF_NAME.get(trimmed.toLowerCase()) ?? Number.NaN;
  if (isFlag(field)) return TRUTH.get(trimmed.toLowerCase()) ?? Number.NaN;
  return Number.NaN;
}
