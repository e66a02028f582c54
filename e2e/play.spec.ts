import type { Page } from '@playwright/test';
import { expect, inEachTheme, MOVING, open, test, violationsOf } from './support';

test.use(MOVING);

const HASH = `#v=1&edition=2&steps=20&measureEvery=10&world.map=${encodeURIComponent('S..G/..../....')}`;

async function play(page: Page) {
  await open(page, HASH);
  return opened(page);
}

/** Opens the workbench at the game. */
async function opened(page: Page) {
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const bench = page.getByRole('dialog', { name: 'Workbench' });
  const map = bench.getByRole('application', { name: /agent that you drive/ });
  await expect(map).toBeVisible();
  return { bench, map, rows: bench.getByRole('row') };
}

test('an episode played by keys is recorded, replayed, trained on, and there after a reload', async ({
  page,
}) => {
  const { bench, map, rows } = await play(page);
  const said = bench.getByRole('status', { name: 'The episode' });
  await map.focus();
  await expect(said).toHaveText('You start in row 1, column 1.');
  await page.keyboard.press('ArrowUp');
  await expect(said).toHaveText('Step 1: up, stayed in row 1, column 1.');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('earned 1; it reached the goal');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('0.86');
  await page.keyboard.press('Enter');
  await page.keyboard.press('s');
  await bench.getByRole('button', { name: 'Stop here' }).click();
  await expect(rows.nth(2)).toContainText('stopped by you');

  await bench.getByRole('button', { name: 'Replay episode 1' }).click();
  const replay = bench.getByRole('region', { name: 'Replay' });
  await expect(replay.getByText('Step 4 of 4')).toBeVisible();
  await replay.getByRole('button', { name: 'Step back' }).click();
  await expect(replay.getByText('Step 3 of 4')).toBeVisible();
  await replay.getByRole('button', { name: 'Close the replay' }).click();

  await bench.getByRole('button', { name: 'Use these 2 episodes as the dataset' }).click();
  await expect(bench.getByText('The learners now train on “2 played episodes”.')).toBeVisible();
  await page.evaluate(() => window.offgrid.ready);
  expect((await page.evaluate(() => window.offgrid.dataset()))?.state.length).toBe(5);
  expect((await page.evaluate(() => window.offgrid.run(20))).step).toBe(20);

  await expect.poll(() => page.evaluate(() => location.hash)).toContain('data.file=');
  await page.reload();
  await page.waitForFunction(() => window.offgrid !== undefined);
  await page.evaluate(() => window.offgrid.ready);
  expect((await page.evaluate(() => window.offgrid.dataset()))?.state.length).toBe(5);
  await expect(page.getByText(/π_β is their empirical distribution/)).toBeVisible();
  const again = await opened(page);
  await expect(again.rows).toHaveCount(3);
  await again.bench.getByRole('button', { name: 'Discard last' }).click();
  await expect(again.rows).toHaveCount(2);
});

test('episodes of another map are kept apart, and say so', async ({ page }) => {
  const { bench, map, rows } = await play(page);
  await map.focus();
  await page.keyboard.press('ArrowDown');
  await bench.getByRole('button', { name: 'New episode' }).click();
  await expect(rows).toHaveCount(2);
  await page.evaluate(() => window.offgrid.set({ 'world.map': 'S.../...G/....' }));
  await expect(bench.getByText('1 episode of another map is kept')).toBeVisible();
  await expect(rows).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('buttons drive the agent', async ({ page }) => {
    const { bench, rows } = await play(page);
    for (let step = 0; step < 3; step++)
      await bench.getByRole('button', { name: 'Go right' }).tap();
    await expect(bench.getByText(/The episode reached the goal/)).toBeVisible();
    await expect(rows).toHaveCount(2);
  });
});

test('has no accessibility violations in either theme', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { bench, map } = await play(page);
  await map.focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await bench.getByRole('button', { name: 'Replay episode 1' }).click();
  await expect(bench.getByText('Step 0 of 3')).toBeVisible();
  await inEachTheme(page, async () => {
    const violations = await violationsOf(page);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
