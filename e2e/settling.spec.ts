import { expect, open, openFromMore, snapshotOf, test, violationsOf } from './support';

/** A run that settles in a moment: a short corridor in units that the learners can tell apart. */
const RUN =
  '#v=1&edition=2&steps=auto&speed=full&world.map=S.../...G&world.goal=20&behavior=uniform&data.size=300&learners=iql,bc&width=16&batch=32&workers=1';
const PLACE = { name: 'Training', exact: true } as const;

test('settles by itself, says where, and a link to there comes back to the same verdict', async ({
  page,
}) => {
  await open(page, RUN);
  const training = page.getByRole('region', PLACE);
  await expect(training).toContainText('0 steps · until settled');
  await training.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(training).toContainText(/steps · settled/, { timeout: 60_000 });
  const { step, status } = await snapshotOf(page);
  expect(status).toBe('done');
  expect(step).toBeGreaterThanOrEqual(2000);
  expect(step).toBeLessThan(6000);
  const said = `Settled after ${step.toLocaleString('en-GB')} steps.`;
  const spoken = page.getByRole('region', { name: 'Verdict' }).locator('[aria-live]');
  await expect(spoken).toContainText(said);
  const time = training.getByRole('slider', { name: 'Moment shown' });
  await expect(time).toHaveAttribute('aria-valuenow', String(step));
  const verdict = await spoken.innerText();
  // What a script asks for is there at once.
  expect((await page.evaluate(() => window.offgrid.run())).step).toBe(step);

  const hash = await page.evaluate(() => location.hash);
  const copy = await page.context().newPage();
  await open(copy, `${hash}&at=${step}`);
  const copied = copy.getByRole('region', { name: 'Verdict' }).locator('[aria-live]');
  await expect(copied).toHaveText(verdict, {
    timeout: 60_000,
  });
  expect(await snapshotOf(copy)).toMatchObject({ step, status: 'done' });

  // Going on does not make it unsaid, and a link to a later moment says it as well.
  await training.getByRole('button', { name: 'Step +50' }).click();
  await expect.poll(async () => (await snapshotOf(page)).step).toBe(step + 50);
  await expect(spoken).toContainText(said);
  // In a page of its own: another hash alone would not load this one anew.
  const later = await page.context().newPage();
  await open(later, `${hash}&at=${step + 50}`);
  await expect(later.getByRole('region', { name: 'Verdict' })).toContainText(said, {
    timeout: 60_000,
  });
});

test('takes the verdict back when a live knob is turned, and settles anew', async ({ page }) => {
  await open(page, RUN);
  const training = page.getByRole('region', PLACE);
  const verdict = page.getByRole('region', { name: 'Verdict' }).locator('[aria-live]');
  const first = await page.evaluate(() => window.offgrid.run());
  await expect(verdict).toContainText('Settled after');
  await page.evaluate(() => window.offgrid.set({ 'iql.expectile': 0.6 }));
  await expect(verdict).toHaveText('');
  await expect(training).toContainText('until settled');
  const again = await page.evaluate(() => window.offgrid.run());
  expect(again.step).toBeGreaterThanOrEqual(first.step + 550);
  await expect(verdict).toContainText(`Settled after ${again.step.toLocaleString('en-GB')} steps.`);
});

test('goes to a number of steps where the drawer fixes it, and back, by keyboard', async ({
  page,
}) => {
  await open(page, RUN);
  await openFromMore(page, /^All settings/);
  const drawer = page.getByRole('dialog');
  const choice = drawer.getByRole('radiogroup', { name: 'Steps: automatic or fixed' });
  await choice.getByRole('radio', { name: 'auto' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(choice.getByRole('radio', { name: 'fixed' })).toBeChecked();
  const entry = drawer.getByRole('textbox', { name: 'Steps, value' });
  await entry.fill('150');
  await entry.press('Enter');
  expect(await page.evaluate(() => window.offgrid.settings().steps)).toBe(150);
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const training = page.getByRole('region', PLACE);
  await expect(training).toContainText('0 of 150 steps');
  await page.evaluate(() => window.offgrid.run());
  await expect(training).toContainText('150 of 150 steps');
  await expect(
    page.getByRole('region', { name: 'Verdict' }).locator('[aria-live]'),
  ).not.toContainText('ettled');
  await openFromMore(page, /^All settings/);
  await choice.getByRole('radio', { name: 'fixed' }).focus();
  await page.keyboard.press('ArrowLeft');
  expect(await page.evaluate(() => window.offgrid.settings().steps)).toBe('auto');
});
