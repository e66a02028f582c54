import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, inEachTheme, MOVING, open, test, violationsOf } from './support';

test.use({ ...MOVING, viewport: { width: 1280, height: 720 } });

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Lecture' });
const screen = (page: Page) => page.getByRole('region', { name: /^Lecture, act/ });
const acts = (page: Page) => dialog(page).getByRole('list', { name: 'Acts' }).locator('> li');
const within = (page: Page, name: RegExp | string) => dialog(page).getByRole('button', { name });

/** Opens the lecture, to be collected. */
async function toDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

/** Trains to a step, and begins or goes on with a lecture of one's own by it. */
async function collect(page: Page, steps: number, title: string): Promise<void> {
  await page.evaluate((more) => window.offgrid.run(more), steps);
  await toDialog(page);
  await within(page, /with this moment|Add this moment/).click();
  await dialog(page).getByLabel('Title', { exact: true }).fill(title);
  await dialog(page).getByLabel('Line for the room').fill(`The line of ${title}.`);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
}

test('the lecture is given by keys alone, with notes in a second window', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Present', exact: true }).press('Enter');
  await within(page, /^Present$/).press('Enter');
  const lecture = screen(page);
  const heading = page.getByRole('heading', { level: 2 });
  await expect(heading.filter({ hasText: 'Learning from a frozen past' })).toBeVisible();
  const notes = page.waitForEvent('popup');
  await page.keyboard.press('n');
  const speaker = await notes;
  await expect(speaker.getByText('Next: 800 steps, and never another')).toBeVisible();
  await expect(speaker.getByText(/^\d\d:\d\d · \d+:\d\d since the start$/)).toBeVisible();
  // The notes follow, and their keys drive the screen.
  await page.keyboard.press('PageDown');
  await expect(
    speaker.getByRole('heading', { name: '800 steps, and never another' }),
  ).toBeVisible();
  await speaker.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { name: 'Which of the four will arrive?' })).toBeVisible();
  await expect(lecture.getByRole('img', { name: /present=guess/ })).toBeVisible();
  // Nothing is trained before there is anything to see of it; then it trains by itself.
  expect(await page.evaluate(() => window.offgrid.snapshot()?.step ?? 0)).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect(lecture.getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('r');
  await expect(lecture.getByRole('progressbar')).toBeHidden();
  await page.keyboard.press('r');
  await expect(lecture.getByText(/steps · settled/)).toBeVisible({ timeout: 60_000 });
  await expect(lecture.getByRole('article', { name: 'Offline DQN' })).toContainText(
    'never reaches',
  );
  await expect(lecture.getByRole('article', { name: 'CQL' })).toContainText('reaches the goal');
  // Acts of the same scenario leave the training alone.
  await page.keyboard.press('9');
  await expect(heading.filter({ hasText: 'What they believe, and what they earn' })).toBeVisible();
  await expect(lecture.getByText(/steps · settled/)).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByRole('alert', { name: /screen is black/ })).toBeVisible();
  await expect(speaker.getByText(/screen is black/)).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByRole('alert', { name: /screen is black/ })).toBeHidden();
  await page.keyboard.press('x');
  await expect(page.getByText('not trained yet')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.url()).toContain('present=8');
  await page.keyboard.press('End');
  await expect(heading.filter({ hasText: 'Now try it yourself' })).toBeVisible();
  await expect(lecture.getByRole('listitem')).toHaveCount(9);
  await page.keyboard.press('Home');
  await expect(heading.filter({ hasText: 'Learning from a frozen past' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Present', exact: true })).toBeFocused();
});

test('moments are collected, put in order, given, taken along and opened again', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '#v=1&edition=2&cql.alpha=0.5');
  await collect(page, 300, 'Second');
  await collect(page, 300, 'First');
  await toDialog(page);
  await expect(acts(page)).toHaveCount(2);
  await expect(acts(page).nth(0)).toContainText('step 300');
  // By keyboard, which stays where it is.
  const up = within(page, 'Move “First” up');
  await up.press('Enter');
  await expect(acts(page).nth(0)).toContainText('First');
  await expect(dialog(page).getByText('“First” is now act 1 of 2.')).toBeVisible();
  await expect(up).toBeFocused();
  await within(page, 'Move “First” down').press('Enter');
  await expect(within(page, 'Move “First” down')).toBeFocused();
  await within(page, 'Move “First” up').press('Enter');
  await within(page, 'Delete “Second”').click();
  await expect(acts(page)).toHaveCount(1);
  await within(page, 'Undo').click();
  await expect(acts(page)).toHaveCount(2);
  expect(await violationsOf(page, { within: '[role="dialog"]' })).toEqual([]);

  await page.reload();
  await toDialog(page);
  await within(page, 'Present from “Second”').click();
  await expect(screen(page).getByText('The line of Second.')).toBeVisible();
  // It trains by itself to its moment, and stays there; what was turned is turned.
  await expect.poll(() => page.evaluate(() => window.offgrid.snapshot()?.step)).toBe(300);
  expect(await page.evaluate(() => window.offgrid.settings()['cql.alpha'])).toBe(0.5);
  await page.keyboard.press('Home');
  await expect.poll(() => page.evaluate(() => window.offgrid.snapshot()?.step)).toBe(600);
  // A moment that the run is past is shown, and not trained again.
  await page.keyboard.press('2');
  await expect(screen(page).getByText(/300/)).toBeVisible();
  await page.keyboard.press('Escape');

  await toDialog(page);
  const saved = page.waitForEvent('download');
  await within(page, 'Download').click();
  const download = await saved;
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(file).toMatchObject({ offgrid: 'lecture', version: 1, acts: [{ title: 'First' }, {}] });
  await within(page, 'Copy a link').click();
  await expect(dialog(page).getByText(/The link is copied/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  // A fault in it is named, and costs nothing else.
  file.acts[1].link = 'nowhere';
  const given = { name: 'faulty.json', mimeType: 'application/json' };
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles({ ...given, buffer: Buffer.from(JSON.stringify(file)) });
  await expect(dialog(page).getByRole('alert')).toContainText('act 2, link: a link is the part');
  await expect(acts(page)).toHaveCount(2);
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles({ ...given, buffer: Buffer.from('{"no":"lecture"}') });
  await expect(dialog(page).getByRole('alert')).toContainText('nothing was changed');
  await expect(acts(page)).toHaveCount(2);
  await within(page, /^Bring back “/).click();
  await expect(acts(page).nth(1)).toContainText('step 300');

  // As a link it opens where nobody has it.
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(screen(page).getByText('The line of First.')).toBeVisible();
  await expect.poll(() => page.url()).not.toContain('lecture=');
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible();
});

test('a browser that is full says so, and the lecture is there all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await open(page);
  await toDialog(page);
  await within(page, /with this moment/).click();
  await expect(dialog(page).getByRole('alert')).toContainText('storage is full or refused');
  await expect(acts(page)).toHaveCount(1);
});

