import { expect, it } from 'vitest';
import { MOST_STEPS } from '../../experiment/ending';
import { resolveSettings } from '../../experiment/settings/parse';
import { Settling } from '../../experiment/settling';
import { RunWatch } from './run-watch';
import type { SessionRun } from './session-parts';

it('ends a run by the edits that a link has replayed, though the page has not sent them', () => {
  const edits = [{ step: 100, key: 'online.learners', value: ['dqn'] }];
  const ending = (step: number, made: SessionRun['edits']) => {
    const { settings } = resolveSettings({});
    const settling = new Settling(50, 1);
    const watch = new RunWatch('a', { step, edits: made } as SessionRun, settling, () => {});
    watch.sayEdits();
    return watch.ending(settings);
  };
  expect(ending(MOST_STEPS, [])).toEqual({ step: MOST_STEPS, reason: 'cap' });
  expect(ending(MOST_STEPS, edits)).toBeNull();
  const online = { ...edits[0], key: 'online.from', value: 500 };
  expect(ending(MOST_STEPS + 100, [...edits, online])).toBeNull();
  expect(ending(MOST_STEPS + 500, [...edits, online])?.step).toBe(MOST_STEPS + 500);
});
