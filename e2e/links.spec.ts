import { expect, open, snapshotOf, test } from './support';

test('a link restores what a control has set', async ({ page }) => {
  await open(page, '#v=1&edition=2&cql.alpha=0.5&train.seed=3&world=maze-umaze&data.size=200');
  const settings = await page.evaluate(() => window.offgrid.settings());
  expect(settings).toMatchObject({
    'cql.alpha': 0.5,
    'train.seed': 3,
    world: 'maze-umaze',
    'data.size': 200,
  });
  await page.evaluate(() => window.offgrid.set({ 'iql.beta': 4 }));
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('iql.beta=4');
  const hash = await page.evaluate(() => location.hash);
  const copy = await page.context().newPage();
  await open(copy, hash);
  expect(await copy.evaluate(() => window.offgrid.settings())).toEqual(
    await page.evaluate(() => window.offgrid.settings()),
  );
});

test.describe('what a link gets wrong is put right with a sentence that names it', () => {
  for (const [title, hash, words, key, value] of [
    ['out of range', '#v=1&edition=2&iql.expectile=7', /expectile/i, 'iql.expectile', 0.99],
    ['unknown scenario', '#v=1&edition=2&scenario=nowhere', /nowhere/, 'scenario', 'extrapolation'],
    ['unknown key', '#v=1&edition=2&cql.omega=1', /cql\.omega/, 'cql.alpha', 1],
    ['malformed percent', '#v=1&edition=2&world=%E0%A4%A', /world/, 'world', 'four-rooms'],
    ['ragged map', '#v=1&edition=2&world.map=S.G/..', /Row 2/, 'world.map', ''],
    ['unknown character', '#v=1&edition=2&world.map=S?G', /\?/, 'world.map', ''],
    ['no start', '#v=1&edition=2&world.map=..G', /start/i, 'world.map', ''],
    ['no goal', '#v=1&edition=2&world.map=S..', /goal/i, 'world.map', ''],
    ['later version', '#v=9&data.size=300', /version|later/i, 'data.size', 300],
  ] as const) {
    test(title, async ({ page }) => {
      await open(page, hash);
      await expect(page.getByRole('region', { name: 'Notices' })).toContainText(words);
      expect(await page.evaluate((k) => window.offgrid.settings()[k], key)).toBe(value);
    });
  }
});

test('a link of the first edition opens, and says what has changed since', async ({ page }) => {
  await open(page, '#v=1&scenario=extrapolation&cql.alpha=0.025&train.seed=3');
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('This link is of the first edition.');
  await expect(notices).toContainText('scaled rewards');
  const settings = await page.evaluate(() => window.offgrid.settings());
  expect(settings).toMatchObject({ 'cql.alpha': 0.025, 'train.seed': 3 });
  // What is copied from here is of today.
  await page.evaluate(() => window.offgrid.set({ 'cql.alpha': 0.5 }));
  await expect.poll(() => new URL(page.url()).hash).toContain('#v=1&edition=2&');
});

test('a bad hash typed while working keeps what the user had', async ({ page }) => {
  await open(page, '#v=1&edition=2&data.seed=5&steps=20&measureEvery=10');
  await page.evaluate(() => window.offgrid.run());
  const before = await snapshotOf(page);
  await page.evaluate(() => {
    location.hash = '#v=1&edition=2&data.seed=5&steps=20&measureEvery=10&layer=upside-down';
  });
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('upside-down');
  const after = await snapshotOf(page);
  expect(after.datasetHash).toBe(before.datasetHash);
  expect(after.step).toBe(before.step);
});

test('a world without reward in its data, and one whose goal is out of reach, are explained', async ({
  page,
}) => {
  await open(page, '#v=1&edition=2&behavior=uniform&data.size=50&steps=20&measureEvery=10');
  await expect(page.getByText(/carries a reward/i).first()).toBeVisible();
  await page.evaluate(() => window.offgrid.run());
  await open(
    page,
    `#v=1&edition=2&world.map=${encodeURIComponent('S.#G')}&behavior=uniform&data.size=50`,
  );
  await expect(page.getByText(/No goal can be reached/).first()).toBeVisible();
});
