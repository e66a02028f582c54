import { expect, inEachTheme, MOVING, open, test, violationsOf } from './support';

test.use(MOVING);

const QUICK = '#v=1&edition=2&steps=20&measureEvery=10';

test('has no accessibility violation, before and after a run, in either theme', async ({
  page,
}) => {
  await open(page, QUICK);
  await expect(page.getByRole('heading', { name: /Error on actions/ })).toBeVisible();
  await inEachTheme(page, async () => {
    expect(await violationsOf(page)).toEqual([]);
  });
  await page.evaluate(() => window.offgrid.run());
  await expect(page.getByText('20 of 20 steps')).toBeVisible();
  await inEachTheme(page, async () => {
    expect(await violationsOf(page)).toEqual([]);
  });
});

test('nothing overflows sideways, opened on a phone and widened', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, QUICK);
  await page.evaluate(() => window.offgrid.run());
  await expect(page.getByText('20 of 20 steps')).toBeVisible();
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    // What measures itself follows a new width in its next frames.
    await page.waitForTimeout(250);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow, `${width}×${height}`).toBeLessThanOrEqual(0);
  }
});

test('the header cuts nothing at any width', async ({ page }) => {
  await open(page, QUICK);
  for (const width of [1920, 1440, 1366, 1280, 1100, 1024, 820, 600, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const cut = await page.evaluate(() => {
      const header = document.querySelector('header');
      const room = header?.getBoundingClientRect();
      const line = header?.querySelector('p')?.getBoundingClientRect();
      const words = header?.querySelector('p span')?.getBoundingClientRect();
      if (!header || !room || !line || !words) return ['no header'];
      const outside = [...header.querySelectorAll('button, input, h1')].filter((part) => {
        const { left, right, bottom } = part.getBoundingClientRect();
        return left < room.left || right > room.right || bottom > room.bottom;
      });
      const narrow = [...header.querySelectorAll('button *, input')].filter(
        (part) => part instanceof HTMLElement && part.scrollWidth > part.clientWidth + 1,
      );
      // The tagline stands there whole, or on a line that is not shown.
      const half = words.top < line.bottom && words.right > line.right;
      return [...outside, ...narrow, ...(half ? ['tagline'] : [])].map((part) =>
        part instanceof Element ? part.outerHTML.slice(0, 90) : part,
      );
    });
    expect(cut, `at ${width} pixels`).toEqual([]);
  }
});

test('what a learner is in a few words stands on its card whole or not at all', async ({
  page,
}) => {
  await open(page, QUICK);
  let whole = 0;
  for (const width of [1920, 1440, 1366, 1100, 1024, 820, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(250);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('article header .whole-or-not')].map((line) => {
        const room = line.getBoundingClientRect();
        const words = line.firstElementChild?.getBoundingClientRect();
        if (!words || words.width === 0) return 'nothing';
        if (words.top >= room.bottom) return 'hidden';
        return words.right <= room.right + 0.5 ? 'whole' : `cut: ${line.textContent}`;
      }),
    );
    expect(shown, `at ${width} pixels`).toHaveLength(4);
    expect(shown.filter((one) => !['whole', 'hidden'].includes(one))).toEqual([]);
    whole += shown.filter((one) => one === 'whole').length;
  }
  expect(whole).toBeGreaterThan(6);
});

for (const [width, height, language] of [
  [1440, 900, 'en'],
  [1440, 900, 'de'],
  [1366, 657, 'en'],
  [1024, 768, 'en'],
  [390, 844, 'de'],
] as const)
  test(`little moves while the page comes, at ${width} × ${height} in ${language}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      const seen = { shifted: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          seen.shifted += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`./?lang=${language}`);
    await page.waitForFunction(() => window.offgrid !== undefined);
    await page.evaluate(() => window.offgrid.ready);
    await page.locator('[data-place="map:data"] canvas').first().waitFor();
    await page.waitForTimeout(1000);
    expect(
      await page.evaluate(() => (window as unknown as { seen: { shifted: number } }).seen.shifted),
    ).toBeLessThan(0.05);
  });

test('a map has its room before it is there', async ({ page }) => {
  await page.addInitScript(() => {
    const heights: Record<string, number[]> = {};
    Object.assign(window, { heights });
    new MutationObserver(() => {
      for (const slot of document.querySelectorAll<HTMLElement>('[data-place^="map:"]')) {
        const name = slot.dataset.place ?? '';
        heights[name] ??= [];
        heights[name].push(slot.offsetHeight);
      }
    }).observe(document, { childList: true, subtree: true });
  });
  for (const world of ['four-rooms', 'cliff-walking', 'maze-large']) {
    await page.goto('about:blank');
    await page.goto(`./#v=1&edition=2&world=${world}`);
    await page.waitForFunction(() => window.offgrid !== undefined);
    await page.evaluate(() => window.offgrid.ready);
    await expect(page.locator('[data-place^="map:"] canvas')).toHaveCount(10);
    const seen = await page.evaluate(
      () => (window as unknown as { heights: Record<string, number[]> }).heights,
    );
    expect(Object.keys(seen)).toHaveLength(5);
    for (const [place, heights] of Object.entries(seen))
      expect(Math.max(...heights) - Math.min(...heights), `${world}, ${place}`).toBeLessThan(3);
  }
});

test('a map answers to the keyboard, and every panel answers for the marked cell', async ({
  page,
}) => {
  await open(page, QUICK);
  await page.evaluate(() => window.offgrid.run());
  const map = page.getByRole('article', { name: 'Offline DQN' }).getByRole('application');
  await map.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'Marked cell' })).toContainText(
    'row 3, column 3',
  );
});

test('the built folder works from any sub-path', async ({ page, context, baseURL }) => {
  const origin = new URL(baseURL ?? '').origin;
  const outside: string[] = [];
  await context.route(`${origin}/**`, async (route) => {
    const url = route.request().url();
    if (!url.startsWith(`${origin}/any/depth/`)) {
      outside.push(url);
      return route.abort();
    }
    try {
      return await route.fulfill({
        response: await route.fetch({ url: url.replace('/any/depth/', '/') }),
      });
    } catch {
      // What is still on its way when the journey ends is nobody's fault; before that the page would miss it.
    }
  });
  await page.goto(`${origin}/any/depth/${QUICK}`);
  await page.waitForFunction(() => window.offgrid !== undefined);
  expect((await page.evaluate(() => window.offgrid.run())).step).toBe(20);
  expect(outside).toEqual([]);
});

test('world, data and truth stand before the engine has loaded', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/engine-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./');
  await expect(page.getByText('best possible')).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.offgrid.truth()?.optimal)).toBeCloseTo(0.377);
  expect(await page.evaluate(() => window.offgrid.snapshot())).toBeNull();
  release();
  await page.evaluate(() => window.offgrid.ready);
  expect(await page.evaluate(() => window.offgrid.snapshot()?.backend)).toBe('wasm');
});
