// Lets Vite and Vitest read the article: Markdown with components (MDX), formulas typeset while it is
// built, KaTeX's fonts from the page's own origin.
import { fileURLToPath } from 'node:url';
import mdx from '@mdx-js/rollup';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { translations } from '../translations-plugin.mjs';
import { formulas } from './formulas.mjs';
import { headings } from './headings.mjs';

const folder = fileURLToPath(new URL('../../src/app/article', import.meta.url));
const KATEX_CSS = /\/katex\/dist\/katex(\.min)?\.css/;
/** Every browser that runs the page reads WOFF2; the older copies of each font would only be ballast. */
const OLDER_FONTS = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g;

/** The plugins that the article needs, to stand before that of React. */
export function article() {
  return [
    translations({ name: 'virtual:offgrid-article', folder, ending: '.mdx' }),
    {
      enforce: 'pre',
      ...mdx({ remarkPlugins: [remarkGfm, remarkMath, formulas, headings] }),
    },
    {
      name: 'offgrid-article-fonts',
      enforce: 'pre',
      transform: {
        filter: { id: KATEX_CSS },
        handler: (css) => ({ code: css.replace(OLDER_FONTS, ''), map: null }),
      },
      // The page's content security policy lets no font in from a data URL.
      config: () => ({
        build: { assetsInlineLimit: (file) => (/\.woff2?$/.test(file) ? false : undefined) },
      }),
    },
  ];
}
