import { type BrowserContext, chromium, type Page, test as plain } from '@playwright/test';
import { findShell } from '../tools/browser.mjs';
import { Site } from './site';
import { expect, openFromMore, snapshotOf } from './support';

/**
 * A host of the built page, and a browser that has never been there. No other journey meets a service worker: a page
 * that a program drives keeps nothing unless it is asked to, and these say that no program does.
 */
const test = plain.extend<{
  readonly site: Site;
  readonly visit: (path?: string) => Promise<Page>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its pattern.
  site: async ({}, use) => {
    const site = await Site.open();
    await use(site);
    await site.close();
  },
  visit: async ({ context, site }, use) => {
    const faults: string[] = [];
    await context.addInitScript(undriven);
    context.on('page', (page) => watch(page, site, faults));
    await use(async (path = '') => {
      const page = await context.newPage();
      await open(page, `${site.address}${path}`);
      return page;
    });
    expect(faults).toEqual([]);
  },
});

/** Opens an address and waits until its learners stand measured at step 0. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => window.offgrid !== undefined);
  await page.evaluate(() => window.offgrid.ready);
}

function undriven(): void {
  Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false });
  try {
    localStorage.setItem('offgrid.speed', 'full');
    localStorage.setItem('offgrid.first-lie', 'seen');
  } catch {
    // A frame in a sandbox has no storage.
  }
}

function watch(page: Page, site: Site, faults: string[]): void {
  // Asked for while it stands: a page goes on asking when its server is gone.
  const own = new URL(site.address).origin;
  page.on('pageerror', ({ message }) => faults.push(`uncaught: ${message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && origin !== own)
      faults.push(`another origin: ${request.url()}`);
  });
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const line = (page: Page) =>
  page.getByRole('dialog', { name: /^(More|Mehr)$/ }).getByRole('status');
const notice = (page: Page) =>
  page.getByRole('region', { name: 'Notices' }).getByText('A new version of Offgrid is ready.');

async function seeLine(page: Page, text: RegExp): Promise<void> {
  await button(page, /^(More|Mehr)$/).click();
  await expect(line(page)).toContainText(text, { timeout: 60_000 });
  await page.keyboard.press('Escape');
}

const kept = (page: Page) => seeLine(page, /Works without a network: 1\d\.\d\sMB kept/);

const mainOf = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type="module"]')?.src);

const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Has the browser look for another version now, as it does at every visit. */
const look = (page: Page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

async function unplug(context: BrowserContext, site: Site): Promise<void> {
  await context.setOffline(true);
  site.gone = () => true;
}

test('under a deep path, with the headers of the archive, it runs to the verdict', async ({
  site,
  visit,
}) => {
  const page = await visit();
  await page.evaluate(() => window.offgrid.run());
  expect((await snapshotOf(page)).status).toBe('done');
  const answer = await page.request.get(`${site.address}index.html`);
  expect(answer.headers()['content-security-policy']).toContain("'wasm-unsafe-eval'");
  expect(answer.headers()['cache-control']).toBe('no-cache');
  const script = await page.request.get((await mainOf(page)) ?? '');
  expect(script.headers()['cache-control']).toContain('immutable');
});

test('after one visit all of it works without a network, also what was never opened', async ({
  context,
  site,
  visit,
}) => {
  const page = await visit();
  await kept(page);
  await unplug(context, site);
  site.asked = [];
  await page.goto(`${site.address}#v=1&edition=2&backend=wasm`);
  await page.reload();
  await page.waitForFunction(() => window.offgrid !== undefined);
  await page.evaluate(() => window.offgrid.ready);
  await page.evaluate(() => window.offgrid.run());
  expect((await snapshotOf(page)).status).toBe('done');

  await openFromMore(page, /^Gallery/);
  await expect(page.getByRole('dialog', { name: /Gallery/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await button(page, 'Inspect data').click();
  const bench = page.getByRole('dialog', { name: 'Workbench' });
  for (const tab of await bench.getByRole('tab').all()) {
    await tab.click();
    await expect(bench.getByRole('tabpanel')).toBeVisible();
  }
  await expect(page.getByText('This part of the page did not come')).toHaveCount(0);
  await bench.getByRole('tab', { name: /Files/ }).click();
  const download = page.waitForEvent('download');
  await bench
    .getByRole('button', { name: /Minari/ })
    .first()
    .click();
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);
  await page.keyboard.press('Escape');
  await button(page, /Read the article/).click();
  await expect(page.locator('#article h2').first()).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  await button(page, 'Lessons').click();
  await button(page, /The value that is not there/).click();
  await expect(page.getByRole('complementary', { name: 'Lesson' })).toBeVisible();
  // Nothing but whether there is another version, which browsers ask by themselves.
  expect(site.asked.filter((path) => path !== 'sw.js')).toEqual([]);
});

test('a lesson that was never opened is taken without a network, in German too', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ locale: 'de-DE' });
  await context.addInitScript(undriven);
  const page = await context.newPage();
  await open(page, site.address);
  await seeLine(page, /Läuft ohne Netz: 1\d,\d\sMB aufbewahrt/);
  await unplug(context, site);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await button(page, /^(Lektionen|Lessons)$/).click();
  await expect(page.getByRole('dialog').getByRole('button').nth(3)).toBeVisible();
  await context.close();
});

