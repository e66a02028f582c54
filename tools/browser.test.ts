import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser, findShell } from './browser.mjs';

describe('the browser of the journeys', () => {
  let folder: string;
  const put = (name: string) => {
    const path = join(folder, name);
    writeFileSync(path, '');
    chmodSync(path, 0o755);
    return path;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'offgrid-browser-'));
    vi.stubEnv('PATH', folder);
    // Playwright's own would go before those of the system.
    vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', folder);
    for (const name of ['OFFGRID_BROWSER', 'CHROME_PATH', 'CHROME_BIN']) vi.stubEnv(name, '');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('is the shell of the system’s, and the whole one for all else', async () => {
    const whole = put('chromium');
    expect((await findShell()).executablePath).toBe(whole);
    const shell = put('chromium-headless-shell');
    expect((await findShell()).executablePath).toBe(shell);
    expect((await findBrowser()).executablePath).toBe(whole);
  });

  it('is the one that is named, whatever else there is', async () => {
    put('chromium-headless-shell');
    vi.stubEnv('OFFGRID_BROWSER', put('named'));
    expect((await findShell()).executablePath).toBe(join(folder, 'named'));
  });
});
