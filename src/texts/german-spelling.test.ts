import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const FILES = [
  here('../app/presenter/de.lecture.json'),
  ...['./de', '../app/article/de', '../app/lessons/de'].flatMap((folder) =>
    readdirSync(here(folder)).map((file) => join(here(folder), file)),
  ),
];

/** Words that the spelling of Germany writes with «ß», as Switzerland writes them. */
const SWISS =
  /gr[öo]ss|\bheiss|\b(zu)?liess|\bauss[e][rn]|äusser|massst|schliess|fliess|schiess|\bweiss\b|[sg]t?[oö]ssen|mässig|\bbloss\b|\bfuss\b|strasse|draussen|gauss/i;

/** The text of a file, without the comments of code. */
const said = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !file.endsWith('.ts') || !/^\s*(\/\/|\/?\*)/.test(line));

const faultsIn = (isFault: (line: string) => boolean) =>
  FILES.flatMap((file) =>
    said(file)
      .filter(isFault)
      .map((line) => `${basename(file)}: ${line.trim()}`),
  );

it('German quotes as in Germany: „…“', () => {
  expect(faultsIn((line) => /[«»”]/.test(line))).toEqual([]);
});

/** One word a thing: what the glossary beside the texts has another word for. */
const OTHERWISE =
  /\b(Lernende[nr]?|Lehrperson|Imitation|imitier\w*|malgenommen|Spielplatz|gierig\w*|Enter)\b(?! Learning)/;

it('German has one word a thing', () => {
  expect(faultsIn((line) => OTHERWISE.test(line) && !line.includes('https:'))).toEqual([]);
});

it('German is spelled as in Germany', () => {
  expect(faultsIn((line) => SWISS.test(line))).toEqual([]);
});