test('a new version waits, is offered, and the tab that is open keeps its own files', async ({
  site,
  visit,
}) => {
  const page = await visit('#v=1&edition=2&backend=wasm&steps=400&measureEvery=50');
  await kept(page);
  await page.evaluate(() => window.offgrid.run(150));
  const before = await mainOf(page);
  site.serve(site.another('z'));
  await look(page);
  await expect(notice(page)).toBeVisible({ timeout: 30_000 });
  // A part that was never asked for, and that the server has no more.
  await openFromMore(page, /^Gallery/);
  await expect(page.getByRole('dialog', { name: /Gallery/ })).toBeVisible();
  await page.keyboard.press('Escape');
  // A run is under way: to load the page again is not to change its version.
  await page.reload();
  await page.evaluate(() => window.offgrid.ready);
  expect(await mainOf(page)).toBe(before);
  await button(page, /^Go on from step 150/).click();
  await expect.poll(async () => (await snapshotOf(page).catch(() => null))?.step).toBe(150);
  await expect(notice(page)).toBeVisible();
  await button(page, 'Load it now').click();
  await expect.poll(() => mainOf(page).catch(() => before)).not.toBe(before);
  await expect
    .poll(async () => (await snapshotOf(page).catch(() => null))?.step, { timeout: 30_000 })
    .toBe(150);
});

test('two tabs of two versions do not hurt each other', async ({ context, site, visit }) => {
  const old = await visit('#v=1&edition=2&backend=wasm&steps=400');
  await kept(old);
  await old.evaluate(() => window.offgrid.run(100));
  const before = await mainOf(old);
  site.serve(site.another('y'));
  await look(old);
  const young = await visit();
  await expect(notice(young)).toBeVisible({ timeout: 30_000 });
  // It takes a reader to say so.
  expect(await mainOf(young)).toBe(before);
  await button(young, 'Load it now').click();
  await expect.poll(() => mainOf(young).catch(() => before)).not.toBe(before);
  await kept(young);
  await unplug(context, site);
  await openFromMore(old, /^Gallery/);
  await expect(old.getByRole('dialog', { name: /Gallery/ })).toBeVisible();
  await old.evaluate(() => window.offgrid.run(200));
  await openFromMore(young, /^Gallery/);
  await expect(young.getByRole('dialog', { name: /Gallery/ })).toBeVisible();
  const versions = () => young.evaluate(async () => (await caches.keys()).length);
  expect(await versions()).toBe(2);
  await old.close();
  await young.reload();
  await expect.poll(versions, { timeout: 30_000 }).toBe(1);
});

test('a new version waits until somebody asks for it, or every tab is closed', async ({
  site,
  visit,
}) => {
  const page = await visit();
  await kept(page);
  const before = await mainOf(page);
  site.serve(site.another('x'));
  await look(page);
  await expect(notice(page)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(notice(page)).toBeVisible({ timeout: 30_000 });
  expect(await mainOf(page)).toBe(before);
  await page.close();
  await expect
    .poll(
      async () => {
        const next = await visit();
        const main = await mainOf(next);
        await next.close();
        return main;
      },
      { timeout: 30_000 },
    )
    .not.toBe(before);
});

test('where a part is neither kept nor on the server, the way out leads to the new version', async ({
  site,
  visit,
}) => {
  const page = await visit('#v=1&edition=2&backend=wasm&steps=400&measureEvery=50');
  await kept(page);
  await page.evaluate(() => window.offgrid.run(150));
  const before = await mainOf(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys())
        if (/assets\/Gallery-.*js/.test(url)) await cache.delete(url);
    }
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  site.serve(site.another('v'));
  // Its first file is refused, so that it can never be kept.
  site.gone = (path) => path === 'manifest.webmanifest';
  page.removeAllListeners('console');
  await openFromMore(page, /^Gallery/);
  const fault = page.getByRole('alert').filter({ hasText: 'A new version of Offgrid' });
  await expect(fault).toBeVisible({ timeout: 30_000 });
  await fault.getByRole('button', { name: /go on from step 150/ }).click();
  await expect.poll(() => mainOf(page).catch(() => before), { timeout: 40_000 }).not.toBe(before);
  await expect
    .poll(async () => (await snapshotOf(page).catch(() => null))?.step, { timeout: 30_000 })
    .toBe(150);
});

