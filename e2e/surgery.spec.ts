import type { Page } from '@playwright/test';
import { expect, open, test } from './support';

/** What DQN believes at the verdict of a run. */
async function believed(page: Page): Promise<{ readonly dqn: number; readonly best: number }> {
  return page.evaluate(async () => {
    await window.offgrid.run();
    const snapshot = window.offgrid.snapshot();
    if (snapshot === null) throw new Error('Nothing was measured.');
    const { learners, truth } = snapshot;
    return { dqn: learners.dqn.seeds[0].believedReturn ?? Number.NaN, best: truth.optimal };
  });
}

test('DQN believes the truth once it is put into untried actions, and the link and the microscope say so', async ({
  page,
  context,
}) => {
  // Three times to the verdict: with nobody on who is not asked.
  await open(page, '#v=1&edition=2&learners=dqn,iql');
  const before = await believed(page);
  expect(before.dqn).toBeGreaterThan(1.2 * before.best);

  await page.getByRole('button', { name: 'Oracle' }).click();
  const bench = page.getByRole('tabpanel', { name: 'Oracle' });
  await bench.getByRole('combobox', { name: /Offline DQN.*Truth put in/ }).selectOption({
    label: 'Untried actions',
  });
  await bench.getByRole('combobox', { name: /IQL.*Truth put in/ }).selectOption({
    label: 'Untried actions',
  });
  await expect(bench).toContainText('IQL asks its target only about what the data did');
  await page.keyboard.press('Escape');
  const after = await believed(page);
  expect(Math.abs(after.dqn / after.best - 1)).toBeLessThan(0.1);
  await expect(page.getByText('truth put in the target')).toBeVisible();
  await expect(page.getByText('The truth was put into the target of DQN')).toBeVisible();
  await expect(page).toHaveURL(/dqn\.oracle=unseenActions/);

  const other = await context.newPage();
  await open(other, new URL(page.url()).hash);
  expect(await believed(other)).toEqual(after);
  await other.close();

  await page.getByRole('button', { name: 'Microscope' }).click();
  await page.getByRole('button', { name: 'The worst one for DQN' }).click();
  await page.getByRole('button', { name: 'What is the next state worth?' }).click();
  const card = page.getByRole('region', { name: 'What happens now' });
  await expect(card).toContainText('the truth was put in its place');
  await expect(card.getByRole('listitem').filter({ hasText: 'the truth, put in' })).not.toHaveCount(
    0,
  );
});

test('pairs are painted by keys, undone, and travel in the link', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Oracle' }).click();
  const bench = page.getByRole('tabpanel', { name: 'Oracle' });
  await bench.getByRole('application').focus();
  await page.keyboard.press('u');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const standing = bench.getByRole('status', { name: 'Painted pairs' });
  await expect(standing).toHaveText('5 pairs are painted; DQN, CQL and IQL have the truth there.');
  await expect(page).toHaveURL(/oracle\.pairs=\d+\.\d+u/);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(standing).toContainText('1 pair is painted');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(standing).toContainText('No pair is painted; no learner takes painted pairs.');
  await bench.getByRole('button', { name: 'States never visited' }).click();
  await expect(standing).toContainText(/\d+ pairs are painted/);
});
