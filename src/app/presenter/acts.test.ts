import { afterEach, describe, expect, it } from 'vitest';
import { resolveSettings } from '../../experiment/settings/parse';
import { speak } from '../../texts/speak';
import { LECTURE, wordsOf } from './acts';

afterEach(() => speak('en'));

describe('the lecture', () => {
  it.each(['en', 'de'] as const)(
    'has acts of different names, each with something to say (%s)',
    async (language) => {
      await speak(language);
      expect(new Set(LECTURE.map((act) => wordsOf(act).title)).size).toBe(LECTURE.length);
      for (const act of LECTURE) {
        const { line, notes } = wordsOf(act);
        expect(line.length).toBeGreaterThan(0);
        // What does not fit in two lines is not read from the back row.
        expect(line.length).toBeLessThanOrEqual(90);
        expect(notes.length).toBeGreaterThan(0);
      }
    },
  );

  it.each(LECTURE.map((act) => [act.id, act] as const))(
    'act “%s” wants settings that there are, and shows learners that are on',
    (_, { set, stage }) => {
      const { settings, notices } = resolveSettings({ ...set });
      expect(notices).toEqual([]);
      if ('learners' in stage) {
        for (const id of stage.learners) expect(settings.learners).toContain(id);
      }
    },
  );
});
