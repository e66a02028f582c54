import type { Browser, CDPSession, Page } from 'playwright';

/** What a page is opened on. */
export interface Device {
  readonly name: string;
  /** How many times slower than this machine's its processor is. */
  readonly slower: number;
  /** Round trip in ms and bytes a second; null for a line that costs nothing. */
  readonly line: { readonly latency: number; readonly bytes: number } | null;
}

/** Slow 4G is what the browser's own tools call so. */
export const DEVICES: readonly Device[] = [
  { name: 'this machine', slower: 1, line: null },
  {
    name: 'a processor four times slower on slow 4G',
    slower: 4,
    line: { latency: 400, bytes: 1.6e6 / 8 },
  },
];

/** A task of the main thread of more than 50 ms; times in ms since the page was asked for. */
export interface LongTask {
  readonly start: number;
  readonly duration: number;
}

/** A page opened once, and its run begun once. */
export interface Opening {
  /** First contentful paint in ms: the page's own notice that it is loading counts. */
  readonly painted: number;
  /** When the page's controls stood there, in ms. */
  readonly usable: number;
  /** Σ max(0, duration − 50) over the tasks of loading, in ms. */
  readonly blocked: number;
  readonly loading: readonly LongTask[];
  /** The tasks from ▶ on. */
  readonly running: readonly LongTask[];
  /** Cumulative layout shift while loading. */
  readonly shifted: number;
}

interface Seen {
  readonly tasks: LongTask[];
  painted: number;
  usable: number;
  shifted: number;
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Watches a page from before its first script on; runs in the page. */
function watch(): void {
  const seen: Seen = { tasks: [], painted: 0, usable: 0, shifted: 0 };
  window.seen = seen;
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  observe('longtask', ({ startTime: start, duration }) => seen.tasks.push({ start, duration }));
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.painted = startTime;
  });
  observe('layout-shift', (entry) => {
    seen.shifted += (entry as PerformanceEntry & { value: number }).value;
  });
  const look = () => {
    if (document.querySelector('.run-button') === null) return requestAnimationFrame(look);
    seen.usable = performance.now();
    return 0;
  };
  requestAnimationFrame(look);
}

/** How long a page is left alone after it has all that it loads, and after ▶, in ms of this machine. */
const REST = 1500;

async function emulate(session: CDPSession, { slower, line }: Device): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line?.latency ?? 0,
    downloadThroughput: line?.bytes ?? -1,
    uploadThroughput: line?.bytes ?? -1,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => window.offgrid !== undefined, null, { timeout: 60_000 });
  await page.evaluate(() => window.offgrid.ready);
  await page.waitForLoadState('networkidle');
}

/**
 * Opens the page of `url` on a device as on a first visit, lets it load, and presses ▶. `around` gets the
 * session for what else is to be recorded, and is called again when all is over.
 */
export async function measureOpening(
  browser: Browser,
  url: string,
  device: Device,
  recording?: {
    readonly begin: (session: CDPSession) => Promise<void>;
    readonly end: (session: CDPSession, tasks: readonly LongTask[]) => Promise<void>;
  },
): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await emulate(session, device);
    await page.addInitScript(watch);
    await recording?.begin(session);
    await page.goto(url);
    await settled(page);
    await page.waitForTimeout(REST * device.slower);
    const loaded = await page.evaluate(() => ({ ...window.seen, tasks: [...window.seen.tasks] }));
    const pressed = await page.evaluate(() => performance.now());
    await page.locator('.run-button').click();
    await page.waitForTimeout(REST * device.slower);
    const all = await page.evaluate(() => window.seen.tasks);
    await recording?.end(session, all);
    return {
      painted: loaded.painted,
      usable: loaded.usable,
      shifted: loaded.shifted,
      blocked: loaded.tasks.reduce((sum, { duration }) => sum + duration - 50, 0),
      loading: loaded.tasks,
      running: all.filter(({ start }) => start >= pressed),
    };
  } finally {
    await context.close();
  }
}
