import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LiveEdit, Settings } from '../types';
import { schemaOf } from './describe';
import { resolveSettings } from './parse';
import { validSettings } from './testing';
import { decodeHash, encodeHash } from './url';

const defaults = resolveSettings({}).settings;
const KEYS = Object.keys(defaults);

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
    expect(encodeHash(defaults)).toBe('#v=1&edition=2&scenario=extrapolation');
    const { settings } = resolveSettings({ 'train.seed': 3, 'cql.alpha': 0.5 });
    expect(encodeHash(settings)).toBe(
      '#v=1&edition=2&scenario=extrapolation&train.seed=3&cql.alpha=0.5',
    );
    const two = resolveSettings({ learners: ['cql', 'bc'], 'world.map': 'S.#/..G' }).settings;
    expect(encodeHash(two)).toBe(
      '#v=1&edition=2&scenario=extrapolation&world.map=S.%23/..G&learners=cql,bc',
    );
    expect(encodeHash(defaults, [{ step: 1200, key: 'cql.alpha', value: 0.5 }])).toBe(
      '#v=1&edition=2&scenario=extrapolation&edits=1200:cql.alpha:0.5',
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

  it('carry long texts compressed and short ones readably', () => {
    const short = { 'behavior.mixture': '2*expert+1*painted', 'data.edits': 'top(5);!below(0.1)' };
    expect(encodeHash(resolveSettings(short).settings)).toBe(
      '#v=1&edition=2&scenario=extrapolation&behavior.mixture=2*expert+1*painted&data.edits=top(5);!below(0.1)',
    );
    const rows = Array.from({ length: 40 }, (_, r) => `${'.'.repeat(r)}#${'.'.repeat(39 - r)}`);
    const map = ['S'.padEnd(40, '.'), ...rows.slice(1, 39), 'G'.padStart(40, '.')].join('/');
    const { settings } = resolveSettings({ 'world.map': map });
    expect(settings['world.map']).toBe(map);
    const hash = encodeHash(settings);
    expect(hash).toMatch(/^#v=1&edition=2&scenario=extrapolation&world\.map=~[\w-]+$/);
    expect(hash.length).toBeLessThan(400);
    expect(decodeHash(hash)).toEqual({ settings, edits: [], notices: [] });
  });

  it('carry every cell of the largest map painted', () => {
    const painted = Array.from(
      { length: 1600 },
      (_, i) => `${Math.floor(i / 40)}.${i % 40}:${i % 7}-${i % 11}-${1 + (i % 5)}-${i % 13}`,
    );
    const { settings, notices } = resolveSettings({ 'behavior.painted': painted.join(',') });
    expect(notices).toEqual([]);
    expect(decodeHash(encodeHash(settings))).toEqual({ settings, edits: [], notices: [] });
  });

  it('say which compressed text could not be read, and restore the rest', () => {
    const { settings, notices } = decodeHash(
      '#v=1&edition=2&world.map=~AAAA&train.seed=3&width=~AAAA',
    );
    expect(settings['train.seed']).toBe(3);
    expect(settings['world.map']).toBe('');
    expect(notices.map(({ message }) => message)).toEqual([
      'world.map: the compressed text is cut off or was changed on its way; the default is used.',
      expect.stringMatching(/^width: “~AAAA” is not a number/),
    ]);
  });

  it.each([
    ['one packed text', () => `#v=1&edition=2&world.map=~${'A'.repeat(100_000)}`],
    [
      'packed texts for every key',
      () => KEYS.map((key) => `${key}=~${'x'.repeat(1500)}`).join('&'),
    ],
    ['one long map', () => `#world.map=${'S.#/'.repeat(25_000)}`],
    ['faulty paint', () => `#behavior.painted=${'3.4x,'.repeat(7000)}`],
    ['nothing but separators', () => `#data.edits=${';'.repeat(7900)}&${'&'.repeat(92_000)}`],
    ['percent signs', () => `#${'%'.repeat(100_000)}`],
    ['keys', () => `#${Array.from({ length: 20_000 }, (_, i) => `k${i}=`).join('&')}`],
    ['live edits', () => `#edits=${'5:cql.alpha:1,'.repeat(8000)}`],
  ])('of 100 kB (%s) are read, with few notices', (_, make) => {
    const { settings, notices } = decodeHash(make());
    expect(resolveSettings(settings).notices).toEqual([]);
    expect(notices.length).toBeLessThan(40);
    expect(Object.values(settings).join('').length).toBeLessThan(60_000);
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
    const { settings, notices } = decodeHash(
      '#v=1&edition=2&batch=%E0%A4%A&%%=1&width&train.seed=3',
    );
    expect(settings['train.seed']).toBe(3);
    expect(settings.batch).toBe(defaults.batch);
    expect(notices).toHaveLength(3);
    expect(notices[0].message).toMatch(/“batch=%E0%A4%A”.*percent-encoded/);
    expect(notices[2].message).toMatch(/“width” of the link has no value/);
  });

  it('hold edits of who acts, with other signs than those between edits', () => {
    const { settings } = resolveSettings({ learners: 'dqn,cql-x,bc' });
    const edits = [
      { step: 300, key: 'online.learners', value: ['dqn', 'cql-x'] },
      { step: 300, key: 'online.steps', value: 4 },
      { step: 900, key: 'online.learners', value: [] },
    ];
    const hash = encodeHash(settings, edits);
    expect(hash).toContain(
      'edits=300:online.learners:dqn+cql-x,300:online.steps:4,900:online.learners:',
    );
    expect(decodeHash(hash)).toEqual({ settings, edits, notices: [] });
    const read = decodeHash(
      '#learners=dqn&edits=5:online.learners:all,6:online.learners:iql+dqn,7:online.learners:x',
    );
    expect(read.edits).toEqual([
      { step: 5, key: 'online.learners', value: ['dqn'] },
      { step: 6, key: 'online.learners', value: ['dqn'] },
    ]);
    expect(read.notices.map(({ message }) => message)).toEqual([
      expect.stringMatching(/“iql” is not a learner that trains/),
      expect.stringMatching(/“x” is no value of online.learners/),
    ]);
  });

  it('leave out live edits that make no sense and clamp those that go too far', () => {
    const { edits, notices } = decodeHash(
      '#v=1&edition=2&edits=900:cql.alpha:999,100:cql.alpha:0.5,x:cql.alpha:1,5:width:8,5:foo.bar:1,7,5:polyak:much',
    );
    expect(edits).toEqual([
      { step: 100, key: 'cql.alpha', value: 0.5 },
      { step: 900, key: 'cql.alpha', value: 100 },
    ]);
    expect(notices).toHaveLength(5);
    expect(notices[0].message).toMatch(/at step 900, cql\.alpha: “999” is outside/);
    expect(notices[2].message).toMatch(/“width” cannot change while training/);
  });

  it('never throw, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webFragments(),
      fc
        .array(
          fc.tuple(
            fc.constantFrom('v', 'edits', 'batch', '__proto__', '%', 'world.map', 'data.edits'),
            fc.oneof(fc.string(), fc.stringMatching(/^~[\w-]{0,60}$/)),
          ),
        )
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
