import type { worlds as english } from '../worlds';

const FROZEN_LAKE = 'FrozenLake aus Gymnasium, is_slippery';
const D4RL = 'Grundrisse von maze2d aus D4RL';

export const worlds: ReturnType<typeof english> = {
  'four-rooms': {
    name: 'Four Rooms',
    source: 'Sutton, Precup & Singh 1999; Grundriss 13×13 aus dem Code zu Option-Critic',
  },
  'cliff-walking': {
    name: 'Cliff Walking',
    source: 'Sutton & Barto, Beispiel 6.6; CliffWalking aus Gymnasium',
  },
  'frozen-lake-4x4': { name: 'Frozen Lake 4×4', source: FROZEN_LAKE },
  'frozen-lake-8x8': { name: 'Frozen Lake 8×8', source: FROZEN_LAKE },
  'maze-umaze': { name: 'Labyrinth, U-förmig', source: D4RL },
  'maze-medium': { name: 'Labyrinth, mittel', source: D4RL },
  'maze-large': { name: 'Labyrinth, groß', source: D4RL },
  'tutorial-maze': {
    name: 'Labyrinth des Tutorials',
    source: 'Kumar & Levine, Notebook zum Tutorial über Offline RL, NeurIPS 2020',
  },
  'crossing-paths': {
    name: 'Gekreuzte Wege',
    source: 'Vorführung des Zusammennähens (Stitching) in Four Rooms',
  },
};