test('a guess fills the screen of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '#v=1&edition=2&present=guess');
  const question = page.getByRole('region', { name: 'Which will reach the goal?' });
  await expect(question.getByRole('button')).toHaveCount(5);
  expect(await violationsOf(page, { within: 'section[aria-label^="Which will"]' })).toEqual([]);
  await question.getByRole('button', { name: 'IQL' }).click();
  await expect(page.getByRole('region', { name: 'My guess: IQL' })).toBeVisible();
  await page.goto('about:blank');
  await open(page, '#v=1&edition=2&present=guess&guess=cql');
  const guess = page.getByRole('region', { name: 'My guess: CQL' });
  await expect(guess).toBeVisible();
  const { width, height } = (await guess.getByText('CQL').boundingBox()) ?? { width: 0, height: 0 };
  expect(width).toBe(390);
  expect(height).toBeGreaterThan(700);
  expect(await violationsOf(page, { within: 'section[aria-label^="My guess"]' })).toEqual([]);
  await guess.getByRole('button', { name: 'To the playground' }).click();
  await expect(page.getByRole('button', { name: 'Present', exact: true })).toBeVisible();
});

test('an act that there is not is said', async ({ page }) => {
  await open(page, '#v=1&edition=2&present=iql');
  await expect(screen(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/This lecture has no act “iql”/)).toBeVisible();
});

test('a link opens the lecture at its act, and everything fits the hall’s screen', async ({
  page,
}) => {
  for (const act of [2, 3, 4, 5, 9, 10, 11]) {
    await page.goto('about:blank');
    await open(page, `#v=1&edition=2&present=${act}`);
    const screen = page.getByRole('region', { name: /^Lecture, act/ });
    await expect(screen).toBeVisible();
    const overflow = await screen.evaluate(
      (element) => element.scrollHeight - element.clientHeight,
    );
    expect(overflow, `act ${act}`).toBeLessThanOrEqual(0);
    const small = await screen.evaluate((element) =>
      Math.min(
        ...[...element.querySelectorAll('h2, h3, header p, dt, dd, article p')].map((one) =>
          Number.parseFloat(getComputedStyle(one).fontSize),
        ),
      ),
    );
    expect(small, `act ${act}`).toBeGreaterThanOrEqual(20);
  }
});

test('the lecture has no accessibility violation in either theme', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '#v=1&edition=2&present=3');
  await inEachTheme(page, async () => {
    for (const act of ['3', '4', '9']) {
      await page.keyboard.press(act);
      await expect(screen(page)).toHaveAttribute('aria-label', new RegExp(`act ${act} of`));
      const violations = await violationsOf(page, { within: 'section[aria-label^="Lecture"]' });
      expect(violations).toEqual([]);
    }
  });
});
