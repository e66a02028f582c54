import { expect, open, snapshotOf, test, violationsOf } from './support';

const THREE = '#v=1&edition=2&seeds=3&steps=20&measureEvery=10';

test('three training seeds speak in the verdict, in the charts and on the maps', async ({
  page,
}) => {
  await open(page, THREE);
  await page.evaluate(() => window.offgrid.run());
  const { learners } = await snapshotOf(page);
  expect(Object.values(learners).map(({ seeds }) => seeds.length)).toEqual([3, 3, 3, 3]);
  const beliefs = learners.dqn.seeds.map(({ believedReturn }) => believedReturn);
  expect(new Set(beliefs).size).toBe(3);

  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(
    /CQL reaches the goal on \d of 3 seeds/,
  );
  await expect(page.getByRole('region', { name: 'Verdict' }).locator('[aria-live]')).toContainText(
    'of 3 seeds',
  );
  await expect(
    page.getByRole('region', { name: 'Error on actions the data never took' }),
  ).toContainText('Interquartile mean of 3 seeds');

  const shown = page.getByRole('radiogroup', { name: 'Seed shown on the maps' });
  const map = page.getByRole('article', { name: 'Offline DQN' }).getByRole('application');
  await expect(map).toHaveAccessibleName(/^Offline DQN, seed 1: /);
  await shown.getByText('3', { exact: true }).click();
  await expect(map).toHaveAccessibleName(/^Offline DQN, seed 3: /);
  await shown.getByText('Mean', { exact: true }).click();
  await expect(map).toHaveAccessibleName(/^Offline DQN, mean of 3 seeds: /);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('shownSeed=0');
  expect((await snapshotOf(page)).step).toBe(20);

  for (const tab of ['Error by class', 'Lower bound?', 'Losses', 'Marked cell']) {
    await page.getByRole('tab', { name: tab }).click();
    expect(await violationsOf(page), tab).toEqual([]);
  }
});

test('one seed is as before, and the bar asks for more of them', async ({ page }) => {
  await open(page, '#v=1&edition=2&steps=20&measureEvery=10');
  await expect(page.getByRole('radiogroup', { name: 'Seed shown on the maps' })).toHaveCount(0);
  const entry = page.getByRole('textbox', { name: 'Training seeds side by side' });
  await entry.fill('2');
  await entry.press('Enter');
  await expect(page.getByRole('radiogroup', { name: 'Seed shown on the maps' })).toBeVisible();
  await page.evaluate(() => window.offgrid.ready);
  expect((await snapshotOf(page)).learners.cql.seeds).toHaveLength(2);
});

test('sixteen seeds do not overflow, opened on a phone and widened', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '#v=1&edition=2&seeds=16&steps=4&measureEvery=2&width=8&batch=8');
  await page.evaluate(() => window.offgrid.run());
  await expect(page.getByText('4 of 4 steps')).toBeVisible();
  await expect(page.getByText(/of 16 seeds/).first()).toBeVisible();
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    // What measures itself follows a new width in its next frames.
    await page.waitForTimeout(250);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(over, `${width}×${height}`).toBeLessThanOrEqual(0);
  }
});
