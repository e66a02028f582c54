// Lists the texts of a folder in one language, so that each language can be loaded by itself: importing
// `<name>/de` gives every text of `en` in its order, in German where `de` has a file of the same name
// and in English where it has none.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { normalizePath } from 'vite';

const ORIGINAL = 'en';

/** The texts of a language's own folder; none where there is no folder. */
function namesIn(folder, language, ending) {
  const own = join(folder, language);
  if (!existsSync(own)) return [];
  return readdirSync(own)
    .filter((name) => name.endsWith(ending))
    .sort();
}

/**
 * The files that make up all texts in a language, in their order, each with the language it is in.
 * Throws an Error where a file translates nothing.
 * @param {string} folder of the languages' folders
 * @param {string} language
 * @param {string} ending of the files' names
 * @returns {{ file: string, language: string }[]}
 */
export function filesIn(folder, language, ending) {
  const originals = namesIn(folder, ORIGINAL, ending);
  const translated = new Set(namesIn(folder, language, ending));
  for (const name of translated) {
    if (!originals.includes(name)) {
      throw new Error(`${join(folder, language, name)} translates nothing: “en” has no ${name}.`);
    }
  }
  return originals.map((name) => {
    const own = translated.has(name) ? language : ORIGINAL;
    return { file: normalizePath(join(folder, own, name)), language: own };
  });
}

/**
 * A plugin for `import { texts } from '<name>/<language>'`: a list of `{ language, module }`.
 * @param {{ name: string, folder: string, ending: string }} options
 * @returns {import('vite').Plugin}
 */
export function translations({ name, folder, ending }) {
  const prefix = `\0${name}/`;
  return {
    name: `${name.replace(/^virtual:/, '')}-translations`,
    resolveId: (id) => (id.startsWith(`${name}/`) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(prefix)) return null;
      const files = filesIn(folder, id.slice(prefix.length), ending);
      const imports = files.map(
        ({ file }, i) => `import * as text${i} from ${JSON.stringify(file)};`,
      );
      const entries = files.map(
        ({ language }, i) => `{ language: ${JSON.stringify(language)}, module: text${i} }`,
      );
      return `${imports.join('\n')}\nexport const texts = [${entries.join(', ')}];\n`;
    },
    // A file that comes or goes changes the lists; `npm run dev` shows it without being started again.
    hotUpdate({ type, file, modules }) {
      if (type === 'update' || !file.startsWith(normalizePath(folder))) return undefined;
      const lists = [...this.environment.moduleGraph.idToModuleMap.values()].filter((module) =>
        module.id?.startsWith(prefix),
      );
      return [...modules, ...lists];
    },
  };
}
