import type { Page } from '@playwright/test';
import { elsewhere, expect, inEachTheme, open, openFromMore, test, violationsOf } from './support';

const RUN = '#v=1&edition=2&steps=60&measureEvery=20';

const opener = (page: Page) => page.getByRole('button', { name: 'More', exact: true });
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Embed in a page' });
const codeOf = (page: Page) => dialogOf(page).getByRole('textbox', { name: 'Code' });

async function openDialog(page: Page): Promise<void> {
  await openFromMore(page, /^Embed/);
  await expect(dialogOf(page)).toBeVisible();
}

/** The attributes of the one element that a browser makes of the code. */
async function attributesOf(page: Page): Promise<Record<string, string>> {
  const code = await codeOf(page).inputValue();
  const read = (html: string): Record<string, string> => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    const frame = body.firstElementChild;
    if (frame?.tagName !== 'IFRAME' || body.childNodes.length !== 1) return {};
    return Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value]));
  };
  return elsewhere(page, read, code);
}

test('the copied code shows in another page what was chosen, by keyboard alone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, `${RUN}&cql.alpha=0.5`);
  await page.evaluate(() => window.offgrid.run(60));
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Embed/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page);
  await expect(dialog).toBeVisible();

  const toggle = async (name: string) => {
    await dialog.getByRole('checkbox', { name, exact: true }).focus();
    await page.keyboard.press('Space');
  };
  for (const name of ['World and data', 'Verdict', 'Step', 'Reset', 'Begin at this step (60)'])
    await toggle(name);
  const [paper, language] = await dialog.getByRole('radio', { name: 'Reader’s own' }).all();
  await paper.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await language.focus();
  await page.keyboard.press('ArrowRight');
  for (const [side, pixels] of Object.entries({ Width: '800', Height: '500' })) {
    await dialog.getByRole('textbox', { name: side }).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(pixels);
  }
  await expect(dialog.getByText('800 × 500 pixels')).toBeVisible();
  const preview = page.frameLocator('[title="Preview of the embed"]');
  await expect(preview.getByRole('article', { name: 'The dataset' })).toBeVisible();
  await expect(preview.getByText('60 of 60 steps')).toBeVisible({ timeout: 60_000 });

  await dialog.getByRole('button', { name: 'Copy code' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/^Copied\./)).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toBe(await codeOf(page).inputValue());
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener(page)).toBeFocused();

  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Host</title>${code}`,
    }),
  );
  await page.goto('./host.html');
  const frame = page.locator('iframe');
  expect(await frame.boundingBox()).toMatchObject({ width: 800, height: 500 });
  await expect(frame).toHaveAttribute('title', 'Offgrid: Believing what was never seen');
  const embed = frame.contentFrame();
  await expect(embed.getByText('60 of 60 steps')).toBeVisible({ timeout: 60_000 });
  await expect(embed.getByRole('article', { name: 'The dataset' })).toBeVisible();
  await expect(embed.getByRole('article', { name: 'CQL' })).toContainText('0.5');
  await expect(embed.getByRole('region', { name: 'Verdict' })).toHaveCount(0);
  await expect(embed.getByRole('button', { name: 'Run on' })).toBeVisible();
  for (const name of ['Step', 'Reset'])
    await expect(embed.getByRole('button', { name })).toHaveCount(0);
  await expect(embed.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(embed.locator('html')).toHaveAttribute('lang', 'en');
  expect(new URL((await frame.getAttribute('src')) ?? '').searchParams.get('lang')).toBe('en');
});

test('nothing that is entered breaks the code, and what it means is said', async ({ page }) => {
  await open(page, RUN);
  await openDialog(page);
  const dialog = dialogOf(page);
  const width = dialog.getByRole('textbox', { name: 'Width' });
  const height = dialog.getByRole('textbox', { name: 'Height' });
  await width.fill('"><script>');
  await height.fill('399');
  await expect(width).toHaveAccessibleDescription(/Not a number of pixels; the code says 600/);
  await expect(height).toHaveAccessibleDescription(/at least 400 pixels high/);
  expect(await attributesOf(page)).toMatchObject({ width: '600', height: '400' });
  await dialog.getByText('Full width').click();
  await expect(width).toBeDisabled();
  expect(await attributesOf(page)).toMatchObject({ width: '100%', height: '400' });

  for (const name of ['Learners', 'Verdict'])
    await dialog.getByRole('checkbox', { name, exact: true }).uncheck();
  await expect(dialog.getByText(/Choose at least one/)).toBeVisible();
  expect((await attributesOf(page)).src).toContain('?embed=learners,verdict&');

  await dialog.getByRole('checkbox', { name: 'Evidence' }).check();
  for (const name of ['Run', 'Step', 'Reset'])
    await dialog.getByRole('checkbox', { name, exact: true }).uncheck();
  await expect(dialog.getByText(/nobody can train it/)).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: /Knobs/ })).toBeDisabled();
  expect((await attributesOf(page)).src).toContain('?embed=evidence&controls=none#v=1&edition=2&');
});

test('the preview runs only while the dialog is open', async ({ page }) => {
  await open(page, RUN);
  const before = page.workers().length;
  await openDialog(page);
  const preview = page.frameLocator('[title="Preview of the embed"]');
  await expect(preview.getByText('0 of 60 steps')).toBeVisible();
  await expect.poll(() => page.workers().length).toBeGreaterThan(before);
  await dialogOf(page).getByText('Deutsch').click();
  await expect(preview.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('button', { name: 'Close the embed dialog' }).click();
  await expect.poll(() => page.workers().length).toBe(before);
});

test('where the browser refuses to copy, the code is selected', async ({ page }) => {
  await open(page, RUN);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await openDialog(page);
  await dialogOf(page).getByRole('button', { name: 'Copy code' }).click();
  await expect(dialogOf(page).getByText(/does not let the page copy/)).toBeVisible();
  await expect(codeOf(page)).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toBe(await codeOf(page).inputValue());
});

test('rows that only this browser keeps are said to be missing elsewhere', async ({ page }) => {
  await open(page, `${RUN}&data.source=file&data.file=173139ca975f3290`);
  await openDialog(page);
  await expect(dialogOf(page).getByText(/kept in this browser only/)).toBeVisible();
  const preview = page.frameLocator('[title="Preview of the embed"]');
  await expect(preview.getByText(/dataset 173139ca975f3290 is not here/)).toBeVisible();
});

test('the dialog fits a phone and has no accessibility violation in either theme', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, RUN);
  await openDialog(page);
  const dialog = dialogOf(page);
  await dialog.getByRole('textbox', { name: 'Height' }).fill('1');
  await expect(
    page.frameLocator('[title="Preview of the embed"]').getByText('0 of 60 steps'),
  ).toBeVisible();
  expect(await dialog.evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0);
  await inEachTheme(page, async () => {
    // A page in a page has every landmark twice; what the frame shows has its own check.
    const violations = await violationsOf(page, { without: 'iframe' });
    expect(violations).toEqual([]);
  });
});
