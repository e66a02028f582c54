import { openToolPage } from '../page';
import type { CaseResult } from './compare';
import type { WebglImplementation } from './worker';

/** A page with the engine in its worker, on WebGL. */
export interface BrowserCheck {
  readonly check: (
    file: string,
    text: string,
    implementation: WebglImplementation,
  ) => Promise<CaseResult>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the conformance page in Chromium. `root` is the project's folder. Throws an Error with a
 * sentence where no browser is found or it does not start.
 */
export async function openBrowserCheck(root: string): Promise<BrowserCheck> {
  const { page, close } = await openToolPage(root, 'tools/conformance', 'npm run conformance --');
  return {
    check: (...given) => page.evaluate((asked) => window.checkGolden(...asked), given),
    close,
  };
}
