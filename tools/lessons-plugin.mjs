// Compiles the lessons (src/app/lessons/*/*.lesson.yaml) when the page is built, so that a fault in one
// names its file and line, and neither YAML nor Markdown has to be read in the browser.
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { translations } from './translations-plugin.mjs';

const folder = fileURLToPath(new URL('../src/app/lessons', import.meta.url));
const named = (file) => relative(process.cwd(), file);

/** @returns {import('vite').Plugin[]} */
export function lessons() {
  /** @type {ReturnType<typeof runnerImport<typeof import('../src/app/lessons/translate')>> | undefined} */
  let reading;
  return [
    translations({ name: 'virtual:offgrid-lessons', folder, ending: '.lesson.yaml' }),
    {
      name: 'offgrid-lessons',
      async transform(source, id) {
        if (!id.endsWith('.lesson.yaml')) return null;
        // What the settings are called is known to TypeScript modules, which Node does not read.
        reading ??= runnerImport(join(folder, 'translate.ts'), { configFile: false });
        const { lessonOf } = (await reading).module;
        const original = join(dirname(id), '../en', basename(id));
        const isOriginal = original === join(id);
        if (!isOriginal) this.addWatchFile(original);
        try {
          const lesson = lessonOf(
            source,
            named(id),
            isOriginal ? null : { source: readFileSync(original, 'utf8'), file: named(original) },
          );
          return { code: `export default ${JSON.stringify(lesson)};`, map: null };
        } catch (error) {
          if (error?.name === 'LessonFault') this.error({ message: error.message, id });
          throw error;
        }
      },
    },
  ];
}
