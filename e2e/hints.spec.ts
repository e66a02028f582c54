import { expect, open, openFromMore, test } from './support';

const QUICK = '#v=1&edition=2&steps=20&measureEvery=10&speed=full';

test('a hint says what is pointed at, stays under the pointer, and goes with Escape', async ({
  page,
}) => {
  await open(page, QUICK);
  const figure = page.locator('[data-place="truth:inSupport"]');
  const hint = page.getByRole('tooltip');
  await figure.hover();
  await expect(hint).toContainText('fair ceiling');
  await expect(figure).toHaveAccessibleDescription(/fair ceiling/);
  const box = await hint.boundingBox();
  if (box === null) throw new Error('The hint has no box.');
  // As wide as sentences need.
  expect(box.width).toBeGreaterThan(220);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  // Longer than a hint stays that was left.
  await page.waitForTimeout(500);
  await expect(hint).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(hint).toHaveCount(0);
  await expect(figure).toHaveAccessibleDescription('');
  await figure.hover();
  await expect(hint).toBeVisible();
  await page.mouse.move(2, 2);
  await expect(hint).toHaveCount(0);
});

test('a hint follows the focus of the keyboard, and what its element says of itself', async ({
  page,
}) => {
  await open(page, QUICK);
  const hint = page.getByRole('tooltip');
  const reset = page.getByRole('button', { name: 'Reset', exact: true });
  const replay = page.locator('[data-place="time"] button');
  await page.evaluate(() => window.offgrid.run());
  await page.keyboard.press('Tab');
  await reset.focus();
  await expect(reset).toHaveAccessibleDescription(/.+/);
  await expect(hint).toHaveCount(1);
  const first = await hint.textContent();
  await replay.focus();
  await expect(hint).not.toHaveText(first ?? '');
  await expect(hint).toHaveCount(1);
  await expect(reset).toHaveAccessibleDescription('');
  const before = await hint.textContent();
  // Its name and its hint change while it replays; the button stays and keeps the focus.
  await replay.evaluate((button) => button.setAttribute('data-hint', 'Something else'));
  await expect(hint).toHaveText('Something else');
  expect(before).not.toBe('Something else');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await expect(hint).toHaveCount(0);
});

test('a shared link is said at its button, wherever the pointer is', async ({ page }) => {
  await open(page, QUICK);
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  const share = page.getByRole('button', { name: 'Share' });
  const plain = await share.getAttribute('data-hint');
  await share.click();
  await page.mouse.move(2, 500);
  const hint = page.getByRole('tooltip');
  await expect(hint).toBeVisible();
  expect(await hint.textContent()).not.toBe(plain);
  await page.waitForTimeout(500);
  await expect(hint).toBeVisible();
  await expect(hint).toHaveCount(0, { timeout: 8000 });
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('a hint opens at a touch and goes at the next one elsewhere', async ({ page }) => {
    await open(page, QUICK);
    await page.locator('[data-place="truth:inSupport"]').tap();
    const hint = page.getByRole('tooltip');
    await expect(hint).toContainText('fair ceiling');
    await page.waitForTimeout(500);
    await expect(hint).toBeVisible();
    await page.getByRole('heading', { name: 'Offgrid', exact: true }).tap();
    await expect(hint).toHaveCount(0);
  });
});

test('popups have the focus, give it back, and close at a press elsewhere', async ({ page }) => {
  await open(page, QUICK);
  for (const button of [
    page.getByRole('button', { name: 'More', exact: true }),
    page.getByRole('button', { name: /^Engine: [A-Z]/ }),
  ]) {
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    const popup = page.getByRole('dialog');
    await button.click();
    await expect(popup).toBeVisible();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(await button.getAttribute('aria-controls')).toBe(await popup.getAttribute('id'));
    await expect
      .poll(() => popup.evaluate((place) => place.contains(document.activeElement)))
      .toBe(true);
    const [hung, box] = [await button.boundingBox(), await popup.boundingBox()];
    if (!hung || !box) throw new Error('It has no box.');
    expect(box.y).toBeGreaterThan(hung.y + hung.height);
    expect(Math.abs(box.x + box.width - hung.x - hung.width)).toBeLessThan(40);
    await page.keyboard.press('Escape');
    await expect(popup).toHaveCount(0);
    await expect(button).toBeFocused();
    await button.click();
    await expect(popup).toBeVisible();
    await button.click();
    await expect(popup).toHaveCount(0);
    await button.click();
    await expect(popup).toBeVisible();
    await page.mouse.click(5, 700);
    await expect(popup).toHaveCount(0);
  }
  await openFromMore(page, /^Gallery/);
  await expect(page.getByRole('dialog', { name: 'Gallery' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More', exact: true })).toBeFocused();
});
