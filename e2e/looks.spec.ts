import type { Locator, Page } from '@playwright/test';
import { VIEW_SETTINGS } from '../src/experiment/settings/view';
import { drawnOtherwise } from './looks/drawn-here';
import { test as base, expect, inEachTheme, open } from './support';

/** Each look is drawn whole: edges of what was drawn in parts, after another size, differ by a shade. */
const test = base.extend<object, object>({
  launchOptions: [
    ({ launchOptions }, use) =>
      use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--disable-partial-raster'] }),
    { scope: 'worker' },
  ],
});

/** The first screen on the rung that gives the same bits everywhere. */
const FIRST = '#v=1&edition=2&backend=wasm&speed=full';
const SIZES: readonly (readonly [width: number, height: number])[] = [
  [390, 844],
  [1024, 768],
  [1440, 900],
];

const ACCEPT =
  'looks otherwise than the picture that is kept; the difference is in test-results (…-diff.png). Where it is meant: npm test -- e2e looks --update-snapshots=changed, and look at what it changes.';

let otherwise: string | null | undefined;

test.beforeEach(async ({ browser, page }, { config, title }) => {
  if (otherwise === undefined) {
    const taken = ['all', 'changed'].includes(config.updateSnapshots);
    await page.goto('./');
    const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    otherwise = await drawnOtherwise(browser, family, taken);
  }
  if (otherwise !== null)
    console.log(`NOT COMPARED here, since this machine draws otherwise (${otherwise}): ${title}`);
  test.skip(otherwise !== null, `not compared here: ${otherwise}`);
});

/**
 * Holds what is seen against the picture of that name; goes on where they differ, so that all of them are told.
 * Pages without their maps, which have pictures of their own.
 */
async function looks(seen: Page | Locator, name: string): Promise<void> {
  const stylePath = ['e2e/looks/looks.css', ...('goto' in seen ? ['e2e/looks/no-maps.css'] : [])];
  await expect.soft(seen, `${name} ${ACCEPT}`).toHaveScreenshot(`${name}.png`, { stylePath });
}

/** Trains to the verdict, and waits until all of it is drawn. */
async function toVerdict(page: Page, hash = FIRST): Promise<void> {
  await open(page, hash);
  await page.evaluate(() => window.offgrid.run());
  await settled(page);
}

/** Letters are there, and what takes turns has had its turn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
}

/** Looks at the page in either theme and each of some sizes. */
async function inEachSize(page: Page, name: string, sizes: typeof SIZES): Promise<void> {
  await inEachTheme(page, async (scheme) => {
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await settled(page);
      await looks(page, `${name}-${width}-${scheme}`);
    }
  });
}

/** Looks at the page, or a part of it, in either theme. */
async function inEither(page: Page, name: string, part: Page | Locator = page): Promise<void> {
  await inEachTheme(page, async (scheme) => {
    await settled(page);
    await looks(part, `${name}-${scheme}`);
  });
}

test('the page before a run and at its verdict', async ({ page }) => {
  await open(page, FIRST);
  await inEachSize(page, 'before', SIZES.slice(0, 2));
  await page.evaluate(() => window.offgrid.run());
  await inEachSize(page, 'verdict', SIZES);
});

test('the maps in every layer, and the charts', async ({ page }) => {
  await toVerdict(page);
  await inEachTheme(page, async (scheme) => {
    for (const layer of VIEW_SETTINGS.layer.options) {
      await page.evaluate((to) => window.offgrid.set({ layer: to }), layer.value);
      await settled(page);
      await looks(page.locator('main [data-place="map:dqn"]'), `map-${layer.value}-${scheme}`);
      // What believes in values of states is painted in whole cells.
      if (['surprise', 'lie'].includes(layer.value))
        await looks(
          page.locator('main [data-place="map:iql"]'),
          `map-${layer.value}-cells-${scheme}`,
        );
      await looks(page.locator('[data-part="legend"]'), `legend-${layer.value}-${scheme}`);
    }
    await page.evaluate(() => window.offgrid.set({ layer: undefined }));
    const tabs = page.locator('[data-place="evidence:tabs"]');
    for (const chart of await page.locator('main [data-place^="chart:"]').all()) {
      const place = (await chart.getAttribute('data-place')) ?? '';
      await looks(chart, `${place.replace(':', '-')}-${scheme}`);
    }
    for (const tab of await tabs.getByRole('tab').all()) {
      await tab.click();
      await settled(page);
      await page.mouse.move(0, 0);
      const panel = tabs.getByRole('tabpanel');
      const name = (await tab.innerText())
        .toLowerCase()
        .replace(/\W+/g, ' ')
        .trim()
        .replaceAll(' ', '-');
      await looks(panel, `chart-${name}-${scheme}`);
    }
  });
});

// Each where nothing has been trained before: a run that could be gone on with is offered, with the time of day.
test('the article', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await toVerdict(page, `?read=the-offline-problem${FIRST}`);
  await expect(page.locator('#article').getByRole('heading').first()).toBeInViewport();
  await inEither(page, 'article');
});

test('the lecture', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 600 });
  await open(page, `${FIRST}&present=2`);
  await expect(page.getByRole('region', { name: /^Lecture, act/ })).toBeVisible();
  await inEither(page, 'lecture');
});

test('the microscope, a lesson and an embed', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await toVerdict(page);
  await page.getByRole('button', { name: 'Microscope' }).click();
  await page.getByRole('button', { name: 'The worst one for DQN' }).click();
  const stage = page.getByRole('region', { name: 'What happens now' });
  for (let step = 0; step < 3; step++)
    await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(stage).toContainText('too much');
  await inEither(page, 'microscope', stage);
  await page.keyboard.press('Escape');

  await page.evaluate(() => window.offgrid.set({ lesson: '01-believing.5' }));
  const lesson = page.getByRole('complementary', { name: 'Lesson' });
  await expect(lesson).toContainText('What happened');
  await inEither(page, 'lesson', lesson);

  await page.setViewportSize({ width: 600, height: 400 });
  await toVerdict(page, `?embed=learners,verdict&controls=run,reset${FIRST}`);
  await inEither(page, 'embed');
});
