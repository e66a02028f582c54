import type { Page } from '@playwright/test';
import { expect, inEachTheme, open, openFromMore, test, violationsOf } from './support';

const LESSONS = [
  '01-believing',
  '02-imitation',
  '03-dial',
  '04-sketch',
  '05-stitching',
  '06-corridor',
  '07-expectile',
  '09-trying',
];

/** Nothing to complain of as the page stands in a theme, in all of it or in a part of it. */
async function expectCleanIn(
  page: Page,
  scheme: 'light' | 'dark',
  what: string,
  part?: string,
): Promise<void> {
  // Between the themes only colours differ; a whole page is looked at whole in both.
  const violations = await violationsOf(page, {
    ...(part ? { within: part } : {}),
    ...(part && scheme === 'dark' ? { only: ['color-contrast'] } : {}),
    without: 'iframe',
    also: ['target-size'],
  });
  const said = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect(said, `${what}, ${scheme}`).toEqual([]);
}

/** Nothing to complain of in either theme, in all of the page or in a part of it. */
async function expectClean(page: Page, what: string, part?: string): Promise<void> {
  await inEachTheme(page, (scheme) => expectCleanIn(page, scheme, what, part));
}

for (const lesson of LESSONS) {
  test(`lesson ${lesson}, opened from a link, has no violation at any step`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, `#v=1&edition=2&lesson=${lesson}.0&steps=40&measureEvery=10&speed=full`);
    const panel = page.getByRole('complementary', { name: 'Lesson' });
    await expect(panel).toBeVisible();
    // Around the panel the page is the same in all lessons.
    await expectClean(page, 'cold', lesson === LESSONS[0] ? undefined : 'aside');
    await page.evaluate(() => window.offgrid.run());
    // To go through the lesson twice costs less than to change the theme twice at every step.
    await inEachTheme(page, async (scheme) => {
      for (let step = 1; ; step++) {
        await page.evaluate((place) => window.offgrid.set({ lesson: place }), `${lesson}.${step}`);
        await page.evaluate(() => window.offgrid.ready);
        await expect(panel).toContainText(`Step ${step + 1} of`);
        await page.waitForTimeout(200);
        await expectCleanIn(page, scheme, `step ${step}`, 'aside');
        if (await panel.getByRole('button', { name: 'Finish' }).isVisible()) break;
      }
    });
  });
}

test('every dialog and menu has no violation', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '#v=1&edition=2&steps=20&measureEvery=10&speed=full');
  await page.evaluate(() => window.offgrid.run());
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  for (const name of ['Gallery', 'Lessons', 'All settings', 'Embed in a page']) {
    if (name === 'Lessons') await page.getByRole('button', { name, exact: true }).click();
    else await openFromMore(page, new RegExp(`^${name}`));
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    // What fades in is half transparent.
    await page.waitForTimeout(400);
    await expectClean(page, name);
    await close();
  }
  await page.getByRole('button', { name: 'Download: CQL' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.waitForTimeout(400);
  await expectClean(page, 'menu');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: 'CQL: help' })
    .or(page.getByRole('button', { name: 'Slip: help' }))
    .first()
    .hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.waitForTimeout(400);
  await expectClean(page, 'hint');
});

test('whatever is pressed is at least 24 pixels wide and high', async ({ page }) => {
  await open(page, '#v=1&edition=2&steps=20&measureEvery=10&speed=full&seeds=3');
  await page.evaluate(() => window.offgrid.run());
  await expect(page.getByRole('heading', { name: /Error on actions/ })).toBeVisible();
  const small = () =>
    page.evaluate(() => {
      const kinds = 'button, input, select, label, [role="slider"], [role="tab"], nav a';
      return [...document.querySelectorAll<HTMLElement>(kinds)].flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        const shown = width > 1 && height > 1;
        return shown && (width < 24 || height < 24)
          ? [`${one.ariaLabel ?? one.textContent} ${width}×${height}`]
          : [];
      });
    });
  expect(await small()).toEqual([]);
  await openFromMore(page, /^All settings/);
  await expect(page.getByRole('dialog', { name: 'All settings' })).toBeVisible();
  expect(await small()).toEqual([]);
});

test('the first stop of the keyboard leads past the header, and leaves the address alone', async ({
  page,
}) => {
  await open(page, '#v=1&edition=2&data.seed=5&steps=20&measureEvery=10');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the playground' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
  expect(await page.evaluate(() => location.hash)).toContain('data.seed=5');
});

