import type { Page } from '@playwright/test';
import { expect, MOVING, open, test } from './support';

test.use(MOVING);

/** How translators take hold of a text: Chrome's replaces it, others move it, some do both to neighbours. */
type Manner = 'replace' | 'move' | 'merge';

/**
 * Does to the page what its translator does: a nested `<font>` where text was, wherever it may, and again
 * whatever has changed since. Returns how many texts it took.
 */
function translate(page: Page, manner: Manner): Promise<number> {
  return page.evaluate((how) => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let at = walker.nextNode(); at; at = walker.nextNode()) texts.push(at as Text);
    let taken = 0;
    for (const text of texts) {
      const parent = text.parentElement;
      if (!parent || parent.closest('[translate="no"], script, style, font, svg, textarea'))
        continue;
      if (!text.data.trim() || text.parentNode !== parent) continue;
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      outer.style.verticalAlign = 'inherit';
      outer.append(inner);
      const next = text.nextSibling;
      parent.insertBefore(outer, text);
      if (how === 'move') inner.append(text);
      else {
        inner.textContent = `«${text.data}»`;
        text.remove();
      }
      if (how === 'merge' && next instanceof Text) {
        inner.append(next.data);
        next.remove();
      }
      taken++;
    }
    return taken;
  }, manner);
}

/** Opens what «More» opens: by no word, since none stays what it was. */
async function more(page: Page): Promise<void> {
  const panel = page.locator('[role="dialog"] select');
  if (!(await panel.isVisible())) await page.locator('header [data-place="settings"]').click();
  await expect(panel).toBeVisible();
}

const nothingThere = (page: Page) =>
  page.evaluate(() => document.getElementById('root')?.childElementCount === 0);

for (const manner of ['replace', 'move', 'merge'] as const) {
  test(`a page translated by its browser goes on working (texts that it would ${manner})`, async ({
    page,
  }) => {
    await open(page, '#v=1&edition=2&steps=400&measureEvery=20&speed=full');
    const again = async () => {
      const taken = await translate(page, manner);
      expect(await nothingThere(page)).toBe(false);
      return taken;
    };
    expect(await again()).toBeGreaterThan(30);
    // While it trains, again and again, as a translator watches what changes.
    const run = page.evaluate(() => window.offgrid.run());
    for (let time = 0; time < 6; time++) {
      await again();
      await page.waitForTimeout(60);
    }
    expect((await run).step).toBe(400);
    await again();
    await page.evaluate(() => window.offgrid.run(100));
    // What is measured is what stands there, translated or not.
    await expect(page.locator('[data-part="transport"]')).toContainText('500');
    const verdict = page.getByRole('region', { name: 'Verdict' });
    await expect(verdict).toContainText('believes');

    await more(page);
    await again();
    await page.locator('[role="dialog"] button[aria-haspopup="dialog"]').first().click();
    const gallery = page.getByRole('dialog').filter({ has: page.locator('li button') });
    await expect(gallery).toBeVisible();
    await again();
    await gallery.locator('li button').nth(3).click();
    await expect(gallery).toBeHidden();
    expect(await page.evaluate(() => window.offgrid.settings().scenario)).not.toBe('extrapolation');
    await again();
    await page.evaluate(() => window.offgrid.set({ scenario: 'cliff', 'cql.alpha': 0.3 }));
    await page.evaluate(() => window.offgrid.ready);
    await again();
    for (const name of ['error', 'q', 'counts'])
      await page.evaluate((layer) => window.offgrid.set({ layer }), name);
    await again();
    await page.evaluate(() => window.offgrid.set({ learners: 'dqn,cql', seeds: 2 }));
    await page.evaluate(() => window.offgrid.set({ learners: 'dqn,cql,iql,bc', seeds: 1 }));
    await again();
    await page.evaluate(() => window.offgrid.reset());
    await again();
    // A lesson opens, goes on and is left.
    await page.evaluate(() => window.offgrid.set({ lesson: '01-believing.0' }));
    await expect(page.getByRole('complementary')).toBeVisible();
    await again();
    await page.evaluate(() => window.offgrid.set({ lesson: '01-believing.1' }));
    await again();
    await page.evaluate(() => window.offgrid.set({ lesson: '' }));
    // Another language: everything is drawn anew.
    await more(page);
    await page.locator('[role="dialog"] select').selectOption('de');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await again();
    await page.evaluate(() => window.offgrid.run(100));
    await again();
    await more(page);
    await page.locator('[role="dialog"] select').selectOption('en');
    await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible();
    expect(await nothingThere(page)).toBe(false);
  });
}

test('a number in a translated sentence stays the present one', async ({ page }) => {
  await open(page, '#v=1&edition=2&steps=200&measureEvery=20&speed=full');
  await page.evaluate(() => window.offgrid.run());
  await translate(page, 'replace');
  const transport = page.locator('[data-part="transport"]');
  await expect(transport).toContainText('200');
  await page.evaluate(() => window.offgrid.set({ steps: 300 }));
  await expect(transport).toContainText('300');
});

test('names, symbols, numbers and code are left as they are', async ({ page }) => {
  await open(page, '#v=1&edition=2&steps=20&measureEvery=10');
  await page.evaluate(() => window.offgrid.run());
  await page.getByRole('button', { name: 'Read the article' }).click();
  await expect(page.locator('#article pre').first()).toBeVisible();
  const left = await page.evaluate(() => {
    const kept = 'svg text, code, pre, kbd, .katex, [data-formula]';
    return [...document.querySelectorAll(kept)]
      .filter((part) => part.textContent?.trim() && !part.closest('[translate="no"]'))
      .map((part) => part.outerHTML.slice(0, 100));
  });
  expect(left).toEqual([]);
  for (const name of ['Offline DQN', 'CQL', 'IQL', 'BC'])
    await expect(page.getByRole('heading', { name, exact: true })).toHaveAttribute(
      'translate',
      'no',
    );
});
