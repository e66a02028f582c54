import { expect, FIRST_VISIT, open, snapshotOf, test, violationsOf } from './support';

/** A short run that settles nowhere and names its steps; α is turned while it trains. */
const RUN = '#v=1&edition=2&steps=400&measureEvery=20&width=16&batch=32&workers=1';

test('any measured moment is shown again: by keyboard, by a click into a chart, and by a script', async ({
  page,
}) => {
  await open(page, `${RUN}&edits=200:cql.alpha:0.5`);
  const last = await page.evaluate(() => window.offgrid.run());
  const steps = await page.evaluate(() => window.offgrid.steps());
  expect(steps).toEqual(Array.from({ length: 21 }, (_, i) => 20 * i));

  const training = page.getByRole('region', { name: 'Training' });
  const time = training.getByRole('slider', { name: 'Moment shown' });
  await time.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
  await expect(training).toContainText('340 of 400 steps');
  const then = await snapshotOf(page);
  expect(then.step).toBe(340);
  // Cards and verdict are of that moment, and the verdict is none.
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict.locator('[aria-live]')).toHaveText('');
  await page.keyboard.press('Home');
  await expect(training).toContainText('0 of 400 steps');
  await page.keyboard.press('End');
  await expect(training).toContainText('400 of 400 steps');
  expect(await snapshotOf(page)).toEqual(last);

  const chart = page.getByRole('application', { name: 'Error on unseen actions' });
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (box === null) throw new Error('The chart has no box.');
  await page.mouse.click(box.x + box.width * 0.4, box.y + box.height / 2);
  await expect.poll(async () => (await snapshotOf(page)).step).toBeLessThan(400);
  await training.getByRole('button', { name: 'now' }).click();
  await expect.poll(async () => (await snapshotOf(page)).step).toBe(400);

  // The same moment as one that was trained no further.
  const sought = await page.evaluate(() => window.offgrid.seek(120));
  await page.evaluate(() => window.offgrid.reset());
  const trained = await page.evaluate(() => window.offgrid.run(120));
  expect({ ...sought.learners }).toEqual({ ...trained.learners });
});

test('the networks of a past moment are under the microscope, with the settings of then', async ({
  page,
}) => {
  await open(page, RUN);
  await page.evaluate(() => window.offgrid.run());
  await page.evaluate(() => window.offgrid.seek(100));
  await page.getByRole('button', { name: 'Microscope' }).click();
  const bench = page.getByRole('dialog');
  await expect(bench).toContainText('networks at step 100', { timeout: 30_000 });
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.offgrid.seek('now'));
  await page.getByRole('button', { name: 'Microscope' }).click();
  await expect(bench).toContainText('networks at step 400', { timeout: 30_000 });
});

