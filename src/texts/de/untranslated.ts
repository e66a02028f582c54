import type { untranslated as english } from '../en/untranslated';

export const untranslated: typeof english = {
  section: 'Dieser Abschnitt ist noch nicht übersetzt.',
  lesson: 'Diese Lektion ist noch nicht übersetzt.',
};
