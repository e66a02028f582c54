const SHEETS = /\s*<link\b[^>]*\brel="stylesheet"[^>]*>/g;

/**
 * A plugin for Vite: moves the style sheets behind what `index.html` itself shows, so that a slow line
 * does not keep that from being seen. Scripts of the page wait for them all the same.
 */
export function firstPaint() {
  return {
    name: 'offgrid-first-paint',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const sheets = html.match(SHEETS) ?? [];
        return html.replace(SHEETS, '').replace('</body>', `${sheets.join('')}\n  </body>`);
      },
    },
  };
}
