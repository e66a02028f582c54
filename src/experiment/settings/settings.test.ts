import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOG } from '../../learners/catalog';
import { SCOPES } from '../../learners/meta';
import { LEARNER_KINDS } from '../../learners/types';
import { SCENARIOS } from '../scenarios';
import type { Settings } from '../types';
import {
  describe as describeSetting,
  effectiveDefault,
  schemaOf,
  settingKeys,
  settingOf,
} from './describe';
import { resolveSettings } from './parse';
import { anyGiven, validSettings } from './testing';
import { coerce } from './values';

const defaults = resolveSettings({}).settings;

const messages = (given: Record<string, unknown>) =>
  resolveSettings(given).notices.map(({ message }) => message);

const INSTANCE = new RegExp(`^(${LEARNER_KINDS.join('|')})(-[a-z0-9]{1,16})?$`);

/** Whether every value is what its description allows, without asking the code under test. */
function expectLegal(settings: Settings): void {
  const learners = settings.learners;
  expect(Object.keys(settings)).toEqual([...settingKeys(learners)]);
  for (const [key, value] of Object.entries(settings)) {
    const description = schemaOf(key);
    if (!description) throw new Error(`${key} is described nowhere`);
    switch (description.type) {
      case 'number':
        if (description.auto && value === 'auto') break;
        expect(value, key).toSatisfy(
          (n: unknown) => typeof n === 'number' && n >= description.min && n <= description.max,
        );
        if (description.integer) expect(value, key).toSatisfy(Number.isInteger);
        break;
      case 'choice':
        expect(description.options.map((option) => option.value)).toContain(value);
        break;
      case 'boolean':
        expect(value, key).toBeTypeOf('boolean');
        break;
      case 'text':
        expect(value, key).toBeTypeOf('string');
        break;
      case 'list':
        expect(new Set(learners).size).toBe(learners.length);
        expect(learners.length).toBeGreaterThan(0);
        expect(learners.length).toBeLessThanOrEqual(8);
        for (const id of learners) expect(id).toMatch(INSTANCE);
    }
  }
}

describe('the schema', () => {
  it('describes every setting with a legal default and a sentence', () => {
    for (const key of settingKeys(LEARNER_KINDS)) {
      const description = schemaOf(key);
      expect(description?.label, key).toBeTruthy();
      expect(description?.help, key).toMatch(/[.;]/);
      expect(SCOPES, key).toContain(description?.scope);
    }
    const { settings, notices } = resolveSettings({});
    expect(notices).toEqual([]);
    expectLegal(settings);
  });

  it('knows the settings of instances of every method and nothing else', () => {
    expect(schemaOf('cql-sketch.alpha')).toBe(CATALOG.cql.settings.alpha);
    for (const key of ['alpha', 'cql', 'cql.', 'cql-.alpha', 'cql-A.alpha', 'foo.alpha', '.alpha'])
      expect(schemaOf(key), key).toBeUndefined();
    for (const key of ['__proto__', 'constructor', 'cql.constructor', 'toString', 'cql.__proto__'])
      expect(schemaOf(key), key).toBeUndefined();
    expect(() => describeSetting('cql.zeal', resolveSettings({}).settings)).toThrow(/cql\.zeal/);
  });
});

describe('scenarios', () => {
  it.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
    '%s consists of legal settings',
    (id, scenario) => {
      const { settings, notices } = resolveSettings({ scenario: id });
      expect(notices).toEqual([]);
      expect(resolveSettings({ ...scenario.settings, scenario: id }).notices).toEqual([]);
      for (const [key, value] of Object.entries(scenario.settings))
        expect(settingOf(settings, key), key).toEqual(value);
    },
  );
});

