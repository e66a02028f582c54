import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { headersFile, htaccess, policyOf } from './headers.mjs';

/** Picture of the README, which lies beside the page for it. */
const LEFT_OUT = new Set(['first-screen.png']);

export const SUMS = 'SHA256SUMS';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * Checksums as `sha256sum -c` reads them.
 * @param {Readonly<Record<string, Uint8Array>>} files by name
 */
export function sumsOf(files) {
  const lines = Object.entries(files).map(([name, bytes]) => `${sha256(bytes)}  ${name}`);
  return Buffer.from(`${lines.sort().join('\n')}\n`);
}

/**
 * The page built in a folder as one zip file, with what hosts may be told, licences and checksums.
 * @param {string} folder
 * @param {{ licence: string, date: Date }} about the text of the project's own licence; of every file in it
 * @returns {Uint8Array}
 */
export function packed(folder, { licence, date }) {
  const policy = policyOf(readFileSync(join(folder, 'index.html'), 'utf8'));
  /** @type {Record<string, Uint8Array>} */
  const files = {
    LICENSE: Buffer.from(licence),
    _headers: Buffer.from(headersFile(policy)),
    '.htaccess': Buffer.from(htaccess(policy)),
  };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = name.replaceAll('\\', '/');
    if (LEFT_OUT.has(path)) continue;
    try {
      files[path] = readFileSync(join(folder, name));
    } catch (error) {
      if (error?.code !== 'EISDIR') throw error;
    }
  }
  files[SUMS] = sumsOf(files);
  const names = Object.keys(files).sort();
  return zipSync(Object.fromEntries(names.map((name) => [name, files[name]])), {
    level: 9,
    mtime: date,
  });
}
