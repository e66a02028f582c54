import type { Locator, Page } from '@playwright/test';
import { expect, inEachTheme, open, test, violationsOf } from './support';

const MAP = ['S...G', '.....', '.....', '.....'];
const HASH = `#v=1&edition=2&steps=20&measureEvery=10&world.map=${encodeURIComponent(MAP.join('/'))}`;

/** Opens the page with a small map, and the workbench at the behaviour. */
async function paint(page: Page, more = '') {
  await open(page, HASH + more);
  await page.getByRole('button', { name: 'Behaviour', exact: true }).click();
  const bench = page.getByRole('dialog', { name: 'Workbench' });
  const map = bench.getByRole('application', { name: /to paint the behaviour on/ });
  await expect(map).toBeVisible();
  return { bench, map, done: bench.getByRole('status', { name: 'What was done' }) };
}

/** Middle of a cell of the map, counted from 0, on the screen. */
async function placeOf(map: Locator, row: number, column: number) {
  const box = await map.locator('canvas').boundingBox();
  if (box === null) throw new Error('The map is not on the screen.');
  return {
    x: box.x + (box.width * (column + 0.5)) / MAP[0].length,
    y: box.y + (box.height * (row + 0.5)) / MAP.length,
  };
}

async function drag(page: Page, map: Locator, cells: readonly (readonly [number, number])[]) {
  for (const [index, [row, column]] of cells.entries()) {
    const { x, y } = await placeOf(map, row, column);
    await page.mouse.move(x, y, { steps: index === 0 ? 1 : 8 });
    if (index === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

const setting = (page: Page, key: string) =>
  page.evaluate((name) => window.offgrid.settings()[name], key);

test('arrows are dragged over the map, become the behaviour, and are undone', async ({ page }) => {
  const { bench, map } = await paint(page);
  await drag(page, map, [
    [0, 0],
    [0, 2],
    [2, 2],
  ]);
  expect(await setting(page, 'behavior.painted')).toBe('0.0r,0.1r,0.2d,1.2d,2.2d');
  expect(await setting(page, 'behavior')).toBe('painted');
  const standing = bench.getByRole('status', { name: 'The behaviour' });
  await expect(standing).toContainText('The behaviour is now “Painted”');
  await expect(standing).toContainText('5 cells painted');
  await bench.getByText('Erase', { exact: true }).click();
  await drag(page, map, [
    [1, 2],
    [2, 2],
  ]);
  expect(await setting(page, 'behavior.painted')).toBe('0.0r,0.1r,0.2d');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  expect(await setting(page, 'behavior')).toBe('mixture');
  expect(await setting(page, 'behavior.painted')).toBe('');
  await bench.getByRole('button', { name: 'Redo' }).click();
  expect(await setting(page, 'behavior')).toBe('painted');
});

test('cells are painted and weighed from the keyboard, and a link brings them back', async ({
  page,
}) => {
  const { bench, map, done } = await paint(page);
  await map.focus();
  await page.keyboard.press('r');
  await expect(done).toHaveText('Row 1, column 1: right 100 %.');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(done).toContainText('down 35 %');
  await bench.getByRole('textbox', { name: 'Right, percent, value' }).fill('40');
  await page.keyboard.press('Enter');
  const painted = String(await setting(page, 'behavior.painted'));
  expect(painted).toMatch(/^0\.0r,0\.1:\d+-40-\d+-\d+$/);
  await expect
    .poll(() => page.evaluate(() => decodeURIComponent(location.hash)))
    .toContain(painted);
  await page.reload();
  await page.waitForFunction(() => window.offgrid !== undefined);
  await page.evaluate(() => window.offgrid.ready);
  expect(await setting(page, 'behavior.painted')).toBe(painted);
  expect((await page.evaluate(() => window.offgrid.run(20))).step).toBe(20);
});

test('painting starts from the optimum, which then earns what is best', async ({ page }) => {
  const { bench } = await paint(page);
  await bench.getByRole('button', { name: 'Optimal policy' }).click();
  expect(await setting(page, 'behavior')).toBe('painted');
  await page.evaluate(() => window.offgrid.ready);
  await expect
    .poll(() => page.evaluate(() => window.offgrid.truth()?.behavior))
    .toBeCloseTo(0.95 ** 3);
  await bench.getByRole('button', { name: 'Nothing', exact: true }).click();
  expect(await setting(page, 'behavior.painted')).toBe('');
});

test('a mixture is put together by controls', async ({ page }) => {
  const { bench } = await paint(page, '&behavior=mixture&behavior.mixture=1*medium%2B1*expert');
  const mixture = () => setting(page, 'behavior.mixture');
  await expect(bench.getByText('50 % of the episodes')).toHaveCount(2);
  await bench.getByRole('button', { name: 'Add a component' }).click();
  expect(await mixture()).toBe('1*medium+1*expert+1*uniform');
  await bench
    .getByRole('combobox', { name: 'Component 3: kind' })
    .selectOption({ label: 'ε-greedy' });
  await bench.getByRole('textbox', { name: 'Component 3: Weight, value' }).fill('2');
  await page.keyboard.press('Enter');
  await bench.getByRole('textbox', { name: 'Component 3: Exploration, value' }).fill('0.5');
  await page.keyboard.press('Enter');
  expect(await mixture()).toBe('1*medium+1*expert+2*epsilon-greedy(0.5)');
  await bench.getByRole('button', { name: 'Move up component 3' }).click();
  await bench.getByRole('button', { name: 'Remove component 1' }).click();
  expect(await mixture()).toBe('2*epsilon-greedy(0.5)+1*expert');
  await expect(bench.getByText('67 % of the episodes')).toBeVisible();
  await page.evaluate(() => window.offgrid.ready);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger paints', async ({ page }) => {
    const { map } = await paint(page);
    const client = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: object[]) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: points as never });
    const from = await placeOf(map, 3, 0);
    const to = await placeOf(map, 3, 3);
    await send('touchStart', [from]);
    for (let step = 1; step <= 8; step++)
      await send('touchMove', [{ ...from, x: from.x + ((to.x - from.x) * step) / 8 }]);
    await send('touchEnd', []);
    await expect.poll(() => setting(page, 'behavior.painted')).toBe('3.0r,3.1r,3.2r,3.3r');
  });
});

test('has no accessibility violations in either theme', async ({ page }) => {
  const { map } = await paint(page, '&behavior=mixture');
  await drag(page, map, [
    [0, 0],
    [0, 2],
  ]);
  await inEachTheme(page, async () => {
    const violations = await violationsOf(page);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
