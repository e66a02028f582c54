import { area } from './current';
import { formatCount } from './format';

const SMALL = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** Words that several parts of the page share. */
export const english = {
  /** The actions, by their index: as labels. */
  actions: ['up', 'right', 'down', 'left'],
  /** The same after a verb of motion: «goes up». */
  moves: ['up', 'right', 'down', 'left'],
  /** What a cell is. */
  kinds: {
    wall: 'wall',
    floor: 'floor',
    start: 'start',
    goal: 'goal',
    pit: 'pit',
    cliff: 'cliff',
  },
  /** Classes of state-action pairs. */
  pairs: {
    data: 'seen actions',
    unseenAction: 'unseen actions',
    unseenState: 'unseen states',
  },
  /** What the maps show, as the switch above them names it. */
  layers: {
    error: 'Error',
    q: 'Q̂',
    truth: 'Truth',
    surprise: 'δ',
    lie: 'Lie',
    counts: 'Data',
    occupancy: 'Occupancy',
  },
  /** The charts over training steps, as headings. */
  charts: {
    error: 'Error on unseen actions',
    returns: 'Believed and earned return',
  },
  /** Returns that others are compared with. */
  references: {
    behavior: 'behaviour',
    inSupport: 'best in the data',
    optimal: 'best possible',
  },
  quoted: (text: string) => `“${text}”`,
  /** What a switch is at. */
  on: 'on',
  off: 'off',
  /** A small number of learners in a sentence. */
  numeral: (count: number): string => SMALL[count] ?? formatCount(count),
};

export const words = area('words', english);
