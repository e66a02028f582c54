import { parts } from '../texts/parts';
import { arriving, needSheet } from './part/arriving';
import { reloadFromServer } from './state/reload';

/** The element that the page is drawn into. Throws where the document has none. */
export function rootOf(page: Document): HTMLElement {
  const root = page.getElementById('root');
  if (root === null) throw new Error('index.html has no element with the id “root”.');
  return root;
}

/**
 * Puts the page's own style sheets in, which its document only fetches beforehand.
 *
 * @throws PartMissing where one does not come.
 */
export async function dressed(page: Document): Promise<void> {
  const fetched = page.querySelectorAll<HTMLLinkElement>('link[rel="preload"][as="style"]');
  for (const { href } of fetched) needSheet(href);
  await arriving(async () => undefined);
}

/** Says in place of the page why there is none, in plain elements: whatever failed may be missing here too. */
export function sayNotStarted(page: Document, error: unknown): void {
  const t = parts();
  const sentence = page.createElement('p');
  sentence.textContent = t.notStarted(error instanceof Error ? error.message : String(error));
  const again = page.createElement('button');
  again.type = 'button';
  again.textContent = t.reloadPage;
  again.addEventListener('click', () => void reloadFromServer());
  const place = page.createElement('main');
  place.className = 'start';
  place.setAttribute('role', 'alert');
  place.append(sentence, again);
  rootOf(page).replaceChildren(place);
}
