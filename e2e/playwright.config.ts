import { defineConfig } from '@playwright/test';
import { findShell } from '../tools/browser.mjs';

const { executablePath, args } = await findShell();
const port = 47_813;

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: false,
  // One more than the cores of a small machine: a journey waits for a third of its time.
  workers: 3,
  forbidOnly: true,
  // On a busy machine a journey may lose a race with its own clock; it is run once more, and said to be flaky.
  retries: 1,
  timeout: 180_000,
  expect: {
    timeout: 15_000,
    toHaveScreenshot: {
      pathTemplate: '{testDir}/looks/{arg}{ext}',
      // One machine draws the same twice, but for a rounded corner now and then, and looks.spec.ts compares on
      // no other. A letter is more than that.
      threshold: 0,
      maxDiffPixels: 24,
    },
  },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // Walkers take a fifth of a core while nothing else happens; MOVING of support.ts lets them walk.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      // Pages of one profile share a process, and what it has compiled (support.ts).
      args: [...args, '--process-per-site'],
      ...(executablePath ? { executablePath } : {}),
    },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
