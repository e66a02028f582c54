import { expect, open, snapshotOf, test } from './support';

/** Losses and believed returns of every learner, flat, in a fixed order. */
function numbersOf(snapshot: Awaited<ReturnType<typeof snapshotOf>>): number[] {
  return Object.values(snapshot.learners).flatMap(({ seeds }) =>
    seeds.flatMap(({ losses, believedReturn }) => [
      ...Object.values(losses ?? {}),
      ...(believedReturn === null ? [] : [believedReturn]),
    ]),
  );
}

test('WebGL, pinned, really trains in the worker and agrees with the other rungs', async ({
  page,
}) => {
  const setup = 'steps=12&measureEvery=6&width=16&batch=32';
  await open(page, `#v=1&backend=webgl&${setup}`);
  expect(page.workers()).toHaveLength(1);
  const start = await snapshotOf(page);
  expect(start.backend).toBe('webgl');
  const webgl = await page.evaluate(() => window.offgrid.run());
  expect(webgl.backend).toBe('webgl');
  expect(webgl.step).toBe(12);
  expect(webgl.learners.dqn.seeds[0].believedReturn).not.toBe(
    start.learners.dqn.seeds[0].believedReturn,
  );
  await expect(page.getByRole('button', { name: /Engine: WebGL/i })).toBeVisible();

  for (const backend of ['wasm', 'cpu'] as const) {
    await page.evaluate((name) => window.offgrid.set({ backend: name }), backend);
    await page.evaluate(() => window.offgrid.ready);
    const other = await page.evaluate(() => window.offgrid.run());
    expect(other.backend).toBe(backend);
    const expected = numbersOf(webgl);
    numbersOf(other).forEach((number, i) => {
      expect(Math.abs(number - expected[i])).toBeLessThan(1e-3);
    });
  }
});
