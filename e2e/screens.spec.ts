import type { Page } from '@playwright/test';
import { expect, open, openFromMore, test } from './support';

/** Side in CSS pixels of the smallest cell that may be on the playground. */
const READABLE = 16;

const QUICK = 'steps=20&measureEvery=10&speed=full';
const WIDE = `S${'.'.repeat(39)}/${Array.from({ length: 38 }, () => '.'.repeat(40)).join('/')}/${'.'.repeat(39)}G`;
const TALL = `S..../${Array.from({ length: 28 }, () => '.....').join('/')}/....G`;

/** What is wrong with the page as it stands, in words; and how large its maps are. */
function look(page: Page) {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth)
      faults.push(`overflows by ${root.scrollWidth - root.clientWidth}`);
    for (const button of document.querySelectorAll<HTMLElement>('main button, header button')) {
      const { width, left, right } = button.getBoundingClientRect();
      if (width < 2 || button.closest('[class*="visually"]')) continue;
      const parts = [button, ...button.querySelectorAll<HTMLElement>('span')];
      const cut = parts.some(
        (part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1,
      );
      // What is swiped into sight may lie beside it.
      const swiped = button.closest('[data-swiped]') !== null;
      if (cut || (!swiped && (left < -1 || right > root.clientWidth + 1)))
        faults.push(`cut: ${button.textContent}`);
    }
    // A sentence that stands in a column has room for more than a word a line.
    for (const text of document.querySelectorAll<HTMLElement>(
      '[data-part="transport"] p, [data-part="verdict"] p, main > p',
    )) {
      if (text.closest('.visually-hidden')) continue;
      const words = text.textContent?.trim().split(/\s+/).length ?? 0;
      const size = Number.parseFloat(getComputedStyle(text).fontSize);
      if (words > 4 && text.clientWidth > 0 && text.clientWidth < 8 * size)
        faults.push(`narrow: ${text.textContent}`);
    }
    const maps = [...document.querySelectorAll<HTMLElement>('main [data-place^="map:"]')].map(
      (slot) => {
        const box = slot.querySelector('canvas')?.getBoundingClientRect();
        return { width: box?.width ?? 0, height: box?.height ?? 0, room: slot.clientWidth };
      },
    );
    return { faults, maps };
  });
}

async function run(page: Page, hash: string): Promise<void> {
  await open(page, hash);
  await page.evaluate(() => window.offgrid.run());
  await page.evaluate(() => document.fonts.ready);
}

const SCREENS = [
  [1440, 900],
  [1440, 789],
  [1280, 720],
  [1366, 657],
  [1024, 768],
  [840, 800],
  [860, 800],
  [900, 800],
  [1000, 800],
  [1080, 800],
  [1180, 800],
  [390, 844],
  [320, 256],
  [1920, 1080],
] as const;

for (const language of ['en', 'de'] as const) {
  test(`after a run nothing is cut and no map is small, on any screen, in ${language}`, async ({
    page,
  }) => {
    await page.goto(`./?lang=${language}#v=1&edition=2&${QUICK}`);
    await page.waitForFunction(() => window.offgrid !== undefined);
    await page.evaluate(() => window.offgrid.ready);
    await page.evaluate(() => window.offgrid.run());
    for (const [width, height] of SCREENS) {
      await page.setViewportSize({ width, height });
      // The maps follow a new width one after the other.
      await expect(async () => {
        const { maps, faults } = await look(page);
        expect(faults, `${width}×${height}`).toEqual([]);
        expect(maps).toHaveLength(5);
        // Four Rooms is 11.6 cells wide, its thin rims counted as such.
        for (const map of maps)
          expect(map.width, `${width}×${height}`).toBeGreaterThanOrEqual(11 * READABLE);
        // The learners' maps are as wide as what they are given, but for whole pixels a cell.
        for (const map of maps.slice(1))
          expect(map.width, `${width}×${height}`).toBeGreaterThan(Math.min(map.room, 420) - 14);
      }).toPass({ timeout: 15_000 });
    }
  });
}

const PAGES = [
  ['one learner', 'learners=cql'],
  ['two', 'learners=dqn,cql'],
  ['three', 'learners=dqn,cql,iql'],
  ['five', 'learners=dqn,cql,iql,bc,cql-2'],
  ['eight', 'learners=dqn,cql,iql,bc,cql-2,dqn-2,iql-2,bc-2'],
  ['several seeds', 'seeds=3'],
  ['40 × 40 cells', `world.map=${WIDE}`],
  ['a tower', `world.map=${TALL}`],
] as const;

test('every cell can be read, and nothing overflows, whatever is on the page', async ({ page }) => {
  // One link after the other in an open page: to open it anew costs more than all four screens.
  for (const [name, hash] of PAGES)
    await test.step(name, async () => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await run(page, `#v=1&edition=2&${QUICK}&${hash}`);
      const across = name.startsWith('40') ? 40 : name === 'a tower' ? 5 : 11;
      for (const [width, height] of [
        [1440, 900],
        [1366, 657],
        [1024, 768],
        [390, 844],
      ]) {
        await page.setViewportSize({ width, height });
        const where = `${name}, ${width}×${height}`;
        await expect.poll(async () => (await look(page)).faults, { message: where }).toEqual([]);
        for (const map of (await look(page)).maps)
          expect(map.width / across, where).toBeGreaterThanOrEqual(READABLE);
      }
    });
});

