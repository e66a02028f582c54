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

it('German is spelled as in Germany', () => {
  const faults = FILES.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => SWISS.test(line))
      .map((line) => `${basename(file)}: ${line.trim()}`),
  );
  expect(faults).toEqual([]);
});
