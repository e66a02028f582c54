import type { Grid } from '../src/app/state/grid';
import { gridOf, neighborOf, placeOf } from '../src/app/state/grid';
import { PAIR_CLASSES } from '../src/data/types';
import type { Snapshot } from '../src/experiment/types';
import { WORLDS } from '../src/mdp/presets';
import { formatShare, formatSigned } from '../src/texts/format';
import { words } from '../src/texts/words';
import { rowsOf, save, seen } from './saved';
import { expect, open, snapshotOf, test } from './support';

const KEYS = ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft'];

/** Arrow keys that lead from the start of a map to a state, as few as can be. */
function wayTo(grid: Grid, target: number): readonly string[] {
  const start = grid.mdp.start.findIndex((p) => p > 0);
  const ways = new Map<number, readonly string[]>([[start, []]]);
  for (const [state, way] of ways) {
    if (state === target) return way;
    KEYS.forEach((key, action) => {
      const next = neighborOf(grid, state, action);
      if (!ways.has(next)) ways.set(next, [...way, key]);
    });
  }
  throw new Error(`No keys lead to state ${target}.`);
}

/** The gaps of the first seeds; the parts of each are held against what the seed believes and earns. */
function gapsOf({ learners }: Snapshot) {
  return Object.entries(learners).flatMap(([id, { seeds }]) => {
    const { gap, believedReturn, trueReturn } = seeds[0];
    if (gap === null || believedReturn === null) return [];
    const sum = gap.data + gap.unseenAction + gap.unseenState;
    expect(Math.abs(sum - (believedReturn - trueReturn)), id).toBeLessThan(1e-9);
    expect(Math.abs(gap.total - sum), id).toBeLessThan(1e-9);
    return [{ id, gap }];
  });
}

test('the map, the evidence and the marked cell show where the lie sits', async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.offgrid.run());
  const gaps = gapsOf(await snapshotOf(page));
  expect(gaps.map(({ id }) => id)).toEqual(['dqn', 'cql', 'iql']);

  await page.locator('label').getByText('Lie', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Lie', exact: true })).toBeChecked();
  await expect(page.getByText('where the lie sits: x·δ').first()).toBeVisible();
  expect(await page.evaluate(() => window.offgrid.settings().layer)).toBe('lie');
  await expect(page).toHaveURL(/layer=lie/);

  // What the map of offline DQN holds sums to what it believes too much, most of it in one pair.
  const card = page.getByRole('article', { name: 'Offline DQN' });
  const rows = rowsOf(await save(page, card, 'Download: Offline DQN', 'Values as CSV'));
  const total = rows.reduce((sum, { lie }) => sum + Number(lie), 0);
  expect(total).toBeCloseTo(gaps[0].gap.total, 5);
  const worst = rows.reduce((most, row) => (Number(row.lie) > Number(most.lie) ? row : most));
  expect(Number(worst.count)).toBe(0);
  expect(Number(worst.policy)).toBe(1);

  // The map says that pair to those who do not see it.
  const world = WORLDS.find(({ id }) => id === 'four-rooms');
  if (!world) throw new Error('There are no four rooms.');
  const grid = gridOf(world);
  const state = Number(worst.state);
  const map = card.getByRole('application');
  await expect(map).toHaveAccessibleName(/where the lie sits/);
  await map.focus();
  await page.keyboard.press('Home');
  for (const key of wayTo(grid, state)) await page.keyboard.press(key);
  const { row, column } = placeOf(grid, state);
  const name = words().actions[Number(worst.action)];
  const said = card.getByRole('application').getByRole('status');
  await expect(said).toContainText(`row ${row}, column ${column}`);
  await expect(said).toContainText(
    `${name} ${formatSigned(Number(worst.lie))} of the lie, never seen`,
  );
  await page.keyboard.press('Enter');
  const here = rows
    .filter((one) => one.state === worst.state)
    .reduce((sum, { lie }) => sum + Number(lie), 0);
  await expect(page.getByRole('tabpanel')).toContainText(
    `DQN ${formatSigned(here)} of ${formatSigned(total)} (${formatShare(here / total)})`,
  );

  // The evidence cuts it up by class.
  await page.getByRole('tab', { name: 'Lie' }).click();
  const table = page.getByRole('tabpanel').getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(gaps.length);
  for (const [i, { gap }] of gaps.entries()) {
    const spoken = table.getByRole('row').nth(i);
    await expect(spoken).toContainText(`in all ${formatSigned(gap.total)}`);
    for (const part of PAIR_CLASSES) {
      await expect(spoken).toContainText(`${words().pairs[part]}: ${formatSigned(gap[part])}`);
    }
    await expect(spoken).toContainText(
      new RegExp(`${gap.pairs} (pairs?|cells?) (carry|carries) 95\\s%`),
    );
  }
  const bars = await seen(page, await save(page, page, 'Download: Lie', 'Picture as SVG'));
  expect(bars.faults).toBe(0);
  expect(bars.texts.join(' ')).toMatch(/DQN.*pairs carry 95\s%.*unseen actions/);
  const numbers = rowsOf(await save(page, page, 'Download: Lie', 'Numbers as CSV'));
  expect(numbers.map(({ learner }) => learner)).toEqual(gaps.map(({ id }) => id));
  numbers.forEach((row, i) => {
    const { gap } = gaps[i];
    for (const key of ['total', ...PAIR_CLASSES, 'pairs'] as const) {
      expect(Number(row[key]), key).toBe(gap[key]);
    }
  });
});

