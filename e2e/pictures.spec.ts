import { rowsOf, type Saved, save, seen } from './saved';
import { expect, MOVING, open, snapshotOf, test, violationsOf } from './support';

test.use(MOVING);

/** Width and height that a PNG states. */
function sizeOf({ bytes }: Saved): { readonly width: number; readonly height: number } {
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

test('a chart goes home as vectors, as pixels and as the numbers of the snapshot', async ({
  page,
}) => {
  await open(page, '#v=1&edition=2&steps=1000');
  await page.evaluate(() => window.offgrid.run());
  const button = /^Download: Error on actions/;
  const svg = await save(page, page, button, 'Picture as SVG');
  expect(svg.name).toBe('offgrid-extrapolation-error-1000.svg');
  const picture = await seen(page, svg);
  expect(picture).toMatchObject({ faults: 0, title: 'Error on actions the data never took' });
  expect(picture.colors).toBeGreaterThan(3);
  // It stands on as many lines as it needs.
  const caption = picture.texts.slice(-3).join(' ');
  expect(caption).toContain('step 1,000');
  expect(caption).toMatch(/ · Offgrid \d[\d.]+, (WASM|WebGL|CPU), Chromium \d+/);
  expect(picture.texts.join(' ')).toMatch(/DQN [+−]\d/);

  const png = sizeOf(await save(page, page, button, 'Picture as PNG'));
  expect(png.width).toBeGreaterThanOrEqual(2 * picture.width);
  expect(png.width / png.height).toBeCloseTo(picture.width / picture.height, 1);

  const csv = await save(page, page, button, 'Numbers as CSV');
  expect(csv.name).toBe('offgrid-extrapolation-error-1000.csv');
  const { learners, step, backend } = await snapshotOf(page);
  const last = rowsOf(csv).filter((row) => Number(row.step) === step);
  expect(last.map(({ learner }) => learner)).toEqual(['dqn', 'cql', 'iql']);
  for (const { learner, seed, value, rung, browser } of last) {
    expect([rung, browser.replace(/\d.*/, '')]).toEqual([backend, 'Chromium ']);
    expect(Number(value)).toBe(learners[learner].seeds[Number(seed)].overestimation?.unseenAction);
  }
});

test('a map goes home with its walker, its bar, its legend and its numbers', async ({ page }) => {
  await open(page, '#v=1&edition=2&steps=1000');
  await page.evaluate(() => window.offgrid.run());
  const card = page.getByRole('article', { name: 'CQL' });
  const svg = await save(page, card, 'Download: CQL', 'Picture as SVG');
  expect(svg.name).toBe('offgrid-extrapolation-map-cql-1000.svg');
  const picture = await seen(page, svg);
  expect(picture).toMatchObject({ faults: 0, title: 'CQL' });
  // A triangle a pair: 103 cells in which one acts.
  expect(picture.triangles).toBeGreaterThanOrEqual(412);
  expect(picture.colors).toBeGreaterThan(100);
  expect(picture.texts.join(' ')).toMatch(/believes .*earns|earns .*believes/);
  expect(picture.texts).toContain('never seen');
  const png = sizeOf(await save(page, card, 'Download: CQL', 'Picture as PNG'));
  expect(png.width).toBe(3 * picture.width);

  const rows = rowsOf(await save(page, card, 'Download: CQL', 'Values as CSV'));
  expect(rows).toHaveLength(412);
  const { learners } = await snapshotOf(page);
  const cql = learners.cql.seeds[0];
  // What the snapshot states as means over classes is what the pairs amount to.
  const unseen = rows.filter(({ count, visits }) => Number(count) === 0 && Number(visits) > 0);
  const mean = unseen.reduce((sum, { error }) => sum + Number(error), 0) / unseen.length;
  expect(mean).toBeCloseTo(cql.overestimation?.unseenAction ?? Number.NaN, 4);
  const data = await page.evaluate(() => window.offgrid.dataset()?.size);
  expect(rows.reduce((sum, { count }) => sum + Number(count), 0)).toBe(data);

  const returns = await save(page, card, 'Download: CQL', 'Returns as CSV');
  expect(returns.name).toBe('offgrid-extrapolation-bar-cql-1000.csv');
  const [bar] = rowsOf(returns);
  expect(Number(bar.believedReturn)).toBe(cql.believedReturn);
  expect(Number(bar.trueReturn)).toBe(cql.trueReturn);
});

test('all learners go on one slide, on the paper of the page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.evaluate(() => window.offgrid.run(200));
  const name = 'Download: All learners side by side';
  const svg = await save(page, page, name, 'Picture as SVG');
  const picture = await seen(page, svg);
  expect(picture.width).toBeGreaterThan(4 * 300);
  expect(picture.triangles).toBeGreaterThanOrEqual(4 * 412);
  expect(picture.texts.filter((text) => text === 'never seen')).toHaveLength(1);
  expect(svg.text).toContain('fill="#1b1f26"');
  const rows = rowsOf(await save(page, page, name, 'Values as CSV'));
  expect(new Set(rows.map(({ learner }) => learner))).toEqual(new Set(['dqn', 'cql', 'iql', 'bc']));
});

test('a menu works by keys, gives the focus back, and says why there is nothing', async ({
  page,
}) => {
  await open(page);
  const button = page.getByRole('button', { name: 'Download: Marked cell' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  const violations = await violationsOf(page, { within: '[role="menu"]' });
  expect(violations).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toContainText('Mark a cell first');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('the workbench and the article give their pictures away as well', async ({ page }) => {
  await open(page, '?read=distribution-shift');
  await page.evaluate(() => window.offgrid.run(200));
  const figure = page.getByRole('figure', { name: /^Distribution shift/ });
  await figure.scrollIntoViewIfNeeded();
  const shift = await save(page, figure, /^Download: Distribution shift/, 'Numbers as CSV');
  const total = rowsOf(shift).reduce((sum, { data }) => sum + Number(data), 0);
  expect(total).toBeCloseTo(1, 6);
  await page.getByRole('button', { name: 'Inspect data' }).click();
  const workbench = page.getByRole('dialog', { name: 'Workbench' });
  const map = await save(page, workbench, 'Download: The data on the map', 'Picture as SVG');
  const picture = await seen(page, map);
  expect(picture.width).toBeGreaterThan(500);
  expect(picture.texts.join(' ')).toContain('blank: never');
  await page.keyboard.press('Escape');
  await expect(workbench).toHaveCount(0);
});
