// Compiles the lessons (src/app/lessons/*/*.lesson.yaml) when the page is built, so that a fault in one
// names its file and line, and neither YAML nor Markdown has to be read in the browser.
import { relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const reader = fileURLToPath(new URL('../app/lessons/read.ts', import.meta.url));

/** @returns {import('vite').Plugin} */
export function lessons() {
  /** @type {ReturnType<typeof runnerImport<typeof import('../app/lessons/read')>> | undefined} */
  let read;
  return {
    name: 'offgrid-lessons',
    async transform(source, id) {
      if (!id.endsWith('.lesson.yaml')) return null;
      // What the settings are called is known to TypeScript modules, which Node does not read.
      read ??= runnerImport(reader, { configFile: false });
      const { LessonFault, readLesson } = (await read).module;
      try {
        const lesson = readLesson(source, relative(process.cwd(), id));
        return { code: `export default ${JSON.stringify(lesson)};`, map: null };
      } catch (error) {
        if (error instanceof LessonFault) this.error({ message: error.message, id });
        throw error;
      }
    },
  };
}
