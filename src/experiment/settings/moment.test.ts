import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMoment, encodeMoment } from './moment';
import { resolveSettings } from './parse';
import { decodeHash, encodeHash } from './url';

const { settings } = resolveSettings({});

describe('the moment of a link', () => {
  it('is restored: step and predictions', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 1, max: 9_999_999 })),
        fc.subarray(['dqn', 'bc', 'cql', 'iql']),
        (at, chosen) => {
          const on = settings.learners;
          const guess = on.filter((id) => chosen.includes(id));
          const hash = `${encodeHash(settings)}${encodeMoment({ at, guess })}`;
          expect(decodeMoment(hash, settings)).toEqual({ moment: { at, guess }, notices: [] });
          expect(decodeHash(hash)).toEqual({ settings, edits: [], notices: [] });
        },
      ),
    );
  });

  it('says nothing at step 0 without a prediction', () => {
    expect(encodeMoment({ at: 0, guess: [] })).toBe('');
  });

  it.each(['-3', 'soon', '1e9', '99999999'])('names a step that is none: %s', (at) => {
    const { moment, notices } = decodeMoment(`#v=1&edition=2&at=${at}`, settings);
    expect(moment.at).toBeNull();
    expect(notices[0].message).toContain(at);
  });

  it('names a learner that does not take part', () => {
    const { moment, notices } = decodeMoment('#v=1&edition=2&guess=cql,oracle', settings);
    expect(moment.guess).toEqual(['cql']);
    expect(notices[0].message).toContain('oracle');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => void decodeMoment(`#v=1&edition=2&at=${text}&guess=${text}`, settings),
      ),
    );
  });
});
