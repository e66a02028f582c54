import { readFileSync } from 'node:fs';
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
  // What was predicted stands beside what came out, to take home; and the next lesson waits.
  const card = panel(page).getByRole('region', { name: 'My predictions, and what came out' });
  await expect(card.getByRole('listitem')).toHaveCount(2);
  await expect(card).toContainText(/I said: CQL.*; IQL.* ✓/);
  await expect(card).toContainText('I said: 0.60');
  const text = page.waitForEvent('download');
  await card.getByRole('button', { name: 'Save as text' }).click();
  const saved = readFileSync(await (await text).path(), 'utf8');
  expect(saved).toContain('I said: 0.60');
  expect(saved).toContain('lesson.answers=');
  const picture = page.waitForEvent('download');
  await card.getByRole('button', { name: 'Save as a picture' }).click();
  const png = readFileSync(await (await picture).path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.length).toBeGreaterThan(5_000);
  await panel(page).getByRole('button', { name: 'Next lesson: The ceiling of imitation' }).click();
  await expect(panel(page).getByText(/^Step 1 of/)).toBeVisible();
  await expect.poll(() => page.url()).toContain('lesson=02-imitation.0');
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
  // The world with its rows and columns, a scale to mark on, lines to write on, and the answers apart.
  const sheet = page.locator('body > article');
  const map = sheet.getByRole('img', { name: /begins in/, includeHidden: true });
  await expect(map).toBeVisible();
  expect(((await map.textContent()) ?? '').replace(/\d/g, '')).toBe('SG');
  await expect(sheet.getByText(/: mark it on the line\./)).toBeVisible();
  await expect(sheet.getByText('Because:').first()).toBeVisible();
  await expect(sheet.getByText('What came out')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await panel(page)
    .getByRole('checkbox', { name: /with what came out/ })
    .uncheck();
  await panel(page).getByRole('checkbox', { name: 'with my predictions' }).uncheck();
  await page.emulateMedia({ media: 'print' });
  await expect(sheet.getByText('☐ CQL: the same, but distrusts')).toBeVisible();
  await expect(sheet.getByText('What came out')).toHaveCount(0);
});

test('the end of a lesson has no accessibility violation in either theme', async ({ page }) => {
  await open(page, '#v=1&edition=2&lesson=01-believing.7&lesson.answers=arrive%3Docql');
  await expect(panel(page).getByRole('button', { name: 'Save as text' })).toBeVisible();
  await inEachTheme(page, async () => {
    expect(await violationsOf(page)).toEqual([]);
  });
});

test('a lesson has no accessibility violation in either theme', async ({ page }) => {
  await open(page);
  await start(page, /Conservatism is a dial/);
  await next(page).click();
  await inEachTheme(page, async () => {
    expect(await violationsOf(page)).toEqual([]);
  });
});
