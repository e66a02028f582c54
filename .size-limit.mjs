import { readFileSync } from 'node:fs';

/** Scripts and styles that the built page names: what a first screen loads, however it is cut in chunks. */
const firstScreen = [
  ...readFileSync('dist/index.html', 'utf8').matchAll(
    /(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g,
  ),
].map(([, path]) => `dist/${path}`);
if (firstScreen.length === 0) throw new Error('dist/index.html names no script: build first.');

export default [
  {
    name: 'first screen (JavaScript and CSS)',
    path: firstScreen,
    limit: '230 kB',
    gzip: true,
  },
  {
    name: 'charts',
    path: ['dist/assets/EvidenceCharts-*.js', 'dist/assets/EvidenceCharts-*.css'],
    limit: '120 kB',
    gzip: true,
  },
];