describe('layered defaults', () => {
  it('takes the numbers of the world', () => {
    const { settings } = resolveSettings({ world: 'cliff-walking' });
    expect(settings['world.pit']).toBe(-100);
    expect(settings['world.step']).toBe(-1);
    expect(settings['world.gamma']).toBe(0.99);
    expect(settings['world.horizon']).toBe(200);
    expect(
      effectiveDefault('world.slip', resolveSettings({ world: 'frozen-lake-4x4' }).settings),
    ).toBe(2 / 3);
  });

  it('puts what is given over the scenario, and the scenario over the schema', () => {
    const scenario = 'too-careful';
    const own = resolveSettings({ scenario }).settings['cql-careful.alpha'];
    expect(own).toBe(SCENARIOS.find(({ id }) => id === scenario)?.settings['cql-careful.alpha']);
    expect(own).not.toBe(CATALOG.cql.settings.alpha.default);
    const { settings } = resolveSettings({ scenario, 'cql-careful.alpha': 0.5 });
    expect(settings['cql-careful.alpha']).toBe(0.5);
    expect(effectiveDefault('cql-careful.alpha', settings)).toBe(own);
    expect(describeSetting('cql-careful.alpha', settings).default).toBe(own);
  });

  it('keeps the settings of a method that is off', () => {
    const { settings, notices } = resolveSettings({ learners: 'bc', 'cql.alpha': 0.5 });
    expect(settings['cql.alpha']).toBe(0.5);
    expect(notices).toEqual([]);
  });
});

