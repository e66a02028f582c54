import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LiveEdit, Settings } from '../types';
import { schemaOf } from './describe';
import { resolveSettings } from './parse';
import { validSettings } from './testing';
import { decodeHash, encodeHash } from './url';

const defaults = resolveSettings({}).settings;

/** Live edits that a person may have made under the given settings. */
function validEdits(settings: Settings): fc.Arbitrary<LiveEdit[]> {
  const numbers = Object.keys(settings).flatMap((key) => {
    const description = schemaOf(key);
    return description?.scope === 'live' && description.type === 'number' && !description.integer
      ? [{ key, ...description }]
      : [];
  });
  return fc
    .array(
      fc.constantFrom(...numbers).chain(({ key, min, max }) =>
        fc.record({
          step: fc.nat(100_000),
          key: fc.constant(key),
          value: fc.double({ min, max, noNaN: true }),
        }),
      ),
      { maxLength: 10 },
    )
    .map((edits) => edits.sort((a, b) => a.step - b.step));
}

describe('links', () => {
  it('say the version, the scenario and what differs, readably', () => {
    expect(encodeHash(defaults)).toBe('#v=1&scenario=extrapolation');
    const { settings } = resolveSettings({ 'train.seed': 3, 'cql.alpha': 0.5 });
    expect(encodeHash(settings)).toBe('#v=1&scenario=extrapolation&train.seed=3&cql.alpha=0.5');
    const two = resolveSettings({ learners: ['cql', 'bc'], 'world.map': 'S.#/..G' }).settings;
    expect(encodeHash(two)).toBe('#v=1&scenario=extrapolation&world.map=S.%23/..G&learners=cql,bc');
    expect(encodeHash(defaults, [{ step: 1200, key: 'cql.alpha', value: 0.5 }])).toBe(
      '#v=1&scenario=extrapolation&edits=1200:cql.alpha:0.5',
    );
  });

  it('restore every setting and every live edit', () => {
    fc.assert(
      fc.property(
        validSettings.chain((settings) => fc.tuple(fc.constant(settings), validEdits(settings))),
        ([settings, edits]) => {
          expect(decodeHash(encodeHash(settings, edits))).toEqual({ settings, edits, notices: [] });
        },
      ),
    );
  });

  it('may lack everything', () => {
    for (const hash of ['', '#', '#v=1', '#&&'])
      expect(decodeHash(hash)).toEqual({ settings: defaults, edits: [], notices: [] });
  });

  it('may be of a later version, and then restore what is known', () => {
    const { settings, notices } = decodeHash('#v=2&scenario=extrapolation&cql.alpha=0.5&aura=1');
    expect(settings['cql.alpha']).toBe(0.5);
    expect(notices.map(({ key }) => key)).toEqual(['v', 'aura']);
    expect(notices[0].message).toMatch(/version 2.*reads version 1/);
    expect(decodeHash('#v=banana').notices[0].message).toMatch(/“banana” is not a version/);
  });

  it('may be broken without breaking the page', () => {
    const { settings, notices } = decodeHash('#v=1&batch=%E0%A4%A&%%=1&width&train.seed=3');
    expect(settings['train.seed']).toBe(3);
    expect(settings.batch).toBe(defaults.batch);
    expect(notices).toHaveLength(3);
    expect(notices[0].message).toMatch(/“batch=%E0%A4%A”.*percent-encoded/);
    expect(notices[2].message).toMatch(/“width” of the link has no value/);
  });

  it('leave out live edits that make no sense and clamp those that go too far', () => {
    const { edits, notices } = decodeHash(
      '#v=1&edits=900:cql.alpha:99,100:cql.alpha:0.5,x:cql.alpha:1,5:width:8,5:foo.bar:1,7,5:polyak:much',
    );
    expect(edits).toEqual([
      { step: 100, key: 'cql.alpha', value: 0.5 },
      { step: 900, key: 'cql.alpha', value: 10 },
    ]);
    expect(notices).toHaveLength(5);
    expect(notices[0].message).toMatch(/at step 900, cql\.alpha: “99” is outside/);
    expect(notices[2].message).toMatch(/“width” cannot change while training/);
  });

  it('never throw, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webFragments(),
      fc
        .array(fc.tuple(fc.constantFrom('v', 'edits', 'batch', '__proto__', '%'), fc.string()))
        .map((pairs) => `#${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`),
    );
    fc.assert(
      fc.property(text, (hash) => {
        const { settings } = decodeHash(hash);
        expect(resolveSettings(settings).notices).toEqual([]);
      }),
    );
  });
});
