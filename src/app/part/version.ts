import { builtMarkup } from '../basics/markup';

const MAIN = 'script[type="module"][src]';

function mainOf(page: Document): string | null {
  return page.querySelector(MAIN)?.getAttribute('src') ?? null;
}

/**
 * Whether another version of the page was published since this one was opened: the page at the same
 * address begins with another script. False where that cannot be found out.
 */
export async function newVersion(): Promise<boolean> {
  const here = mainOf(document);
  try {
    const answer = await fetch(location.href.split('#', 1)[0], { cache: 'no-store' });
    if (!answer.ok || here === null) return false;
    const there = mainOf(
      new DOMParser().parseFromString(builtMarkup(await answer.text()), 'text/html'),
    );
    return there !== null && there !== here;
  } catch {
    return false;
  }
}
