import { expect, inEachTheme, open, snapshotOf, test, violationsOf } from './support';

const RUN = 'v=1&edition=2&steps=60&measureEvery=20';

test.use({ viewport: { width: 600, height: 400 } });

test('an embed trains in 600 × 400 without scrolling, and leads to the whole page', async ({
  page,
}) => {
  await open(page, `?embed=learners,verdict&controls=run,reset#${RUN}&cql.alpha=0.5&data.size=900`);
  await expect(page.getByRole('button', { name: 'Step' })).toHaveCount(0);
  await expect(page.getByRole('article', { name: 'CQL' })).toContainText('0.5');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('60 of 60 steps')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('article', { name: 'Offline DQN' })).toContainText('earns');
  const scrolls = await page.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    return scrollHeight > clientHeight || scrollWidth > clientWidth;
  });
  expect(scrolls).toBe(false);
  const map = await page
    .getByRole('article', { name: 'CQL' })
    .getByRole('application')
    .boundingBox();
  expect(Math.min(map?.width ?? 0, map?.height ?? 0)).toBeGreaterThan(90);
  // What no control shows is trained with all the same.
  expect(await page.evaluate(() => window.offgrid.settings())).toMatchObject({
    'cql.alpha': 0.5,
    'data.size': 900,
  });
  const link = page.getByRole('link', { name: /Open in Offgrid/ });
  const address = new URL((await link.getAttribute('href')) ?? '');
  expect(address.search).toBe('');
  expect(address.hash).toContain('at=60');
  const kept = await page.evaluate(() => Object.keys(localStorage));
  expect(kept.filter((key) => !['offgrid.speed', 'offgrid.first-lie'].includes(key))).toEqual([]);
});

test('two embeds on one page train side by side, each with its own settings', async ({ page }) => {
  await page.route('**/two.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Two</title>
        <iframe title="one" width="600" height="400" src="./?embed#${RUN}&learners=cql&train.seed=1"></iframe>
        <iframe title="two" width="600" height="400" src="./?embed#${RUN}&learners=dqn&train.seed=2"></iframe>`,
    }),
  );
  await page.setViewportSize({ width: 1240, height: 460 });
  await page.goto('./two.html');
  const [one, two] = ['one', 'two'].map((title) => page.frameLocator(`[title=${title}]`));
  for (const frame of [one, two]) await frame.getByRole('button', { name: 'Run' }).click();
  for (const frame of [one, two])
    await expect(frame.getByText('60 of 60 steps')).toBeVisible({ timeout: 90_000 });
  await expect(one.getByRole('article')).toHaveAccessibleName('CQL');
  await expect(two.getByRole('article')).toHaveAccessibleName('Offline DQN');
});

test('a frame that is too small, and a panel that there is not, are explained', async ({
  page,
}) => {
  await page.setViewportSize({ width: 599, height: 400 });
  await page.goto('./?embed');
  await expect(page.getByText(/needs 600 × 400/)).toBeVisible();
  await page.setViewportSize({ width: 600, height: 400 });
  await page.goto('./?embed=learners,moon');
  await expect(page.getByText(/“moon”, which this page does not have/)).toBeVisible();
});

test('an embed has no accessibility violation in either theme', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 600 });
  await open(
    page,
    `?embed=world,learners,evidence,verdict&controls=run,step,reset,layer,knobs#${RUN}`,
  );
  await inEachTheme(page, async () => {
    expect(await violationsOf(page)).toEqual([]);
  });
});

test('a link with a moment trains to it by itself and remembers the prediction', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, '#v=1&edition=2&steps=60&measureEvery=20&at=60&guess=cql');
  await expect(page.getByText('You said CQL.', { exact: true })).toBeVisible({ timeout: 60_000 });
  expect((await snapshotOf(page)).step).toBe(60);
});
