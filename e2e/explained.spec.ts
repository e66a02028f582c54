import { expect, open, test } from './support';

const SHORT = '#v=1&edition=2&steps=200&speed=full';

/** What the page says of a run under some settings, beside its verdict. */
const EXPLAINED = [
  ['no penalty', 'cql.alpha=0.001', 'With α = 0.001 the penalty hardly acts'],
  ['too much of it', 'cql.alpha=30', 'With α = 30 the penalty drowns the rewards'],
  [
    'data without reward',
    'scenario=no-reward&data.seed=2',
    'No row of these data carries a reward',
  ],
  ['everything tried', 'scenario=everything-tried', 'Every action has been tried everywhere'],
  ['ε = 1', 'behavior=epsilon-greedy&behavior.epsilon=1', 'No row of these data carries a reward'],
  ['coordinates', 'encoding=xy', 'Two coordinates cannot tell'],
  ['raw rewards', 'rewardScale=0.01', 'The learners see rewards times 0.01 instead of 33'],
  ['expert data', 'scenario=expert&steps=400', 'What these data did most often is good already'],
] as const;

test('what the picture lacks is explained with the verdict', async ({ page }) => {
  const why = page.locator('p', { hasText: /^Why: / });
  // One link after the other in an open page: to open it anew costs as much as to train.
  for (const [title, settings, sentence] of EXPLAINED)
    await test.step(title, async () => {
      await open(page, `${SHORT}&${settings}`);
      await page.evaluate(() => window.offgrid.run());
      await expect(why, title).toContainText(sentence);
      // Going on takes it back, until there is a verdict again.
      await page.evaluate(() => window.offgrid.reset());
      await expect(why, title).toHaveCount(0);
    });
});

test('in German too', async ({ page }) => {
  await open(page, `?lang=de${SHORT}&cql.alpha=30`);
  await page.evaluate(() => window.offgrid.run());
  await expect(page.locator('p', { hasText: /^Warum: / })).toContainText(
    'Mit α = 30 ertränkt der Strafterm',
  );
});

test('beside a lesson nothing is told that the lesson may ask', async ({ page }) => {
  await open(page, `${SHORT}&lesson=01-believing.0`);
  await page.evaluate(() => window.offgrid.run());
  await expect(page.getByText(/^Look for:/)).toBeVisible();
  await expect(page.locator('p', { hasText: /^Why: / })).toHaveCount(0);
});
