import { expect, type Locator, type Page } from '@playwright/test';
import { open, snapshotOf, test } from './support';

const RUN = '#v=1&edition=2&steps=400&speed=full';

/** So many stops of the keyboard are more than the page has. */
const MOST = 240;

/** Presses Tab, or Shift and Tab, until an element has the focus, as whoever has no mouse does. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < MOST; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target, 'the Tab key comes there').toBeFocused();
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });

test('a student goes through a run with the keyboard alone: guesses, runs, looks back, asks why, lets it try', async ({
  page,
}) => {
  await open(page, RUN);

  // Another scenario and back, by the list that the browser brings.
  const scenario = page.getByRole('combobox', { name: 'Scenario' });
  await tabTo(page, scenario);
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(() => page.evaluate(() => window.offgrid.settings().scenario))
    .not.toBe('extrapolation');
  await page.keyboard.press('ArrowUp');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, RUN);
  await page.evaluate(() => window.offgrid.ready);

  const guess = page.getByRole('main').getByRole('button', { name: /^(✓ )?CQL$/ });
  await tabTo(page, guess);
  await page.keyboard.press('Enter');
  await expect(guess).toHaveAttribute('aria-pressed', 'true');

  await tabTo(page, button(page, 'Run'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await snapshotOf(page)).status, { timeout: 30_000 }).toBe('done');

  const time = page.getByRole('slider', { name: 'Moment shown' });
  await tabTo(page, time);
  await page.keyboard.press('Home');
  await expect.poll(async () => (await snapshotOf(page)).step).toBe(0);
  await page.keyboard.press('End');
  await expect.poll(async () => (await snapshotOf(page)).step).toBe(400);

  // A cell is marked on a map, and the chain behind its arrow leads under the microscope.
  const map = page.getByRole('application', { name: /^Offline DQN/ });
  await tabTo(page, map);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^row \d+, column \d+/).first()).toBeVisible();
  const look = button(page, /under the microscope$/).first();
  await tabTo(page, look);
  await page.keyboard.press('Enter');
  const bench = page.getByRole('dialog', { name: 'Workbench' });
  await expect(bench).toBeVisible();
  await tabTo(page, bench.getByRole('button', { name: 'Step' }));
  await page.keyboard.press('Enter');
  await expect(bench.getByText('2 of ')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bench).toHaveCount(0);

  // What has become stale is made true, and the learners go online and back.
  const alpha = page.getByRole('article', { name: 'CQL' }).getByRole('textbox');
  await tabTo(page, alpha, 'Shift+Tab');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('0.5');
  await page.keyboard.press('Enter');
  const again = button(page, /^Run again with/);
  await tabTo(page, again, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(again).toHaveCount(0, { timeout: 30_000 });
  await expect.poll(async () => (await snapshotOf(page)).status, { timeout: 30_000 }).toBe('done');
  const letTry = button(page, 'Let them try');
  await tabTo(page, letTry);
  await page.keyboard.press('Enter');
  const back = button(page, 'Back to offline');
  await expect(back).toBeVisible({ timeout: 30_000 });
  await tabTo(page, back);
  await page.keyboard.press('Enter');
  await expect(letTry).toBeVisible({ timeout: 30_000 });
});

test('what More opens is reached, used and left by keyboard, and the focus comes back', async ({
  page,
}) => {
  await open(page, RUN);
  const more = button(page, 'More');
  await tabTo(page, more);
  await page.keyboard.press('Enter');
  await expect(button(page, /^Gallery/)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('combobox', { name: 'Language' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});
