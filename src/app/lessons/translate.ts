import { openFile, type Path } from './file';
import { checkLesson, compileLesson, type LessonSource, readLesson } from './read';
import type { Lesson } from './types';

/** Where the words of a lesson stand; everything else is the same in every language. */
function wordPaths({ steps }: LessonSource): Path[] {
  const ofSteps = steps.flatMap(({ ask, until, write, reveal }, i): Path[] => {
    const paths: Path[] = [['text']];
    if (until) paths.push(['until', 'task']);
    if (write) paths.push(['write', 'hint']);
    if (ask) {
      paths.push(['ask', 'question']);
      if ('label' in ask) paths.push(['ask', 'label']);
      if ('options' in ask) paths.push(...ask.options.map((_, j) => ['ask', 'options', j, 'text']));
      if ('ticks' in ask) paths.push(...ask.ticks.map((_, j) => ['ask', 'ticks', j, 'label']));
    }
    if (reveal) paths.push(['reveal', 'right'], ['reveal', 'wrong']);
    return paths.map((path) => ['steps', i, ...path]);
  });
  return [['title'], ['summary'], ...ofSteps];
}

/** Where ids stand: a translation repeats them, so that it shows which text is which. */
function idPaths({ steps }: LessonSource): Path[] {
  return steps.flatMap(({ ask }, i): Path[] => [
    ['steps', i, 'id'],
    ...(ask && 'options' in ask
      ? ask.options.map((_, j): Path => ['steps', i, 'ask', 'options', j, 'id'])
      : []),
  ]);
}

type Tree = Record<string | number, unknown>;

function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, key) => (node as Tree | null | undefined)?.[key], tree);
}

/** Every place of a tree that holds no further ones. */
function leavesOf(tree: unknown, at: Path = []): Path[] {
  if (typeof tree !== 'object' || tree === null) return [at];
  return Object.entries(tree).flatMap(([key, inner]) =>
    leavesOf(inner, [...at, Array.isArray(tree) ? Number(key) : key]),
  );
}

const nameOf = (path: Path) => path.join('.');

/**
 * A lesson in another language: the words of `source` in the place of those of the original, which
 * gives all else. The translation has the shape of the original and holds ids and words only.
 *
 * @param file path of the translation, for faults.
 * @param original the English file and its path.
 * @throws LessonFault with file and line where a text is missing, stands for none of the original, or
 * has another id.
 */
export function translateLesson(
  source: string,
  file: string,
  original: { readonly source: string; readonly file: string },
): Lesson {
  const english = checkLesson(openFile(original.source, original.file));
  const { content, blame } = openFile(source, file);
  const words = wordPaths(english);
  const ids = idPaths(english);
  const known = new Set([...words, ...ids].map(nameOf));
  for (const path of leavesOf(content)) {
    if (!known.has(nameOf(path))) blame(path, `is no text of ${original.file}`);
  }
  for (const path of ids) {
    const [wanted, found] = [valueAt(english, path), valueAt(content, path)];
    if (found !== wanted) blame(path, `is “${wanted}” in ${original.file}`);
  }
  const merged = structuredClone(english);
  for (const path of words) {
    const text = valueAt(content, path);
    if (text === undefined) blame(path, 'is missing');
    const key = path[path.length - 1];
    (valueAt(merged, path.slice(0, -1)) as Tree)[key] = text;
  }
  return compileLesson(checkLesson({ content: merged, blame }), file, blame);
}

/**
 * A lesson out of its file in any language.
 *
 * @param original the English file of the same name; null where the file is that.
 * @throws LessonFault with file and line on the first thing that is wrong.
 */
export function lessonOf(
  source: string,
  file: string,
  original: { readonly source: string; readonly file: string } | null,
): Lesson {
  return original === null ? readLesson(source, file) : translateLesson(source, file, original);
}
