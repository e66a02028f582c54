import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { instancesOn } from '../../experiment/settings/instances';
import { decodeLink } from '../../experiment/settings/link';
import { encodeMoment } from '../../experiment/settings/moment';
import { validSettings } from '../../experiment/settings/testing';
import { encodeHash } from '../../experiment/settings/url';
import { speak } from '../../texts/speak';
import german from './de.lecture.json?raw';
import english from './en.lecture.json?raw';
import { type Act, type Lecture, printLecture, type Shows } from './lecture';
import { linkOf, MOST_OF_LINK } from './link';
import { MOST_ACTS, readLecture } from './read';

afterEach(() => speak('en'));

/** 4,000 characters that look like nothing in particular. */
function randomWords(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 4000 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(97 + ((state >>> 16) % 26));
  }).join('');
}

/** The acts of a file that must be one. */
function opened(text: string): Lecture {
  const { lecture, faults } = readLecture(text);
  expect(faults).toEqual([]);
  if (lecture === null) throw new Error('It did not open.');
  return lecture;
}

const LINK = '#v=1&edition=2&scenario=extrapolation&at=500';
const act = (more: object = {}) => ({ title: 'One', line: '', notes: [], link: LINK, ...more });
const file = (acts: readonly unknown[], more: object = {}) =>
  JSON.stringify({ offgrid: 'lecture', version: 1, title: 'Mine', acts, ...more });

describe('the lecture that comes with the page', () => {
  it.each([
    ['en', english],
    ['de', german],
  ])(
    'is a file without a fault, of acts that each have something to say (%s)',
    (language, text) => {
      const lecture = opened(text);
      expect(lecture.language).toBe(language);
      expect(new Set(lecture.acts.map(({ title }) => title)).size).toBe(lecture.acts.length);
      for (const { line, notes } of lecture.acts) {
        expect(line.length).toBeGreaterThan(0);
        // What does not fit in two lines is not read from the back row.
        expect(line.length).toBeLessThanOrEqual(90);
        expect(notes.length).toBeGreaterThan(0);
      }
      expect(lecture.acts.at(-1)?.shows.kind).toBe('take-home');
    },
  );

  it('shows the same moments in every language', () => {
    const shown = (text: string) => opened(text).acts.map(({ link, shows }) => ({ link, shows }));
    expect(shown(german)).toEqual(shown(english));
  });

  it('is written as it was read', () => {
    expect(JSON.parse(printLecture(opened(english)))).toEqual(JSON.parse(english));
  });
});

