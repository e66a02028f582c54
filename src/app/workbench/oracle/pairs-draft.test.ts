import { describe, expect, it } from 'vitest';
import { settingOf } from '../../../experiment/settings/describe';
import { scriptedPlayground } from '../../state/testing';
import { pairsOf } from './pairs';
import { operable, PairsDraft, pairsDraftOf } from './pairs-draft';

function opened(rest = '') {
  const page = scriptedPlayground(`#v=1&edition=2&world.map=S../.../..G${rest}`);
  const draft = new PairsDraft(page.playground);
  return {
    draft,
    playground: page.playground,
    setting: (key = 'oracle.pairs') => settingOf(page.playground.model.settings, key),
    runs: () => page.worker().commands.filter(({ type }) => type === 'configure').length,
  };
}

describe('painting where truth is put in', () => {
  it('becomes the setting of all that have a target when a stroke ends, in one run', () => {
    const { draft, playground, setting, runs } = opened();
    expect(operable(playground.model.settings)).toEqual(['dqn', 'cql', 'iql']);
    draft.begin(0, 'line');
    draft.move(2);
    expect([setting(), setting('dqn.oracle')]).toEqual(['', 'none']);
    draft.end();
    expect(setting()).toBe('0.0urdl,0.1urdl,0.2urdl');
    expect(['dqn', 'cql', 'iql'].map((id) => setting(`${id}.oracle`))).toEqual(
      Array(3).fill('painted'),
    );
    expect(runs()).toBe(2);
  });

  it('leaves the choices of learners alone where one takes painted pairs already', () => {
    const { draft, setting } = opened('&dqn.oracle=painted&cql.oracle=unseen');
    draft.pick(1);
    draft.paintCursor(1);
    expect(setting()).toBe('0.0r');
    expect(['dqn', 'cql', 'iql'].map((id) => setting(`${id}.oracle`))).toEqual([
      'painted',
      'unseen',
      'none',
    ]);
  });

  it('is undone and done again with the choices that it made', () => {
    const { draft, setting } = opened();
    draft.toggle(2);
    draft.undo();
    expect([setting(), setting('iql.oracle')]).toEqual(['', 'none']);
    draft.redo();
    expect([setting(), setting('iql.oracle')]).toEqual(['0.0d', 'painted']);
    draft.toggle(2);
    expect(setting()).toBe('');
    expect([draft.state.past.length, draft.state.future.length]).toEqual([2, 0]);
  });

  it('is taken back by giving the stroke up', () => {
    const { draft, setting, runs } = opened();
    draft.begin(0, 'rectangle');
    draft.move(4);
    expect(draft.state.drawn.size).toBe(4);
    draft.giveUp();
    draft.end();
    expect([draft.state.drawn.size, setting(), runs()]).toEqual([0, '', 1]);
  });

  it('follows what is chosen elsewhere, as a step that can be undone', () => {
    const { draft, playground, setting } = opened();
    playground.change({ 'oracle.pairs': '1.1u', 'dqn.oracle': 'unseenActions' });
    expect(draft.state.drawn).toEqual(pairsOf('1.1u'));
    draft.undo();
    expect([setting(), setting('dqn.oracle')]).toEqual(['', 'none']);
  });

  it('says what stands in a cell, and goes from cell to cell', () => {
    const { draft } = opened('&oracle.pairs=0.1ur');
    draft.step(0, 1);
    expect(draft.state.said).toBe('Row 1, column 2: truth put in for up and right.');
    draft.step(99, 99);
    expect(draft.state.said).toBe('Row 3, column 3: nobody acts here.');
    draft.paintCursor('all');
    expect(draft.state.drawn.size).toBe(1);
  });

  it('is one for a page', () => {
    const { playground } = opened();
    expect(pairsDraftOf(playground)).toBe(pairsDraftOf(playground));
  });
});
