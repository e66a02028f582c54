import { describe, expect, it } from 'vitest';
import { settingOf } from '../../../experiment/settings/describe';
import { WORLDS } from '../../../mdp/presets';
import { scriptedPlayground } from '../../state/testing';
import { Draft, draftOf } from './draft';
import { blankDrawing, mirrored } from './drawing';

const FOUR_ROOMS = WORLDS[0].map;

function opened(hash = '') {
  const page = scriptedPlayground(hash);
  const draft = new Draft(page.playground);
  return {
    ...page,
    draft,
    drawing: () => draft.state.editor.drawing,
    setting: (key: string) => settingOf(page.playground.model.settings, key),
    runs: () => page.worker().commands.filter(({ type }) => type === 'configure').length,
  };
}

const SMALL = '#v=1&edition=2&world.map=S.G/.../...';

describe('a draft', () => {
  it('begins with the map of the playground', () => {
    expect(opened().drawing()).toEqual(FOUR_ROOMS);
    expect(opened(SMALL).drawing()).toEqual(['S.G', '...', '...']);
  });

  it('becomes the world when a stroke ends, not before', () => {
    const { draft, setting, runs } = opened(SMALL);
    draft.begin(3, 'line');
    draft.move(5);
    expect(setting('world.map')).toBe('S.G/.../...');
    draft.end();
    expect(setting('world.map')).toBe('S.G/###/...');
    expect(runs()).toBe(2);
  });

  it('stays where it is no world, while the playground keeps the last one', () => {
    const { draft, drawing, setting, runs } = opened(SMALL);
    draft.step(0, 2);
    draft.paint('#');
    expect(drawing()).toEqual(['S.#', '...', '...']);
    expect(draft.state.findings.map(({ kind }) => kind)).toEqual(['fault']);
    expect(setting('world.map')).toBe('S.G/.../...');
    expect(runs()).toBe(1);
    draft.step(1, 0);
    draft.paint('G');
    expect(setting('world.map')).toBe('S.#/..G/...');
  });

  it('is there again when the workbench is opened again', () => {
    const { playground } = scriptedPlayground(SMALL);
    draftOf(playground).paint('#');
    draftOf(playground).write('S.');
    expect(draftOf(playground).state.editor.drawing).toEqual(['#.G', '...', '...']);
    expect(draftOf(playground).state.text).toBe('S.');
  });

  it('is there again after a reload where it is no world yet, or written and not applied', () => {
    const { playground, draft, stored } = opened(SMALL);
    draft.step(0, 2);
    draft.paint('#');
    draft.write('S.');
    const again = new Draft(playground);
    expect(again.state.editor.drawing).toEqual(['S.#', '...', '...']);
    expect(again.state.findings.map(({ kind }) => kind)).toEqual(['fault']);
    expect(again.state.text).toBe('S.');
    // A map of another address is not touched by it.
    const other = scriptedPlayground('#v=1&edition=2&world.map=SG/..');
    for (const [key, value] of stored) other.stored.set(key, value);
    expect(new Draft(other.playground).state.editor.drawing).toEqual(['SG', '..']);
    again.undo();
    again.write(null);
    expect(again.state.editor.drawing).toEqual(['S.G', '...', '...']);
    expect([...stored.keys()].filter((key) => key.includes('unfinished'))).toEqual([]);
  });

  it('undoes and redoes what the playground shows along with the drawing', () => {
    const { draft, drawing, setting } = opened(SMALL);
    draft.change(mirrored(drawing()), 'mirrored');
    expect(setting('world.map')).toBe('G.S/.../...');
    draft.undo();
    expect(setting('world.map')).toBe('S.G/.../...');
    expect(draft.state.said).toBe('Undone: mirrored.');
    draft.redo();
    expect(setting('world.map')).toBe('G.S/.../...');
    draft.redo();
    draft.undo();
    draft.undo();
    expect(setting('world.map')).toBe('S.G/.../...');
  });

  it('collects nothing anew for a stroke that changes nothing', () => {
    const { draft, runs } = opened(SMALL);
    draft.paint('S');
    draft.undo();
    expect(runs()).toBe(1);
  });

  it('names the world’s own map by no map at all', () => {
    const { draft, drawing, setting } = opened(SMALL);
    expect(draft.isOwnMap()).toBe(false);
    draft.backToOwnMap();
    expect(drawing()).toEqual(FOUR_ROOMS);
    expect(setting('world.map')).toBe('');
    expect(draft.isOwnMap()).toBe(true);
    draft.undo();
    expect(setting('world.map')).toBe('S.G/.../...');
  });

  it('takes over a world from elsewhere, and gives the drawing back with its numbers', () => {
    const { draft, drawing, playground, setting } = opened(SMALL);
    playground.change({ 'world.slip': 0.25 });
    draft.step(0, 2);
    draft.paint('.');
    playground.change({ world: 'cliff-walking' });
    expect(drawing()).toEqual(WORLDS.find(({ id }) => id === 'cliff-walking')?.map);
    expect(draft.state.cursor).toBeLessThan(48);
    draft.undo();
    expect(drawing()).toEqual(['S..', '...', '...']);
    expect(setting('world')).toBe('four-rooms');
    expect(setting('world.map')).toBe('S.G/.../...');
    expect(setting('world.slip')).toBe(0.25);
    draft.redo();
    expect(setting('world')).toBe('cliff-walking');
    expect(setting('world.map')).toBe('');
    expect(setting('world.pit')).toBe(-100);
  });

  it('takes no notice of settings that leave the map alone', () => {
    const { draft, playground } = opened(SMALL);
    playground.change({ 'world.slip': 0.25, 'cql.alpha': 1 });
    playground.change({ 'data.seed': 4 });
    expect(draft.state.editor.past).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('moves a cursor that stops at the edges, and says where it is', () => {
    const { draft } = opened(SMALL);
    draft.step(-1, 0);
    expect(draft.state.said).toBe('Row 1, column 1: start.');
    draft.step(9, 9);
    expect(draft.state.said).toBe('Row 3, column 3: floor.');
  });

  it('paints what is marked, and takes the sign as brush', () => {
    const { draft, drawing } = opened(SMALL);
    draft.step(1, 0);
    draft.step(1, 0, true);
    draft.step(0, 1, true);
    expect(draft.state.said).toBe('Row 3, column 2: floor. Marked: 2 by 2 cells.');
    draft.paint('P');
    expect(drawing()).toEqual(['S.G', 'PP.', 'PP.']);
    expect(draft.state.brush).toBe('P');
    expect(draft.state.anchor).toBeNull();
    draft.undo();
    expect(drawing()).toEqual(['S.G', '...', '...']);
  });

  it('stays inside of a drawing that became smaller', () => {
    const { draft } = opened();
    draft.step(99, 99);
    draft.step(-1, -1, true);
    draft.change(blankDrawing(3, 3), 'blank map');
    expect(draft.state.cursor).toBe(8);
    expect(draft.state.anchor).toBeNull();
    expect(draft.state.said).toBe('Blank map: 3 rows, 3 columns.');
  });
});