describe('what does not fit is put right in a sentence', () => {
  it.each([
    [{ 'cql.alpha': '999' }, 'cql.alpha', 100, /“999” is outside 0\.001 to 100; 100 is used/],
    [{ 'data.size': 7 }, 'data.size', 50, /7 is outside 50 to 100000 rows; 50 is used/],
    [{ batch: '40.4' }, 'batch', 40, /“40\.4” is not a whole number; 40 is used/],
    [{ batch: 'many' }, 'batch', defaults.batch, /“many” is not a number; \d+ is used/],
    [{ batch: '' }, 'batch', defaults.batch, /“” is not a number/],
    [{ batch: '0x40' }, 'batch', defaults.batch, /is not a number/],
    [{ batch: Number.NaN }, 'batch', defaults.batch, /NaN is not a number/],
    [{ batch: 'Infinity' }, 'batch', 512, /outside 8 to 512 rows; 512 is used/],
    [{ batch: [64] }, 'batch', defaults.batch, /a list is not a number/],
    [{ encoding: 'onehot' }, 'encoding', 'one-hot', /“onehot” is not there. Was “one-hot” meant\?/],
    [{ 'dqn.double': 'maybe' }, 'dqn.double', false, /is not true or false; false is used/],
    [{ scenario: 'nirvana' }, 'scenario', 'extrapolation', /“nirvana” is not one of/],
    [{ world: 'mars' }, 'world', 'four-rooms', /“mars” is not one of/],
    [{ 'world.map': 'S.G/..' }, 'world.map', '', /Row 2 .* The world’s own map is used/],
    [{ 'world.map': 'S.X/..G' }, 'world.map', '', /“X” in row 1, column 3/],
    [{ 'world.map': '...G' }, 'world.map', '', /no start/],
    [{ 'world.map': 'S...' }, 'world.map', '', /no goal/],
    [{ 'world.map': 'S'.repeat(5000) }, 'world.map', '', /5000 characters/],
    [{ 'world.map': 5 }, 'world.map', '', /5 is not a text/],
    [{ 'behavior.painted': '0.0u,7' }, 'behavior.painted', '0.0u', /“7” is not a cell/],
    [
      { 'behavior.mixture': 'expert+2*wizard' },
      'behavior.mixture',
      '1*expert',
      /“2\*wizard”: a component is one of/,
    ],
    [{ 'data.file': 'data.csv' }, 'data.file', '', /“data\.csv” is not the hash of a dataset/],
    [{ 'data.source': 'file' }, 'data.source', 'collected', /no dataset is named in data\.file/],
    [
      { 'data.edits': 'top(5);cut(1.1-2.2)' },
      'data.edits',
      'top(5)',
      /“cut\(1\.1-2\.2\)”: an edit is one of erase, below, top and noise; it is left out/,
    ],
  ])('%j', (given, key, value, sentence) => {
    const { settings, notices } = resolveSettings(given);
    expect(settingOf(settings, key)).toEqual(value);
    expect(notices).toHaveLength(1);
    expect(notices[0].key).toBe(key);
    expect(notices[0].message).toMatch(sentence);
    expect(notices[0].message).toContain(key);
    expectLegal(settings);
  });

  it('learners', () => {
    const read = (learners: unknown) => {
      const { settings, notices } = resolveSettings({ learners });
      return [settings.learners, notices.length];
    };
    expect(read('cql,cql-sketch')).toEqual([['cql', 'cql-sketch'], 0]);
    expect(read(['bc'])).toEqual([['bc'], 0]);
    expect(read('cql, cql')).toEqual([['cql'], 1]);
    expect(read('ppo,bc')).toEqual([['bc'], 1]);
    expect(read('')).toEqual([['dqn', 'cql', 'iql', 'bc'], 2]);
    expect(read(5)).toEqual([['dqn', 'cql', 'iql', 'bc'], 1]);
    expect(read('cql-1,cql-2,cql-3,cql-4,cql-5,cql-6,cql-7,cql-8,cql-9')).toEqual([
      Array.from({ length: 8 }, (_, i) => `cql-${i + 1}`),
      1,
    ]);
    expect(messages({ learners: 'cql,cql' })).toEqual([
      'learners: “cql” is listed twice; it trains once.',
    ]);
  });

  it('who acts in the world', () => {
    const of = (learners: unknown, given: unknown) => {
      const { settings, notices } = resolveSettings({ learners, 'online.learners': given });
      return [settings['online.learners'], notices.map(({ message }) => message)];
    };
    expect(of('dqn,cql-x', undefined)).toEqual([[], []]);
    expect(of('dqn,cql-x', '')).toEqual([[], []]);
    expect(of('dqn,cql-x', 'cql-x, dqn')).toEqual([['dqn', 'cql-x'], []]);
    expect(of('dqn,cql-x', 'all')).toEqual([['dqn', 'cql-x'], []]);
    expect(of('dqn,cql-x', ['cql-x', 'cql-x'])).toEqual([['cql-x'], []]);
    const [left, said] = of('dqn,cql-x', 'dnq,cql,dqn');
    expect(left).toEqual(['dqn']);
    expect(said).toEqual([
      'online.learners: “dnq” is not a learner that trains, which are dqn, cql-x; it does not act.',
      'online.learners: “cql” is not a learner that trains, which are dqn, cql-x; it does not act.',
    ]);
    for (const [given, fault] of [
      [7, /7 is not a list of learners/],
      [{}, /not a list of learners/],
      [[Number.NaN, null], /NaN is not a learner that trains/],
    ] as const) {
      const [value, messages] = of('bc', given);
      expect(value).toEqual([]);
      expect((messages as string[]).join()).toMatch(fault);
    }
    const { settings } = resolveSettings({ 'online.steps': 99, 'online.epsilon': -1 });
    expect([settings['online.steps'], settings['online.epsilon']]).toEqual([16, 0]);
  });

  it('a text of many faults, in a few sentences', () => {
    const flood = new Array(200).fill('x').join(',');
    expect(messages({ 'behavior.painted': `${flood},1.1u` })).toEqual([
      ...new Array(3).fill(expect.stringMatching(/^behavior\.painted: “x” is not a cell/)),
      'behavior.painted: 197 more entries of it could not be taken as written.',
    ]);
    const { settings, notices } = resolveSettings({
      scenario: 'expert',
      'behavior.mixture': '0*expert',
    });
    expect(settings['behavior.mixture']).toBe('1*medium+1*expert');
    expect(notices.map(({ message }) => message)).toEqual([
      'behavior.mixture: no component with a weight above 0 is left; 1*medium+1*expert is used.',
    ]);
  });

  it('unknown keys', () => {
    expect(messages({ 'cql.zeal': 1 })).toEqual([
      '“cql.zeal”: there is no such setting; it is ignored.',
    ]);
    expect(messages({ 'cql-b.alpha': 1 })).toEqual([
      '“cql-b.alpha”: “cql-b” is not among the learners; the setting is ignored.',
    ]);
    expect(messages(JSON.parse('{"__proto__": 1, "constructor": 2}'))).toHaveLength(2);
  });

  it('accepts a map with line breaks and keeps it joined by strokes', () => {
    const { settings, notices } = resolveSettings({ 'world.map': '\nS..\n..G\n' });
    expect(notices).toEqual([]);
    expect(settings['world.map']).toBe('S../..G');
  });

  it('gives typed values and their strings the same meaning', () => {
    const typed = { batch: 72, 'dqn.double': true, learners: ['bc', 'dqn'], 'world.slip': 0.25 };
    const strings = {
      batch: '72',
      'dqn.double': 'true',
      learners: 'bc,dqn',
      'world.slip': '2.5e-1',
    };
    expect(resolveSettings(strings)).toEqual(resolveSettings(typed));
  });

  it('sums up a flood', () => {
    const flood = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`x${i}`, i]));
    const said = messages(flood);
    expect(said).toHaveLength(21);
    expect(said[20]).toBe('480 more settings were put right or ignored.');
  });
});

