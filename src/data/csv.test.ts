import { describe, expect, it } from 'vitest';
import { buildBehavior } from './behavior';
import { collect } from './collect';
import { FILE_COLUMNS, toCsv, toJson } from './csv';
import { freeze } from './dataset';
import { rowsOf, shipped, small } from './testing/worlds';
import type { Transitions } from './types';

/** Reads the text back the plain way, column by column. */
function read(text: string): Transitions {
  const [header, ...lines] = text.trimEnd().split('\n');
  const names = header.split(',');
  const column = (name: string) =>
    lines.map((line) => Number(line.split(',')[names.indexOf(name)]));
  return {
    size: lines.length,
    state: Int32Array.from(column('state')),
    action: Uint8Array.from(column('action')),
    reward: Float64Array.from(column('reward')),
    nextState: Int32Array.from(column('nextState')),
    terminal: Uint8Array.from(column('terminal')),
    truncated: Uint8Array.from(column('truncated')),
    episode: Int32Array.from(column('episode')),
    step: Int32Array.from(column('step')),
    behaviorProbability: Float64Array.from(column('behaviorProb')),
  };
}

describe('CSV', () => {
  it('has a line of names and a line a transition', () => {
    const mdp = small(['#S.', '#.G']);
    const data = freeze(
      mdp,
      rowsOf([
        { action: 1, nextState: 1, reward: 0.1 + 0.2, behaviorProbability: 1 / 3 },
        { state: 1, action: 2, nextState: 3, reward: -1e-7, terminal: true, step: 1 },
        { state: 2, action: 3, nextState: 2, episode: 1 },
      ]),
    );
    expect(toCsv(mdp, data)).toBe(
      [
        'state,row,col,action,reward,nextState,terminal,truncated,episode,step,behaviorProb',
        '0,0,1,1,0.30000000000000004,1,0,0,0,0,0.3333333333333333',
        '1,0,2,2,-1e-7,3,1,0,0,1,0.25',
        '2,1,1,3,0,2,0,1,1,0,0.25',
        '',
      ].join('\n'),
    );
  });

  it('gives the same data when read back, to the hash', () => {
    const mdp = shipped('cliff-walking');
    const spec = { kind: 'softmax', temperature: 3 } as const;
    const behavior = buildBehavior(mdp, spec, { size: 5000, seed: 1 });
    const data = collect(mdp, behavior, { size: 5000, seed: 1 });
    expect(freeze(mdp, read(toCsv(mdp, data)))).toEqual(data);
  });
});

describe('JSON', () => {
  it('has the columns of the CSV and the world', () => {
    const mdp = shipped('frozen-lake-4x4');
    const behavior = buildBehavior(mdp, { kind: 'uniform' }, { size: 200, seed: 1 });
    const data = collect(mdp, behavior, { size: 200, seed: 1 });
    const file = JSON.parse(JSON.stringify(toJson(mdp, data)));
    expect(file).toMatchObject({
      format: 'offgrid-dataset',
      version: 1,
      hash: data.hash,
      gamma: 0.99,
      actions: ['up', 'right', 'down', 'left'],
      size: 200,
      episodes: data.episodes,
      world: { map: ['S...', '.P.P', '...P', 'P..G'], gamma: 0.99, horizon: 100 },
    });
    expect(Object.keys(file.columns)).toEqual([...FILE_COLUMNS]);
    const lines = toCsv(mdp, data).trimEnd().split('\n').slice(1);
    lines.forEach((line, row) => {
      expect(FILE_COLUMNS.map((name) => file.columns[name][row]).join(',')).toBe(line);
    });
  });
});
