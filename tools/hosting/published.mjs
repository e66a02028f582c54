import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Beside the published page: which versions its folder has the files of, and since when each was published. */
const VERSIONS = 'versions.json';
const DAY = 86_400_000;

/** Only what has its hash in its name: other files are of one version at a time. */
const KEPT = /^assets\/[\w.-]+$/;

/**
 * A version that was published.
 * @typedef {{ version: string, published: string, files: readonly string[] }} Published `published` in ISO 8601
 * @typedef {(path: string) => Promise<Uint8Array | null>} Read a file of the published page; null where it has none
 */

/**
 * The versions that the published page has files of.
 * @param {Read} read
 * @returns {Promise<readonly Published[]>} the oldest first; none where nothing is known, or it cannot be read
 */
async function versionsIn(read) {
  const said = await read(VERSIONS);
  if (said === null) return [];
  try {
    const { versions } = JSON.parse(Buffer.from(said).toString());
    return versions.filter(
      ({ version, published, files }) =>
        typeof version === 'string' && !Number.isNaN(Date.parse(published)) && Array.isArray(files),
    );
  } catch {
    return [];
  }
}

/**
 * Puts into a page that is about to be published the files of versions that were replaced less than some days ago,
 * for tabs that are still open with them. Returns the versions whose files are in it, the newest last. Rejects
 * where `read` does.
 *
 * @param {{ page: string, read: Read, days: number, now: Date }} options `page` is the folder of the built page,
 *   with its `files.json`; `read` reads the page that is published still
 * @returns {Promise<readonly Published[]>}
 */
export async function keepPublished({ page, read, days, now }) {
  const { version, files } = JSON.parse(readFileSync(join(page, 'files.json'), 'utf8'));
  const assets = files.map(({ path }) => path).filter((path) => KEPT.test(path));
  const before = (await versionsIn(read)).filter((other) => other.version !== version);
  const own = { version, published: now.toISOString(), files: assets };
  // A version was open until the one after it came.
  const recent = before.filter((_, i) => {
    const replaced = Date.parse((before[i + 1] ?? own).published);
    return now.getTime() - replaced < days * DAY;
  });
  for (const path of new Set(recent.flatMap((one) => one.files))) {
    const file = join(page, path);
    if (!KEPT.test(path) || existsSync(file)) continue;
    const bytes = await read(path);
    if (bytes === null) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const versions = [...recent, own];
  writeFileSync(join(page, VERSIONS), `${JSON.stringify({ versions }, null, 1)}\n`);
  return versions;
}