describe('whatever comes in', () => {
  it('never throws and always gives complete, legal settings', () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        const { settings, notices } = resolveSettings(given);
        expectLegal(settings);
        for (const { message } of notices) {
          expect(message.length).toBeLessThan(1500);
          expect(message).toMatch(/\.$/);
        }
      }),
    );
  });

  it('survives what is no record, and records that resist', () => {
    const hostile: unknown[] = [
      null,
      undefined,
      5,
      'text',
      [1],
      () => 1,
      Object.defineProperty({}, 'batch', {
        enumerable: true,
        get() {
          throw new Error('no');
        },
      }),
      new Proxy(
        {},
        {
          ownKeys() {
            throw new Error('no');
          },
        },
      ),
    ];
    for (const given of hostile)
      expectLegal(resolveSettings(given as Record<string, unknown>).settings);
  });

  it('leaves legal settings as they are', () => {
    fc.assert(
      fc.property(validSettings, (settings) => {
        expectLegal(settings);
        expect(resolveSettings(settings)).toEqual({ settings, notices: [] });
      }),
    );
  });
});

describe('a number that may be left to the machine', () => {
  const description = {
    type: 'number',
    auto: true,
    scope: 'train',
    label: 'Scale',
    help: 'A scale.',
    default: 'auto',
    min: 1e-6,
    max: 1e6,
    step: 1e-6,
    scale: 'log',
  } as const;

  it('is auto, in any case and with blanks around it, or a number in range', () => {
    for (const given of ['auto', 'AUTO', ' Auto '])
      expect(coerce(description, given, 3)).toEqual({ value: 'auto' });
    for (const given of [40, '40', ' 4e1 '])
      expect(coerce(description, given, 'auto')).toEqual({ value: 40 });
    expect(coerce(description, 1e9, 'auto')).toMatchObject({ value: 1e6 });
  });

  it('falls back to auto in a sentence that names both', () => {
    for (const given of ['automatic', '', Number.NaN, null, ['auto'], 'auto auto']) {
      const { value, defaulted, fault } = coerce(description, given, 'auto');
      expect([value, defaulted]).toEqual(['auto', true]);
      expect(fault).toMatch(/ is neither a number nor “auto”; auto is used$/);
    }
  });

  it('is the only kind of number that takes auto', () => {
    const { auto: _, ...plain } = description;
    expect(coerce(plain, 'auto', 3)).toMatchObject({ value: 3, defaulted: true });
  });
});
