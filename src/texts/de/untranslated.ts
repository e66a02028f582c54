import type { untranslated as english } from '../untranslated';

export const untranslated: ReturnType<typeof english> = {
  section: 'Dieser Abschnitt ist noch nicht übersetzt.',
  lesson: 'Diese Lektion ist noch nicht übersetzt.',
};
