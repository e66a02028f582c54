import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

const sources = import.meta.glob<string>(
  [
    './**/*.{ts,tsx}',
    '!./**/*.test.{ts,tsx}',
    '!./**/testing.ts',
    // What an author of lessons did wrong, said while the page is built.
    '!./lessons/{facts,read,translate}.ts',
    // Names of SVG.
    '!./pictures/inline-svg.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);

/** Two words in a row: a sentence, or a name that another language has another one for. */
const WORDS = /[A-Za-z’]{2,} [A-Za-z’]{2,}/;
/** What is written for the browser, not for people. */
const NOTATION = /[<{]|px |gradient\(|sans-serif|system-ui/;
/** Attributes that are read or heard. */
const SAID = /^(alt|aria-label|aria-description|label|name|placeholder|title)$/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Faults of the programme itself, names of styles, and what only the type checker sees. */
function isUnspoken(node: Node): boolean {
  if (/^(ThrowStatement|ImportDeclaration|TS(?!As|Satisfies|NonNull).*)$/.test(node.type))
    return true;
  if (node.type === 'JSXAttribute' && isNode(node.name) && node.name.name === 'className')
    return true;
  const callee = node.type === 'NewExpression' && isNode(node.callee) ? node.callee : null;
  return /Error$/.test(String(callee?.name ?? ''));
}

/** The text that a node is, its holes as «…»; null where it is none. */
function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type === 'JSXText') return String(node.value).trim();
  if (node.type !== 'TemplateLiteral') return null;
  return (node.quasis as { value: { cooked: string } }[])
    .map(({ value }) => value.cooked)
    .join('…');
}

/** Whether an attribute of an element says something in a fixed language. */
function saysAttribute(node: Node): boolean {
  if (node.type !== 'JSXAttribute' || !isNode(node.value) || !isNode(node.name)) return false;
  return SAID.test(String(node.name.name)) && /[A-Za-z]{2}/.test(textOf(node.value) ?? '');
}

/** Every text of a module that people would read in English whatever their language. */
function spokenIn(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isNode(node) || isUnspoken(node)) return;
    const text = textOf(node) ?? '';
    if ((WORDS.test(text) && !NOTATION.test(text)) || saysAttribute(node))
      found.push(source.slice(node.start, node.start + 100));
    for (const [key, value] of Object.entries(node)) if (key !== 'parent') visit(value);
  };
  visit(parseSync(file, source).program);
  return found;
}

it('no module of the page has words of its own: they stand in src/texts', () => {
  const files = Object.entries(sources);
  expect(files.length).toBeGreaterThan(200);
  expect(
    files.flatMap(([file, source]) => spokenIn(file, source).map((said) => `${file}: ${said}`)),
  ).toEqual([]);
});

it('words are found in every place where they may stand', () => {
  const component =
    'const A = () => <p aria-label="Close" className="two words">Now go on {a ? `run them all` : "sit down"}</p>;';
  expect(spokenIn('a.tsx', component)).toHaveLength(4);
  expect(spokenIn('a.ts', 'throw new Error("No such thing");')).toEqual([]);
});

/** A number or a hole for one, a blank that may break, and a unit. */
const PARTED = /[\d}] (?:%|[kMG]i?B|ms|min|h|s)(?![\w-])/;

it('no line can part a number from its unit', () => {
  const texts = import.meta.glob<string>(['../texts/**/*.ts', '!../texts/**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  // Files that plugins read while the page is built.
  const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const written = ['article/en', 'article/de', 'lessons/en', 'lessons/de', 'presenter'].flatMap(
    (path) =>
      readdirSync(folder(path))
        .filter((file) => /\.(mdx|yaml|json)$/.test(file))
        .map((file) => [file, readFileSync(`${folder(path)}/${file}`, 'utf8')] as const),
  );
  expect(written.length).toBeGreaterThan(40);
  const comment = /^\s*(\/\/|\/?\*).*|\/\/ .*$/;
  expect(
    [...Object.entries(texts), ...Object.entries(sources), ...written].flatMap(([file, source]) =>
      source
        .split('\n')
        .filter((line) => PARTED.test(line.replace(comment, '')))
        .map((line) => `${file}: ${line.trim()}`),
    ),
  ).toEqual([]);
});
