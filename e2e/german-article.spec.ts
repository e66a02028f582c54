import type { Page } from '@playwright/test';
import { expect, test } from './support';

test.use({ locale: 'de-DE' });

/** Words of the article that stand nowhere else. */
const GERMAN = 'Wo die Strategie hingeht, sind die Daten dünn';
const ENGLISH = 'Where the policy goes, the data is thin';

/** Counts the scripts that the page has fetched in which some words stand. */
function scriptsOf(page: Page): (words: string) => Promise<number> {
  const texts = new Map<string, Promise<string>>();
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.endsWith('.js')) return;
    texts.set(
      response.url(),
      response.text().catch(() => ''),
    );
  });
  return async (words) =>
    (await Promise.all(texts.values())).filter((text) => text.includes(words)).length;
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(`./${address}`);
  await page.waitForFunction(() => window.offgrid !== undefined);
  await page.evaluate(() => window.offgrid.ready);
}

test('a German browser reads the article in German, and fetches no English one', async ({
  page,
}) => {
  const fetched = scriptsOf(page);
  await open(page, '?read=the-lower-bound#v=1&edition=2&steps=20&measureEvery=10');
  const title = page.getByRole('heading', { name: 'Eine untere Schranke wofür genau?' });
  await expect(title).toBeInViewport();
  const lesson = page.locator('[data-article]');
  // Symbols of formulas and numbers in sentences are written as Germans do.
  const alpha = lesson.locator('button[data-symbol="cql.alpha"]:not(.visually-hidden)').first();
  await expect(alpha).toHaveText('1');
  await expect(lesson).not.toContainText('noch nicht übersetzt');
  await expect(lesson.locator('section[lang]')).toHaveCount(0);
  expect(await fetched(GERMAN)).toBe(1);
  expect(await fetched(ENGLISH)).toBe(0);
});

test('a link in the German text leads to the section it names', async ({ page }) => {
  await open(page, '?read=no-method-always-wins#v=1&edition=2&steps=20&measureEvery=10');
  const lesson = page.locator('[data-article]');
  await lesson.getByRole('link', { name: 'fünf Bedingungen' }).click();
  const title = page.getByRole('heading', { name: 'Eine untere Schranke wofür genau?' });
  await expect(title).toBeFocused();
  expect(new URL(page.url()).searchParams.get('read')).toBe('the-lower-bound');
  await lesson.getByRole('link', { name: 'CQL: Misstrauen', exact: false }).first().click();
  expect(new URL(page.url()).searchParams.get('read')).toBe('the-penalty');
});

test('the article changes its language with the page', async ({ page }) => {
  const fetched = scriptsOf(page);
  await open(page, '?lang=en&read=the-penalty#v=1&edition=2&steps=20&measureEvery=10');
  await expect(page.getByRole('heading', { name: 'CQL: distrust, priced by α' })).toBeInViewport();
  expect(await fetched(ENGLISH)).toBe(1);
  expect(await fetched(GERMAN)).toBe(0);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(
    page.getByRole('heading', { name: 'CQL: Misstrauen, mit α bemessen' }),
  ).toBeVisible();
  expect(await fetched(GERMAN)).toBe(1);
});

test('a lesson can be taken in German from its beginning to its end', async ({ page }) => {
  await open(page, '');
  const panel = page.getByRole('complementary', { name: 'Lektion' });
  const next = panel.getByRole('button', { name: /^(Weiter|Auslassen)$/ });
  const predict = panel.getByRole('button', { name: 'Das ist meine Vorhersage' });
  await page.getByRole('button', { name: 'Lektionen' }).click();
  await page.getByRole('button', { name: /Der Wert, den es nicht gibt/ }).click();
  await expect(panel).toContainText('neigt immer nach links');
  await next.click();
  for (const name of [/^CQL/, /^IQL/]) await panel.getByRole('checkbox', { name }).check();
  await predict.click();
  await expect(next).toHaveText('Weiter');
  await next.click();
  const slider = panel.getByRole('slider', { name: 'Ertrag, an den DQN glaubt' });
  await slider.focus();
  for (let press = 0; press < 10; press++) await slider.press('ArrowRight');
  await predict.click();
  await next.click();
  await panel.getByRole('button', { name: 'Trainieren, bis es zur Ruhe kommt' }).click();
  await expect(panel).toContainText('Das Training ist zu Ende.', { timeout: 120_000 });
  await next.click();
  await expect(panel).toContainText('Richtig vorhergesagt');
  await next.click();
  await expect(panel).toContainText(/0,\d\d/);
  await expect(panel).toContainText('Hier geht nie jemand hin.');
  await next.click();
  await page.evaluate(() => window.offgrid.set({ layer: 'q' }));
  await expect(next).toHaveText('Weiter');
  await next.click();
  await expect(panel).toContainText('Extrapolationsfehler');
  await panel.getByRole('button', { name: 'Beenden' }).click();
  await expect(panel).toHaveCount(0);
});
