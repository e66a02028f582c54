import { area } from './current';

/** The shipped worlds, by id: what they are called and where they come from. */
export const worlds = area('worlds', {
  'four-rooms': {
    name: 'Four Rooms',
    source: 'Sutton, Precup & Singh 1999; 13x13 layout of the option-critic code',
  },
  'cliff-walking': {
    name: 'Cliff Walking',
    source: 'Sutton & Barto, example 6.6; Gymnasium CliffWalking',
  },
  'frozen-lake-4x4': {
    name: 'Frozen Lake 4x4',
    source: 'Gymnasium FrozenLake, is_slippery',
  },
  'frozen-lake-8x8': {
    name: 'Frozen Lake 8x8',
    source: 'Gymnasium FrozenLake, is_slippery',
  },
  'maze-umaze': {
    name: 'Maze, U-shaped',
    source: 'D4RL maze2d layouts',
  },
  'maze-medium': {
    name: 'Maze, medium',
    source: 'D4RL maze2d layouts',
  },
  'maze-large': {
    name: 'Maze, large',
    source: 'D4RL maze2d layouts',
  },
  'tutorial-maze': {
    name: 'Tutorial maze',
    source: 'Kumar & Levine, offline-RL tutorial notebook, NeurIPS 2020',
  },
  'crossing-paths': {
    name: 'Crossing paths',
    source: 'stitching demonstration on Four Rooms',
  },
});