test('maps wider than their cards are drawn along together, and follow the keyboard', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await run(page, `#v=1&edition=2&${QUICK}&world.map=${WIDE}`);
  const places = page.locator('main [data-place^="map:"]');
  const lefts = () => places.evaluateAll((all) => all.map((one) => Math.round(one.scrollLeft)));
  await places.first().evaluate((one) => one.scrollTo({ left: 200 }));
  await expect.poll(async () => (await lefts()).every((left) => left > 150)).toBe(true);
  const map = places.nth(1).getByRole('application');
  await map.focus();
  await map.press('Home');
  for (let i = 0; i < 34; i++) await map.press('ArrowRight');
  await expect.poll(async () => (await lefts())[1]).toBeGreaterThan(230);
});

test('verdict, maps and first charts are on one screen at 1440×900', async ({ page }) => {
  await run(page, `#v=1&edition=2&${QUICK}`);
  for (const name of ['Offline DQN', 'CQL', 'IQL', 'BC'])
    await expect(
      page.getByRole('article', { name, exact: true }).getByRole('application'),
    ).toBeInViewport({ ratio: 0.8 });
  await expect(page.getByRole('region', { name: 'Verdict' })).toBeInViewport({ ratio: 1 });
  for (const chart of ['chart:error', 'chart:returns'])
    await expect(page.locator(`[data-place="${chart}"]`)).toBeInViewport({ ratio: 1 });
});

for (const [width, height] of [
  [1366, 657],
  [1440, 900],
  [1024, 768],
] as const) {
  test(`a lesson shows the panel that its step is about at ${width}×${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page, `#v=1&edition=2&${QUICK}&lesson=01-believing.4`);
    await page.evaluate(() => window.offgrid.run());
    const panel = page.getByRole('complementary', { name: 'Lesson' });
    await expect(panel).toBeVisible();
    const seen = async () => {
      const lesson = await panel.boundingBox();
      const beside = (lesson?.x ?? 0) > 0;
      const bottom = beside ? height : (lesson?.y ?? 0);
      const boxes = await page
        .locator('main [data-place^="map:"]:not([data-place="map:data"]) canvas:first-child')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
      return boxes.every(
        (box) =>
          box.width >= 11 * READABLE &&
          box.top >= 0 &&
          Math.min(box.bottom, bottom) - box.top >= (beside ? 0.99 : 0.6) * box.height,
      );
    };
    await expect.poll(seen).toBe(true);
    await page.evaluate(() => window.offgrid.set({ lesson: '01-believing.7' }));
    const evidence = page.locator('[data-place="chart:error"]');
    await expect(evidence).toBeInViewport({ ratio: 0.6 });
    await expect.poll(async () => (await look(page)).faults).toEqual([]);
  });
}

test('text spaced as people need it cuts nothing and shrinks no map', async ({ page }) => {
  await run(page, `#v=1&edition=2&${QUICK}`);
  await page.addStyleTag({
    content:
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  });
  for (const [width, height] of [
    [1440, 900],
    [1366, 657],
    [1024, 768],
    [390, 844],
  ]) {
    await page.setViewportSize({ width, height });
    // What measures itself follows a new width in its next frames.
    await expect(async () => {
      const { faults, maps } = await look(page);
      expect(faults, `${width}×${height}`).toEqual([]);
      for (const map of maps) expect(map.width).toBeGreaterThanOrEqual(11 * READABLE);
    }).toPass({ timeout: 15_000 });
  }
});

test('on a very low screen the page is not covered by its bar', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await run(page, `#v=1&edition=2&${QUICK}`);
  await page.evaluate(() => window.scrollTo(0, 1200));
  const covered = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position))
      .map((one) => one.getBoundingClientRect())
      .filter(({ top, bottom }) => bottom > 0 && top < 256)
      .reduce((sum, { top, bottom }) => sum + Math.min(bottom, 256) - Math.max(top, 0), 0),
  );
  expect(covered).toBeLessThan(64);
});

test('magnified four times, what can be opened is as wide as the page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await run(page, `#v=1&edition=2&${QUICK}`);
  /** What is wider than the page, without being scrolled or cut by something within it. */
  const wide = () =>
    page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      const beside = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => {
        const { width, height, right } = one.getBoundingClientRect();
        if (width < 2 || height < 2 || right <= clientWidth + 1) return false;
        for (let around = one.parentElement; around; around = around.parentElement)
          if (getComputedStyle(around).overflowX !== 'visible') return false;
        return true;
      });
      return [
        ...(scrollWidth > clientWidth ? [`the page by ${scrollWidth - clientWidth}`] : []),
        ...beside.map(({ tagName, className }) => `${tagName} ${className}`),
      ];
    });
  for (const name of ['Gallery', 'All settings', 'Embed in a page']) {
    await openFromMore(page, new RegExp(`^${name}`));
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await expect.poll(wide, { message: name }).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  for (const tab of await page.locator('[data-place="evidence:tabs"]').getByRole('tab').all()) {
    await tab.click();
    await expect.poll(wide, { message: await tab.innerText() }).toEqual([]);
  }
  // The article, whose figures are drawn as they come near.
  await page.getByText('Read the article').click();
  const figures = page.locator('#article figure');
  await expect(figures.first()).toBeAttached();
  for (const figure of await figures.all()) {
    await figure.scrollIntoViewIfNeeded();
    await expect.poll(wide, { message: await figure.innerText() }).toEqual([]);
  }
  await page.evaluate(() => window.offgrid.set({ present: 'guess' }));
  const guess = page.getByRole('region', { name: 'Which will reach the goal?' });
  const leave = guess.getByRole('button').last();
  await leave.scrollIntoViewIfNeeded();
  const bands = await guess.getByRole('button').all();
  const boxes = await Promise.all(bands.map((one) => one.boundingBox()));
  // None covers the one before.
  for (const [at, box] of boxes.slice(1).entries())
    expect(box?.y ?? 0).toBeGreaterThanOrEqual((boxes[at]?.y ?? 0) + (boxes[at]?.height ?? 0) - 1);
  await leave.click();
  await expect(guess).toHaveCount(0);
});
