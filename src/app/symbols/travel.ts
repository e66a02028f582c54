import { showEvidence } from '../charts/wanted';
import { readingPlace, shownSymbol } from './shown';
import type { ArticleSymbol } from './symbols';

/** Scrolls as people asked their system to: smoothly, or at once. */
export function scrollBehavior(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}

/** The elements of the page at the best place that there is: what stands on the stage comes first. */
export function elementsAt(places: readonly string[]): readonly HTMLElement[] {
  for (const place of places) {
    const found = document.querySelectorAll<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);
    if (found.length > 0) return [...found];
  }
  return [];
}

/** Takes the reader up to the playground; a button leads back to where they were. */
export function goToPlayground(target: Element | null = null): void {
  readingPlace.setState({ top: window.scrollY });
  if (target) target.scrollIntoView({ block: 'center', behavior: scrollBehavior() });
  else window.scrollTo({ top: 0, behavior: scrollBehavior() });
}

/** Takes the reader to the place of a symbol on the page, which stays outlined for a while. */
export function goToPlace(symbol: ArticleSymbol): void {
  if (symbol.evidence) showEvidence(symbol.evidence);
  const stage = elementsAt(symbol.places).find((element) => !element.closest('[data-article]'));
  shownSymbol.setState({ shown: null });
  goToPlayground(stage ?? null);
  if (!stage) return;
  // The card that goes away now takes its own outline of the same place along.
  requestAnimationFrame(() => {
    stage.setAttribute('data-lit', '');
    setTimeout(() => stage.removeAttribute('data-lit'), 4000);
  });
}

/** Takes the reader back to where they left off. */
export function goBack(): void {
  const { top } = readingPlace.getState();
  readingPlace.setState({ top: null });
  if (top !== null) window.scrollTo({ top, behavior: scrollBehavior() });
}
