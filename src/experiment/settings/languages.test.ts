import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CATALOG } from '../../learners/catalog';
import { LEARNER_KINDS } from '../../learners/types';
import { WORLDS } from '../../mdp/presets';
import { currentLanguage, inEnglish } from '../../texts/current';
import { speak } from '../../texts/speak';
import { SCENARIOS } from '../scenarios';
import { describe as describeSetting, settingKeys } from './describe';
import { resolveSettings } from './parse';

const { settings } = resolveSettings({});
const keys = settingKeys(['dqn', 'cql', 'iql', 'bc']);

/** The texts of a setting and of its options, each under where it stands. */
function textsOf(key: string): Readonly<Record<string, string | undefined>> {
  const description = describeSetting(key, settings);
  const { label, help } = description;
  const texts: Record<string, string | undefined> = { label, help };
  if (description.type === 'number') texts.unit = description.unit;
  if (description.type === 'choice')
    for (const option of description.options) {
      texts[`${option.value} label`] = option.label;
      texts[`${option.value} help`] = option.help;
    }
  return texts;
}

/** Labels that are the same word in German: names, signs and terms that German researchers keep. */
const SAME = new Set([
  ...['Minibatch', 'Seeds', 'Exploration', 'Backup', 'Double DQN', 'BC', 'CQL', 'Normal'],
  ...['ε-greedy', 'One-hot', 'Fourier', 'Max', 'Softmax', 'WebGL', 'WebAssembly', 'JavaScript'],
  ...['1', '2', '3', '4', 'Q̂', 'δ', 'Four Rooms', 'Cliff Walking', 'max Q̄(s′, ·)'],
  'logsumexp Q(s, ·) − Q(s, a)',
]);

beforeEach(() => speak('de'));
afterEach(() => speak('en'));

describe('the settings in German', () => {
  it.each(keys)('%s has no English text', (key) => {
    const german = textsOf(key);
    const english = inEnglish(() => textsOf(key));
    expect(Object.keys(german)).toEqual(Object.keys(english));
    for (const [place, text] of Object.entries(english)) {
      if (text === undefined) expect(german[place], place).toBeUndefined();
      else if (SAME.has(text)) expect(german[place], place).toBe(text);
      else {
        expect(german[place], place).toMatch(/\S/);
        expect(german[place], place).not.toBe(text);
      }
    }
  });

  it('are described in the language of the moment', async () => {
    expect(describeSetting('learningRate', settings).label).toBe('Lernrate');
    await speak('en');
    expect(describeSetting('learningRate', settings).label).toBe('Learning rate');
  });
});

describe('what ships with names of its own', () => {
  it.each(SCENARIOS.map(({ id }, index) => [id, index]))(
    'the scenario %s speaks German',
    (_, i) => {
      const { title, summary, lookFor } = SCENARIOS[Number(i)];
      const english = inEnglish(() => ({ ...SCENARIOS[Number(i)] }));
      for (const [german, source] of [
        [title, english.title],
        [summary, english.summary],
        [lookFor, english.lookFor],
      ]) {
        expect(german).toMatch(/\S/);
        expect(german).not.toBe(source);
      }
    },
  );

  it.each(LEARNER_KINDS)('the learner %s speaks German', (kind) => {
    expect(CATALOG[kind].label).toMatch(/\S/);
    expect(CATALOG[kind].tagline).toMatch(/\S/);
    expect(CATALOG[kind].tagline).not.toBe(inEnglish(() => CATALOG[kind].tagline));
  });

  it('names every world, and where it comes from', () => {
    for (const world of WORLDS) {
      expect(world.name, world.id).toMatch(/\S/);
      expect(world.source, world.id).toMatch(/\S/);
      expect(world.source, world.id).not.toBe(inEnglish(() => world.source));
    }
  });
});

describe('what is said in English whatever is spoken', () => {
  it('goes back to the language spoken, also where it fails', () => {
    expect(() =>
      inEnglish(() => {
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect(currentLanguage()).toBe('de');
    expect(describeSetting('steps', settings)).toMatchObject({ unit: 'Schritte' });
  });
});
