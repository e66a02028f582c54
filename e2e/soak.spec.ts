import type { Page } from '@playwright/test';
import { DEEDS } from '../tools/soak/deeds';
import { type Standing, standingOf } from '../tools/soak/standing';
import { expect, open, test } from './support';

/** What may be added by half of the times: what was closed last still stands for a while. */
const CALM = { nodes: 30, listeners: 6 };

/** Times before anything counts: parts are loaded, one of everything is made. */
const WARM = 2;

/** What is held before some work, and each time that it was done. */
async function watched(page: Page, ...works: (() => Promise<void>)[]): Promise<Standing[]> {
  const session = await page.context().newCDPSession(page);
  const seen = [await standingOf(page, session)];
  for (const work of works) {
    await work();
    seen.push(await standingOf(page, session));
  }
  await session.detach();
  return seen;
}

for (const [name, times] of [
  ['a run and a reset', 10],
  ['another scenario and back', 3],
  ['another language and back', 3],
  ['dark and light', 3],
  ['a picture taken home', 4],
] as const)
  test(`the page holds no more after it: ${name}`, async ({ page }) => {
    const deed = DEEDS.find((one) => one.name === name);
    if (deed === undefined) throw new Error(`Nobody does «${name}».`);
    await open(page, deed.hash);
    let turn = 0;
    const repeated = (often: number) => async () => {
      for (const last = turn + often; turn < last; turn++) await deed.once(page, turn);
    };
    await repeated(WARM)();
    const [before, between, after] = await watched(page, repeated(times), repeated(times));
    // One of something may be made late, the place of the first hint for one: what grows does so in both halves.
    const grown = (of: 'nodes' | 'listeners') =>
      Math.min(between[of] - before[of], after[of] - between[of]);
    expect(grown('nodes')).toBeLessThan(CALM.nodes);
    expect(grown('listeners')).toBeLessThan(CALM.listeners);
    const { documents, frames, workers } = before;
    expect(after).toMatchObject({ documents, frames, workers });
  });

test('nodes, listeners and workers that are held are seen', async ({ page }) => {
  await open(page, '#v=1&edition=2&backend=wasm&steps=20&workers=2');
  const [before, after] = await watched(page, () =>
    page.evaluate(() => {
      const held = Array.from({ length: 80 }, () => document.createElement('p'));
      for (const one of held) one.addEventListener('click', () => held);
      Object.assign(window, { held });
    }),
  );
  expect(after.nodes - before.nodes).toBeGreaterThan(CALM.nodes);
  expect(after.listeners - before.listeners).toBeGreaterThan(CALM.listeners);
  const [alone, two] = await watched(page, () =>
    page.evaluate(async () => {
      window.offgrid.set({ seeds: 2 });
      await window.offgrid.run();
    }),
  );
  expect(two.workers - alone.workers).toBe(1);
});
