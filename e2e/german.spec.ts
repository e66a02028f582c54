import type { Page } from '@playwright/test';
import { expect, inEachTheme, open, openFromMore, test, violationsOf } from './support';

const QUICK = '#v=1&edition=2&steps=20&measureEvery=10';

test.use({ locale: 'de-DE' });

/** English words that no German sentence has, but for those of the field that stay as they are. */
const ENGLISH =
  /\b(the|of|and|with|without|steps?|never|seen|unseen|what|which|from|all|none|its?|is|are|how|they|this|that|to|by|for|at|on|data|world|learners?|evidence|truth|believes?|earns?|settings|share|lessons?|gallery|map|maps|show|rows?|actions?|states?|goal|error|behaviour|close|help|value|read|article|run|reset|seeds? side|pause|speed|mean|more|open)\b/i;

/** Names and terms that German takes over, taken out before the search for English words. */
const KEPT = [
  /Offgrid/g,
  /Offline Reinforcement Learning/g,
  /Offline-DQN/g,
  /One-Step RL/g,
  /Open(?:Document|Type)/g,
  // What the select of the language says of English itself.
  /\bEnglish\b/g,
  // Names of behaviours and of settings' values that the literature has no German for.
  /\b(?:medium|expert|random|replay)\b/g,
];

/** Everything that is read or heard on the page, text by text, where it stands on the page. */
function saidOn(page: Page, within = 'body'): Promise<string[]> {
  return page.evaluate((selector) => {
    const root = document.querySelector(selector);
    if (root === null) throw new Error(`There is no ${selector}.`);
    const said: string[] = [document.title];
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (parent?.closest('style, script, noscript, code, [lang="en"], #article')) continue;
      said.push(node.nodeValue?.trim() ?? '');
    }
    for (const element of root.querySelectorAll('*')) {
      if (element.closest('#article')) continue;
      for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-valuetext']) {
        said.push(element.getAttribute(name) ?? '');
      }
      if (element instanceof HTMLInputElement && element.type === 'text') said.push(element.value);
    }
    return [...new Set(said)].filter((text) => text !== '');
  }, within);
}

/** Of those, what has an English word in it. */
async function englishOn(page: Page, within?: string): Promise<string[]> {
  const said = await saidOn(page, within);
  return said.filter((text) =>
    ENGLISH.test(KEPT.reduce((rest, name) => rest.replace(name, ''), text)),
  );
}

async function runToVerdict(page: Page): Promise<void> {
  await page.evaluate(() => window.offgrid.run());
  await expect(page.getByText('20 von 20 Schritten')).toBeVisible();
}

test('a German browser is spoken to in German, with numbers as it writes them', async ({
  page,
}) => {
  await open(page, QUICK);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page).toHaveTitle(/daneben die Wahrheit/);
  await expect(page.getByRole('heading', { name: /Welt & Daten/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Lernverfahren/ })).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Fehler bei nie gesehenen Aktionen' }),
  ).toBeVisible();
  await expect(page.getByText('zu wenig')).toBeVisible();
  await expect(page.getByText('Welche der vier erreichen das Ziel?')).toBeVisible();
  await page.getByRole('button', { name: 'Starten', exact: true }).click();
  await expect(page.getByText('20 von 20 Schritten')).toBeVisible();
  const verdict = page.getByRole('region', { name: 'Urteil' });
  await expect(
    verdict.getByText(/^glaubt an (unmögliche )?−?\d+,\d\d?, erzielt −?\d,\d\d$/).first(),
  ).toBeVisible();
  await expect(page.getByText(/(erreichen|erreicht|Keines).* das Ziel.*\./).first()).toBeVisible();
});

test('nothing on the page is left in English, whatever it shows', async ({ page }) => {
  await open(page, QUICK);
  await expect(
    page.getByRole('heading', { name: 'Fehler bei nie gesehenen Aktionen' }),
  ).toBeVisible();
  expect(await englishOn(page), 'before a run').toEqual([]);
  await runToVerdict(page);
  await page.getByRole('application').nth(1).focus();
  await page.keyboard.press('ArrowRight');
  expect(await englishOn(page), 'at the verdict').toEqual([]);
  for (const layer of ['Q̂', 'Wahrheit', 'δ', 'Lüge', 'Daten', 'Aufenthalt']) {
    await page.locator('label').getByText(layer, { exact: true }).click();
    await expect(page.getByRole('radio', { name: layer, exact: true })).toBeChecked();
    expect(await englishOn(page), `maps of ${layer}`).toEqual([]);
  }
  for (const tab of ['Fehler je Klasse', 'Lüge', 'Schranke?', 'Verluste']) {
    await page.getByRole('tab', { name: tab }).click();
    expect(await englishOn(page), tab).toEqual([]);
  }
});

