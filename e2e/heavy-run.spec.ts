import type { Page } from '@playwright/test';
import { expect, MOVING, open, TIMING, test } from './support';

test.use({ ...MOVING, ...TIMING });

/** Sixteen seeds of four learners, 256 wide: a step of them takes most of a second on two cores. */
const HEAVY = '#v=1&edition=2&seeds=16&width=256';

/** The step that the page shows. */
async function shownStep(page: Page): Promise<number> {
  const training = page.getByRole('region', { name: 'Training' });
  return Number.parseInt(await training.getByText(/steps · until settled/).innerText(), 10);
}

test('a run beyond the machine says its price first, stays in hand, and stops when told', async ({
  page,
}) => {
  await open(page, HEAVY);
  const training = page.getByRole('region', { name: 'Training' });
  await expect(
    training.getByText(/about \d+\s(min|h) and [2-6]\d0\sMB of memory on this device/),
  ).toBeVisible();

  // A setting that is live takes effect between the parts of a step.
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  const alpha = page.getByRole('article', { name: 'CQL' }).getByRole('textbox');
  await alpha.fill('0.5');
  await alpha.press('Enter');
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/cql\.alpha/);
  // The page itself answers: a cell that is pointed at, another paper.
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  const stopped = await shownStep(page);
  await page.waitForTimeout(3000);
  // A step that was under way is brought to its end; no other begins.
  expect((await shownStep(page)) - stopped).toBeLessThanOrEqual(1);

  // Another run can be had in the midst of this one.
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.evaluate(() => window.offgrid.set({ seeds: 1, width: 16, steps: 20 }));
  const snapshot = await page.evaluate(() => window.offgrid.run());
  expect(snapshot.step).toBe(20);
  expect(snapshot.learners.cql.seeds).toHaveLength(1);
});
