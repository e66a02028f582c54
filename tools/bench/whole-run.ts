import { chromium } from 'playwright';
import { preview } from 'vite';
import { createSimdStack } from '../../src/engine/simd/stack';
import { runExperiment } from '../../src/experiment/headless';
import { resolveSettings } from '../../src/experiment/settings/parse';
import { findBrowser } from '../browser.mjs';
import { median } from './measure';

/** The default run as a whole, in the page at full speed and in Node, taking turns. */
export interface WholeRun {
  readonly group: 'default run';
  readonly steps: number;
  /** Steps a second, the median of the repetitions. */
  readonly page: number;
  readonly node: number;
  /** The median of page / node, pair by pair. */
  readonly ratio: number;
}

/** A run from its beginning to its verdict. */
interface Timed {
  readonly steps: number;
  readonly seconds: number;
}

async function timeInNode(): Promise<Timed> {
  const { settings } = resolveSettings({});
  const began = performance.now();
  const { snapshot } = await runExperiment({
    settings,
    createStack: (spec) => createSimdStack(spec),
  });
  return { steps: snapshot.step, seconds: (performance.now() - began) / 1000 };
}

const rateOf = ({ steps, seconds }: Timed) => steps / seconds;

/**
 * Times the default run on the built page (`dist`) and in Node, in turns, after one run of each that does
 * not count. In the page from the call of `run` to the last measurement in its script, in Node from the
 * settings to the result: world and data are part of it there, a few milliseconds.
 *
 * @throws Error with a sentence where there is no browser or no built page.
 */
export async function measureWholeRun(repetitions: number): Promise<WholeRun> {
  const { executablePath, args } = await findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium found for the whole run.');
  const server = await preview({
    preview: { port: 41_830, strictPort: false, host: '127.0.0.1', open: false },
    logLevel: 'error',
  });
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.resolvedUrls?.local[0]}#v=1&edition=2&backend=wasm&speed=full`);
    await page.waitForFunction(() => window.offgrid !== undefined);
    const timeInPage = (): Promise<Timed> =>
      page.evaluate(async () => {
        window.offgrid.reset();
        await new Promise((resolve) => setTimeout(resolve, 500));
        await window.offgrid.ready;
        const began = performance.now();
        const { step } = await window.offgrid.run();
        return { steps: step, seconds: (performance.now() - began) / 1000 };
      });
    let steps = 0;
    const pairs: { page: number; node: number }[] = [];
    for (let turn = 0; turn <= repetitions; turn++) {
      const inPage = await timeInPage();
      steps = inPage.steps;
      const pair = { page: rateOf(inPage), node: rateOf(await timeInNode()) };
      if (turn > 0) pairs.push(pair);
    }
    return {
      group: 'default run',
      steps,
      page: median(pairs.map((pair) => pair.page)),
      node: median(pairs.map((pair) => pair.node)),
      ratio: median(pairs.map((pair) => pair.page / pair.node)),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}
