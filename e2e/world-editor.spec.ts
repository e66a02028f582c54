import type { Locator, Page } from '@playwright/test';
import { expect, inEachTheme, open, test, violationsOf } from './support';

const SMALL = ['S...G', '.....', '.....', '.....'];
const hashOf = (rows: readonly string[]) =>
  `#v=1&edition=2&steps=20&measureEvery=10&world.map=${encodeURIComponent(rows.join('/'))}`;

/** Opens the page with a map, and the workbench over it. */
async function edit(page: Page, rows: readonly string[]) {
  await open(page, hashOf(rows));
  await page.getByRole('button', { name: 'Edit world' }).click();
  const bench = page.getByRole('dialog', { name: 'Workbench' });
  const map = bench.getByRole('application', { name: /to be drawn/ });
  await expect(map).toBeVisible();
  return {
    bench,
    map,
    brush: (name: string) => bench.getByText(name, { exact: true }).click(),
    said: bench.getByRole('status', { name: 'The drawing' }),
    undo: bench.getByRole('button', { name: 'Undo' }),
    redo: bench.getByRole('button', { name: 'Redo' }),
    text: bench.getByRole('textbox', { name: 'The map as text' }),
  };
}

/** Middle of a cell, counted from 0, on the screen. */
async function placeOf(map: Locator, rows: number, columns: number, row: number, column: number) {
  const box = await map.locator('canvas').boundingBox();
  if (box === null) throw new Error('The map is not on the screen.');
  return {
    x: box.x + (box.width * (column + 0.5)) / columns,
    y: box.y + (box.height * (row + 0.5)) / rows,
  };
}

/** Presses the pointer in a cell of a map, leads it through others and lets go. */
async function drag(page: Page, map: Locator, size: [number, number], cells: [number, number][]) {
  for (const [index, [row, column]] of cells.entries()) {
    const { x, y } = await placeOf(map, ...size, row, column);
    await page.mouse.move(x, y, { steps: index === 0 ? 1 : 8 });
    if (index === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

/** Rows of the playground's map; empty where it is that of the chosen world. */
const worldMap = (page: Page) =>
  page.evaluate(() => String(window.offgrid.settings()['world.map']).split('/'));

test('a wall is drawn by mouse, becomes the world, and is undone and done again', async ({
  page,
}) => {
  const { map, undo, redo } = await edit(page, SMALL);
  await drag(
    page,
    map,
    [4, 5],
    [
      [1, 0],
      [1, 3],
      [3, 3],
    ],
  );
  const drawn = ['S...G', '####.', '...#.', '...#.'];
  expect(await worldMap(page)).toEqual(drawn);
  await undo.click();
  expect(await worldMap(page)).toEqual(SMALL);
  await page.keyboard.press('Control+Shift+Z');
  expect(await worldMap(page)).toEqual(drawn);
  await page.keyboard.press('Control+Z');
  expect(await worldMap(page)).toEqual(SMALL);
  await redo.click();
  expect(await worldMap(page)).toEqual(drawn);
  await expect(redo).toHaveAttribute('aria-disabled', 'true');
  await page.evaluate(() => window.offgrid.ready);
  await expect
    .poll(() => page.evaluate(() => window.offgrid.truth()?.optimal))
    .toBeCloseTo(0.95 ** 3);
  // Covered by the workbench the page stayed as it was; uncovered it has to catch up.
  const panel = page.getByRole('region', { name: /World & data/ });
  await page.keyboard.press('Escape');
  await expect(panel.getByText('This map is your own.')).toBeVisible();
  await expect(panel.getByRole('application')).toHaveAccessibleName(/4 rows and 5 columns/);
  await expect(panel.getByRole('button', { name: '0.86 best possible' })).toBeVisible();
});

test('Shift fills a rectangle, and Escape gives a stroke up before it closes anything', async ({
  page,
}) => {
  const { bench, map, brush } = await edit(page, SMALL);
  await brush('Pit');
  await page.keyboard.down('Shift');
  await drag(
    page,
    map,
    [4, 5],
    [
      [3, 3],
      [0, 0],
      [2, 1],
    ],
  );
  await page.keyboard.up('Shift');
  const drawn = ['S...G', '.....', '.PPP.', '.PPP.'];
  expect(await worldMap(page)).toEqual(drawn);
  const { x, y } = await placeOf(map, 4, 5, 1, 1);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await worldMap(page)).toEqual(drawn);
  await expect(bench).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bench).toBeHidden();
  await expect(page.getByRole('button', { name: 'Edit world' })).toBeFocused();
});

test('everything can be drawn from the keyboard, and every cell is said', async ({ page }) => {
  const { bench, map } = await edit(page, SMALL);
  const done = bench.getByRole('status', { name: 'What was done' });
  await map.focus();
  await page.keyboard.press('ArrowDown');
  await expect(done).toHaveText('Row 2, column 1: floor.');
  await page.keyboard.press('#');
  await expect(done).toHaveText('Row 2, column 1: wall.');
  for (const key of ['p', '6', '3', 'g', 'Delete']) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press(key);
  }
  expect(await worldMap(page)).toEqual(['S...G', '#PCS.', '.....', '.....']);
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  for (const key of ['Shift+ArrowUp', 'Shift+ArrowRight']) await page.keyboard.press(key);
  await expect(done).toHaveText('Row 3, column 2: floor. Marked: 2 by 2 cells.');
  await page.keyboard.press('1');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  expect(await worldMap(page)).toEqual(['S...G', '#PCS.', '##..#', '##...']);
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Escape');
  await expect(done).toHaveText('Nothing marked.');
  await expect(bench).toBeVisible();
});

