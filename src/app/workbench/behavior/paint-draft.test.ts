import { describe, expect, it } from 'vitest';
import { settingOf } from '../../../experiment/settings/describe';
import { scriptedPlayground } from '../../state/testing';
import { actionOfKey, PaintDraft, paintDraftOf } from './paint-draft';

function opened(hash = '#v=1&edition=2&world.map=S../.../..G') {
  const page = scriptedPlayground(hash);
  const draft = new PaintDraft(page.playground);
  return {
    draft,
    playground: page.playground,
    setting: (key = 'behavior.painted') => settingOf(page.playground.model.settings, key),
    runs: () => page.worker().commands.filter(({ type }) => type === 'configure').length,
  };
}

describe('painting', () => {
  it('becomes the setting and the behaviour when a stroke ends, in one run', () => {
    const { draft, setting, runs } = opened();
    draft.begin(0, 'line');
    draft.move(2);
    expect([setting(), setting('behavior')]).toEqual(['', 'mixture']);
    draft.end();
    expect([setting(), setting('behavior')]).toEqual(['0.0r,0.1r,0.2r', 'painted']);
    expect(draft.state.switched).toBe(true);
    expect(runs()).toBe(2);
  });

  it('is undone and done again with the behaviour that it replaced', () => {
    const { draft, setting } = opened();
    draft.pick(2);
    draft.begin(4, 'line');
    draft.end();
    draft.undo();
    expect([setting(), setting('behavior')]).toEqual(['', 'mixture']);
    expect(draft.state.drawn.size).toBe(0);
    draft.redo();
    expect([setting(), setting('behavior')]).toEqual(['1.1d', 'painted']);
    expect([draft.state.past.length, draft.state.future.length]).toEqual([1, 0]);
  });

  it('is taken back by giving the stroke up', () => {
    const { draft, setting, runs } = opened();
    draft.begin(0, 'rectangle');
    draft.move(5);
    expect(draft.state.drawn.size).toBe(6);
    draft.giveUp();
    draft.end();
    expect([draft.state.drawn.size, setting(), runs()]).toEqual([0, '', 1]);
  });

  it('leaves a mixture alone that has the painted policy in it', () => {
    const { draft, setting } = opened(
      '#v=1&edition=2&behavior=mixture&behavior.mixture=1*painted%2B1*uniform',
    );
    draft.pick(0);
    draft.paintCursor(0);
    expect(setting('behavior')).toBe('mixture');
    draft.change({ 'behavior.mixture': '1*uniform' }, 'mixture changed');
    draft.paintCursor(1);
    expect(setting('behavior')).toBe('painted');
  });

  it('weighs the marked cell by keys, and says it', () => {
    const { draft, setting } = opened();
    draft.step(0, 1);
    expect(draft.state.said).toBe('Row 1, column 2: not painted.');
    draft.lean(1, 45);
    expect(setting()).toBe('0.1:10-70-10-10');
    expect(draft.state.said).toBe(
      'Row 1, column 2: up 10\u00a0%, right 70\u00a0%, down 10\u00a0%, left 10\u00a0%.',
    );
    draft.step(9, 9);
    draft.weigh(0, 50);
    expect(draft.state.said).toBe('Row 3, column 3: nobody acts here.');
    expect(setting()).toBe('0.1:10-70-10-10');
    draft.paintCursor('erase');
    draft.step(-9, -1);
    draft.paintCursor('erase');
    expect(setting()).toBe('');
  });
});

describe('the history', () => {
  it('has what others changed as steps, and not what has nothing to do with it', () => {
    const { draft, playground, setting } = opened();
    playground.change({ 'behavior.painted': '0.0u' });
    playground.change({ 'data.size': 900 });
    expect(draft.state.drawn.size).toBe(1);
    expect(draft.state.past.length).toBe(1);
    draft.undo();
    expect([setting(), setting('data.size')]).toEqual(['', 900]);
  });

  it('survives closing the workbench, and another world keeps what is painted', () => {
    const { playground } = opened();
    const draft = paintDraftOf(playground);
    draft.paintCursor(3);
    draft.step(2, 2);
    playground.change({ 'world.map': 'S.G' });
    expect(paintDraftOf(playground)).toBe(draft);
    expect(draft.state).toMatchObject({ cursor: 0, map: ['S.G'] });
    expect(draft.state.drawn.size).toBe(1);
  });
});

it('knows the letters of directions in either case', () => {
  expect(['u', 'R', 'd', 'L', 'x'].map(actionOfKey)).toEqual([0, 1, 2, 3, null]);
});