test('both layers go home as vectors, and a belief in states is told by whole cells', async ({
  page,
}) => {
  await open(page, '#v=1&edition=2&steps=400&layer=lie');
  await page.evaluate(() => window.offgrid.run());
  const gaps = gapsOf(await snapshotOf(page));
  const card = page.getByRole('article', { name: 'IQL' });
  const lie = await seen(page, await save(page, card, 'Download: IQL', 'Picture as SVG'));
  expect(lie).toMatchObject({ faults: 0, title: 'IQL' });
  expect(lie.texts.join(' ')).toContain('where the lie sits: x·δ');
  // Four rows a cell say the same number: that of the state.
  const rows = rowsOf(await save(page, card, 'Download: IQL', 'Values as CSV'));
  expect(rows.length % 4).toBe(0);
  let sum = 0;
  for (let i = 0; i < rows.length; i += 4) {
    const cell = rows.slice(i, i + 4);
    expect(new Set(cell.map(({ state }) => state)).size).toBe(1);
    expect(new Set(cell.map(({ lie: share }) => share)).size).toBe(1);
    expect(new Set(cell.map(({ surprise }) => surprise)).size).toBe(1);
    sum += Number(cell[0].lie);
  }
  const iql = gaps.find(({ id }) => id === 'iql');
  expect(sum).toBeCloseTo(iql?.gap.total ?? Number.NaN, 5);

  await page.evaluate(() => window.offgrid.set({ layer: 'surprise' }));
  await expect(page.getByRole('radio', { name: 'δ', exact: true })).toBeChecked();
  const dqn = page.getByRole('article', { name: 'Offline DQN' });
  const picture = await seen(
    page,
    await save(page, dqn, 'Download: Offline DQN', 'Picture as SVG'),
  );
  expect(picture.faults).toBe(0);
  expect(picture.triangles).toBeGreaterThanOrEqual(412);
  expect(picture.texts.join(' ')).toContain('beyond one true step');
});

test('of several seeds the gap is that of the one shown', async ({ page }) => {
  await open(page, '#v=1&edition=2&steps=100&seeds=3&shownSeed=2&learners=dqn,bc');
  await page.evaluate(() => window.offgrid.run());
  const { learners } = await snapshotOf(page);
  const totals = learners.dqn.seeds.map(({ gap }) => gap?.total ?? Number.NaN);
  await page.getByRole('tab', { name: 'Lie' }).click();
  const panel = page.getByRole('tabpanel');
  await expect(panel).toContainText('Seed 2.');
  await expect(panel.getByRole('row')).toHaveCount(1);
  await expect(panel.getByRole('row')).toContainText(`in all ${formatSigned(totals[1])}`);
  await page.evaluate(() => window.offgrid.set({ shownSeed: 0 }));
  await expect(panel).toContainText('Mean of 3 seeds.');
  const mean = totals.reduce((sum, total) => sum + total, 0) / 3;
  await expect(panel.getByRole('row')).toContainText(`in all ${formatSigned(mean)}`);
});
