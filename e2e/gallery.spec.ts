import type { Page } from '@playwright/test';
import { keeps, runsOf } from '../src/experiment/claims';
import { PROMISES } from '../src/experiment/promises';
import { SCENARIOS } from '../src/experiment/scenarios';
import { expect, open, openFromMore, snapshotOf, test, violationsOf } from './support';

const opener = (page: Page) => page.getByRole('button', { name: 'More', exact: true });
const gallery = (page: Page) => page.getByRole('dialog', { name: 'Gallery of scenarios' });
const scenarioOf = (page: Page) => page.evaluate(() => window.offgrid.settings().scenario);

test('a scenario is chosen by keyboard, runs to its verdict, and its link brings it back', async ({
  page,
}) => {
  await open(page);
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Gallery/ })).toBeFocused();
  await page.keyboard.press('Enter');
  const here = gallery(page).getByRole('button', { name: SCENARIOS[0].title });
  await expect(here).toBeFocused();
  await expect(here).toHaveAttribute('aria-current', 'true');

  const expert = gallery(page).getByRole('button', { name: 'Expert data' });
  for (let i = 0; i < 12 && !(await expert.evaluate((e) => e === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await expect(expert).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(gallery(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
  await expect(page.getByText('Whether anybody earns more than BC')).toBeVisible();

  await page.evaluate(() => window.offgrid.ready);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Run on' })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(
    'Offline DQN never reaches the goal',
  );
  const snapshot = await snapshotOf(page);
  for (const run of runsOf(snapshot))
    for (const claim of PROMISES.expert.claims)
      expect(keeps(claim, run, snapshot.truth), claim.text).toBe(true);

  await expect.poll(() => new URL(page.url()).hash).toBe('#v=1&edition=2&scenario=expert');
  await page.reload();
  await page.evaluate(() => window.offgrid.ready);
  expect(await scenarioOf(page)).toBe('expert');
  await expect(page.getByText('Whether anybody earns more than BC')).toBeVisible();
});

test('choosing the present scenario takes it back to what it was', async ({ page }) => {
  await open(page, '#v=1&edition=2&scenario=cliff&cql.alpha=0.5&behavior=uniform&world.slip=0.1');
  await expect(page.getByText('Your own world or data.')).toBeVisible();
  await openFromMore(page, /^Gallery/);
  await gallery(page).getByRole('button', { name: 'The cliff' }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#v=1&edition=2&scenario=cliff');
  await expect(page.getByText('Your own world or data.')).toBeHidden();
});

for (const [scheme, width, height] of [
  ['light', 1440, 900],
  ['dark', 390, 844],
] as const) {
  test(`the gallery is accessible and fits in ${scheme} at ${width}×${height}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height });
    await open(page);
    await openFromMore(page, /^Gallery/);
    await expect(gallery(page).getByRole('listitem')).toHaveCount(SCENARIOS.length);
    // The dialog fades in, and half-transparent text has half the contrast.
    await expect(gallery(page)).toHaveCSS('opacity', '1');
    await gallery(page).getByText('How it comes out').first().click();
    await expect(gallery(page).getByText('DQN believes in more than J*').first()).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    const overflow = await gallery(page).evaluate((e) => e.scrollWidth - e.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await expect(gallery(page)).toBeHidden();
  });
}
