import type { Page } from '@playwright/test';
import { expect, inEachTheme, MOVING, open, snapshotOf, test, violationsOf } from './support';

test.use(MOVING);

const QUICK = '#v=1&edition=2&steps=20&measureEvery=10';

/** Opens the page and goes down to the article. */
async function read(page: Page, hash = QUICK) {
  await open(page, hash);
  await page.getByRole('button', { name: 'Read the article' }).click();
  const article = page.getByRole('article', { name: 'The article' });
  await expect(article).toBeVisible();
  return article;
}

test('the article is fetched late, and its formulas are typeset without a script', async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.url());
  });
  await open(page, QUICK);
  expect(scripts.filter((url) => url.includes('Article'))).toEqual([]);
  await expect(page.locator('.katex')).toHaveCount(0);
  await page.getByRole('button', { name: 'Read the article' }).click();
  await expect(page.locator('.katex-display').first()).toBeVisible();
  expect(scripts.filter((url) => /katex/i.test(url))).toEqual([]);
  await expect(page.locator('.katex math').first()).toBeAttached();
  await page.evaluate(() => document.fonts.ready);
  const fonts = await page.evaluate(() =>
    [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family),
  );
  expect(fonts.some((family) => family.startsWith('KaTeX'))).toBe(true);
});

test('numbers in the text follow the training, and move nothing', async ({ page }) => {
  const article = await read(page);
  const believed = article.locator('[data-symbol="dqn.believedReturn"]').first();
  // Whoever comes here first finds numbers: what is read about is trained unasked.
  await expect(believed).not.toHaveText('–');
  expect(await snapshotOf(page)).toMatchObject({ status: 'done' });
  await page.evaluate(() => window.offgrid.set({ 'train.seed': 3 }));
  await expect(believed).toHaveText('–');
  const height = await article.evaluate((element) => element.scrollHeight);
  await page.evaluate(() => window.offgrid.run());
  const { seeds } = (await snapshotOf(page)).learners.dqn;
  await expect(believed).toHaveText((seeds[0].believedReturn ?? 0).toFixed(2).replace('-', '−'));
  expect(await article.evaluate((element) => element.scrollHeight)).toBe(height);
});

test('a formula wider than the page is read to its end by keyboard', async ({ page }) => {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const article = await read(page);
    const formulas = article.locator('[data-formula]:has(.katex-display)');
    const beyond = (i: number) =>
      formulas.nth(i).evaluate((one) => one.scrollWidth - one.clientWidth - one.scrollLeft);
    // The first that is met stands whole on a phone.
    if (width === 390) expect(await beyond(0)).toBeLessThan(2);
    const wide: number[] = [];
    for (let i = 0; i < (await formulas.count()); i++) if ((await beyond(i)) > 1) wide.push(i);
    expect(wide.length).toBeGreaterThan(5);
    for (const i of wide) {
      await formulas
        .nth(i)
        .evaluate((one: HTMLElement) =>
          (one.tabIndex === 0 ? one : one.querySelector('button'))?.focus(),
        );
      for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowRight');
      await expect.poll(() => beyond(i)).toBeLessThan(2);
    }
    await page.goto('about:blank');
  }
});

test('a symbol of a formula shows its value and its place', async ({ page }) => {
  const article = await read(page);
  const alpha = article.locator('.katex-html [data-symbol="cql.alpha"]').first();
  await alpha.scrollIntoViewIfNeeded();
  await alpha.hover();
  const card = page.getByRole('tooltip');
  await expect(card).toContainText('CQL: Conservatism');
  await expect(card).toContainText('1');
  const places = page.locator('[data-place="setting:cql.alpha"]');
  await expect(places.first()).toHaveAttribute('data-lit', '');
  await page.evaluate(() => window.offgrid.set({ 'cql.alpha': 0.5 }));
  await expect(card).toContainText('0.5');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(places.first()).not.toHaveAttribute('data-lit');

  await alpha.click();
  const control = page
    .getByRole('article', { name: 'CQL', exact: true })
    .locator('[data-place="setting:cql.alpha"]');
  await expect(control).toBeInViewport();
  await expect(control).toHaveAttribute('data-lit', '');
  await page.getByRole('button', { name: 'Back to the text' }).click();
  await expect(alpha).toBeInViewport();
});

