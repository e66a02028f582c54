import type { Page } from '@playwright/test';
import { expect, inEachTheme, MOVING, open, test, violationsOf } from './support';

test.use(MOVING);

async function openMicroscope(page: Page): Promise<void> {
  await page.evaluate(() => window.offgrid.run());
  await page.getByRole('button', { name: 'Microscope' }).click();
  await expect(page.getByRole('list', { name: 'Stages of the update' })).toBeVisible();
}

const bench = (page: Page) => page.getByRole('tabpanel', { name: 'Microscope' });
const next = (page: Page) => bench(page).getByRole('button', { name: 'Step' });

test('the worst row is shown in slow motion, with the max that picks what nobody tried', async ({
  page,
}) => {
  await open(page);
  await openMicroscope(page);
  await page.getByRole('button', { name: 'The worst one for DQN' }).click();
  const card = page.getByRole('region', { name: 'What happens now' });
  await expect(page.getByRole('button', { name: 'The max picks what nobody tried' })).toBeVisible();
  await expect(card).toContainText('This is all that the update is told');
  for (let stage = 0; stage < 2; stage++) await next(page).click();
  await expect(card).toContainText('an action that the data never took');
  await next(page).click();
  await expect(card).toContainText(/promises 0\.\d+ too much/);
  await bench(page).getByRole('button', { name: 'Back' }).click();
  await expect(card).toContainText('an action that the data never took');
  // The formula adds up, and so do the numbers read out of it.
  await next(page).click();
  const formula = (await card.textContent()) ?? '';
  const [, reward, gamma, value, target] =
    /= (−?[\d.]+) \+ ([\d.]+) × (−?[\d.]+) = (−?[\d.]+)/.exec(formula.replaceAll('−', '-')) ?? [];
  expect(Number(reward) + Number(gamma) * Number(value)).toBeCloseTo(Number(target), 2);
  // It travels over the map with the same numbers, and leaves with its stage.
  const travels = page.locator('svg[data-travel]');
  await expect(travels).toHaveText(`${gamma} × ${value}`.replaceAll('-', '−'));
  await bench(page).getByRole('button', { name: 'Back' }).click();
  await expect(travels).toHaveCount(0);
});

test('every learner has its own stages, and they go on while it trains', async ({ page }) => {
  await open(page, '#v=1&edition=2&steps=1000');
  await openMicroscope(page);
  const panel = bench(page);
  const stages = page.getByRole('list', { name: 'Stages of the update' });
  for (const [learner, stage] of [
    ['CQL', 'Both together'],
    ['IQL', 'The policy imitates, the better the more'],
    ['BC', 'It imitates'],
  ]) {
    await panel.getByText(learner, { exact: true }).click();
    await stages.getByRole('button', { name: stage }).click();
    await expect(page.getByRole('region', { name: 'What happens now' })).toContainText(stage);
  }
  await expect(panel).toContainText('networks at step 1,000');
  await panel.getByRole('button', { name: 'Train on' }).click();
  await expect(panel).toContainText('networks at step 2,000', { timeout: 60_000 });
  await panel.getByRole('button', { name: 'Play' }).click();
  await expect(panel.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
});

test('the microscope has no accessibility violation in either theme', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '#v=1&edition=2&steps=400');
  await openMicroscope(page);
  await bench(page).getByText('CQL', { exact: true }).click();
  await page.getByRole('button', { name: 'Both together' }).click();
  await inEachTheme(page, async () => {
    const violations = await violationsOf(page, { within: '[role="dialog"]' });
    expect(violations).toEqual([]);
  });
});