test('a reader who saves data is asked, and told how much it is', async ({
  site,
  visit,
  context,
}) => {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { get: () => ({ saveData: true }) });
  });
  const page = await visit();
  await button(page, 'More').click();
  await expect(line(page)).toHaveText(/Keep for offline use \(1\d\.\d\sMB\)/);
  expect(await registrations(page)).toBe(0);
  expect(site.asked).not.toContain('sw.js');
  await line(page).getByRole('button').click();
  await expect(line(page)).toContainText(/Works without a network/, { timeout: 60_000 });
});

test('a browser that refuses, or has no room, is said to, and the page goes on', async ({
  context,
  site,
  visit,
}) => {
  await context.addInitScript(() => {
    if (!('ServiceWorkerContainer' in window)) return;
    const { register } = ServiceWorkerContainer.prototype;
    Object.assign(window, { register });
    ServiceWorkerContainer.prototype.register = () =>
      Promise.reject(new DOMException('Refused here.', 'SecurityError'));
  });
  const page = await visit();
  await button(page, 'More').click();
  await expect(line(page)).toContainText('Works with a network only');
  // It has room for what a visit begins with, and for a little more.
  const session = await context.newCDPSession(page);
  const { origin } = new URL(site.address);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
  await page.evaluate(() => {
    const { register } = window as unknown as {
      readonly register: ServiceWorkerContainer['register'];
    };
    ServiceWorkerContainer.prototype.register = register;
  });
  await line(page).getByRole('button', { name: 'Try again' }).click();
  await expect(line(page)).toContainText('no room for the rest', { timeout: 60_000 });
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await line(page).getByRole('button', { name: 'Try again' }).click();
  await expect(line(page)).toContainText('Works without a network', { timeout: 60_000 });
  await page.keyboard.press('Escape');
  expect((await page.evaluate(() => window.offgrid.run(100))).step).toBe(100);
});

test('embeds, frames in a sandbox and driven pages keep nothing', async ({
  browser,
  site,
  visit,
}) => {
  const embedded = await visit('?embed=learners');
  await embedded.waitForTimeout(5000);
  expect(await registrations(embedded)).toBe(0);

  const context = await browser.newContext();
  const driven = await context.newPage();
  await open(driven, site.address);
  await button(driven, 'More').click();
  await expect(line(driven)).toContainText('Keep for offline use');
  await driven.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="allow-scripts" width="900" height="700" src="${site.address}"></iframe>`,
    }),
  );
  const errors: string[] = [];
  driven.on('pageerror', ({ message }) => errors.push(message));
  await context.addInitScript(undriven);
  await driven.goto(new URL('/host.html', site.address).href);
  const frame = driven.frameLocator('iframe');
  await frame.getByRole('button', { name: 'More' }).click();
  await driven.waitForTimeout(5000);
  await expect(frame.getByRole('dialog', { name: 'More' }).getByRole('status')).toHaveCount(0);
  expect(errors).toEqual([]);
  expect(site.asked.filter((path) => path === 'sw.js')).toEqual([]);
  await context.close();
});

test('the browser takes it for an app that can be installed', async ({ site }) => {
  // A profile of its own: in a private window nothing can be installed.
  const { executablePath, args } = await findShell();
  const context = await chromium.launchPersistentContext('', {
    args,
    ...(executablePath ? { executablePath } : {}),
  });
  const page = await context.newPage();
  await open(page, site.address);
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { errors, manifest } = (await session.send('Page.getAppManifest')) as unknown as {
    readonly errors: readonly unknown[];
    readonly manifest?: { readonly startUrl?: string };
  };
  expect(errors).toEqual([]);
  if (manifest) expect(manifest.startUrl).toBe(site.address);
  await context.close();
});
