import { type BrowserContext, expect, type Page, test as plain } from '@playwright/test';
import axe from 'axe-core';

/** A profile of the browser, and the empty page of our origin that is always open in it. */
interface Profile {
  readonly context: BrowserContext;
  readonly keeper: Page;
}

/** What a page of ours can leave behind for the next one, as the browser's protocol names it. */
const KEPT = 'cookies,local_storage,indexeddb,cache_storage,file_systems,service_workers';

/** Has a page take itself for a tab that nobody sees, in which it does not time the engines of its device. */
function unseen(): void {
  Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
}

/** Has a page find what somebody leaves behind who was here before, and trains at full speed. */
function habitual(): void {
  try {
    if (localStorage.getItem('offgrid.speed') === null)
      localStorage.setItem('offgrid.speed', 'full');
    localStorage.setItem('offgrid.first-lie', 'seen');
  } catch {
    // A frame in a sandbox has no storage.
  }
}

/**
 * The test of every journey: fails when the page logs an error, throws, or asks any other origin for
 * anything.
 *
 * Every journey has a page of its own and finds the browser's storage empty, but those on one kind of device
 * share a profile, and by its keeper a process (`--process-per-site`): a program that this has compiled
 * before opens in half the time. First visits, with nothing compiled or cached, are those of faults.spec.ts.
 */
export const test = plain.extend<
  { readonly timesEngines: boolean; readonly firstVisit: boolean },
  { readonly profiles: Map<string, Profile> }
>({
  timesEngines: [false, { option: true }],
  firstVisit: [false, { option: true }],
  profiles: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its pattern.
    async ({}, use) => {
      const profiles = new Map<string, Profile>();
      await use(profiles);
      for (const { context } of profiles.values()) await context.close();
    },
    { scope: 'worker' },
  ],
  context: async (
    { browser, profiles, baseURL, viewport, locale, hasTouch, isMobile, contextOptions },
    use,
  ) => {
    // All that a spec may ask of its browser. A new context takes them from the spec by itself.
    const device = JSON.stringify([viewport, locale, hasTouch, isMobile, contextOptions]);
    let profile = profiles.get(device);
    if (profile === undefined) {
      const context = await browser.newContext();
      const keeper = await context.newPage();
      await keeper.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
      await keeper.goto(baseURL ?? '');
      profile = { context, keeper };
      profiles.set(device, profile);
    }
    const { context, keeper } = profile;
    await use(context);
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.clearPermissions();
    for (const page of context.pages()) if (page !== keeper) await page.close();
  },
  page: async ({ page, context, baseURL, timesEngines, firstVisit }, use) => {
    const faults: string[] = [];
    const { origin } = new URL(baseURL ?? '');
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: KEPT });
    await session.detach();
    if (!timesEngines) await page.addInitScript(unseen);
    if (!firstVisit) await page.addInitScript(habitual);
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

/** For `test.use` in journeys to which it matters that walkers walk and scrolling glides, as for most users. */
export const MOVING = { contextOptions: { reducedMotion: 'no-preference' } } as const;

/**
 * For `test.use` in journeys of engines and of the whole run: an idle page times the engines of its device,
 * as for most users, in a worker of its own, which takes about as long as to open the page.
 */
export const TIMING = { timesEngines: true } as const;

/** For `test.use` in journeys of a first visit: nobody has chosen a speed yet. */
export const FIRST_VISIT = { firstVisit: true } as const;

/** Looks at the page as it stands in light, and then in dark. */
export async function inEachTheme(
  page: Page,
  look: (scheme: 'light' | 'dark') => Promise<void>,
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const)
    await plain.step(colorScheme, async () => {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      // The library fades from one theme to the other, and what is half transparent has half the contrast.
      await page.waitForTimeout(200);
      await look(colorScheme);
    });
}

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

/** What axe is asked besides: of a part of the page, by its selector, and by which rules. */
interface Scan {
  readonly within?: string;
  readonly without?: string;
  /** Rules to be asked besides those that axe asks by itself. */
  readonly also?: readonly string[];
  /** The only rules to be asked. */
  readonly only?: readonly string[];
}

/**
 * What all rules of axe find wrong on the page as it is. Each frame is given axe once; what passes is not
 * listed: nobody reads it, and to describe it takes longer than to find it.
 */
export async function violationsOf(
  page: Page,
  { within, without, also = [], only }: Scan = {},
): Promise<axe.Result[]> {
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  const context = { include: [within ?? ':root'], ...(without ? { exclude: [without] } : {}) };
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    rules: Object.fromEntries(also.map((rule) => [rule, { enabled: true }])),
    ...(only ? { runOnly: { type: 'rule', values: [...only] } } : {}),
  };
  return page.evaluate(
    async (asked) => {
      const given = (window as unknown as { readonly axe: typeof axe }).axe;
      return (await given.run(asked.context, asked.options)).violations;
    },
    { context, options },
  );
}

/** Runs something in an empty page beside a page: ours lets no text become a document (SECURITY.md). */
export async function elsewhere<A, R>(
  page: Page,
  run: (given: A) => R | Promise<R>,
  given: A,
): Promise<R> {
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(run as never, given);
  } finally {
    await blank.close();
  }
}

/** Presses an entry of what the button «More» opens, in either language. */
export async function openFromMore(page: Page, entry: RegExp): Promise<void> {
  // What the pointer was left on may show a card that lies over the button.
  await page.mouse.move(0, 0);
  await page.getByRole('button', { name: /^(More|Mehr)$/ }).click();
  await page.getByRole('button', { name: entry }).click();
}
