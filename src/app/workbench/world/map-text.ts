import { mapRows } from '../../../mdp/map-text';
import { type MapFault, mapFaults } from '../../../mdp/world';
import { world } from '../../../texts/world';
import type { Drawing } from './drawing';

/** The longest text that is looked at: many times the largest map, and far from stalling the page. */
const LONGEST = 20_000;

/** What a text means as a map. */
export interface MapText {
  /** Null where it is no drawing: no rectangle of legal characters of at most 40 × 40. */
  readonly drawing: Drawing | null;
  /** Everything that is wrong; with a drawing only that a start or a goal is missing. */
  readonly faults: readonly Pick<MapFault, 'row' | 'column' | 'message'>[];
}

/** Reads a map from text, in any of the ways that `mapRows` knows. Never throws. */
export function readMapText(text: string): MapText {
  if (text.length > LONGEST) {
    const message = world().textTooLong(text.length);
    return { drawing: null, faults: [{ row: null, column: null, message }] };
  }
  const rows = mapRows(text);
  const faults = mapFaults(rows);
  const drawn = faults.every(({ kind }) => kind === 'start' || kind === 'goal');
  return { drawing: drawn ? rows : null, faults };
}
