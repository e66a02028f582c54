import { mapRows } from '../../mdp/map-text';
import type { Rewards, World } from '../../mdp/types';
import { MAP_LIMIT, worldFaults } from '../../mdp/world';
import { reading } from '../../texts/reading';

const REWARD_KINDS = ['step', 'goal', 'pit', 'cliff'] as const;

/** What a file says of its world: a world, or a sentence on why that cannot be read. */
export type StatedWorld =
  | { readonly world: World; readonly fault: null }
  | { readonly world: null; readonly fault: string };

const unread = (reason: string): StatedWorld => ({
  world: null,
  fault: reading().worlds.unread(reason),
});

/**
 * The world that a file states. What it leaves out is that of the `present` world; the map may be a
 * list of rows, or one text of rows joined by `/` or line breaks; the rewards an object or the four
 * numbers step, goal, pit, cliff.
 */
export function readWorld(stated: unknown, present: World): StatedWorld {
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated)) {
    return unread(reading().worlds.notObject);
  }
  const { map, slip, rewards, gamma, horizon } = stated as Readonly<Record<string, unknown>>;
  const rows = map === undefined ? present.map : statedRows(map);
  if (!rows) {
    return unread(reading().worlds.notMap(MAP_LIMIT));
  }
  const world: World = {
    map: rows,
    slip: numberOr(slip, present.slip),
    rewards: rewardsOf(rewards, present.rewards),
    gamma: numberOr(gamma, present.gamma),
    horizon: numberOr(horizon, present.horizon),
  };
  const [fault] = worldFaults(world);
  return fault === undefined ? { world, fault: null } : unread(fault);
}

/** Rows of a map that a file states as a text, or as a list of rows or of lists of cells. */
function statedRows(map: unknown): readonly string[] | null {
  if (typeof map === 'string') return mapRows(map.slice(0, LONGEST));
  if (!Array.isArray(map) || map.length > MAP_LIMIT) return null;
  const rows = map.map((row) => (Array.isArray(row) ? row.join('') : row));
  const texts = rows.every(
    (row): row is string => typeof row === 'string' && row.length <= MAP_LIMIT,
  );
  return texts ? mapRows(rows.join('\n')) : null;
}

/** The longest text that is looked at. */
const LONGEST = 4096;

/** Whatever else stands there becomes NaN, which the world's own check names. */
const numberOr = (value: unknown, fallback: number): number => {
  if (value === undefined) return fallback;
  return typeof value === 'number' ? value : Number.NaN;
};

function rewardsOf(stated: unknown, fallback: Rewards): Rewards {
  if (stated === undefined) return fallback;
  const of = (kind: (typeof REWARD_KINDS)[number], index: number): number => {
    if (Array.isArray(stated)) return numberOr(stated[index], Number.NaN);
    const object = (stated ?? {}) as Readonly<Record<string, unknown>>;
    return numberOr(object[kind], Number.NaN);
  };
  return { step: of('step', 0), goal: of('goal', 1), pit: of('pit', 2), cliff: of('cliff', 3) };
}

/** Sentences on how a stated world differs from the present one; none where they are the same. */
export function worldDifferences(stated: World, present: World): string[] {
  const differences: string[] = [];
  if (stated.map.join('/') !== present.map.join('/'))
    differences.push(mapDifference(stated, present));
  const t = reading().worlds;
  const compare = (
    theirs: number,
    ours: number,
    says: (theirs: number, ours: number) => string,
  ): void => {
    if (theirs !== ours) differences.push(says(theirs, ours));
  };
  compare(stated.slip, present.slip, t.slip);
  for (const kind of REWARD_KINDS) {
    compare(stated.rewards[kind], present.rewards[kind], (...both) => t.reward(kind, ...both));
  }
  compare(stated.gamma, present.gamma, t.gamma);
  compare(stated.horizon, present.horizon, t.horizon);
  return differences;
}

function mapDifference(stated: World, present: World): string {
  const size = ({ map }: World): string => `${map.length} × ${map[0].length}`;
  if (size(stated) !== size(present)) {
    return reading().worlds.size(size(stated), size(present));
  }
  let cells = 0;
  stated.map.forEach((row, r) => {
    for (let c = 0; c < row.length; c++) if (row[c] !== present.map[r][c]) cells++;
  });
  return reading().worlds.cells(cells);
}
