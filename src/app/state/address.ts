import { readsAnything } from '../../experiment/settings/link';

/** The part of a window that an address is taken from. */
export interface Addressed {
  readonly location: { readonly hash: string; readonly search: string; readonly pathname: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
}

/** What the query of the page itself may say. */
const OWN = new Set(['embed', 'controls', 'theme', 'lang', 'read']);

/** A query in two: what is the page's own, and what is none of it; as they are written. */
function sorted(search: string): { readonly own: string; readonly other: string } {
  const [query, ...encoded] = search.replace(/^\?/, '').split(/%23/i);
  const parts = query.split('&').filter((part) => part !== '');
  const isOwn = (part: string) => OWN.has(part.split('=', 1)[0]);
  const own = parts.filter(isOwn).join('&');
  const rest = parts.filter((part) => !isOwn(part)).join('&');
  return { own, other: encoded.length > 0 ? encoded.join('%23') : rest };
}

/**
 * The hash of the link that the page was opened with. Where programs have put it elsewhere, into the
 * query (`?v=1&scenario=…`) or, encoded, into the path (`/%23v=1…`), it is taken from there, and the address
 * is put right, so that it is not found there again.
 */
export function takeLink({ location, history }: Addressed): string {
  const { hash, search, pathname } = location;
  if (hash.length > 1) return hash;
  const { own, other } = sorted(search);
  const mark = pathname.search(/%23/i);
  const inPath = mark < 0 ? '' : pathname.slice(mark + 3);
  const found = [other, inPath, inPath && other ? `${inPath}?${other}` : ''].find(readsAnything);
  if (!found) return hash;
  const path = mark < 0 ? pathname : pathname.slice(0, mark);
  history.replaceState(null, '', `${path}${own ? `?${own}` : ''}`);
  // As what it was found as: how it is read says that it was mended.
  return `#?${found}`;
}
