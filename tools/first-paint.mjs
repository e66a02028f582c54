const SHEET = /<link\b[^>]*\brel="stylesheet"[^>]*>/g;

/**
 * A plugin for Vite: has the style sheets of the page fetched without holding up what `index.html` itself
 * shows, for a slow line. The page's program puts them in before it draws anything (`src/app/start.ts`):
 * first in the head, so that those of parts that come later go before them.
 */
export function firstPaint() {
  return {
    name: 'offgrid-first-paint',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace(SHEET, (link) => link.replace('rel="stylesheet"', 'rel="preload" as="style"')),
    },
  };
}
