import { describe, expect, it } from 'vitest';
import { resolveSettings } from '../../experiment/settings/parse';
import { editMarks, settingName } from './edit-marks';

const { settings } = resolveSettings({ 'cql.alpha': 1.25, 'iql.expectile': 0.8 });

describe('the marks of live edits', () => {
  it('say what was changed, from what to what, by ascending step', () => {
    const marks = editMarks(settings, [
      { step: 200, key: 'cql.alpha', value: 2 },
      { step: 800, key: 'cql.alpha', value: 0.5 },
    ]);
    expect(marks).toEqual([
      { step: 200, sentence: 'α 1.25 → 2 from step 200 on' },
      { step: 800, sentence: 'α 2 → 0.5 from step 800 on' },
    ]);
  });

  it('are one where several were made at one step', () => {
    const marks = editMarks(settings, [
      { step: 100, key: 'cql.alpha', value: 3 },
      { step: 100, key: 'iql.expectile', value: 0.9 },
    ]);
    expect(marks).toEqual([{ step: 100, sentence: 'α 1.25 → 3; τ 0.8 → 0.9 from step 100 on' }]);
    expect(editMarks(settings, [])).toEqual([]);
  });

  it('name a setting by its symbol, or by its label where it has none', () => {
    expect(settingName('cql.alpha', settings)).toBe('α');
    expect(settingName('train.seed', settings)).toBe('Training seed');
  });
});
