import type { Page } from '@playwright/test';
import { expect, inEachTheme, open, test, violationsOf } from './support';

const FOUR_ROOMS = [13, 13] as const;

/** Opens the page with a hash, and the workbench at the data. */
async function inspect(page: Page, hash = '#v=1&edition=2&steps=20&measureEvery=10') {
  await open(page, hash);
  await page.getByRole('button', { name: 'Inspect data' }).click();
  const bench = page.getByRole('dialog', { name: 'Workbench' });
  const map = bench.getByRole('application', { name: /The data on a map/ });
  await expect(map).toBeVisible();
  const spot = async (row: number, column: number) => {
    const [rows, columns] = FOUR_ROOMS;
    const box = await map.locator('canvas').boundingBox();
    if (box === null) throw new Error('The map is not on the screen.');
    return [
      box.x + (box.width * (column + 0.5)) / columns,
      box.y + (box.height * (row + 0.5)) / rows,
    ] as const;
  };
  return {
    bench,
    map,
    /** Drags from one cell to another, counted from 0. */
    drag: async (from: readonly [number, number], to: readonly [number, number]) => {
      await page.mouse.move(...(await spot(...from)));
      await page.mouse.down();
      await page.mouse.move(...(await spot(...to)), { steps: 4 });
      await page.mouse.up();
    },
    erase: bench.getByRole('button', { name: 'Erase all data here' }),
    undo: bench.getByRole('button', { name: 'Undo' }),
    side: (name: string) => bench.getByText(name, { exact: true }).first().click(),
  };
}

const editsOf = (page: Page) =>
  page.evaluate(() => String(window.offgrid.settings()['data.edits']));

const bestOf = (page: Page) => page.evaluate(() => window.offgrid.truth()?.inSupport ?? null);

test('a corridor never visited: erased by mouse, switched off and on, undone, kept in the link', async ({
  page,
}) => {
  const { bench, drag, erase, undo } = await inspect(page);
  const whole = await bestOf(page);
  // The four doors: every way from the start to the goal leads through some of them.
  for (const [row, column] of [
    [3, 6],
    [6, 2],
    [7, 9],
    [10, 6],
  ] as const) {
    await drag([row, column], [row, column]);
    await erase.click();
  }
  expect(await editsOf(page)).toBe('erase(3.6-3.6);erase(6.2-6.2);erase(7.9-7.9);erase(10.6-10.6)');
  await expect.poll(() => bestOf(page)).toBeLessThan(Number(whole));
  const cut = await bestOf(page);
  const edits = bench.getByRole('region', { name: 'Edits', exact: true });
  await expect(edits.getByRole('listitem').first()).toContainText(/−\d+ rows? in \d+ episodes?/);
  const best = bench.getByRole('row', { name: /best in the data/ });
  await expect(best).toContainText('−');
  for (const place of [1, 2, 3, 4]) {
    await edits.getByRole('switch', { name: `Edit ${place} is on` }).click({ force: true });
  }
  await expect.poll(() => bestOf(page)).toBe(whole);
  await expect(edits.getByText('switched off')).toHaveCount(4);
  for (let step = 0; step < 4; step++) await undo.click();
  await expect.poll(() => bestOf(page)).toBe(cut);
  await expect
    .poll(() => page.evaluate(() => location.hash))
    .toContain('data.edits=erase(3.6-3.6)');
  await page.reload();
  await page.waitForFunction(() => window.offgrid !== undefined);
  await page.evaluate(() => window.offgrid.ready);
  expect(await bestOf(page)).toBe(cut);
});

test('an action is erased from the keyboard, reordered and altered in place', async ({ page }) => {
  const { bench, map } = await inspect(page);
  await map.focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown']) {
    await page.keyboard.press(key);
  }
  const done = bench.getByRole('status', { name: 'What was done' });
  await expect(done).toContainText('Marked: rows 2–3, columns 2–3.');
  await bench.getByRole('button', { name: 'Erase the action up here' }).press('Enter');
  expect(await editsOf(page)).toBe('erase(1.1-2.2,up)');
  await map.focus();
  await page.keyboard.press('Delete');
  expect(await editsOf(page)).toBe('erase(1.1-2.2,up);erase(1.1-2.2)');
  await bench.getByRole('button', { name: 'Move edit 2 up' }).press('Enter');
  expect(await editsOf(page)).toBe('erase(1.1-2.2);erase(1.1-2.2,up)');
  await expect(bench.getByRole('button', { name: 'Move edit 1 up' })).toBeFocused();
  await bench.getByRole('combobox', { name: 'Edit 1: what is erased' }).selectOption('left');
  expect(await editsOf(page)).toBe('erase(1.1-2.2,left);erase(1.1-2.2,up)');
  const grip = bench.getByRole('listitem').nth(1).locator('span').first();
  // What the edits did is written under them a little later, and moves the rows that are being dragged.
  await expect(async () => {
    const from = await grip.boundingBox();
    const to = await bench.getByRole('listitem').first().boundingBox();
    if (!from || !to) throw new Error('The list is not on the screen.');
    await page.mouse.move(from.x + 5, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 5, to.y + 4, { steps: 6 });
    await page.mouse.up();
    expect(await editsOf(page)).toBe('erase(1.1-2.2,up);erase(1.1-2.2,left)');
  }).toPass();
  await bench.getByRole('button', { name: 'Remove edit 1' }).click();
  await map.focus();
  await page.keyboard.press('Control+Z');
  expect(await editsOf(page)).toBe('erase(1.1-2.2,up);erase(1.1-2.2,left)');
});

