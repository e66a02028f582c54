import { expect, open, TIMING, test } from './support';

test.use(TIMING);

const SMALL =
  '#v=1&edition=2&backend=wasm&world=maze-umaze&data.size=200&width=16&batch=32&seeds=5&steps=300&speed=full';

test('seeds over two workers come to the numbers of one, and the page says how many there are', async ({
  page,
}) => {
  await open(page, `${SMALL}&workers=2`);
  const run = (workers: string) =>
    page.evaluate(async (given) => {
      window.offgrid.set({ workers: given });
      const { learners, step, status } = await window.offgrid.run();
      return { learners, step, status };
    }, workers);
  const two = await run('2');
  expect(two).toMatchObject({ step: 300, status: 'done' });
  expect(two.learners.cql.seeds).toHaveLength(5);
  await page.getByRole('button', { name: /^Engine:/ }).click();
  const sentence = page.getByText('Seeds are spread over 2 workers.');
  await expect(sentence).toBeVisible();
  const one = await run('1');
  await expect(sentence).toBeHidden();
  expect(one).toEqual(two);
});

test('a large stack can be paused and reset in the middle of a step', async ({ page }) => {
  await open(
    page,
    '#v=1&edition=2&backend=wasm&seeds=16&width=256&batch=512&steps=5000&speed=full',
  );
  const training = page.getByRole('region', { name: 'Training' });
  await training.getByRole('button', { name: 'Run' }).click();
  await expect(training.getByRole('button', { name: 'Pause' })).toBeVisible();
  await training.getByRole('button', { name: 'Pause' }).click();
  await expect(training.getByRole('button', { name: 'Run' })).toBeVisible();
  await page.evaluate(() => window.offgrid.reset());
  await expect.poll(() => page.evaluate(() => window.offgrid.snapshot()?.step)).toBe(0);
  await expect(training.getByRole('button', { name: 'Run' })).toBeVisible();
});
