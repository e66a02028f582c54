import type { Rewards, World } from '../../mdp/types';
import { MAP_LIMIT, worldFaults } from '../../mdp/world';

const REWARD_KINDS = ['step', 'goal', 'pit', 'cliff'] as const;

/** What a file says of its world: a world, or a sentence on why that cannot be read. */
export type StatedWorld =
  | { readonly world: World; readonly fault: null }
  | { readonly world: null; readonly fault: string };

const unread = (reason: string): StatedWorld => ({
  world: null,
  fault: `The file states a world that cannot be read: ${reason}`,
});

/**
 * The world that a file states. What it leaves out is that of the `present` world; the map may be a
 * list of rows, or one text of rows joined by `/` or line breaks; the rewards an object or the four
 * numbers step, goal, pit, cliff.
 */
export function readWorld(stated: unknown, present: World): StatedWorld {
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated)) {
    return unread('it is not an object.');
  }
  const { map, slip, rewards, gamma, horizon } = stated as Readonly<Record<string, unknown>>;
  const rows = map === undefined ? present.map : mapRows(map);
  if (!rows) {
    return unread(`its map is not made of at most ${MAP_LIMIT} rows of ${MAP_LIMIT} cells.`);
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

function mapRows(map: unknown): readonly string[] | null {
  const rows = typeof map === 'string' ? map.slice(0, 4096).split(/\r\n|[\r\n/]/) : map;
  if (!Array.isArray(rows) || rows.length > MAP_LIMIT) return null;
  return rows.every((row): row is string => typeof row === 'string' && row.length <= MAP_LIMIT)
    ? rows
    : null;
}

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
  const compare = (name: string, theirs: number, ours: number): void => {
    if (theirs !== ours) differences.push(`The ${name} is ${theirs} there and ${ours} here.`);
  };
  compare('slip', stated.slip, present.slip);
  for (const kind of REWARD_KINDS) {
    compare(`reward “${kind}”`, stated.rewards[kind], present.rewards[kind]);
  }
  compare('discount γ', stated.gamma, present.gamma);
  compare('horizon', stated.horizon, present.horizon);
  return differences;
}

function mapDifference(stated: World, present: World): string {
  const size = ({ map }: World): string => `${map.length} × ${map[0].length}`;
  if (size(stated) !== size(present)) {
    return `The map is of ${size(stated)} cells there and of ${size(present)} here.`;
  }
  let cells = 0;
  stated.map.forEach((row, r) => {
    for (let c = 0; c < row.length; c++) if (row[c] !== present.map[r][c]) cells++;
  });
  return `The maps differ in ${cells} ${cells === 1 ? 'cell' : 'cells'}.`;
}