test('in forced colours what is chosen and what is filled can be seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, '#v=1&edition=2&steps=20&measureEvery=10&speed=full&dqn.double=true');
  await page.evaluate(() => window.offgrid.run());
  await expect(page.getByRole('heading', { name: /Error on actions/ })).toBeVisible();
  const seen = await page.evaluate(() => {
    const look = (selector: string, pseudo?: string) => {
      const one = document.querySelector(selector);
      if (!one) return `no ${selector}`;
      return getComputedStyle(one, pseudo).backgroundColor;
    };
    const probe = document.createElement('i');
    document.body.append(probe);
    const system = (name: string) => {
      probe.style.cssText = `forced-color-adjust: none; background: ${name}`;
      return getComputedStyle(probe).backgroundColor;
    };
    return {
      highlight: system('Highlight'),
      canvas: system('Canvas'),
      layer: look('.mantine-SegmentedControl-label[data-active]'),
      tab: look('[role="tab"][aria-selected="true"]'),
      double: look('.mantine-Switch-input:checked + .mantine-Switch-track'),
      bar: look('.mantine-Slider-bar'),
      track: look('.mantine-Slider-track', '::before'),
      chip: look('article .hue'),
    };
  });
  expect(seen).toMatchObject({
    layer: seen.highlight,
    tab: seen.highlight,
    double: seen.highlight,
    bar: seen.highlight,
  });
  expect(seen.track).not.toBe(seen.canvas);
  expect(seen.chip).toBe('rgb(194, 84, 0)');
});

test('charts are named, and on paper the page is light, without what is pressed', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, '#v=1&edition=2&steps=20&measureEvery=10&speed=full');
  await page.evaluate(() => window.offgrid.run());
  await expect(page.getByRole('heading', { name: /Error on actions/ })).toBeVisible();
  const unnamed = await page.evaluate(
    () =>
      [...document.querySelectorAll('[role="application"]')].filter((one) => !one.ariaLabel).length,
  );
  expect(unnamed).toBe(0);
  await expect(page.locator('svg[role="application"]')).toHaveCount(2);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  for (const gone of [
    page.getByRole('slider').first(),
    page.getByRole('button', { name: 'Run on' }),
    page.getByRole('button', { name: 'Edit world' }),
    page.getByRole('button', { name: 'More', exact: true }),
    page.locator('.download').first(),
  ])
    await expect(gone).toBeHidden();
  await expect(page.getByText('20 of 20 steps')).toBeVisible();
  // The maps too: the paper between the rooms of the world.
  const corner = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('main [data-place="map:cql"] canvas');
    return [...(canvas?.getContext('2d')?.getImageData(1, 1, 1, 1).data ?? [])];
  });
  expect(Math.min(...corner.slice(0, 3))).toBeGreaterThan(180);
  await page.emulateMedia({ colorScheme: 'dark', media: 'screen' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('the worksheet of a lesson has its answers on a page of their own', async ({ page }) => {
  await open(page, '#v=1&edition=2&lesson=01-believing.7');
  await expect(page.getByRole('complementary', { name: 'Lesson' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('body > article');
  const text = (await sheet.innerText()).replace(/\s+/g, ' ');
  const answers = text.indexOf('What came out');
  expect(answers).toBeGreaterThan(0);
  const questions = text.slice(0, answers);
  expect(questions).toContain('Which of them will earn nearly all that can be earned?');
  expect(questions).toContain('☐ CQL');
  expect(questions).not.toContain('CQL and IQL find the way');
  expect(text.slice(answers)).toContain('CQL and IQL find the way');
  const breaks = await sheet
    .locator('div', {
      has: page.getByRole('heading', { name: 'What came out', includeHidden: true }),
    })
    .first()
    .evaluate((one) => getComputedStyle(one).breakBefore);
  expect(breaks).toBe('page');
});

test('a worksheet ends with its text, not with an empty page', async ({ page }) => {
  await open(page, '#v=1&edition=2&lesson=01-believing.7');
  await expect(page.getByRole('complementary', { name: 'Lesson' })).toBeVisible();
  await expect(page.locator('body > article')).toContainText('What came out');
  for (const format of ['A4', 'Letter'] as const) {
    const file = (await page.pdf({ format })).toString('latin1');
    // Two of questions, and one of answers that is half full.
    expect(file.match(/\/Type\s*\/Page\b/g), format).toHaveLength(3);
  }
});

test('shortcuts by letter work on a Russian keyboard', async ({ page }) => {
  await open(page, '#v=1&edition=2&steps=20&measureEvery=10&speed=full&present=1');
  // The lecture is a part of its own, and a key pressed before it has come goes nowhere.
  await expect(page.getByRole('region', { name: /^Lecture, act/ })).toBeVisible();
  // An act trains as it is entered; X takes it back to step 0.
  for (let act = 1; act < 4; act++) await page.keyboard.press('ArrowRight');
  const step = () => page.evaluate(() => window.offgrid.snapshot()?.step ?? 0);
  await expect.poll(step).toBeGreaterThan(0);
  await page.evaluate(() =>
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ч', code: 'KeyX', bubbles: true })),
  );
  await expect.poll(step).toBe(0);
});