test('a knob turned after the run says so, and one click makes the numbers true again', async ({
  page,
}) => {
  await open(page, RUN);
  const first = await page.evaluate(() => window.offgrid.run());
  await page.evaluate(() => window.offgrid.set({ 'cql.alpha': 0.1 }));
  await expect(page.getByText('α was 1 when this was trained.')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Run again with 0.1' }).click();
  await expect
    .poll(async () => (await snapshotOf(page)).runId, { timeout: 30_000 })
    .not.toBe(first.runId);
  await expect(page.getByText('when this was trained')).toHaveCount(0);
  const second = await snapshotOf(page);
  expect(second.step).toBe(400);
  expect(second.learners.dqn).toEqual(first.learners.dqn);
  expect(second.learners.cql).not.toEqual(first.learners.cql);

  // With the page kept at the verdict, no number goes before the new ones are there.
  await page.getByRole('switch', { name: 'Keep at the verdict' }).press('Space');
  await page.evaluate(() => window.offgrid.set({ 'train.seed': 5 }));
  expect((await snapshotOf(page)).runId).toBe(second.runId);
  await expect
    .poll(async () => (await snapshotOf(page)).runId, { timeout: 30_000 })
    .not.toBe(second.runId);
  expect(await snapshotOf(page)).toMatchObject({ step: 400, status: 'done' });

  // All three are kept, and compared with.
  await page.getByRole('button', { name: 'History (3)' }).click();
  const runs = page.getByRole('dialog');
  await expect(runs.getByRole('listitem')).toHaveCount(3);
  expect(await violationsOf(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    runs.getByRole('button', { name: /Export all/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('offgrid-runs.json');
  await runs.getByRole('button', { name: 'Compare with it' }).last().click();
  const comparison = page.getByRole('region', { name: 'Comparison' });
  await expect(comparison).toContainText('α 1 → 0.1');
  await expect(comparison).toContainText('Training seed 0 → 5');
  await comparison.getByRole('radio', { name: 'Run 1' }).press('Space');
  // By themselves the maps of the one and of the other take turns.
  await comparison.getByRole('radio', { name: 'In turns' }).press('Space');
  for (const whose of ['Run 1', 'Now', 'Run 1'])
    await expect(comparison.locator('[data-turn]')).toHaveText(whose);
  // In another world there is nothing of it to show.
  await page.evaluate(() => window.offgrid.set({ world: 'tutorial-maze' }));
  await expect(comparison).toContainText('Its maps are of another world.', { timeout: 30_000 });
  await expect(comparison.locator('[data-turn]')).toHaveCount(0);
  await comparison.getByRole('button', { name: 'End the comparison' }).click();
  await expect(comparison).toHaveCount(0);

  // Only CQL was trained anew for the second: its link comes to the same, all of them trained.
  await open(page, `${RUN}&cql.alpha=0.1`);
  const whole = await page.evaluate(() => window.offgrid.run());
  expect(whole.learners).toEqual(second.learners);
});

test('learners try in the world from a moment on, and go back to it', async ({ page }) => {
  await open(page, RUN);
  const before = await page.evaluate(() => window.offgrid.run());
  const hash = await page.evaluate(() => window.offgrid.dataset()?.hash);
  await page.getByRole('button', { name: 'Let them try' }).click();
  await expect(page.getByText(/Online since step 400: [1-9]/)).toBeVisible({ timeout: 30_000 });
  await expect.poll(async () => (await snapshotOf(page)).step).toBeGreaterThan(400);
  const online = await snapshotOf(page);
  expect(online.learners.dqn.seeds[0].online?.steps).toBeGreaterThan(0);
  expect(await page.evaluate(() => window.offgrid.dataset()?.hash)).toBe(hash);
  await expect(page.getByText('tried in the world for the first time')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to offline' }).click();
  await expect.poll(async () => (await snapshotOf(page)).step, { timeout: 30_000 }).toBe(400);
  expect((await snapshotOf(page)).learners).toEqual(before.learners);
  await expect(page.getByRole('button', { name: 'Let them try' })).toBeVisible();
});

test('the chain behind an arrow leads to its source, and a row of it under the microscope', async ({
  page,
}) => {
  await open(page, RUN);
  await page.evaluate(() => window.offgrid.run());
  const map = page.getByRole('application', { name: /^Offline DQN/ });
  await map.focus();
  await page.keyboard.press('Enter');
  const why = page.getByRole('region', { name: 'Why this arrow?' });
  await expect(why.getByRole('listitem').first()).toContainText('row 2, column 2');
  await expect(why).toContainText(/nobody ever tried this|recorded reward|feeds on itself/);
  await why.getByRole('radio', { name: 'IQL' }).press('Space');
  await expect(why.getByRole('listitem').first()).toContainText('pulled to');
  await why
    .getByRole('button', { name: /under the microscope/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toContainText('networks at step 400', { timeout: 30_000 });
});

test.describe('a first visit', () => {
  test.use(FIRST_VISIT);

  test('is watched, and waits once where a learner first believes in more than is possible', async ({
    page,
  }) => {
    await open(page);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    const goOn = page.getByRole('button', { name: 'Go on' });
    await expect(goOn).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/DQN now believes more than any policy can earn/)).toBeVisible();
    const { step } = await snapshotOf(page);
    await page.waitForTimeout(500);
    expect((await snapshotOf(page)).step - step).toBeLessThanOrEqual(100);
    await goOn.click();
    await expect(page.getByText(/DQN believed .* and earned nothing/).first()).toBeVisible({
      timeout: 60_000,
    });
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('radio', { name: 'Full' }).press('Space');
    await page.reload();
    await page.waitForFunction(() => window.offgrid !== undefined);
    expect(await page.evaluate(() => window.offgrid.settings().speed)).toBe('full');
    expect(await page.evaluate(() => location.hash)).not.toContain('speed');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByText(/DQN believed .* and earned nothing/).first()).toBeVisible({
      timeout: 60_000,
    });
  });
});
