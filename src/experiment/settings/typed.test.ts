import { describe, expect, expectTypeOf, it } from 'vitest';
import { AUTO } from '../../learners/meta';
import type { Settings } from '../types';
import { settingOf } from './describe';
import { resolveSettings } from './parse';

const { settings } = resolveSettings({ scenario: 'sketch-trap', 'cql.alpha': '0.5' });

// What is said of types here is held by the type checker, not by the run.
describe('the type of settings', () => {
  it('follows from the description of each', () => {
    expectTypeOf(settings.seeds).toEqualTypeOf<number>();
    expectTypeOf(settings['world.gamma']).toEqualTypeOf<number>();
    expectTypeOf(settings.steps).toEqualTypeOf<number | typeof AUTO>();
    expectTypeOf(settings.encoding).toEqualTypeOf<'one-hot' | 'xy' | 'fourier'>();
    expectTypeOf(settings['data.source']).toEqualTypeOf<'collected' | 'file'>();
    expectTypeOf(settings.world).toEqualTypeOf<string>();
    expectTypeOf(settings['data.edits']).toEqualTypeOf<string>();
    expectTypeOf(settings.learners).toEqualTypeOf<readonly string[]>();
  });

  it('follows for an instance from its method, whatever its suffix', () => {
    expectTypeOf(settings['cql.alpha']).toEqualTypeOf<number>();
    expectTypeOf(settings['cql-sketch.alpha']).toEqualTypeOf<number>();
    expectTypeOf(settings['cql-sketch.backup']).toEqualTypeOf<'softmax' | 'max'>();
    expectTypeOf(settings['dqn.double']).toEqualTypeOf<boolean>();
    expect(settings['cql-sketch.penalty']).toBe('sampled-sketch');
    expect(settings['cql.alpha']).toBe(0.5);
  });

  it('knows no other setting', () => {
    // @ts-expect-error there is none
    expect(settings.sedes).toBeUndefined();
    // @ts-expect-error nor of the world
    expect(settings['world.gama']).toBeUndefined();
    // @ts-expect-error nor of a learner
    expect(settings['cql.expectile']).toBeUndefined();
    // @ts-expect-error nor of one with a suffix
    expect(settings['cql-sketch.expectile']).toBeUndefined();
    // @ts-expect-error nor another value
    const changed: Settings = { ...settings, encoding: 'two-hot' };
    expect(changed.encoding).not.toBe(settings.encoding);
  });

  it('lets a key that is only known as it runs be asked for, and no prototype', () => {
    expect(settingOf(settings, 'seeds')).toBe(1);
    expect(settingOf(settings, 'sedes')).toBeUndefined();
    expect(settingOf(settings, 'constructor')).toBeUndefined();
    expect([settings.steps, settings.rewardScale]).toEqual([AUTO, AUTO]);
  });
});
