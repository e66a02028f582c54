import { describe, expect, it } from 'vitest';
import { buildProblem } from '../experiment/problem';
import { SCENARIOS } from '../experiment/scenarios';
import { resolveSettings } from '../experiment/settings/parse';
import { previewOf } from './preview';

describe('a preview', () => {
  it.each(SCENARIOS.map(({ id }) => id))('counts the very data of the scenario %s', (id) => {
    const { settings } = resolveSettings({ scenario: id });
    const { dataset } = buildProblem(settings);
    expect(previewOf({ id, settings })).toEqual({ id, counts: dataset.counts.pairs });
  });
});
