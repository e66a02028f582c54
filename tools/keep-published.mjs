// node tools/keep-published.mjs PAGE ADDRESS: before the folder PAGE is published at ADDRESS, puts into it what
// visitors of the versions that were there in the last days may still ask for (hosting/published.mjs).
import process from 'node:process';
import { keepPublished } from './hosting/published.mjs';

const DAYS = 7;

const [page, address] = process.argv.slice(2);
if (page === undefined || !URL.canParse(address ?? '')) {
  console.error('usage: node tools/keep-published.mjs PAGE ADDRESS');
  process.exit(2);
}
const base = address.endsWith('/') ? address : `${address}/`;

/** A file of the page as it is published; null where there is none, as on the first day. */
async function read(path) {
  const answer = await fetch(new URL(path, base), { cache: 'no-store' });
  if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  if (answer.status < 500) return null;
  throw new Error(`${answer.url}: ${answer.status}`);
}

try {
  const versions = await keepPublished({ page, read, days: DAYS, now: new Date() });
  const list = versions.map(({ version, published }) => `${version} of ${published}`);
  console.log(`The page holds the files of ${list.length} version(s): ${list.join(', ')}.`);
} catch (error) {
  // A page without them is better than none: open tabs then say that a new version has been published.
  console.warn(`The files of versions before are not in the page: ${error}`);
}
