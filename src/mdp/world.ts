import { faults as texts } from '../texts/faults';
import { mapRows } from './map-text';
import type { World } from './types';

/** Cell characters of a map, in the order in which help texts list them. */
export const MAP_CHARACTERS = '#.SGPC';

/** Largest number of rows, and of columns, of a map. */
export const MAP_LIMIT = 40;

/** Legal numbers of a world: what controls offer and links may ask for, both bounds included. */
export const WORLD_RANGES = {
  slip: { min: 0, max: 1 },
  gamma: { min: 0, max: 0.999 },
  horizon: { min: 1, max: 10_000 },
} as const;

/** What can be wrong with a map; only a map whose sole fault is `goal` still makes an MDP. */
export type MapFaultKind = 'empty' | 'size' | 'ragged' | 'character' | 'start' | 'goal';

/** Something wrong with a map. */
export interface MapFault {
  readonly kind: MapFaultKind;
  /** Row, counted from 1; null where the fault is of the whole map. */
  readonly row: number | null;
  /** Column, counted from 1; null where the fault is of the whole row or map. */
  readonly column: number | null;
  /** A sentence naming the thing and the place. */
  readonly message: string;
}

const SENTENCES_SHOWN = 5;

/** A world that cannot be built; `faults` has a sentence for each thing that is wrong with it. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    const shown = faults.slice(0, SENTENCES_SHOWN);
    const more = faults.length - shown.length;
    const sentences = shown.join(' ');
    super(more > 0 ? texts().andMore(sentences, more) : sentences);
    this.faults = faults;
  }
}

/** Control characters and blanks would be invisible between quotation marks. */
const shown = (character: string): string => {
  if (character === ' ') return texts().space;
  if (/^[\p{C}\p{Z}]$/u.test(character)) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return texts().invisible(code.padStart(4, '0'));
  }
  return texts().character(character);
};

/** Everything that is wrong with a map, in reading order, faults of the whole map first. */
export function mapFaults(rows: readonly string[]): MapFault[] {
  const t = texts();
  const cells = rows.map((row) => [...row]);
  const width = cells[0]?.length ?? 0;
  if (cells.every((row) => row.length === 0)) {
    return [{ kind: 'empty', row: null, column: null, message: t.empty }];
  }
  const faults: MapFault[] = [];
  const ofMap = (kind: MapFaultKind, message: string) =>
    faults.push({ kind, row: null, column: null, message });
  if (rows.length > MAP_LIMIT) {
    ofMap('size', t.rows(rows.length, MAP_LIMIT));
  }
  if (width > MAP_LIMIT) {
    ofMap('size', t.columns(width, MAP_LIMIT));
  }
  if (!rows.some((row) => row.includes('S'))) {
    ofMap('start', t.noStart);
  }
  if (!rows.some((row) => row.includes('G'))) {
    ofMap('goal', t.noGoal);
  }
  cells.forEach((row, r) => {
    if (row.length !== width) {
      const message = t.ragged(r + 1, row.length, width);
      faults.push({ kind: 'ragged', row: r + 1, column: null, message });
    }
    row.forEach((character, c) => {
      if (MAP_CHARACTERS.includes(character)) return;
      const message = t.notCell(shown(character), r + 1, c + 1);
      faults.push({ kind: 'character', row: r + 1, column: c + 1, message });
    });
  });
  return faults;
}

/** Rows of a map from text, as `mapRows` reads it. Throws WorldError with every fault of the map. */
export function parseMap(text: string): string[] {
  const rows = mapRows(text);
  const faults = mapFaults(rows);
  if (faults.length > 0) throw new WorldError(faults.map((fault) => fault.message));
  return rows;
}

/**
 * Sentences on everything that keeps a world from being an MDP. A missing goal is not among them:
 * such a world can be solved, only nobody wins in it.
 */
export function worldFaults(world: World): string[] {
  const faults = mapFaults(world.map)
    .filter((fault) => fault.kind !== 'goal')
    .map((fault) => fault.message);
  const { slip, gamma, horizon, rewards } = world;
  if (!(slip >= 0 && slip <= 1)) {
    faults.push(texts().slip(slip));
  }
  if (!(gamma >= 0 && gamma < 1)) {
    faults.push(texts().gamma(gamma));
  }
  if (!(Number.isInteger(horizon) && horizon >= 1)) {
    faults.push(texts().horizon(horizon));
  }
  for (const kind of ['step', 'goal', 'pit', 'cliff'] as const) {
    if (!Number.isFinite(rewards[kind])) {
      faults.push(texts().reward(kind, rewards[kind]));
    }
  }
  return faults;
}
