import { findShell } from '../tools/browser.mjs';
import { expect, open, TIMING, test } from './support';

const { executablePath, args } = await findShell();

test.use({
  ...TIMING,
  launchOptions: {
    args: [...args, '--disable-gpu', '--disable-software-rasterizer'],
    ...(executablePath ? { executablePath } : {}),
  },
});

test('where there is no WebGL, a pinned WebGL gives way to the next rung and says why', async ({
  page,
}) => {
  await open(page, '#v=1&edition=2&backend=webgl&steps=4&measureEvery=2&width=8&batch=8');
  const snapshot = await page.evaluate(() => window.offgrid.run());
  expect(snapshot.step).toBe(4);
  expect(snapshot.backend).toBe('wasm');
  await page.getByRole('button', { name: /Engine: WASM/i }).click();
  await expect(page.getByText('WASM: WebGL is not available on this device.')).toBeVisible();
});

test('a first visit without WebGL trains all the same', async ({ page }) => {
  await open(page, '#v=1&edition=2&steps=4&measureEvery=2');
  expect((await page.evaluate(() => window.offgrid.run())).step).toBe(4);
});
