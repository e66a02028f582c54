import { describe, expect, it } from 'vitest';
import { mapRows } from './map-text';

const LAKE = ['S...', '.P.P', '...P', 'P..G'];
const MAZE = ['#####', '#G..#', '###.#', '#S..#', '#####'];

describe('a map from text', () => {
  it.each([
    ['our own rows', 'S...\n.P.P\n...P\nP..G'],
    ['our own in one line', 'S.../.P.P/...P/P..G'],
    ['Gymnasium’s letters', 'SFFF\nFHFH\nFFFH\nHFFG'],
    ['small letters', 'sfff\r\nfhfh\r\nfffh\r\nhffg'],
    ['a list of Python', '["SFFF", "FHFH", "FFFH", "HFFG"]'],
    [
      'a list over lines with a name',
      "MAP = [\n    'SFFF',\n    'FHFH',\n    'FFFH',\n    'HFFG',\n]\n",
    ],
    [
      'lists of letters',
      "[['S','F','F','F'],['F','H','F','H'],['F','F','F','H'],['H','F','F','G']]",
    ],
    [
      'an array of bytes as numpy prints it',
      "[[b'S' b'F' b'F' b'F']\n [b'F' b'H' b'F' b'H']\n [b'F' b'F' b'F' b'H']\n [b'H' b'F' b'F' b'G']]",
    ],
    ['cells apart', 'S F F F\nF H F H\nF F F H\nH F F G'],
    ['cells between commas', 'S,F,F,F\nF,H,F,H\nF,F,F,H\nH,F,F,G'],
    ['a tuple', "('SFFF', 'FHFH', 'FFFH', 'HFFG')"],
    ['breaks that were written out', '"SFFF\\nFHFH\\nFFFH\\nHFFG"'],
  ])('reads %s', (_, text) => {
    expect(mapRows(text)).toEqual(LAKE);
  });

  it.each([
    ['D4RL’s backslashes, printed', '#####\\#GOO#\\###O#\\#ROO#\\#####'],
    ['D4RL’s source', 'U_MAZE = "#####\\\\#GOO#\\\\###O#\\\\#ROO#\\\\#####"'],
    [
      'D4RL’s source over lines',
      'U_MAZE = \\\n    "#####\\\\"+\\\n    "#GOO#\\\\"+\\\n    "###O#\\\\"+\\\n    "#ROO#\\\\"+\\\n    "#####"',
    ],
    [
      'a matrix of numbers and letters',
      "[[1, 1, 1, 1, 1],\n [1, 'g', 0, 0, 1],\n [1, 1, 1, 0, 1],\n [1, 'r', 0, 0, 1],\n [1, 1, 1, 1, 1]]",
    ],
    ['rows of digits', '11111\n1G001\n11101\n1S001\n11111'],
  ])('reads %s', (_, text) => {
    expect(mapRows(text)).toEqual(MAZE);
  });

  it('reads a matrix of numbers alone, in which start and goal are still to be drawn', () => {
    expect(mapRows('np.array([[1, 1, 1], [1, 0, 0], [1, 1, 1]])')).toEqual(['###', '#..', '###']);
    expect(mapRows('[[1 1 1]\n [1 0 0]\n [1 1 1]]')).toEqual(['###', '#..', '###']);
    expect(mapRows('1 1 1\n1 0 0\n1 1 1')).toEqual(['###', '#..', '###']);
  });

  it('leaves what it does not know for the faults of the map', () => {
    expect(mapRows('S.x\n?.G')).toEqual(['S.x', '?.G']);
    expect(mapRows('S.2\n#1G')).toEqual(['S.2', '#1G']);
  });
});
