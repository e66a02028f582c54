import { describe, expect, it } from 'vitest';
import { nearestOf } from '../../learners/language/nearest';
import { SCENARIOS } from '../scenarios';
import { resolveSettings } from './parse';

const ids = SCENARIOS.map(({ id }) => id);

describe('the nearest name', () => {
  it('is the one meant', () => {
    for (const [given, meant] of [
      ['extrapolaton', 'extrapolation'],
      ['Extrapolation', 'extrapolation'],
      ['exptrapolation', 'extrapolation'],
      ['clif', 'cliff'],
      ['clfif', 'cliff'],
      ['stiching', 'stitching'],
      ['bc_ceiling', 'bc-ceiling'],
      ['experts', 'expert'],
    ])
      expect(nearestOf(given, ids), given).toBe(meant);
  });

  it('is none where none is near', () => {
    for (const given of ['nowhere', 'x', '', 'zzzzzzzz', 'a'.repeat(5000)])
      expect(nearestOf(given, ids), given.slice(0, 10)).toBeNull();
  });

  it('is said of a scenario and of a world, and not taken without a word', () => {
    const { settings, notices } = resolveSettings({ scenario: 'clif', world: 'four-room' });
    expect(settings.scenario).toBe('extrapolation');
    const said = notices.map(({ message }) => message).join('\n');
    expect(said).toMatch(/“clif” is not there. Was “cliff” meant\?/);
    expect(said).toMatch(/Was “four-rooms” meant\?/);
  });
});
