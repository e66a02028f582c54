import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { article } from './plugin.mjs';

type Transform = (source: string, id: string) => Promise<{ code: string }>;

/** What the build makes of a section of that text. */
async function compiled(source: string, id = '/site/en/03-the-max.mdx'): Promise<string> {
  const [, markdown] = article() as unknown as [unknown, { transform: Transform }];
  return (await markdown.transform(source, id)).code;
}

it('typesets formulas into HTML and MathML', async () => {
  const code = await compiled('## The max\n\nIn $Q(s,a)$ and\n\n$$\n\\max_{a} Q\n$$\n');
  expect(code).toContain('katex-html');
  expect(code).toContain('<math xmlns');
  expect(code).toContain('katex-display');
  expect(code).not.toMatch(/from ["']katex/);
});

it('marks live symbols in the HTML, and names them for the keyboard', async () => {
  const code = await compiled(
    '## The max\n\n$\\live{cql.alpha}{\\alpha} + \\live{polyak}{\\tau}$\n',
  );
  expect(code).toContain('data-symbol=\\"cql.alpha\\"');
  expect(code).toContain('data-symbol=\\"polyak\\"');
  expect(code).toMatch(/symbols: "cql\.alpha polyak"/);
});

it.each([
  ['an inline formula', '## The max\n\nText and\nmore $a + \\frac{1$ text.\n', 4],
  ['a formula on lines of its own', '## The max\n\n$$\na + b\n\\sqrt{c\n$$\n', 5],
  ['a command that there is not', '## The max\n\n$$\n\\nonsense{c}\n$$\n', 4],
  ['HTML other than live symbols', '## The max\n\n$\\href{https://example.org}{x}$\n', 3],
])('fails the build on %s that is wrong, and names file and line', async (_, source, line) => {
  await expect(compiled(source)).rejects.toThrow(`/site/en/03-the-max.mdx:${line}:`);
});

it('addresses a section by its file and its headings by their words', async () => {
  const code = await compiled('## What the *max* does\n\nText.\n\n### Not “noise”\n\nText.\n');
  const list = JSON.parse(JSON.parse(/JSON\.parse\(("(?:[^"\\]|\\.)*")\)/.exec(code)?.[1] ?? '""'));
  expect(list).toEqual([
    { depth: 2, id: 'the-max', text: 'What the max does' },
    { depth: 3, id: 'the-max-not-noise', text: 'Not “noise”' },
  ]);
  expect(code).toContain('id: "the-max-not-noise"');
});

/** A German section of that text beside an English one. */
async function translated(english: string, german: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'article-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const language of ['en', 'de']) mkdirSync(join(folder, language));
  writeFileSync(join(folder, 'en/03-the-max.mdx'), english);
  return compiled(german, join(folder, 'de/03-the-max.mdx'));
}

const ENGLISH = '## What the max does\n\n```\n### no heading\n```\n\n### Not “noise”\n\nText.\n';

it('gives a translation the addresses of the English headings', async () => {
  const code = await translated(ENGLISH, '## Was das Max tut\n\nText.\n\n### Kein «Rauschen»\n');
  expect(code).toContain('id: "the-max-not-noise"');
  expect(code).toContain('Kein «Rauschen»');
  expect(code).not.toContain('kein-rauschen');
});

it('wants the headings of the English section in a translation', async () => {
  await expect(translated(ENGLISH, '## Was das Max tut\n')).rejects.toThrow(
    /de\/03-the-max\.mdx:1 .*“## ###”, not “##”/,
  );
});

it.each([
  ['none', 'Text.\n', 1],
  ['a second title', '## One\n\nText.\n\n## Two\n', 5],
  ['a heading before it', '### One\n\n## Two\n', 1],
])('wants one title a section: %s', async (_, source, line) => {
  await expect(compiled(source)).rejects.toThrow(`/site/en/03-the-max.mdx:${line}`);
});
