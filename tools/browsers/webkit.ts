import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { Builder, By, Key, until, type WebDriver, type WebElement } from 'selenium-webdriver';
import { installed } from '../packages.mjs';
import { type Driven, NotHere, type Place } from './driven';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
const LONGEST = 30_000;

const findDriver = () => [DRIVER].find((path) => existsSync(path) && existsSync(SCREEN));

/** A port that nothing listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A screen that nobody sees: its number, once it is there. */
function startScreen(): Promise<{ readonly process: ChildProcess; readonly display: string }> {
  return new Promise((resolve, reject) => {
    const screen = spawn(SCREEN, ['-displayfd', '3', '-screen', '0', '1440x900x24'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    screen.once('error', reject);
    screen.once('exit', () => reject(new Error('Xvfb ended before there was a screen.')));
    screen.stdio[3]?.once('data', (number) =>
      resolve({ process: screen, display: `:${String(number).trim()}` }),
    );
  });
}

async function connected(port: number): Promise<WebDriver> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        .withCapabilities({ browserName: 'MiniBrowser' })
        .build();
    } catch (error) {
      if (attempt >= 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/**
 * Opens WebKitGTK's small browser, Safari's engine, on a screen of its own. Throws NotHere where there is
 * none and none can be installed.
 */
export async function openWebKit(): Promise<Driven> {
  const path = installed(findDriver, ['webkit2gtk-driver', 'xvfb']);
  if (path === undefined)
    throw new NotHere('no WebKitWebDriver with Xvfb found (Debian: webkit2gtk-driver, xvfb)');
  const screen = await startScreen();
  const port = await freePort();
  const server = spawn(path, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: screen.display, LANGUAGE: 'en', LC_ALL: 'C.UTF-8' },
  });
  const end = () => {
    server.kill();
    screen.process.removeAllListeners('exit');
    screen.process.kill();
  };
  let driver: WebDriver;
  try {
    driver = await connected(port);
    await driver.manage().setTimeouts({ script: 120_000 });
    await driver.manage().window().setRect({ x: 0, y: 0, width: 1440, height: 900 });
  } catch (error) {
    end();
    throw error;
  }
  const by = (place: Place) => (place.startsWith('/') ? By.xpath(place) : By.css(place));
  const shown = async (place: Place): Promise<WebElement> => {
    const element = await driver.wait(until.elementLocated(by(place)), LONGEST, `no ${place}`);
    await driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
    return driver.wait(until.elementIsVisible(element), LONGEST, `${place} is hidden`);
  };
  const version = (await driver.getCapabilities()).getBrowserVersion();
  return {
    name: `WebKitGTK ${version}`,
    goto: (address) => driver.get(address),
    async ask(body) {
      const [fault, value] = (await driver.executeAsyncScript(
        `const done = arguments[0];
        (async () => { ${body} })().then(
          (value) => done([null, value]),
          (error) => done([String(error), null]),
        );`,
      )) as [string | null, unknown];
      if (fault !== null) throw new Error(fault);
      return value;
    },
    click: async (place) => (await shown(place)).click(),
    async type(place, text) {
      const field = await shown(place);
      await field.click();
      // Its driver lets go of a chord too late: what follows would be typed with it.
      await driver.executeScript('arguments[0].select()', field);
      await field.sendKeys(text, Key.ENTER);
    },
    async choose(place, value) {
      await (await shown(`${place} option[value="${value}"]`)).click();
    },
    async give(place, file) {
      const input = await driver.wait(until.elementLocated(by(place)), LONGEST, `no ${place}`);
      await input.sendKeys(file);
    },
    async close() {
      await driver.quit().catch(() => undefined);
      end();
    },
  };
}
