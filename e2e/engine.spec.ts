import type { Page } from '@playwright/test';
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

const SETUPS = {
  'the default learners': 'steps=12&measureEvery=6&width=16&batch=32',
  // Odd sizes, encodings that are multiplied, several seeds, and a loss with sampled actions.
  'odd sizes and three seeds':
    'steps=6&measureEvery=3&width=24&batch=40&seeds=3&encoding=fourier&learners=dqn,cql,cql-sketch,iql,bc&cql-sketch.penalty=sampled-sketch&dqn.double=true',
};

for (const [what, setup] of Object.entries(SETUPS)) {
  test(`WebGL, pinned, really trains in the worker and agrees with the other rungs: ${what}`, async ({
    page,
  }) => {
    await open(page, `#v=1&backend=webgl&${setup}`);
    expect(page.workers()).toHaveLength(1);
    const start = await snapshotOf(page);
    expect(start.backend).toBe('webgl');
    const webgl = await page.evaluate(() => window.offgrid.run());
    expect(webgl.backend).toBe('webgl');
    expect(webgl.step).toBe(start.step + Number(/steps=(\d+)/.exec(setup)?.[1]));
    expect(webgl.learners.dqn.seeds[0].believedReturn).not.toBe(
      start.learners.dqn.seeds[0].believedReturn,
    );
    await page.getByRole('button', { name: /Engine: WebGL/i }).click();
    await expect(page.getByText('fused stack')).toBeVisible();

    for (const backend of ['wasm', 'cpu'] as const) {
      await page.evaluate((name) => window.offgrid.set({ backend: name }), backend);
      await page.evaluate(() => window.offgrid.ready);
      const other = await page.evaluate(() => window.offgrid.run());
      expect(other.backend).toBe(backend);
      const expected = numbersOf(webgl);
      expect(expected.length).toBeGreaterThan(10);
      numbersOf(other).forEach((number, i) => {
        expect(Math.abs(number - expected[i])).toBeLessThan(1e-3);
      });
    }
  });
}

/** Makes every worker of the page meet a driver that gets the rectifier of our programs wrong. */
async function breakDriver(page: Page): Promise<void> {
  const fault = `{
    const { prototype } = WebGL2RenderingContext;
    const { shaderSource } = prototype;
    prototype.shaderSource = function (shader, source) {
      shaderSource.call(this, shader, source.replace('return max(sum, 0.0);', 'return sum;'));
    };
  }`;
  await page.route(/\/entry-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${fault}\n${await response.text()}` });
  });
}

test('a driver that computes wrongly is found out at the start, and the page says so', async ({
  page,
}) => {
  await breakDriver(page);
  await open(page, '#v=1&backend=webgl&steps=4&measureEvery=2&width=16&batch=32');
  const broken = await page.evaluate(() => window.offgrid.run());
  await page.getByRole('button', { name: /Engine: WebGL/i }).click();
  await expect(page.getByText(/graphics driver here computes our programs wrongly/)).toBeVisible();
  await expect(page.getByText('composed stack')).toBeVisible();

  await page.evaluate(() => window.offgrid.set({ backend: 'wasm' }));
  await page.evaluate(() => window.offgrid.ready);
  const right = numbersOf(await page.evaluate(() => window.offgrid.run()));
  numbersOf(broken).forEach((number, i) => {
    expect(Math.abs(number - right[i])).toBeLessThan(1e-3);
  });
});
