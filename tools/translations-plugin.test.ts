import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normalizePath } from 'vite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesIn, translations } from './translations-plugin.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'translations-'));
  const files = ['en/02-b.mdx', 'en/01-a.mdx', 'en/notes.txt', 'de/01-a.mdx'];
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), 'Text.');
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

const at = (...path: string[]) => normalizePath(join(folder, ...path));

it('takes each text in the language that it has it in, in the order of English', () => {
  expect(filesIn(folder, 'de', '.mdx')).toEqual([
    { file: at('de', '01-a.mdx'), language: 'de' },
    { file: at('en', '02-b.mdx'), language: 'en' },
  ]);
});

it('is all English where nothing is translated', () => {
  const english = filesIn(folder, 'en', '.mdx');
  expect(english.map(({ language }) => language)).toEqual(['en', 'en']);
  expect(filesIn(folder, 'fr', '.mdx')).toEqual(english);
});

it('refuses a file that translates nothing', () => {
  writeFileSync(join(folder, 'de', '03-c.mdx'), 'Text.');
  expect(() => filesIn(folder, 'de', '.mdx')).toThrow(/03-c\.mdx translates nothing/);
});

it('imports only the files of the language that is asked for', () => {
  const plugin = translations({ name: 'virtual:texts', folder, ending: '.mdx' });
  const { resolveId, load } = plugin as unknown as {
    resolveId: (id: string) => string | null;
    load: (id: string) => string | null;
  };
  expect(resolveId('virtual:other/de')).toBeNull();
  const id = resolveId('virtual:texts/de');
  expect(load('virtual:texts/de')).toBeNull();
  const code = load(String(id));
  expect(code).toContain(`from ${JSON.stringify(at('de', '01-a.mdx'))}`);
  expect(code).not.toContain(JSON.stringify(at('en', '01-a.mdx')));
  expect(code).toContain('{ language: "en", module: text1 }');
});