test('several seeds are spoken of in German', async ({ page }) => {
  await open(page, `${QUICK}&seeds=3&learners=dqn,cql,bc`);
  await runToVerdict(page);
  await expect(page.getByText(/erreicht das Ziel auf \d von 3 Seeds/).first()).toBeVisible();
  expect(await englishOn(page)).toEqual([]);
});

test('the panels that open are in German', async ({ page }) => {
  await open(page, QUICK);
  await page.getByRole('button', { name: /^Rechenwerk: / }).click();
  await expect(page.getByText(/Trainiert in einem Worker auf/)).toBeVisible();
  expect(await englishOn(page), 'the engine').toEqual([]);
  await page.keyboard.press('Escape');
  await openFromMore(page, /^Galerie/);
  await expect(page.getByRole('dialog', { name: 'Galerie der Szenarien' })).toBeVisible();
  await page.getByText('Wie es ausgeht').first().click();
  expect(await englishOn(page), 'the gallery').toEqual([]);
  await page.keyboard.press('Escape');
  await openFromMore(page, /^Alle Einstellungen/);
  await expect(page.getByRole('dialog', { name: 'Alle Einstellungen' })).toBeVisible();
  expect(await englishOn(page), 'the settings').toEqual([]);
});

test('a number may be typed with a comma or with a point', async ({ page }) => {
  await open(page, QUICK);
  const alpha = page.getByRole('textbox', { name: /^CQL: .*, Wert$/ });
  for (const typed of ['0,25', '0.25']) {
    await alpha.fill('1');
    await alpha.press('Enter');
    await expect(alpha).toHaveValue('1');
    await alpha.fill(typed);
    await alpha.press('Enter');
    await expect(alpha).toHaveValue('0,25');
  }
  expect(await page.evaluate(() => window.offgrid.settings()['cql.alpha'])).toBe(0.25);
  const size = page.getByRole('textbox', { name: 'Übergänge, Wert' });
  for (const typed of ['1.200', '1200', '1,200']) {
    await size.fill(typed);
    await size.press('Enter');
    await expect(size).toHaveValue('1.200');
  }
});

test('the language is changed in the page, without losing the run, and remembered', async ({
  page,
}) => {
  await open(page, QUICK);
  await runToVerdict(page);
  await page.getByRole('button', { name: 'Mehr', exact: true }).click();
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByText('20 of 20 steps')).toBeVisible();
  await expect(
    page.getByText(/^believes (an impossible )?−?\d+\.\d\d?, earns −?\d\.\d\d$/).first(),
  ).toBeVisible();
  expect(await page.evaluate(() => window.offgrid.snapshot()?.step)).toBe(20);
  await page.reload();
  await expect(page.getByRole('heading', { name: /World & data/ })).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(page.getByRole('heading', { name: /Welt & Daten/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: /Welt & Daten/ })).toBeVisible();
});

test('the address has the last word on the language', async ({ page }) => {
  await open(page, `?lang=en${QUICK}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { name: /World & data/ })).toBeVisible();
});

test('has no accessibility violation in German, in either theme', async ({ page }) => {
  await open(page, QUICK);
  await expect(
    page.getByRole('heading', { name: 'Fehler bei nie gesehenen Aktionen' }),
  ).toBeVisible();
  await runToVerdict(page);
  await inEachTheme(page, async () => {
    expect(await violationsOf(page)).toEqual([]);
  });
});

test('nothing overflows or is cut in German, opened on a phone and widened', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, QUICK);
  await runToVerdict(page);
  for (const [width, height] of [
    [390, 844],
    [1280, 800],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    const cut = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('main button, main label, main h2, main h3, header button')]
          .filter((part) => {
            const style = getComputedStyle(part);
            return (
              part instanceof HTMLElement &&
              part.offsetParent !== null &&
              style.overflow !== 'visible' &&
              part.scrollWidth > part.clientWidth + 1
            );
          })
          .map((part) => part.textContent),
      );
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    // What measures itself follows a new width in its next frames.
    await page.waitForTimeout(250);
    await expect.poll(overflow, { message: `${width}×${height}` }).toBeLessThanOrEqual(0);
    await expect.poll(cut, { message: `${width}×${height}` }).toEqual([]);
  }
});
