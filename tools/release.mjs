// `npm run release`: builds the page and packs it into one archive for any static host or LMS (docs/hosting.md).
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { packed, SUMS, sumsOf } from './hosting/pack.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'release');

/** What git says; empty where it is not there, as in an unpacked archive of the sources. */
function git(...told) {
  const { status, stdout } = spawnSync('git', told, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const commit = git('rev-parse', '--short=10', 'HEAD');
const changed = git('status', '--porcelain', '--untracked-files=no') !== '' ? 'changed' : '';
const name = `${['offgrid', version, commit, changed].filter(Boolean).join('-')}.zip`;
// A commit gives the same archive whenever it is packed.
const date = new Date(Number(git('log', '-1', '--format=%ct')) * 1000 || Date.now());

await build({ root, logLevel: 'warn' });
const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
const archive = packed(join(root, 'dist'), { licence, date });
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
writeFileSync(join(folder, name), archive);
writeFileSync(join(folder, SUMS), sumsOf({ [name]: archive }));
const size = (archive.length / 1e6).toFixed(1);
console.log(
  `release/${name} (${size} MB), its checksum in release/${SUMS}. How to host it: docs/hosting.md`,
);
