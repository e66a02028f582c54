import { mapFaults } from '../../../mdp/world';
import { world } from '../../../texts/world';
import { columnsOf, type Drawing } from './drawing';

/** Something to be said about a drawing. */
export interface Finding {
  /** A `fault` keeps the drawing from being a world; a `caution` only from being a sensible one. */
  readonly kind: 'fault' | 'caution';
  /** A sentence. */
  readonly message: string;
  /** Cells to be marked on the map. */
  readonly cells: readonly number[];
}

/** Cells named in a sentence; what are more are counted. */
const CELLS_NAMED = 3;

const MOVES = [
  [-1, 0],
  [0, 1],
  [1, 0],
  [0, -1],
] as const;

interface Terrain {
  readonly signs: string;
  readonly columns: number;
  readonly rows: number;
}

function neighborsOf({ columns, rows }: Terrain, cell: number): number[] {
  const row = Math.floor(cell / columns);
  const column = cell % columns;
  return MOVES.flatMap(([down, right]) => {
    const inside =
      row + down >= 0 && row + down < rows && column + right >= 0 && column + right < columns;
    return inside ? [(row + down) * columns + column + right] : [];
  });
}

function cellsOf({ signs }: Terrain, sign: string): number[] {
  return [...signs].flatMap((found, cell) => (found === sign ? [cell] : []));
}

const isGround = ({ signs }: Terrain, cell: number): boolean =>
  signs[cell] === '.' || signs[cell] === 'S';

/** Cells from which some goal can be reached: backwards from the goals. */
function cellsThatArrive(terrain: Terrain): Uint8Array {
  const arrives = new Uint8Array(terrain.signs.length);
  const flood = (queue: number[]) => {
    for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
      for (const from of neighborsOf(terrain, cell)) {
        if (arrives[from] || !isGround(terrain, from)) continue;
        arrives[from] = 1;
        queue.push(from);
      }
    }
  };
  flood(cellsOf(terrain, 'G'));
  // Falling from a cliff leads to any start: if one of them arrives, so does who can fall.
  if (cellsOf(terrain, 'S').some((start) => arrives[start])) flood(cellsOf(terrain, 'C'));
  return arrives;
}

/** Cells that can be entered from some start. */
function cellsEntered(terrain: Terrain): Uint8Array {
  const entered = new Uint8Array(terrain.signs.length);
  const queue = cellsOf(terrain, 'S');
  for (const start of queue) entered[start] = 1;
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    for (const to of neighborsOf(terrain, cell)) {
      if (entered[to] || terrain.signs[to] === '#') continue;
      entered[to] = 1;
      if (isGround(terrain, to)) queue.push(to);
    }
  }
  return entered;
}

function placesOf(cells: readonly number[], columns: number): string {
  const named = cells.slice(0, CELLS_NAMED).map((cell) => ({
    row: Math.floor(cell / columns) + 1,
    column: (cell % columns) + 1,
  }));
  return world().places(named, cells.length - named.length);
}

function cautionsOf(terrain: Terrain): Finding[] {
  const t = world();
  const { columns } = terrain;
  const arrives = cellsThatArrive(terrain);
  const starts = cellsOf(terrain, 'S');
  const goals = cellsOf(terrain, 'G');
  const lost = starts.filter((start) => !arrives[start]);
  const walledIn = lost.filter((start) =>
    neighborsOf(terrain, start).every((cell) => terrain.signs[cell] === '#'),
  );
  const cautions: Finding[] = [];
  const caution = (message: string, cells: readonly number[]) =>
    cautions.push({ kind: 'caution', message, cells });
  if (walledIn.length > 0) {
    caution(t.walledIn(walledIn.length, placesOf(walledIn, columns)), walledIn);
  }
  const cutOff = lost.filter((start) => !walledIn.includes(start));
  if (lost.length === starts.length && cutOff.length > 0) {
    caution(t.noGoal, [...cutOff, ...goals]);
  } else if (cutOff.length > 0) {
    caution(t.cutOff(cutOff.length, placesOf(cutOff, columns)), cutOff);
  }
  if (lost.length < starts.length) {
    const entered = cellsEntered(terrain);
    const missed = goals.filter((goal) => !entered[goal]);
    if (missed.length > 0) {
      caution(t.outOfReach(missed.length, placesOf(missed, columns)), missed);
    }
  }
  return cautions;
}

/**
 * What keeps a drawing from being a world (no start, no goal), or else from being one that can be won:
 * starts walled in or without a way to a goal, goals out of reach. Empty where all is well.
 */
export function findingsOf(drawing: Drawing): readonly Finding[] {
  const faults = mapFaults(drawing).map(
    ({ message }): Finding => ({ kind: 'fault', message, cells: [] }),
  );
  if (faults.length > 0) return faults;
  return cautionsOf({
    signs: drawing.join(''),
    columns: columnsOf(drawing),
    rows: drawing.length,
  });
}

/** Whether a drawing with these findings is a world. */
export function isWorld(findings: readonly Finding[]): boolean {
  return findings.every(({ kind }) => kind !== 'fault');
}