test('a drawing that is no world is explained and kept, also when the workbench is closed', async ({
  page,
}) => {
  const { bench, map, said, brush } = await edit(page, SMALL);
  await brush('Floor');
  await drag(page, map, [4, 5], [[0, 4]]);
  await expect(said).toContainText('The map has no goal: mark at least one cell with G.');
  await expect(said).toContainText('the playground keeps its last good world');
  expect(await worldMap(page)).toEqual(SMALL);
  await bench.getByRole('button', { name: 'Close the workbench' }).click();
  await expect(bench).toBeHidden();
  expect((await page.evaluate(() => window.offgrid.run(20))).step).toBe(20);
  await page.getByRole('button', { name: 'Edit world' }).click();
  await expect(said).toContainText('no goal');
  await brush('Goal');
  await drag(page, map, [4, 5], [[3, 4]]);
  await expect(said).toContainText('A world of 4 rows and 5 columns');
  expect(await worldMap(page)).toEqual(['S....', '.....', '.....', '....G']);
});

test('a goal out of reach and a start walled in are said while drawing', async ({ page }) => {
  const { map, said } = await edit(page, SMALL);
  const wall: [number, number][] = [
    [0, 2],
    [3, 2],
  ];
  const begin = await placeOf(map, 4, 5, ...wall[0]);
  const end = await placeOf(map, 4, 5, ...wall[1]);
  await page.mouse.move(begin.x, begin.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await expect(said).toContainText('No goal can be reached from any start');
  expect(await worldMap(page)).toEqual(SMALL);
  await page.mouse.up();
  expect(await worldMap(page)).toEqual(['S.#.G', '..#..', '..#..', '..#..']);
  await drag(page, map, [4, 5], [[0, 1]]);
  await drag(page, map, [4, 5], [[1, 0]]);
  await expect(said).toContainText('The start in row 1, column 1 is walled in');
});

test('a map grows, shrinks, turns and is begun anew, each undone in one step', async ({ page }) => {
  const { bench, undo } = await edit(page, ['S..', '.#.', '..G']);
  const press = (name: string) => bench.getByRole('button', { name, exact: true }).click();
  await press('Add a column on the left');
  await press('Add a row at the top');
  expect(await worldMap(page)).toEqual(['....', '.S..', '..#.', '...G']);
  await press('Turn clockwise');
  expect(await worldMap(page)).toEqual(['....', '..S.', '.#..', 'G...']);
  await press('Remove a column on the right');
  expect(await worldMap(page)).toEqual(['...', '..S', '.#.', 'G..']);
  await expect(bench.getByRole('button', { name: 'Remove a column on the right' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await bench.getByRole('textbox', { name: 'Rows' }).fill('99');
  await page.keyboard.press('Enter');
  expect((await worldMap(page)).length).toBe(40);
  await expect(bench.getByRole('application')).toHaveAccessibleName(/40 rows and 3 columns/);
  await bench.getByRole('textbox', { name: 'Rows' }).fill('4');
  await page.keyboard.press('Enter');
  await press('Blank map');
  expect(await worldMap(page)).toEqual(['S..', '...', '...', '..G']);
  for (let step = 0; step < 7; step++) await undo.click();
  expect(await worldMap(page)).toEqual(['S..', '.#.', '..G']);
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
});

test('text is reported fault by fault, applied on demand, and comes from files as well', async ({
  page,
}) => {
  const { bench, text } = await edit(page, SMALL);
  const report = bench.getByRole('status', { name: 'The text' });
  const apply = bench.getByRole('button', { name: 'Apply the text' });
  await expect(text).toHaveValue(SMALL.join('\n'));
  await text.fill('S.x\n..\n..G');
  await expect(report).toContainText('“x” in row 1, column 3 is not a cell');
  await expect(report).toContainText('Row 2 has 2 cells, but row 1 has 3');
  await expect(apply).toBeDisabled();
  expect(await worldMap(page)).toEqual(SMALL);
  await text.fill('S.P\n...\n..G');
  await expect(report).toContainText('can be applied');
  await apply.click();
  expect(await worldMap(page)).toEqual(['S.P', '...', '..G']);
  await expect(text).toBeFocused();

  const file = (name: string, content: string) =>
    bench
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  await file('large.txt', '.'.repeat(200_000));
  await expect(bench.getByRole('alert')).toContainText('“large.txt” has 200,000 bytes');
  await file('good.txt', 'S..#\r\n...G\r\n....\r\n');
  await expect(text).toHaveValue('S..#\n...G\n....\n');
  expect(await worldMap(page)).toEqual(['S.P', '...', '..G']);
  await apply.click();
  expect(await worldMap(page)).toEqual(['S..#', '...G', '....']);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    bench.getByRole('button', { name: 'Save as .txt' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('world.txt');
  const stream = await saved.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  expect(Buffer.concat(chunks).toString()).toBe('S..#\n...G\n....\n');
});

test('a reload restores the drawn world, and its own map is a click away', async ({ page }) => {
  const { bench, map } = await edit(page, SMALL);
  await drag(page, map, [4, 5], [[1, 1]]);
  const drawn = ['S...G', '.#...', '.....', '.....'];
  await expect
    .poll(() => page.evaluate(() => decodeURIComponent(location.hash)))
    .toContain(drawn.join('/'));
  await page.reload();
  await page.waitForFunction(() => window.offgrid !== undefined);
  // Until its learners stand, lines above the button still come and move it.
  await page.evaluate(() => window.offgrid.ready);
  expect(await worldMap(page)).toEqual(drawn);
  await page.getByRole('button', { name: 'Edit world' }).click();
  await expect(bench.getByRole('textbox', { name: 'The map as text' })).toHaveValue(
    drawn.join('\n'),
  );
  await bench.getByRole('button', { name: 'Back to the world’s own map' }).click();
  expect(await worldMap(page)).toEqual(['']);
});

test('a world of 40 × 40 goes through its link unharmed', async ({ page, context }) => {
  const rows = Array.from({ length: 40 }, (_, r) =>
    Array.from({ length: 40 }, (_, c) =>
      r + c === 0 ? 'S' : r + c === 78 ? 'G' : '#...PC......'[(r * 7 + c * c) % 12],
    ).join(''),
  );
  const { map } = await edit(page, rows);
  await drag(
    page,
    map,
    [40, 40],
    [
      [20, 3],
      [20, 36],
    ],
  );
  const drawn = await worldMap(page);
  expect(drawn[20].slice(3, 37)).toBe('#'.repeat(34));
  expect(drawn.filter((_, r) => r !== 20)).toEqual(rows.filter((_, r) => r !== 20));
  await expect
    .poll(async () => {
      const copy = await context.newPage();
      await copy.goto(await page.evaluate(() => location.href));
      await copy.waitForFunction(() => window.offgrid !== undefined);
      const restored = await worldMap(copy);
      await copy.close();
      return restored;
    })
    .toEqual(drawn);
});

test('a world chosen elsewhere takes the place of the drawing, which undo brings back', async ({
  page,
}) => {
  const { bench, text } = await edit(page, SMALL);
  const world = bench.getByRole('combobox', { name: 'World' });
  await world.focus();
  await world.selectOption({ label: 'Cliff Walking' });
  await expect(text).toHaveValue(/SCCCCCCCCCCG/);
  expect(await page.evaluate(() => window.offgrid.settings()['world.cliff'])).toBe(-100);
  // The focus is still in the list, which is a field without anything typed to undo.
  await page.keyboard.press('Control+Z');
  await expect(text).toHaveValue(SMALL.join('\n'));
  expect(await page.evaluate(() => window.offgrid.settings()['world.cliff'])).toBe(0);
});

test('the workbench has no accessibility violation in either theme', async ({ page }) => {
  const { bench, map, text } = await edit(page, SMALL);
  await page.keyboard.press('Tab');
  await expect(bench).toHaveCSS('opacity', '1');
  await inEachTheme(page, async () => {
    expect(await violationsOf(page)).toEqual([]);
  });
  await map.focus();
  await page.keyboard.press('.');
  await text.fill('?');
  await inEachTheme(page, async () => {
    expect(await violationsOf(page)).toEqual([]);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger paints and scrolls nothing, and nothing overflows sideways', async ({ page }) => {
    const { map } = await edit(page, SMALL);
    const touches = await page.context().newCDPSession(page);
    const touch = async (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      cell?: [number, number],
    ) => {
      const touchPoints = cell ? [await placeOf(map, 4, 5, ...cell)] : [];
      await touches.send('Input.dispatchTouchEvent', { type, touchPoints });
    };
    const before = await map.boundingBox();
    await touch('touchStart', [1, 1]);
    await touch('touchMove', [2, 1]);
    await touch('touchMove', [3, 1]);
    await touch('touchMove', [3, 3]);
    expect(await worldMap(page)).toEqual(SMALL);
    await touch('touchEnd');
    await expect.poll(() => worldMap(page)).toEqual(['S...G', '.#...', '.#...', '.###.']);
    expect(await map.boundingBox()).toEqual(before);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('two fingers zoom and paint nothing', async ({ page }) => {
    const { map } = await edit(page, SMALL);
    const touches = await page.context().newCDPSession(page);
    const one = await placeOf(map, 4, 5, 1, 1);
    const other = await placeOf(map, 4, 5, 1, 3);
    const send = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      points: readonly { readonly x: number; readonly y: number }[],
    ) =>
      touches.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map((point, id) => ({ ...point, id })),
      });
    await send('touchStart', [one]);
    await send('touchStart', [one, other]);
    for (let apart = 4; apart < 60; apart += 4) {
      await send('touchMove', [
        { ...one, x: one.x - apart },
        { ...other, x: other.x + apart },
      ]);
    }
    await send('touchEnd', []);
    await expect.poll(() => page.evaluate(() => window.visualViewport?.scale)).toBeGreaterThan(1);
    await expect(map).toHaveAttribute('data-mantine-stop-propagation', 'false');
    expect(await worldMap(page)).toEqual(SMALL);
  });
});
