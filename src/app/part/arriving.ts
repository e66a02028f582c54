import { DOWNLOAD_PATIENCE, within } from '../../worker/connection/patience';

/** A lazily loaded part of the page that did not come: its code, something that imports, or its looks. */
export class PartMissing extends Error {
  override readonly name = 'PartMissing';

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Style sheets that are still to come; those who wait for one of them must not do without it. */
const missing = new Set<string>();

if (typeof window !== 'undefined')
  window.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLLinkElement && target.rel === 'stylesheet')) return;
      needSheet(target.href);
      target.remove();
    },
    true,
  );

/** Whoever waits for a part next waits for this style sheet too. */
export function needSheet(href: string): void {
  missing.add(href);
}

function addSheet(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    // As the build's own links, so that what was fetched beforehand serves.
    link.crossOrigin = '';
    link.onload = () => {
      missing.delete(href);
      resolve();
    };
    link.onerror = () => reject(new Error(href));
    document.head.append(link);
  });
}

/**
 * What `load` brings. A style sheet that failed before is asked for once more first: the loader that the
 * build writes asks for each but once. Browsers differ: Chromium and WebKit fetch a module that failed
 * again, Firefox remembers the failure for as long as the document lives.
 *
 * @throws PartMissing where it does not come, or not in time.
 */
export async function arriving<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await within(
      DOWNLOAD_PATIENCE,
      Promise.all([...missing].map(addSheet)).then(load),
      () => '',
    );
  } catch (cause) {
    throw new PartMissing(cause);
  }
}

/** As `arriving`, remembered once it has come, and asked for anew after a failure. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let arrived: Promise<T> | null = null;
  return () => {
    if (arrived !== null) return arrived;
    const asked = arriving(load);
    arrived = asked;
    asked.catch(() => {
      if (arrived === asked) arrived = null;
    });
    return asked;
  };
}
