import { parts } from '../texts/parts';
import { arriving, forgetSheet } from './part/arriving';

/** The element that the page is drawn into. Throws where the document has none. */
export function rootOf(page: Document): HTMLElement {
  const root = page.getElementById('root');
  if (root === null) throw new Error('index.html has no element with the id “root”.');
  return root;
}

/**
 * Sees to it that the page has its looks: where its style sheet did not come, it is asked for again.
 *
 * @throws PartMissing where it does not come then either.
 */
export async function dressed(page: Document): Promise<void> {
  const paper = getComputedStyle(page.documentElement).getPropertyValue('--paper');
  if (paper !== '') return;
  for (const link of page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    forgetSheet(link);
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
  again.addEventListener('click', () => page.location.reload());
  const place = page.createElement('main');
  place.className = 'start';
  place.setAttribute('role', 'alert');
  place.append(sentence, again);
  rootOf(page).replaceChildren(place);
}
