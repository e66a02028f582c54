// Finds a Chromium to drive, and installs one where none is found.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installPackages, succeeds } from './packages.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags for a quiet headless run; a superuser's Chromium refuses its own sandbox. */
function quietFlags() {
  const flags = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags;
}

function fromEnvironment() {
  for (const name of ['OFFGRID_BROWSER', 'CHROME_PATH', 'CHROME_BIN']) {
    const path = process.env[name];
    if (!path) continue;
    if (existsSync(path)) return path;
    throw new Error(`${name} names «${path}», but there is no such file.`);
  }
  return undefined;
}

async function fromPlaywright() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function fromSystem() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...USUAL_PLACES].find((path) => existsSync(path));
}

/**
 * The browser to drive: a variable (OFFGRID_BROWSER, CHROME_PATH, CHROME_BIN), else Playwright's own,
 * else one on the PATH or in a usual place.
 * @returns {Promise<{ executablePath: string | undefined, args: string[] }>} `executablePath` is undefined where none was found.
 */
export async function findBrowser() {
  const executablePath = fromEnvironment() ?? (await fromPlaywright()) ?? fromSystem();
  return { executablePath, args: quietFlags() };
}

/**
 * Makes sure that there is a browser: an existing one, else Playwright's download, else Debian's package.
 * Throws an Error with a sentence where none of these works.
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found.executablePath) return found;
  console.log('No browser found; trying to install one.');
  const playwright = fileURLToPath(new URL('../node_modules/playwright/cli.js', import.meta.url));
  succeeds(process.execPath, [playwright, 'install', 'chromium']);
  let installed = await findBrowser();
  if (!installed.executablePath) {
    installPackages(['chromium']);
    installed = await findBrowser();
  }
  if (!installed.executablePath) {
    throw new Error(
      'No Chromium found and none could be installed. Install Chromium or Chrome, or name one: OFFGRID_BROWSER=/path/to/chrome npm test',
    );
  }
  return installed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { executablePath } = await ensureBrowser();
    console.log(`Browser: ${executablePath}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
