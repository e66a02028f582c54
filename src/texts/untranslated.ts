import { area } from './current';

/** Said over a text that is shown in English because the reader's language does not have it yet. */
export const untranslated = area('untranslated', {
  section: 'This section is not translated yet.',
  lesson: 'This lesson is not translated yet.',
});
