import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { simdAssembly } from './assembly-plugin.mjs';
import { findBrowser } from './browser.mjs';

/** A tool's own page, open in a browser. */
export interface ToolPage {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/**
 * Builds `page.html` of `folder` (relative to the project's folder `root`), serves it on a free local
 * port and opens it in Chromium. `command` is the tool's, for the message.
 * Throws an Error with a sentence where no browser is found or it does not start.
 */
export async function openToolPage(
  root: string,
  folder: string,
  command: string,
): Promise<ToolPage> {
  const { executablePath, args } = await findBrowser();
  if (executablePath === undefined) {
    throw new Error(
      `No Chromium found. Install one, or name one: OFFGRID_BROWSER=/path/to/chrome ${command} …`,
    );
  }
  const cache = join(root, 'node_modules/.cache/offgrid');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'page-'));
  const pageFolder = resolve(root, folder);
  const common = { configFile: false, logLevel: 'error', base: './' } as const;
  await build({
    ...common,
    root: pageFolder,
    publicDir: false,
    plugins: [simdAssembly()],
    worker: { format: 'es', plugins: () => [simdAssembly()] },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: join(pageFolder, 'page.html') },
    },
  });
  const server = await preview({
    ...common,
    root: pageFolder,
    build: { outDir },
    preview: { port: 41730, strictPort: false, host: '127.0.0.1', open: false },
  });
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  await page.goto(new URL('page.html', server.resolvedUrls?.local[0]).href);
  return {
    page,
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
