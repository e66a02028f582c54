import { readdirSync, readFileSync } from 'node:fs';

/** Scripts and styles that the built page names: what a first screen loads, however it is cut in chunks. */
const firstScreen = [
  ...readFileSync('dist/index.html', 'utf8').matchAll(
    /(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g,
  ),
].map(([, path]) => `dist/${path}`);
if (firstScreen.length === 0) throw new Error('dist/index.html names no script: build first.');

/** A chunk and every other that it waits for, without what the first screen has loaded already. */
function withImports(chunk) {
  const found = new Set([chunk]);
  for (const file of found) {
    const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g);
    for (const [, name] of imports) {
      const path = `dist/assets/${name}`;
      if (!firstScreen.includes(path)) found.add(path);
    }
  }
  return [...found];
}

const charts = readdirSync('dist/assets').find((name) => /^EvidenceCharts-.*\.js$/.test(name));
if (charts === undefined) throw new Error('There is no chunk of the charts.');

export default [
  {
    name: 'first screen (JavaScript and CSS)',
    path: firstScreen,
    limit: '210 kB',
    gzip: true,
  },
  {
    name: 'charts',
    path: [...withImports(`dist/assets/${charts}`), 'dist/assets/EvidenceCharts-*.css'],
    limit: '122 kB',
    gzip: true,
  },
];