describe('a lecture file', () => {
  const words = fc.string({ maxLength: 60 }).map((text) => text.trim());
  const acts: fc.Arbitrary<Act> = fc
    .record({
      title: words.map((text) => text || 'x'),
      line: words,
      notes: fc.array(words, { maxLength: 4 }),
      settings: validSettings,
      at: fc.option(fc.integer({ min: 1, max: 9_999_999 })),
      kind: fc.constantFrom('words', 'guess', 'world', 'maps', 'error', 'returns', 'take-home'),
      some: fc.boolean(),
    })
    .map(({ settings, at, kind, some, ...said }) => {
      // Habits do not travel, and what is around a moment is no part of it.
      const link = `${encodeHash(settings)}${encodeMoment({ at, guess: [] })}`;
      const on = instancesOn(decodeLink(link).settings);
      const only = some && on.length > 0 ? { learners: on.slice(0, 1) } : {};
      const shows =
        kind === 'error' || kind === 'returns'
          ? { kind: 'chart', chart: kind, ...only }
          : kind === 'maps'
            ? { kind, ...only }
            : { kind };
      return { ...said, link, shows: shows as Shows };
    });

  it('says again what was written, whatever it was', () => {
    fc.assert(
      fc.property(fc.array(acts, { minLength: 1, maxLength: 4 }), (some) => {
        const lecture: Lecture = { title: 'Any', language: 'en', acts: some };
        const read = readLecture(printLecture(lecture));
        // Settings at random may be put right by a notice; the acts are the same.
        expect(read.lecture).toEqual(lecture);
      }),
      { numRuns: 60 },
    );
  });

  it('opens or says why not, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { lecture, faults } = readLecture(text);
        expect(lecture).toBeNull();
        expect(faults).toHaveLength(1);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (some) => {
        const { lecture, faults } = readLecture(file(some));
        expect(faults.length).toBeGreaterThan(0);
        expect(lecture?.acts.length ?? 0).toBeLessThanOrEqual(some.length);
      }),
    );
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', '{', /cannot be read as JSON/],
    ['something else', '{"title": "x"}', /no lecture of Offgrid/],
    ['an array', '[]', /no lecture of Offgrid/],
    ['no version', '{"offgrid":"lecture","acts":[]}', /does not say its version/],
    ['a later version', '{"offgrid":"lecture","version":2,"acts":[]}', /is of version 2/],
    ['no act', '{"offgrid":"lecture","version":1,"acts":[]}', /no act/],
    ['acts that are none', '{"offgrid":"lecture","version":1,"acts":"x"}', /no act/],
  ])('is refused where it is %s', (_, text, why) => {
    const { lecture, faults } = readLecture(text);
    expect(lecture).toBeNull();
    expect(faults).toEqual([expect.stringMatching(why)]);
  });

  it('names each fault by its place, and opens the rest', () => {
    const { lecture, faults } = readLecture(
      file(
        [
          act(),
          act({ title: 7 }),
          act({ link: 'https://example.org' }),
          act({ link: '#v=1&edition=2&cql.alpha=1000000' }),
          'no act',
          act({ shows: { kind: 'maps', learners: ['nobody', 'cql'] } }),
          act({ shows: { kind: 'film' } }),
          act({ tittle: 'x', notes: 'one\n\ntwo' }),
          act({ line: undefined, notes: undefined, shows: undefined }),
        ],
        { language: 'English!' },
      ),
    );
    expect(faults).toEqual([
      expect.stringMatching(/^language: this is no language/),
      expect.stringMatching(/^act 2, title: this is no text/),
      expect.stringMatching(/^act 3, link: a link is the part/),
      expect.stringMatching(/^act 4, link: cql\.alpha: .*[^.]\.$/),
      expect.stringMatching(/^act 5: this is no object/),
      expect.stringMatching(/^act 6, shows: the link has no learner “nobody” on; it has dqn, /),
      expect.stringMatching(/^act 7, shows: this is none of words, /),
      expect.stringMatching(/^act 8: “tittle” means nothing here/),
    ]);
    expect(lecture?.language).toBeUndefined();
    expect(lecture?.acts.map(({ title }) => title)).toEqual([
      ...['One', 'Act 2', 'One', 'One', 'One', 'One', 'One', 'One'],
    ]);
    expect(lecture?.acts[2]).toMatchObject({ link: '#', shows: { kind: 'words' } });
    expect(lecture?.acts[4].shows).toEqual({ kind: 'maps', learners: ['cql'] });
    expect(lecture?.acts[6].notes).toEqual(['one', 'two']);
    expect(lecture?.acts[7].shows).toEqual({ kind: 'maps' });
  });

  it('takes the first hundred acts', () => {
    const { lecture, faults } = readLecture(file(Array.from({ length: 130 }, () => act())));
    expect(lecture?.acts).toHaveLength(MOST_ACTS);
    expect(faults).toEqual([expect.stringMatching(/^acts: there are 130 acts/)]);
  });
});

describe('a lecture as a link', () => {
  const address = 'https://example.org/offgrid/?lang=de#v=1';
  const lectureOf = (acts: readonly object[]) => opened(file(acts));

  it('comes out of it as it was', () => {
    const lecture = lectureOf([act(), act({ title: '„Zwei“ & 2', notes: ['α → β'] })]);
    const { link, length } = linkOf(lecture, address);
    expect(link).toHaveLength(length);
    expect(link).toMatch(/^https:\/\/example\.org\/offgrid\/\?lang=de#v=1&.*lecture=~/);
    const { settings, notices } = decodeLink(new URL(link ?? '').hash);
    expect(notices).toEqual([]);
    expect(settings.present).toBe('1');
    expect(opened(settings.lecture)).toEqual(lecture);
  });

  it('is refused where it is longer than mail and chat carry', () => {
    // What can hardly be compressed.
    const noise = (acts: number) =>
      Array.from({ length: acts }, (_, i) => act({ notes: [randomWords(i)] }));
    for (const acts of [3, 20]) {
      const { link, length } = linkOf(lectureOf(noise(acts)), address);
      expect(length).toBeGreaterThan(Math.max(MOST_OF_LINK, acts * 2500));
      expect(link).toBeNull();
    }
  });

  it('holds the lecture that comes with the page', () => {
    expect(linkOf(opened(english), address).link).not.toBeNull();
    expect(linkOf(opened(german), address).link).not.toBeNull();
  });
});
