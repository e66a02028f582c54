import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { MOST_RUNS } from '../../src/app/state/runs';
import { findBrowser } from '../browser.mjs';
import { serveCompressed } from '../opening/serve';
import { DEEDS, type Deed } from './deeds';
import { bytesOf, mostGrown } from './heap';
import { bytes, count, judge, MB, type Watched } from './report';
import { type Whole, Workers, wholeOf } from './standing';

const RUNNING = 'training on';

/** How long, and how often. */
export interface Patience {
  readonly minutes: number;
  /** Of what people do all the time; a fifth of it of everything else. */
  readonly times: number;
}

/** Looks over what is repeated; a quarter is warm-up. */
const LOOKS = 16;
/** The first look after it. */
const WARM = LOOKS / 4;
/** With fewer nothing can be said. */
const FEWEST_TIMES = 24;
const RARE = 1 / 5;

const exact = { absolute: 0, share: 0 };

/**
 * What is watched, and what each may add over all looks that count. A node, listener or worker that is left each
 * time is more than is allowed from two dozen times on; what is seen at one moment and not at the next (a hint, a
 * name of a part) is less. What is stored and what a process stands in memory with is given back late, if at all.
 */
const WATCHED: readonly Watched<Whole>[] = [
  {
    name: 'the heap of the page',
    of: ({ kinds }) => bytesOf(kinds),
    allowed: { absolute: MB / 2, share: 0.02 },
    write: bytes,
  },
  {
    name: 'what the workers hold',
    of: ({ workerHeap }) => workerHeap,
    allowed: { absolute: MB, share: 0.05 },
    write: bytes,
  },
  {
    name: 'the number of nodes',
    of: ({ nodes }) => nodes,
    allowed: { absolute: 12, share: 0 },
    write: count,
  },
  {
    name: 'the number of listeners',
    of: ({ listeners }) => listeners,
    allowed: { absolute: 12, share: 0 },
    write: count,
  },
  { name: 'documents', of: ({ documents }) => documents, allowed: exact, write: count },
  { name: 'frames', of: ({ frames }) => frames, allowed: exact, write: count },
  { name: 'workers', of: ({ workers }) => workers, allowed: exact, write: count },
  {
    name: 'what is stored',
    of: ({ stored }) => stored,
    allowed: { absolute: MB, share: 0.05 },
    write: bytes,
  },
  {
    name: 'memory of the process',
    of: ({ resident }) => resident,
    allowed: { absolute: 48 * MB, share: 0.15 },
    write: bytes,
  },
];

interface Opened {
  readonly page: Page;
  readonly look: () => Promise<Whole>;
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

async function open(browser: Browser, address: string): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(address);
  await page.waitForFunction(() => window.offgrid !== undefined);
  await page.evaluate(() => window.offgrid.ready);
  const session = await context.newCDPSession(page);
  const workers = await Workers.of(session);
  return {
    page,
    faults,
    look: () => wholeOf(page, session, workers),
    close: () => context.close(),
  };
}

interface Looked {
  readonly at: number;
  readonly whole: Whole;
}

/** Prints what was held, and returns a sentence for what grows and for what the page complained of. */
function conclude(
  name: string,
  each: string,
  looked: readonly Looked[],
  faults: readonly string[],
): readonly string[] {
  const watched = WATCHED.map((one) => ({
    ...one,
    of: ({ whole }: Looked) => one.of(whole),
  }));
  const { lines, complaints } = judge(each, looked, ({ at }) => at, watched);
  console.log(lines.join('\n'));
  const held = looked.map(({ whole }) => whole.kinds);
  if (complaints.length > 0)
    console.log(`  most is added by ${mostGrown(held[WARM], held[held.length - 1])}`);
  return [...complaints, ...faults.map((fault) => `the page said: ${fault}`)].map(
    (complaint) => `${name}: ${complaint}`,
  );
}

