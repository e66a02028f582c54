import { existsSync } from 'node:fs';
import { firefox } from 'playwright';
import { installed } from '../packages.mjs';
import { type Driven, NotHere, type Place } from './driven';

const PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
const LONGEST = 30_000;

const findFirefox = () =>
  [process.env.OFFGRID_FIREFOX, ...PLACES].find((path) => path && existsSync(path));

/** Opens Firefox without a window. Throws NotHere where there is none and none can be installed. */
export async function openFirefox(): Promise<Driven> {
  const executablePath = installed(findFirefox, ['firefox-esr']);
  if (executablePath === undefined)
    throw new NotHere('no Firefox found; OFFGRID_FIREFOX=/path/to/firefox names one');
  // Playwright drives the release of Mozilla through this channel, not its own build.
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  page.setDefaultTimeout(LONGEST);
  const at = (place: Place) => page.locator(place.startsWith('/') ? `xpath=${place}` : place);
  return {
    name: `Firefox ${browser.version()}`,
    goto: async (address) => void (await page.goto(address)),
    ask: (body) => page.evaluate(`(async () => { ${body} })()`),
    click: (place) => at(place).first().click(),
    async type(place, text) {
      await at(place).first().click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    choose: async (place, value) => void (await at(place).first().selectOption(value)),
    give: (place, file) => at(place).first().setInputFiles(file),
    close: () => browser.close(),
  };
}
