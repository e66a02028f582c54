import { spoken } from '../texts/spoken';
import { worlds } from '../texts/worlds';
import type { WorldPreset } from './types';

const SHIPPED = [
  {
    id: 'four-rooms',
    rows: 800,
    map: [
      '#############',
      '#S....#.....#',
      '#.....#.....#',
      '#...........#',
      '#.....#.....#',
      '#.....#.....#',
      '##.####.....#',
      '#.....###.###',
      '#.....#.....#',
      '#.....#.....#',
      '#...........#',
      '#.....#....G#',
      '#############',
    ],
    slip: 0,
    rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
    gamma: 0.95,
    horizon: 100,
    adapted: 'start in the north-west corner, goal in the south-east corner, no slip',
  },
  {
    id: 'cliff-walking',
    rows: 1000,
    map: ['............', '............', '............', 'SCCCCCCCCCCG'],
    slip: 0,
    rewards: { step: -1, goal: -1, pit: -100, cliff: -100 },
    gamma: 0.99,
    horizon: 200,
    adapted: 'Gymnasium has no time limit; entering the goal pays the step reward, -1',
  },
  {
    id: 'frozen-lake-4x4',
    rows: 800,
    map: ['S...', '.P.P', '...P', 'P..G'],
    slip: 2 / 3,
    rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
    gamma: 0.99,
    horizon: 100,
    adapted: 'actions here are up, right, down, left; Gymnasium orders them left, down, right, up',
  },
  {
    id: 'frozen-lake-8x8',
    rows: 3000,
    map: [
      'S.......',
      '........',
      '...P....',
      '.....P..',
      '...P....',
      '.PP...P.',
      '.P..P.P.',
      '...P...G',
    ],
    slip: 2 / 3,
    rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
    gamma: 0.99,
    horizon: 200,
    adapted: 'actions here are up, right, down, left; Gymnasium orders them left, down, right, up',
  },
  {
    id: 'maze-umaze',
    rows: 100,
    map: ['#####', '#G..#', '###.#', '#S..#', '#####'],
    slip: 0,
    rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
    gamma: 0.97,
    horizon: 200,
    adapted:
      'continuous point mass made a grid; start at the cell farthest from the goal; goal terminal',
  },
  {
    id: 'maze-medium',
    rows: 1000,
    map: [
      '########',
      '#S.##..#',
      '#..#...#',
      '##...###',
      '#..#...#',
      '#.#..#.#',
      '#...#.G#',
      '########',
    ],
    slip: 0,
    rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
    gamma: 0.97,
    horizon: 200,
    adapted:
      'continuous point mass made a grid; start at the cell farthest from the goal; goal terminal',
  },
  {
    id: 'maze-large',
    rows: 1500,
    map: [
      '############',
      '#....#.....#',
      '#.##.#.#.#.#',
      '#......#...#',
      '#.####.###.#',
      '#..#.#.....#',
      '##.#.#.#.###',
      '#S.#...#.G.#',
      '############',
    ],
    slip: 0,
    rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
    gamma: 0.97,
    horizon: 200,
    adapted:
      'continuous point mass made a grid; start at the cell farthest from the goal; goal terminal',
  },
  {
    id: 'tutorial-maze',
    rows: 400,
    map: ['S......#', '.##.###.', '..#..##.', '.#G.#..#'],
    slip: 0,
    rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
    gamma: 0.95,
    horizon: 50,
    adapted:
      'the original pays for standing on the reward cell, never ends and has a no-op; here the reward cell is a terminal goal',
  },
  {
    id: 'crossing-paths',
    rows: 1000,
    map: [
      '#############',
      '#S....#.....#',
      '#.....#.....#',
      '#...........#',
      '#.....#.....#',
      '#.....#.....#',
      '##.####.....#',
      '#.....###G###',
      '#.....#.....#',
      '#.....#.....#',
      '#...........#',
      '#.....#.....#',
      '#############',
    ],
    slip: 0,
    rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
    gamma: 0.95,
    horizon: 50,
    adapted:
      'goal in the east hallway (7,9). Data: 90 % of episodes start at (1,1) and head for the dead-end corner (1,11), cut off there; 10 % start at (5,1) and head for the goal; both epsilon 0.05. No episode goes from the start to the goal; exact BC is worth about 0.05, the in-support optimum 0.51',
  },
] as const satisfies readonly Omit<WorldPreset, 'name' | 'source'>[];

/** The worlds that ship, the default first. */
export const WORLDS: readonly WorldPreset[] = SHIPPED.map((world) =>
  spoken({ ...world }, ['name', 'source'], () => worlds()[world.id]),
);

/** The shipped world of that id, or undefined. */
export function worldById(id: string): WorldPreset | undefined {
  return WORLDS.find((world) => world.id === id);
}