async function soakDeed(browser: Browser, url: string, deed: Deed, times: number) {
  const { page, look, faults, close } = await open(browser, url + deed.hash);
  try {
    for (let turn = 0; deed.runs && turn < MOST_RUNS; turn++) await deed.once(page, turn);
    const looked: Looked[] = [];
    const began = performance.now();
    for (let turn = 0; turn < times; turn++) {
      await deed.once(page, turn);
      if (turn + 1 >= ((looked.length + 1) * times) / LOOKS)
        looked.push({ at: turn + 1, whole: await look() });
    }
    const each = (performance.now() - began) / times;
    console.log(`${deed.name}: ${times} times, ${each.toFixed(0)} ms each`);
    return conclude(deed.name, 'every time', looked, faults);
  } finally {
    await close();
  }
}

/** Frames a second that the page draws, over a second. */
function framesOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        let frames = 0;
        const next = (now: number) => {
          frames += 1;
          if (now - began < 1000) requestAnimationFrame(next);
          else resolve((frames * 1000) / (now - began));
        };
        requestAnimationFrame(next);
      }),
  );
}

async function soakRunning(browser: Browser, url: string, minutes: number) {
  const name = `${RUNNING} for ${minutes} minutes`;
  // It is measured finely: what is kept is full before the warm-up is over.
  const { page, look, faults, close } = await open(
    browser,
    `${url}#v=1&edition=2&backend=wasm&speed=full&steps=200000&measureEvery=10`,
  );
  try {
    const run = page.getByRole('region', { name: 'Training' }).getByRole('button', {
      name: /^Run( on)?$/,
    });
    const looked: Looked[] = [];
    const frames: number[] = [];
    const began = performance.now();
    while (looked.length < LOOKS) {
      if (await run.isVisible()) await run.click();
      const due = began + ((looked.length + 1) * minutes * 60_000) / LOOKS;
      await page.waitForTimeout(Math.max(0, due - performance.now() - 1000));
      frames.push(await framesOf(page));
      looked.push({ at: (performance.now() - began) / 60_000, whole: await look() });
    }
    const step = await page.evaluate(() => window.offgrid.snapshot()?.step);
    const half = frames.length >> 1;
    const fewest = (some: readonly number[]) => Math.min(...some).toFixed(0);
    console.log(
      `${name}: to step ${step}; frames a second, at least ${fewest(frames.slice(0, half))} in the first half and ${fewest(frames.slice(half))} in the second`,
    );
    return conclude(name, 'every minute', looked, faults);
  } finally {
    await close();
  }
}

/**
 * Uses the built page for long, prints what it holds, and returns a sentence for what grows.
 *
 * @param wanted only what has one of these in its name; everything where there is none.
 * @throws Error with a sentence where there is no browser.
 */
export async function soakPage(
  { minutes, times }: Patience,
  wanted: readonly string[],
): Promise<readonly string[]> {
  const isWanted = (name: string) =>
    wanted.length === 0 || wanted.some((part) => name.includes(part));
  const deeds = DEEDS.filter(({ name }) => isWanted(name));
  if (deeds.length === 0 && !isWanted(RUNNING))
    throw new Error(
      `Nothing has «${wanted.join('» or «')}» in its name: ${[RUNNING, ...DEEDS.map(({ name }) => name)].join('; ')}.`,
    );
  const { executablePath, args } = await findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium found.');
  const root = process.cwd();
  const cache = resolve(root, 'node_modules/.cache/offgrid');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'soak-'));
  const complaints: string[] = [];
  try {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const options = ['--outDir', folder, '--logLevel', 'error'];
    execFileSync(process.execPath, [vite, 'build', ...options], { cwd: root, stdio: 'inherit' });
    const { url, close } = await serveCompressed(folder);
    const browser = await chromium.launch({ executablePath, args });
    try {
      for (const deed of deeds) {
        const often = Math.max(FEWEST_TIMES, Math.round(deed.rare ? times * RARE : times));
        complaints.push(...(await soakDeed(browser, url, deed, often)));
      }
      if (isWanted(RUNNING)) complaints.push(...(await soakRunning(browser, url, minutes)));
    } finally {
      await browser.close();
      close();
    }
    return complaints;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
