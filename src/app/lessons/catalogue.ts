import type { Lesson } from './types';

const files = import.meta.glob<Lesson>('./en/*.lesson.yaml', { eager: true, import: 'default' });

/** The lessons in the order of their files' names. */
export const LESSONS: readonly Lesson[] = Object.keys(files)
  .sort()
  .map((file) => files[file]);
