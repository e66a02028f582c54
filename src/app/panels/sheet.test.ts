import { expect, it } from 'vitest';
import { scriptedPlayground } from '../state/testing';
import { choose, sheet } from './sheet';

it('opens for the cell that was chosen, and closes with it', () => {
  const { playground } = scriptedPlayground();
  expect(sheet.getState().opened).toBe(false);
  choose(playground, 3);
  expect([playground.model.pinned, sheet.getState().opened]).toEqual([3, true]);
  choose(playground, null);
  expect([playground.model.pinned, sheet.getState().opened]).toEqual([null, false]);
});
