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

/** Chromium without what nobody sees of it; nothing but Debian has it as a package. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
const SHELL_PACKAGE = 'chromium-headless-shell';

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

function onPath(names) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

function fromSystem() {
  return onPath(NAMES) ?? USUAL_PLACES.find((path) => existsSync(path));
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
 * The browser for the journeys: as `findBrowser` has it, but where that is the system's, its headless shell if
 * there is one. The engine is the same; windows, tabs and an address bar take a sixth of the processor, and
 * some are made for every page. Graphics processors are left to the whole browser: the shell draws without.
 * @returns {Promise<{ executablePath: string | undefined, args: string[] }>} as `findBrowser` does.
 */
export async function findShell() {
  const own = fromEnvironment() ?? (await fromPlaywright());
  const executablePath = own ?? onPath(SHELLS) ?? fromSystem();
  return { executablePath, args: quietFlags() };
}

/** Installs the shell of Debian's Chromium where that is the browser. Without it the journeys go as well. */
export async function ensureShell() {
  const found = await findShell();
  if (found.executablePath !== '/usr/bin/chromium') return found;
  // It comes in the version of the browser, or not at all: nobody asked for another browser.
  installPackages([SHELL_PACKAGE], ['--no-upgrade']);
  return findShell();
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
