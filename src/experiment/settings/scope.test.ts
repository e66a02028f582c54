import { describe, expect, it, vi } from 'vitest';
import { resolveSettings } from './parse';
import { effectOf } from './scope';

/** The schema with a setting that it does not have, under a prefix that nothing else has. */
vi.mock('./schema', async (original) => {
  const schema = await original<typeof import('./schema')>();
  const { 'data.size': size } = schema.GLOBAL_SETTINGS;
  return { ...schema, GLOBAL_SETTINGS: { ...schema.GLOBAL_SETTINGS, 'sweep.size': size } };
});

const of = (given: Record<string, unknown>) => resolveSettings(given).settings;
const base = of({});

describe('the scope of a change', () => {
  it.each([
    [{ layer: 'q' }, 'view'],
    [{ 'cql.alpha': 0.5 }, 'live'],
    [{ width: 33 }, 'train'],
    [{ 'cql.alpha': 0.5, 'data.seed': 4 }, 'data'],
    [{ 'world.slip': 0.1, layer: 'q' }, 'world'],
    [{ 'cql.backup': 'max' }, 'train'],
    [{ learners: ['bc'] }, 'train'],
    [{ scenario: 'conservative-is-not-humble' }, 'train'],
  ])('%j is of scope %s', (change, scope) => {
    expect(effectOf(base, of(change)).scope).toBe(scope);
    expect(effectOf(of(change), base).scope).toBe(scope);
  });

  it('is none where nothing changed, and concerns nobody in a learner that is off', () => {
    expect(effectOf(base, of({})).scope).toBeNull();
    const off = of({ learners: 'bc' });
    expect(effectOf(off, of({ learners: 'bc', 'cql.backup': 'max' })).scope).toBe('view');
  });

  it('is that of the description under any prefix', () => {
    expect(effectOf(base, of({ 'sweep.size': 900 })).scope).toBe('data');
  });

  it('decides what begins anew, and what the running training takes over', () => {
    const change = (given: Record<string, unknown>) => effectOf(base, of(given));
    expect(change({})).toEqual({ keys: [], scope: null, restarts: false, live: [], edits: [] });
    expect(change({ 'cql.alpha': 0.5, steps: 100, layer: 'q' })).toEqual({
      keys: expect.arrayContaining(['cql.alpha', 'steps', 'layer']),
      scope: 'live',
      restarts: false,
      live: ['steps', 'cql.alpha'],
      edits: ['cql.alpha'],
    });
    for (const [given, restarts] of [
      [{ layer: 'q' }, false],
      [{ width: 32 }, true],
      [{ 'sweep.size': 900 }, true],
      [{ 'world.slip': 0.1 }, true],
    ] as const)
      expect(change(given).restarts).toBe(restarts);
  });

  it('keeps an edit of a learner that is off for when it is on', () => {
    const off = of({ learners: 'bc' });
    const { scope, edits } = effectOf(off, of({ learners: 'bc', 'cql.alpha': 2 }));
    expect([scope, edits]).toEqual(['view', ['cql.alpha']]);
  });
});
