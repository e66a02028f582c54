import type { Page } from '@playwright/test';
import { expect, open, snapshotOf, TIMING, test, violationsOf } from './support';

test.use(TIMING);

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
    await open(page, `#v=1&edition=2&backend=webgl&${setup}`);
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
  await page.route(/\/training-worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${fault}\n${await response.text()}` });
  });
}

test('a driver that computes wrongly is found out at the start, and the page says so', async ({
  page,
}) => {
  await breakDriver(page);
  await open(page, '#v=1&edition=2&backend=webgl&steps=4&measureEvery=2&width=16&batch=32');
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

/** What the page keeps of its measurements: milliseconds a step by rung, null where there are none. */
function keptTimes(page: Page): Promise<Record<string, number | null> | null> {
  return page.evaluate(() => {
    const text = localStorage.getItem('offgrid.rungs');
    if (text === null) return null;
    const [{ rungs }] = Object.values<{ rungs: Record<string, { ms?: number }> }>(
      JSON.parse(text).sizes,
    );
    return Object.fromEntries(Object.entries(rungs).map(([name, { ms }]) => [name, ms ?? null]));
  });
}

/** Multiplies what the page remembers of one rung, as if this device were another. */
function pretend(page: Page, backend: string, factor: number): Promise<void> {
  return page.evaluate(
    ([name, times]) => {
      const kept = JSON.parse(localStorage.getItem('offgrid.rungs') ?? '');
      for (const { rungs } of Object.values<{ rungs: Record<string, { ms: number }> }>(kept.sizes))
        rungs[name].ms *= times;
      localStorage.setItem('offgrid.rungs', JSON.stringify(kept));
    },
    [backend, factor] as const,
  );
}

/** Small networks: all rungs are timed in a moment. */
const SMALL = '#v=1&edition=2&width=16&batch=32&steps=60';

test('an idle page times its rungs, software WebGL not among them, and says so', async ({
  page,
}) => {
  await open(page, SMALL);
  const badge = page.getByRole('button', { name: /Engine: WASM/ });
  await badge.click();
  const panel = page.getByRole('dialog');
  const row = (name: string) => panel.getByRole('row', { name });
  await expect(panel.getByText('simd stack')).toBeVisible();
  await expect(panel.getByRole('status')).toContainText('Measured', { timeout: 60_000 });
  await expect(row('WASM')).toContainText(/in use\s*[\d.]+\sms/);
  await expect(row('CPU')).toContainText(/[\d.]+\sm?s/);
  await expect(row('WebGL')).toContainText('Not timed: no hardware GPU found');
  const times = await keptTimes(page);
  expect(Object.keys(times ?? {}).sort()).toEqual(['cpu', 'wasm', 'webgl']);
  expect(times?.webgl).toBeNull();
  await expect(badge).toHaveAccessibleName('Engine: WASM');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(badge).toBeFocused();
});

test('what was measured is used on the next visit, and from the next reset where it is news', async ({
  page,
}) => {
  await open(page, SMALL);
  await expect.poll(() => keptTimes(page), { timeout: 60_000 }).not.toBeNull();
  await pretend(page, 'wasm', 1e5);
  await page.reload();
  await page.waitForFunction(() => window.offgrid !== undefined);
  await page.evaluate(() => window.offgrid.ready);

  // Remembered as the best, plain JavaScript is what it starts on.
  expect((await snapshotOf(page)).backend).toBe('cpu');
  await page.getByRole('button', { name: 'Engine: CPU' }).click();
  const panel = page.getByRole('dialog');
  await expect(
    panel.getByText(/measured to be the fastest for networks of this size/),
  ).toBeVisible();

  // Measured again, it is not.
  await panel.getByRole('button', { name: 'Measure again' }).click();
  await expect(
    panel.getByText(/WASM is [\d.]+× faster here; used from the next reset/),
  ).toBeVisible({
    timeout: 60_000,
  });
  await expect(
    page.getByRole('button', { name: 'Engine: CPU; WASM is better here, from the next reset' }),
  ).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  expect((await snapshotOf(page)).backend).toBe('cpu');
  await panel.getByRole('button', { name: 'Reset now' }).click();
  await expect(page.getByRole('button', { name: /^Engine: WASM$/ })).toBeVisible();
  await page.evaluate(() => window.offgrid.ready);
  expect((await page.evaluate(() => window.offgrid.run())).backend).toBe('wasm');

  // A pin goes before what was measured.
  await page.getByRole('button', { name: /^Engine: WASM$/ }).click();
  await panel.getByRole('combobox', { name: 'Engine' }).selectOption({ label: 'JavaScript' });
  await expect(page.getByText('CPU: pinned by you.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Engine: CPU$/ })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Reset now' })).toHaveCount(0);
});
