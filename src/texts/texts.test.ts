import { afterEach, describe, expect, it } from 'vitest';
import { currentLanguage, inEnglish, onLanguage } from './current';
import { AREAS } from './de';
import { numbers } from './numbers';
import { speak } from './speak';

type Module = Readonly<Record<string, unknown>>;
const files = import.meta.glob<string>(['./**/*.ts', '!./**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const modules = import.meta.glob<Module>(['./*.ts', '!./*.test.ts'], { eager: true });
/** What each area is said by, under its name. */
const AREAS_BY_NAME = Object.entries(files).flatMap(([file, source]) =>
  [...source.matchAll(/\barea\('(\w+)',/g)].map(([, name]) => ({ file, name })),
);

/** Between the keys of a path: some keys have dots in them. */
const INTO = ' › ';

/** Where texts stand in a tree of texts: `panels › title`, `panels › rows()`. */
function paths(tree: unknown, at = ''): string[] {
  if (typeof tree === 'function') return [`${at}()`];
  if (typeof tree !== 'object' || tree === null) return [at];
  return Object.entries(tree).flatMap(([key, inner]) =>
    paths(inner, at ? `${at}${INTO}${key}` : key),
  );
}

/** The parts that a text leaves open: `run` in «Press {run}.» */
const holes = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

function textAt(tree: unknown, path: string): unknown {
  return path.split(INTO).reduce<unknown>((node, key) => (node as Module)[key], tree);
}

afterEach(() => speak('en'));

it('holds one area a file, under its name', () => {
  expect(AREAS_BY_NAME.length).toBeGreaterThan(40);
  expect(AREAS_BY_NAME.map(({ file }) => file)).toEqual(
    AREAS_BY_NAME.map(({ name }) => `./${name}.ts`),
  );
});

describe.each(AREAS_BY_NAME.map(({ name }) => name))('the area «%s»', (name) => {
  const say = modules[`./${name}.ts`][name] as () => object;
  const source = inEnglish(say);
  const german = (AREAS as Readonly<Record<string, unknown>>)[name];

  it('exists in German with the same texts', () => {
    expect(paths(german).sort()).toEqual(paths(source).sort());
  });

  it('leaves the same parts open in German', () => {
    for (const path of paths(source)) {
      const text = path.endsWith('()') ? null : textAt(source, path);
      if (typeof text !== 'string') continue;
      expect(holes(String(textAt(german, path))), path).toEqual(holes(text));
    }
  });

  it('has no empty text', () => {
    for (const tree of [source, german])
      for (const path of paths(tree)) {
        if (!path.endsWith('()')) expect(textAt(tree, path), path).not.toBe('');
      }
  });
});

it('has no circle of imports', () => {
  const importsOf = (file: string) =>
    file.endsWith('/index.ts')
      ? // It takes in its whole folder.
        Object.keys(files).filter((each) => each !== file && each.startsWith(file.slice(0, -8)))
      : [...files[file].matchAll(/(?:\bfrom|\bimport\()\s*'(\.[^']*)'/g)]
          .filter(({ index }) => !/import type[^;]*$/.test(files[file].slice(0, index)))
          .map(([, path]) => `.${new URL(path, `file:///${file}`).pathname}`)
          .map((path) => [`${path}.ts`, `${path}/index.ts`].find((each) => each in files) ?? path);
  const circles: string[] = [];
  const clear = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || clear.has(file)) return;
    for (const next of importsOf(file)) visit(next, [...way, file]);
    clear.add(file);
  };
  expect(importsOf('./speak.ts')).toEqual(['./current.ts', './languages.ts', './de/index.ts']);
  for (const file of Object.keys(files)) visit(file, []);
  expect(circles).toEqual([]);
});

describe('the language spoken', () => {
  it('is English until another is asked for, and says so to whoever listens', async () => {
    expect(numbers().neverSeen).toBe('never seen');
    const heard: string[] = [];
    const stop = onLanguage(() => heard.push(currentLanguage()));
    await speak('de');
    expect(numbers().neverSeen).toBe('nie gesehen');
    stop();
    await speak('en');
    expect(heard).toEqual(['de']);
    expect(numbers().neverSeen).toBe('never seen');
  });
});
