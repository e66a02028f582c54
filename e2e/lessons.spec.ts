import type { Page } from '@playwright/test';
import { expect, inEachTheme, open, test, violationsOf } from './support';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Lesson' });
const next = (page: Page) => panel(page).getByRole('button', { name: /^(Next|Skip)$/ });

async function start(page: Page, title: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Lessons' }).click();
  await page.getByRole('button', { name: title }).click();
  await expect(panel(page)).toBeVisible();
}

test('a lesson asks, runs, notices, and holds the prediction against the truth', async ({
  page,
}) => {
  await open(page);
  await start(page, /The value that is not there/);
  await next(page).click();
  await expect(next(page)).toHaveText('Skip');
  for (const name of [/^CQL/, /^IQL/]) await panel(page).getByRole('checkbox', { name }).check();
  await panel(page).getByRole('button', { name: 'That is my prediction' }).click();
  await expect(next(page)).toHaveText('Next');
  await next(page).click();
  const slider = panel(page).getByRole('slider');
  await slider.focus();
  for (let press = 0; press < 10; press++) await slider.press('ArrowRight');
  await panel(page).getByRole('button', { name: 'That is my prediction' }).click();
  await next(page).click();
  await panel(page).getByRole('button', { name: 'Run until it has settled' }).click();
  await expect(panel(page)).toContainText('It is trained.', { timeout: 60_000 });
  await next(page).click();
  await expect(panel(page)).toContainText('You were right');
  await next(page).click();
  await expect(panel(page)).toContainText('You said 0.60');
  await expect(panel(page)).toContainText(/It is 0\.\d\d/);
  await next(page).click();
  // Not done before the maps are switched, and noticed when they are.
  await expect(next(page)).toHaveText('Skip');
  await page.getByRole('radiogroup', { name: 'Maps show' }).getByText('Q̂', { exact: true }).click();
  await expect(next(page)).toHaveText('Next');
  await next(page).click();
  await expect(panel(page).getByRole('button', { name: 'Finish' })).toBeVisible();
});

test('place and predictions survive a reload, and travel in a link when asked to', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await start(page, /Conservatism is a dial/);
  await next(page).click();
  const point = panel(page).getByRole('slider').last();
  await point.focus();
  for (let press = 0; press < 4; press++) await point.press('PageDown');
  await panel(page).getByRole('button', { name: 'That is my prediction' }).click();
  await expect.poll(() => page.url()).toContain('lesson=03-dial.1');
  await page.reload();
  await expect(panel(page).getByRole('button', { name: 'Noted' })).toBeVisible();
  await page.evaluate(() => window.offgrid.set({ lesson: '03-dial.11' }));
  await panel(page).getByRole('button', { name: 'Copy a link with my predictions' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('lesson.answers=sink');
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(link);
  await panel(page).getByRole('button', { name: 'Back' }).click();
  await page.evaluate(() => window.offgrid.set({ lesson: '03-dial.1' }));
  await expect(panel(page).getByRole('button', { name: 'Noted' })).toBeVisible();
  await panel(page).getByRole('button', { name: 'Leave the lesson' }).click();
  await expect(panel(page)).toBeHidden();
  await expect.poll(() => page.url()).not.toContain('lesson');
});

test('printed, a lesson is a worksheet', async ({ page }) => {
  await open(page, '#v=1&edition=2&lesson=01-believing.7&lesson.answers=arrive%3Docql');
  await expect(panel(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Name: ____')).toBeVisible();
  await expect(page.getByText('☒ CQL: the same, but distrusts')).toBeVisible();
  await expect(panel(page)).toBeHidden();
});

test('a lesson has no accessibility violation in either theme', async ({ page }) => {
  await open(page);
  await start(page, /Conservatism is a dial/);
  await next(page).click();
  await inEachTheme(page, async () => {
    expect(await violationsOf(page)).toEqual([]);
  });
});
