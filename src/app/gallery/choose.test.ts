import { describe, expect, it } from 'vitest';
import { changeSettings } from '../../experiment/settings/change';
import { resolveSettings } from '../../experiment/settings/parse';
import { openingOf } from './choose';

describe('opening a scenario', () => {
  const changed = resolveSettings({
    scenario: 'cliff',
    learners: 'cql,cql-2,bc',
    'cql.alpha': 0.5,
    'cql-2.alpha': 2,
    'world.map': 'S.G',
    'data.size': 50,
    'train.seed': 7,
    speed: 'watch',
    backend: 'cpu',
  }).settings;

  it.each(['cliff', 'expert'])('gives %s as it was shipped', (scenario) => {
    const { settings, notices } = changeSettings(changed, openingOf(scenario, changed));
    expect(notices).toEqual([]);
    expect(settings).toEqual({
      ...resolveSettings({ scenario }).settings,
      speed: 'watch',
      backend: 'cpu',
    });
  });
});
