import { afterEach, describe, expect, it } from 'vitest';
import { currentLanguage, onLanguage, speak } from './current';
import { AREAS } from './de';
import { numbers } from './numbers';

type Module = Readonly<Record<string, unknown>>;
const english = import.meta.glob<Module>('./en/*.ts', { eager: true });

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

describe.each(Object.keys(english).map((file) => file.slice('./en/'.length, -'.ts'.length)))(
  'the area «%s»',
  (name) => {
    const source = english[`./en/${name}.ts`][name];
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
  },
);

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