test('the keyboard reaches the symbols of a formula', async ({ page }) => {
  const article = await read(page);
  await article.getByRole('button', { name: 'α, CQL: Conservatism' }).first().focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('tooltip')).toContainText('CQL: Conservatism');
  await expect(page.locator('.katex-html [data-focused]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('slider', { name: 'CQL: Conservatism', exact: true }),
  ).toBeInViewport();
});

test('the penalty is the curve in the chart of the losses', async ({ page }) => {
  const article = await read(page);
  await page.evaluate(() => window.offgrid.run());
  await article.locator('.katex-html [data-symbol="cql.losses.penalty"]').click();
  await expect(page.getByRole('tab', { name: 'Losses' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: 'penalty', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.getByRole('region', { name: 'More evidence' })).toBeInViewport();
});

test('a button in the text runs the exact penalty against the sketch', async ({ page }) => {
  const article = await read(page, '#v=1');
  await article.getByRole('button', { name: 'Run the exact penalty against the sketch' }).click();
  await expect(page.getByRole('article', { name: 'CQL · sketch' })).toBeInViewport();
  await expect
    .poll(() => page.evaluate(() => window.offgrid.snapshot()?.status), { timeout: 120_000 })
    .toBe('done');
  const { learners } = await snapshotOf(page);
  expect(Object.keys(learners)).toEqual(['cql', 'cql-sketch']);
  expect(learners.cql.seeds[0].losses?.penalty).toBeGreaterThan(0);
  expect(learners['cql-sketch'].seeds[0].losses?.penalty).toBeLessThan(0);
  await page.getByRole('button', { name: 'Back to the text' }).click();
  const row = article.getByRole('row', { name: /the penalty/ });
  await expect(row).toBeInViewport({ timeout: 10_000 });
  await expect(row.locator('[data-symbol="cql-sketch.losses.penalty"]')).toHaveText(/^−\d/);
});

test('a button in the text starts from what it says, whatever was tried before', async ({
  page,
}) => {
  const article = await read(page, '#v=1&edition=2&cql.alpha=5&data.size=100&seeds=2&layer=q');
  await article.getByRole('button', { name: 'Almost no distrust' }).click();
  const settings = await page.evaluate(() => window.offgrid.settings());
  expect(settings).toMatchObject({ 'cql.alpha': 0.001, 'data.size': 800, seeds: 1, layer: 'q' });
  expect(await page.evaluate(() => location.hash)).not.toContain('NaN');
});

test('an address opens the article at a section, and links inside keep the settings', async ({
  page,
}) => {
  await page.goto(`./?read=the-lower-bound${QUICK}&cql.alpha=0.5`);
  const heading = page.getByRole('heading', { name: 'A lower bound on what, exactly?' });
  await expect(heading).toBeInViewport();
  await page
    .getByRole('navigation', { name: 'Contents of the article' })
    .getByRole('link', { name: 'How to choose' })
    .click();
  await expect(page.getByRole('heading', { name: 'How to choose' })).toBeFocused();
  expect(new URL(page.url()).searchParams.get('read')).toBe('how-to-choose');
  expect(page.url()).toContain('cql.alpha=0.5');
});

test('the article has no accessibility violation in either theme', async ({ page }) => {
  const article = await read(page);
  await article
    .getByRole('button', { name: /Return of the behaviour/ })
    .first()
    .focus();
  await inEachTheme(page, async () => {
    const found = await violationsOf(page, { within: '#article' });
    expect(found).toEqual([]);
  });
});

test('on a phone the article is one column, and a touch explains a symbol', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const article = await read(page);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
  const gamma = article.locator('.katex-html [data-symbol="world.gamma"]').first();
  await gamma.scrollIntoViewIfNeeded();
  await gamma.tap();
  const card = page.getByRole('tooltip');
  await expect(card).toContainText('Discount');
  await card.getByRole('button', { name: /Show it/ }).tap();
  await expect(page.getByRole('button', { name: 'Back to the text' })).toBeVisible();
  await context.close();
});
