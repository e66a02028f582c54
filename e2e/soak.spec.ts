import type { Page } from '@playwright/test';
import { DEEDS } from '../tools/soak/deeds';
import { type Standing, standingOf } from '../tools/soak/standing';
import { expect, open, test } from './support';

/** What is seen at one moment and not at the next: the last of what was closed, a mark of a focus. */
const CALM = { nodes: 60, listeners: 12 };

/** Times before anything counts: parts are loaded, one of everything is made. */
const WARM = 2;

async function watched(page: Page, work: () => Promise<void>): Promise<[Standing, Standing]> {
  const session = await page.context().newCDPSession(page);
  const before = await standingOf(page, session);
  await work();
  const after = await standingOf(page, session);
  await session.detach();
  return [before, after];
}

for (const [name, times] of [
  ['a run and a reset', 25],
  ['another scenario and back', 6],
  ['another language and back', 6],
  ['dark and light', 6],
] as const)
  test(`the page holds no more after it: ${name}`, async ({ page }) => {
    const deed = DEEDS.find((one) => one.name === name);
    if (deed === undefined) throw new Error(`Nobody does «${name}».`);
    await open(page, deed.hash);
    for (let turn = 0; turn < WARM; turn++) await deed.once(page, turn);
    const [before, after] = await watched(page, async () => {
      for (let turn = 0; turn < times; turn++) await deed.once(page, turn);
    });
    expect(after.nodes - before.nodes).toBeLessThan(CALM.nodes);
    expect(after.listeners - before.listeners).toBeLessThan(CALM.listeners);
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
