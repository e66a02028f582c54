import { describe, expect, it } from 'vitest';
import { CLASS_CODES } from '../data/dataset';
import { WORLDS } from '../mdp/presets';
import { buildProblem } from './problem';
import { changeSettings } from './settings/change';
import { resolveSettings } from './settings/parse';

describe('the rows that a world brings', () => {
  const { settings: before } = resolveSettings({ scenario: 'expert' });
  it.each(WORLDS.map(({ id }) => id))(
    'hold a good plan in %s on every seed, and not every pair',
    (world) => {
      for (let seed = 0; seed < 10; seed++) {
        const { settings } = changeSettings(before, { world, 'data.seed': seed });
        const { truth, classes } = buildProblem(settings);
        const { inSupport, random, optimal } = truth;
        expect((inSupport - random) / (optimal - random)).toBeGreaterThan(0.95);
        expect(classes).toContain(CLASS_CODES.unseenAction);
      }
    },
  );
});
