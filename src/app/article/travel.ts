import { scrollBehavior } from '../symbols/travel';

/** The id in the document of a heading of the article. */
export function anchorOf(id: string): string {
  return `article-${id}`;
}

/** The section that an address asks for: `?read=the-penalty`; null where it asks for none. */
export function askedSection(search: string): string | null {
  return new URLSearchParams(search).get('read');
}

/**
 * Goes to a heading and gives it the focus. The address names it in its query, since what follows
 * its # are the settings.
 */
export function goToSection(id: string, smooth = true): void {
  const heading = document.getElementById(anchorOf(id));
  if (heading === null) return;
  heading.scrollIntoView({ block: 'start', behavior: smooth ? scrollBehavior() : 'auto' });
  heading.focus({ preventScroll: true });
  const address = new URL(location.href);
  address.searchParams.set('read', id);
  history.replaceState(null, '', address);
}
