import { keeps, runsOf } from '../src/experiment/claims';
import { PROMISES } from '../src/experiment/promises';
import { expect, MOVING, open, snapshotOf, TIMING, test } from './support';

test.use({ ...MOVING, ...TIMING });

test('a student predicts, runs the default scenario by its buttons and reads the verdict', async ({
  page,
}) => {
  await open(page);
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText('Which of the four will reach the goal?');
  await verdict.getByRole('button', { name: 'CQL' }).click();
  await verdict.getByRole('button', { name: 'Offline DQN' }).click();

  const training = page.getByRole('region', { name: 'Training' });
  await training.getByRole('button', { name: 'Run' }).click();
  await expect(training.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(training.getByRole('button', { name: 'Run on' })).toBeVisible({ timeout: 170_000 });

  await expect(verdict).toContainText('Offline DQN never reaches the goal');
  await expect(verdict).toContainText('CQL reaches the goal in 20 steps');
  await expect(verdict).toContainText(/IQL reaches the goal in 20|IQL.*20\.\d steps/);
  await expect(verdict).toContainText(
    /DQN believed \d\.\d\d and earned nothing\. CQL and IQL arrived\./,
  );
  await expect(training).toContainText(/[Ss]ettled/);
  await expect(verdict).toContainText('You said');
  await expect(page.getByText(/^Why: DQN believes/)).toContainText(
    /too much: almost all of it in \d+ pairs? that nobody tried\.$/,
  );

  const snapshot = await snapshotOf(page);
  expect(snapshot.status).toBe('done');
  expect(snapshot.step).toBeGreaterThan(2000);
  expect(snapshot.step).toBeLessThan(6000);
  for (const run of runsOf(snapshot)) {
    for (const claim of PROMISES.extrapolation.claims) {
      expect(keeps(claim, run, snapshot.truth), claim.text).toBe(true);
    }
  }
});

test('the scripting handle runs the same experiment to the same numbers', async ({ page }) => {
  await open(page, '#v=1&edition=2&steps=60&measureEvery=20');
  const first = await page.evaluate(() => window.offgrid.run());
  expect(first.step).toBe(60);
  await page.evaluate(() => window.offgrid.reset());
  const half = await page.evaluate(() => window.offgrid.run(40));
  expect(half.step).toBe(40);
  const again = await page.evaluate(() => window.offgrid.run(20));
  expect(again.learners).toEqual(first.learners);
  expect(again.truth).toEqual(first.truth);

  const data = await page.evaluate(() => window.offgrid.dataset());
  expect(data?.size).toBe(800);
  expect(data?.hash).toBe(first.datasetHash);
  expect(data?.state).toHaveLength(800);
});

test('pausing never trains, stepping trains to the next measured step, reset starts over', async ({
  page,
}) => {
  await open(page, '#v=1&edition=2&measureEvery=10&speed=watch&steps=1000');
  const training = page.getByRole('region', { name: 'Training' });
  await training.getByRole('button', { name: 'Step' }).click();
  await expect.poll(async () => (await snapshotOf(page)).step).toBe(10);
  await expect(training).toContainText('10 of');

  await training.getByRole('button', { name: 'Run' }).click();
  await expect.poll(async () => (await snapshotOf(page)).step).toBeGreaterThanOrEqual(20);
  await training.getByRole('button', { name: 'Pause' }).click();
  await expect(training.getByRole('button', { name: 'Run' })).toBeVisible();
  // What was under way when the click came is still reported; sixty steps a second would never rest.
  await expect(async () => {
    const paused = await training.textContent();
    await page.waitForTimeout(700);
    expect(await training.textContent()).toBe(paused);
  }).toPass({ timeout: 5000 });

  await training.getByRole('button', { name: 'Reset' }).click();
  await expect(training).toContainText('0 of');
  // Nothing is measured until the networks stand again.
  const step = () => page.evaluate(() => window.offgrid.snapshot()?.step);
  await expect.poll(step).toBe(0);
});

test('changing the data collects anew, visibly, and a live knob does not restart', async ({
  page,
}) => {
  await open(page, '#v=1&edition=2&measureEvery=10&steps=40');
  await page.evaluate(() => window.offgrid.run(20));
  const before = await snapshotOf(page);
  await page.evaluate(() => window.offgrid.set({ 'cql.alpha': 0.5 }));
  const live = await page.evaluate(() => window.offgrid.run(10));
  expect(live.step).toBe(30);
  expect(live.datasetHash).toBe(before.datasetHash);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('cql.alpha');

  await page.getByRole('textbox', { name: /data seed/i }).fill('7');
  await page.getByRole('textbox', { name: /data seed/i }).press('Enter');
  await expect
    .poll(async () => (await page.evaluate(() => window.offgrid.snapshot()))?.datasetHash)
    .not.toBe(before.datasetHash);
  await page.evaluate(() => window.offgrid.ready);
  expect((await snapshotOf(page)).step).toBe(0);
});
