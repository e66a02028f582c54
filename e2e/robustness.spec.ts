import { expect, open, snapshotOf, TIMING, test } from './support';

test.use(TIMING);

test('a learner that diverges is stopped and explained, the others go on', async ({ page }) => {
  await open(
    page,
    '#v=1&edition=2&learningRate=0.1&polyak=1&width=256&batch=8&steps=400&rewardScale=1',
  );
  const snapshot = await page.evaluate(() => window.offgrid.run());
  expect(snapshot.learners.dqn.status).toBe('diverged');
  expect(snapshot.learners.bc.status).toBe('ok');
  expect(snapshot.step).toBe(400);
  await expect(page.getByRole('article', { name: 'Offline DQN' })).toContainText(
    'diverged: training stopped here, the others go on',
  );
  await expect(page.getByRole('article', { name: 'BC', exact: true })).not.toContainText(
    'diverged',
  );
});

test('a worker that crashes is started anew, and the user is told', async ({ page }) => {
  await open(page, '#v=1&edition=2&steps=40&measureEvery=10&data.seed=4');
  await page.evaluate(() => window.offgrid.run(20));
  const before = await snapshotOf(page);
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error('a fault of the test');
    });
  });
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    /a fault of the test.* trains again up to step 20/,
  );
  await expect
    .poll(() => page.evaluate(() => window.offgrid.snapshot()?.step), { timeout: 20_000 })
    .toBe(20);
  const again = await snapshotOf(page);
  expect(again.datasetHash).toBe(before.datasetHash);
  expect(again.learners).toEqual(before.learners);
});

test('a change of settings while training takes over at once and loses nothing', async ({
  page,
}) => {
  await open(page, '#v=1&edition=2&steps=5000&measureEvery=50&speed=fast');
  const training = page.getByRole('region', { name: 'Training' });
  await training.getByRole('button', { name: 'Run' }).click();
  await expect.poll(async () => (await snapshotOf(page)).step).toBeGreaterThan(0);
  await page.evaluate(() => window.offgrid.set({ world: 'maze-medium', 'data.size': 300 }));
  await page.evaluate(() => window.offgrid.ready);
  const next = await snapshotOf(page);
  expect(next.step).toBe(0);
  expect(await page.evaluate(() => window.offgrid.dataset()?.size)).toBe(300);
  expect((await page.evaluate(() => window.offgrid.run(50))).step).toBe(50);
});
