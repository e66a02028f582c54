import { expect, inEachTheme, MOVING, open, test, violationsOf } from './support';

test.use({ ...MOVING, viewport: { width: 1280, height: 720 } });

test('the lecture is given by keys alone, with notes in a second window', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Present' }).press('Enter');
  const lecture = page.getByRole('region', { name: /^Lecture/ });
  const heading = page.getByRole('heading', { level: 2 });
  await expect(heading.filter({ hasText: 'Learning from a frozen past' })).toBeVisible();
  const notes = page.waitForEvent('popup');
  await page.keyboard.press('n');
  const window = await notes;
  await expect(window.getByText('Next: 800 steps, and never another')).toBeVisible();
  // The notes follow, and their keys drive the screen.
  await page.keyboard.press('PageDown');
  await expect(window.getByRole('heading', { name: '800 steps, and never another' })).toBeVisible();
  await window.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { name: 'Which of the four will arrive?' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('r');
  await expect(lecture.getByText(/steps · settled/)).toBeVisible({ timeout: 60_000 });
  await expect(lecture.getByRole('article', { name: 'Offline DQN' })).toContainText(
    'never reaches',
  );
  await expect(lecture.getByRole('article', { name: 'CQL' })).toContainText('reaches the goal');
  // Acts of the same scenario leave the training alone.
  for (let act = 0; act < 5; act++) await page.keyboard.press('ArrowRight');
  await expect(heading.filter({ hasText: 'What they believe, and what they earn' })).toBeVisible();
  await expect(lecture.getByText(/steps · settled/)).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByText('not trained yet')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.url()).toContain('present=iql');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Present' })).toBeFocused();
});

test('a link opens the lecture at its act, and everything fits the hall’s screen', async ({
  page,
}) => {
  for (const act of ['data', 'run', 'belief', 'returns', 'dial']) {
    await page.goto('about:blank');
    await open(page, `#v=1&edition=2&present=${act}`);
    const screen = page.getByRole('region', { name: /^Lecture, act/ });
    await expect(screen).toBeVisible();
    const overflow = await screen.evaluate(
      (element) => element.scrollHeight - element.clientHeight,
    );
    expect(overflow, act).toBeLessThanOrEqual(0);
    const small = await screen.evaluate((element) =>
      Math.min(
        ...[...element.querySelectorAll('h2, h3, header p, dt, dd, article p')].map((one) =>
          Number.parseFloat(getComputedStyle(one).fontSize),
        ),
      ),
    );
    expect(small, act).toBeGreaterThanOrEqual(20);
  }
});

test('the lecture has no accessibility violation in either theme', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '#v=1&edition=2&present=run');
  await inEachTheme(page, async () => {
    const violations = await violationsOf(page, { within: 'section[aria-label^="Lecture"]' });
    expect(violations).toEqual([]);
  });
});
