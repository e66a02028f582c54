import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../scenarios';
import { changeSettings, settingsAt } from './change';
import { effectiveDefault, schemaOf, settingOf } from './describe';
import { resolveSettings } from './parse';
import { validSettings } from './testing';

const of = (given: Record<string, unknown>) => resolveSettings(given).settings;
const base = of({});

describe('changing settings', () => {
  it('keeps what was set by hand and lets the rest follow the world', () => {
    const before = of({ 'world.slip': 0.3, batch: 72 });
    const { settings } = changeSettings(before, { world: 'cliff-walking' });
    expect(settings['world.pit']).toBe(-100);
    expect(settings['world.slip']).toBe(0);
    expect(settings.batch).toBe(72);
  });

  it('takes the rows of another world, unless somebody chose how many', () => {
    const large = changeSettings(base, { world: 'maze-large' }).settings;
    expect(large['data.size']).toBe(1500);
    expect(changeSettings(large, { world: 'tutorial-maze' }).settings['data.size']).toBe(400);
    const back = changeSettings(large, { world: base.world }).settings;
    expect(back).toEqual(base);
    const chosen = changeSettings(base, { 'data.size': 750 }).settings;
    expect(changeSettings(chosen, { world: 'maze-large' }).settings['data.size']).toBe(750);
    const both = changeSettings(base, { world: 'maze-large', 'data.size': 300 }).settings;
    expect(both['data.size']).toBe(300);
    const scenario = changeSettings(large, { scenario: 'expert' }).settings;
    expect(scenario).toEqual(of({ scenario: 'expert' }));
  });

  it('replaces everything but the page’s own by another scenario', () => {
    const before = of({ batch: 72, layer: 'q', backend: 'cpu' });
    const { settings } = changeSettings(before, { scenario: 'sketch-trap' });
    expect(settings.learners).toEqual(['cql', 'cql-sketch']);
    expect(settings.batch).toBe(base.batch);
    expect(settings.layer).toBe('q');
    expect(settings.backend).toBe('cpu');
  });

  it('drops the settings of a second instance that is switched off, without a word', () => {
    const before = of({ learners: 'cql,cql-2', 'cql-2.alpha': 1, 'cql.alpha': 2 });
    const { settings, notices } = changeSettings(before, { learners: ['bc'] });
    expect(notices).toEqual([]);
    expect(settings['cql.alpha']).toBe(2);
    expect(Object.keys(settings)).not.toContain('cql-2.alpha');
  });

  it('takes a setting back to its default by undefined', () => {
    expect(changeSettings(of({ batch: 72 }), { batch: undefined }).settings.batch).toBe(base.batch);
  });

  it('says what did not fit', () => {
    const { settings, notices } = changeSettings(base, { batch: 1e9 });
    expect(settings.batch).toBe(512);
    expect(notices).toHaveLength(1);
  });

  it('changes nothing by an empty patch, and only the key of a harmless one', () => {
    fc.assert(
      fc.property(validSettings, fc.integer({ min: 8, max: 512 }), (settings, batch) => {
        expect(changeSettings(settings, {})).toEqual({ settings, notices: [] });
        expect(changeSettings(settings, { batch }).settings).toEqual({ ...settings, batch });
      }),
    );
  });

  it('keeps some of the learners in the order of all of them', () => {
    const { settings } = resolveSettings({ scenario: 'let-it-try', learners: 'iql,cql' });
    expect(settings['online.learners']).toEqual(['iql', 'cql']);
    expect(changeSettings(settings, {}).settings).toEqual(settings);
  });

  it('gives a scenario in full, whatever came before', () => {
    fc.assert(
      fc.property(validSettings, fc.constantFrom(...SCENARIOS), (settings, { id }) => {
        fc.pre(settings.scenario !== id);
        const after = changeSettings(settings, { scenario: id }).settings;
        // What the page shows and where it computes are the user’s own.
        for (const key of Object.keys(after))
          if (!['scenario', 'backend'].includes(key) && schemaOf(key)?.scope !== 'view')
            expect(settingOf(after, key), key).toEqual(effectiveDefault(key, after));
      }),
    );
  });
});

describe('settings at a step', () => {
  it('are those of step 0 with the edits made so far', () => {
    const edits = [
      { step: 100, key: 'cql.alpha', value: 1 },
      { step: 200, key: 'cql.alpha', value: 2 },
    ];
    expect(settingsAt(base, edits, 99)).toEqual(base);
    expect(settingsAt(base, edits, 100)['cql.alpha']).toBe(1);
    expect(settingsAt(base, edits)['cql.alpha']).toBe(2);
  });
});