test('the best tenth is kept, poor episodes go, noise is added, and a refused edit says why', async ({
  page,
}) => {
  const { bench } = await inspect(page);
  const episodes = await page.evaluate(() => window.offgrid.dataset()?.episodes ?? 0);
  await bench.getByRole('button', { name: 'Keep the best 10 %' }).click();
  const row = bench.getByRole('row', { name: /^episodes/ });
  await expect(row).toContainText(String(Math.round(episodes / 10)));
  await bench.getByRole('textbox', { name: 'Least return' }).fill('0.1');
  await page.keyboard.press('Enter');
  await bench.getByRole('button', { name: 'Erase those below' }).click();
  await bench.getByRole('button', { name: 'Add noise' }).click();
  expect(await editsOf(page)).toBe('top(10);below(0.1);noise(0.1,0)');
  await expect(bench.getByRole('listitem').last()).toContainText('rewards changed');
  await bench.getByRole('textbox', { name: 'Edit 2: least return' }).fill('99');
  await page.keyboard.press('Enter');
  await expect(bench.getByRole('listitem').nth(1)).toContainText('would leave no row');
});

test('episodes are sorted, filtered by a cell and replayed step by step', async ({ page }) => {
  const { bench, drag, side } = await inspect(page);
  await side('Episodes');
  await expect(bench.locator('.recharts-bar-rectangle').first()).toBeVisible();
  const table = bench.getByRole('table', { name: /Episodes, page 1/ });
  await bench.getByRole('button', { name: 'steps', exact: true }).click();
  await expect(table.getByRole('columnheader', { name: 'steps' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await drag([3, 6], [3, 6]);
  await expect(bench.getByText(/^Through row 4, column 7: /)).toBeVisible();
  await table
    .getByRole('button', { name: /^Show episode/ })
    .first()
    .click();
  await bench.getByRole('button', { name: 'One step on' }).click();
  await bench.getByRole('button', { name: 'One step on' }).click();
  await expect(bench.getByText(/^step 2 of/)).toBeVisible();
  await bench.getByRole('button', { name: 'Play the episode' }).click();
  await expect(bench.getByText(/^step (\d\d|[4-9]) of/)).toBeVisible();
  await bench.getByRole('button', { name: /Pause the replay|Play the episode/ }).click();
  await bench.getByRole('button', { name: 'To the beginning' }).click();
  await bench.getByRole('button', { name: 'Go to step 3' }).click();
  await expect(bench.getByText(/^step 3 of/)).toBeVisible();
});

test('100,000 rows on a map of 40 × 40 stay workable', async ({ page }) => {
  const rows = Array.from({ length: 40 }, (_, r) =>
    Array.from({ length: 40 }, (_, c) => (r + c === 0 ? 'S' : r + c === 78 ? 'G' : '.')).join(''),
  );
  const hash = `#v=1&edition=2&steps=20&measureEvery=10&data.size=100000&world.map=${encodeURIComponent(rows.join('/'))}`;
  const { bench, map, side } = await inspect(page, hash);
  await map.focus();
  for (const key of ['Shift+PageDown', 'Delete']) await page.keyboard.press(key);
  expect(await editsOf(page)).toBe('erase(0.0-39.0)');
  await expect(bench.getByRole('listitem').first()).toContainText(/−[\d,]+ rows in/);
  await side('Episodes');
  await bench.getByRole('button', { name: 'steps', exact: true }).click();
  await bench.getByRole('button', { name: 'The page after' }).click();
  await bench
    .getByRole('button', { name: /^Show episode/ })
    .last()
    .click();
  await bench.getByRole('button', { name: 'One step on' }).click();
  await expect(bench.getByText(/^step 1 of/)).toBeVisible();
});

test('the data has no accessibility violation in either theme', async ({ page }) => {
  const { bench, drag, erase, side } = await inspect(page);
  await drag([2, 2], [3, 3]);
  await erase.click();
  await expect(bench.getByRole('listitem')).toContainText('−');
  await expect(bench).toHaveCSS('opacity', '1');
  await inEachTheme(page, async () => {
    expect(await violationsOf(page)).toEqual([]);
  });
  await side('Episodes');
  await drag([9, 9], [10, 10]);
  await bench
    .getByRole('button', { name: /^Show episode/ })
    .first()
    .click();
  await inEachTheme(page, async () => {
    expect(await violationsOf(page)).toEqual([]);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap marks a cell, its data goes, and nothing overflows sideways', async ({ page }) => {
    const { bench, map, erase } = await inspect(page);
    const box = await map.locator('canvas').boundingBox();
    if (box === null) throw new Error('The map is not on the screen.');
    await page.touchscreen.tap(box.x + (box.width * 2.5) / 13, box.y + (box.height * 1.5) / 13);
    await erase.tap();
    await expect.poll(() => editsOf(page)).toBe('erase(1.2-1.2)');
    await expect(bench.getByRole('listitem')).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
