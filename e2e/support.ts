import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test as plain } from '@playwright/test';

/**
 * The test of every journey: fails when the page logs an error, throws, or asks any other origin for
 * anything.
 */
export const test = plain.extend({
  page: async ({ page, baseURL }, use) => {
    const faults: string[] = [];
    const origin = new URL(baseURL ?? '').origin;
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.origin !== origin) {
        faults.push(`request to another origin: ${request.url()}`);
      }
    });
    await use(page);
    // What is still on its way when a journey ends is nobody's fault.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    expect(faults).toEqual([]);
  },
});

export { expect };

/** Opens the page with a hash and waits until its learners stand measured at step 0. */
export async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await page.waitForFunction(() => window.offgrid !== undefined);
  await page.evaluate(() => window.offgrid.ready);
}

/** The last measurement of the page; throws where there is none. */
export async function snapshotOf(page: Page) {
  const snapshot = await page.evaluate(() => window.offgrid.snapshot());
  if (snapshot === null) throw new Error('The page has measured nothing.');
  return snapshot;
}

/**
 * All rules of axe on the page as it is. The legacy mode leaves out the blank page that axe otherwise
 * opens to gather what frames of other origins say: there are none, and it takes longer than the rules.
 * What passes is not listed either: nobody reads it, and to describe it takes longer than to find it.
 *
 * @param rules to be asked besides those that axe asks by itself.
 */
export function axe(page: Page, ...rules: readonly string[]): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({
    resultTypes: ['violations'],
    rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: true }])),
  });
}
