import type { Page } from '@playwright/test';
import { expect, inEachTheme, open, test, violationsOf } from './support';

const TITLES = {
  expectile: /^An expectile, by hand/,
  push: /^The two hands of the penalty/,
  shift: /^Distribution shift/,
  errors: /^The shape of error/,
} as const;

/** A figure of the article, brought into view. */
async function figureOf(page: Page, name: keyof typeof TITLES) {
  const figure = page.getByRole('figure', { name: TITLES[name] });
  await figure.scrollIntoViewIfNeeded();
  return figure;
}

/** Opens the article at a section, after a run long enough that the learners have come to differ. */
async function openArticle(page: Page, section: string): Promise<void> {
  await open(page, `?read=${section}#v=1&edition=2&steps=400`);
  await page.evaluate(() => window.offgrid.run());
  await expect(page.getByRole('figure', { name: TITLES.shift })).toBeAttached();
}

test('the expectile goes from the mean to the maximum, by keys and by dragging', async ({
  page,
}) => {
  await openArticle(page, 'implicit-q-learning');
  const figure = await figureOf(page, 'expectile');
  const result = figure.locator('[data-figure-result]');
  const slider = figure.getByRole('slider', { name: 'Expectile τ' });
  const numbers = async () =>
    [...((await result.textContent()) ?? '').replaceAll('−', '-').matchAll(/-?\d+\.\d+/g)].map(
      Number,
    );
  await slider.focus();
  await slider.press('Home');
  await expect(result).toContainText('τ = 0.50');
  const [, mean, , atMean] = await numbers();
  expect(atMean).toBe(mean);
  await slider.press('End');
  await expect(result).toContainText('τ = 1.00');
  const [, , max, atMax] = await numbers();
  expect(atMax).toBe(max);
  expect(max).toBeGreaterThanOrEqual(mean);
  await slider.press('ArrowLeft');
  await expect(result).toContainText('τ = 0.99');
  const picture = figure.locator('svg').first();
  const box = await picture.boundingBox();
  if (box === null) throw new Error('The figure has no picture.');
  await picture.click({ position: { x: 4, y: box.height / 2 } });
  await expect(result).toContainText('τ = 0.50');
});

test('the push grows with α, and an action never taken rests nowhere', async ({ page }) => {
  await openArticle(page, 'cql-distrust-priced-by-α');
  const figure = await figureOf(page, 'push');
  const net = figure.locator('tbody tr td:nth-of-type(3)');
  const slider = figure.getByRole('slider', { name: 'Penalty weight α' });
  await slider.focus();
  await slider.press('Home');
  await expect(net).toHaveText(['0.000', '0.000', '0.000', '0.000']);
  await slider.press('End');
  const pushes = (await net.allTextContents()).map((text) => Number(text.replace('−', '-')));
  expect(Math.max(...pushes)).toBeGreaterThan(0);
  expect(pushes.reduce((sum, push) => sum + push, 0)).toBeCloseTo(0, 2);
  for (const row of await figure.locator('tbody tr').allTextContents()) {
    expect(row.includes('nowhere')).toBe(row.includes('never'));
  }
});

test('the shift and the shape of error are told in numbers, and follow the choice', async ({
  page,
}) => {
  await openArticle(page, 'distribution-shift');
  const shift = await figureOf(page, 'shift');
  const distance = shift.locator('[data-figure-result] b').first();
  const read = async () => Number(await distance.textContent());
  await shift.getByText('BC', { exact: true }).click();
  const cloned = await read();
  await shift.getByText('DQN', { exact: true }).click();
  await expect(shift.locator('[data-figure-result]')).toContainText('visits of DQN');
  const learned = await read();
  for (const found of [cloned, learned]) {
    expect(found).toBeGreaterThanOrEqual(0);
    expect(found).toBeLessThanOrEqual(1);
  }
  expect(learned).not.toBe(cloned);
  await expect(shift.getByRole('list', { name: 'The largest differences' })).toContainText('DQN');
  const errors = await figureOf(page, 'errors');
  await expect(errors.getByRole('table')).toContainText('unseen actions');
  await expect(errors.getByRole('table')).toContainText(/DQN [+−]?\d/);
});

test('the figures have no accessibility violation in either theme, on a phone as well', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openArticle(page, 'distribution-shift');
  for (const name of ['shift', 'errors', 'push', 'expectile'] as const) await figureOf(page, name);
  await inEachTheme(page, async () => {
    const violations = await violationsOf(page, { within: '#article figure' });
    expect(violations).toEqual([]);
  });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});
