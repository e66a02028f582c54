import type { Page } from 'playwright';

/** Something that people do again and again, after which the page stands as it did before. */
export interface Deed {
  readonly name: string;
  /** What the page is opened with for it, after the scenario's own settings; see `SHORT`. */
  readonly hash: string;
  /** Whether people do it now and then, and not all the time. */
  readonly rare?: true;
  /** Whether a run comes to its verdict with it, of which the page keeps so many. */
  readonly runs?: true;
  readonly once: (page: Page, turn: number) => Promise<void>;
}

/** A run that is over at once: what is repeated is the coming and going, not the training. */
export const SHORT = '#v=1&edition=2&backend=wasm&speed=full&steps=20&measureEvery=10';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

const training = (page: Page) => page.getByRole('region', { name: 'Training' });

const ready = (page: Page) => page.evaluate(() => window.offgrid.ready);

const entries = (page: Page) => button(page, /^(Gallery|Galerie)/);

async function openMore(page: Page): Promise<void> {
  await button(page, /^(More|Mehr)$/).click();
  await entries(page).waitFor();
}

/** Opens a dialog, and leaves it by the key that leaves all of them. */
async function visit(page: Page, name: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog', { name }).first();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

async function runToEnd(page: Page): Promise<void> {
  await training(page)
    .getByRole('button', { name: /^Run( on)?$/ })
    .first()
    .click();
  await button(page, 'Run on').waitFor();
}

async function reset(page: Page): Promise<void> {
  await training(page).getByRole('button', { name: 'Reset' }).click();
  await ready(page);
  await button(page, 'Run').waitFor();
}

async function chooseScenario(page: Page, id: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption(id);
  await ready(page);
}

/** Of every kind one: other worlds, other data, more learners, online. */
const SCENARIOS = ['bc-ceiling', 'stitching', 'no-reward', 'cliff', 'slippery-lake', 'let-it-try'];

/** Chooses a language, with which what it was chosen in is closed. */
async function speak(page: Page, language: string): Promise<void> {
  await openMore(page);
  await page.locator('select:has(option[lang="de"])').selectOption(language);
  await page.locator(`html[lang="${language}"]`).waitFor();
  await entries(page).waitFor({ state: 'detached' });
}

/** The tabs of the workbench by what opens them on the page, and as they are called there. */
const TABS = ['World', 'Behaviour', 'Play', 'Data', 'Files', 'Microscope', 'Oracle'];

export const DEEDS: readonly Deed[] = [
  {
    name: 'a run and a reset',
    hash: SHORT,
    runs: true,
    once: async (page) => {
      await runToEnd(page);
      await reset(page);
    },
  },
  {
    name: 'another scenario and back',
    hash: SHORT,
    once: async (page, turn) => {
      await chooseScenario(page, SCENARIOS[turn % SCENARIOS.length]);
      await chooseScenario(page, 'extrapolation');
    },
  },
  {
    name: 'another language and back',
    hash: SHORT,
    once: async (page) => {
      await speak(page, 'de');
      await speak(page, 'en');
    },
  },
  {
    name: 'dark and light',
    hash: SHORT,
    rare: true,
    once: async (page) => {
      await openMore(page);
      for (const [words, scheme] of [
        ['Dark', 'dark'],
        ['Light', 'light'],
      ]) {
        await page.getByText(words, { exact: true }).click();
        await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
      }
      await page.keyboard.press('Escape');
      await entries(page).waitFor({ state: 'detached' });
    },
  },
  {
    name: 'a lesson begun and left',
    hash: SHORT,
    rare: true,
    once: async (page) => {
      await button(page, 'Lessons').click();
      await button(page, /The value that is not there/).click();
      const panel = page.getByRole('complementary', { name: 'Lesson' });
      await panel.waitFor();
      await panel.getByRole('button', { name: 'Leave the lesson' }).click();
      await panel.waitFor({ state: 'detached' });
      await ready(page);
    },
  },
  {
    name: 'dialogs opened and closed',
    hash: SHORT,
    rare: true,
    once: async (page) => {
      for (const [entry, title] of [
        [/^Gallery/, /^Gallery/],
        [/^All settings/, /settings/i],
        [/^Embed/, /^Embed/],
      ]) {
        await openMore(page);
        await button(page, entry).click();
        await visit(page, title);
      }
    },
  },
  {
    name: 'all tabs of the workbench',
    hash: SHORT,
    rare: true,
    once: async (page) => {
      await button(page, 'Edit world').click();
      const bench = page.getByRole('dialog', { name: 'Workbench' });
      for (const name of TABS) {
        await bench.getByRole('tab', { name }).click();
        await bench.getByRole('tabpanel', { name }).waitFor();
      }
      await page.keyboard.press('Escape');
      await bench.waitFor({ state: 'detached' });
    },
  },
  {
    name: 'a picture taken home',
    hash: SHORT,
    rare: true,
    once: async (page) => {
      const of = button(page, /^Download: Error on actions/).first();
      await of.click();
      const menu = page.getByRole('menu');
      const saved = page.waitForEvent('download');
      await menu.getByRole('menuitem', { name: 'Numbers as CSV' }).click();
      await (await saved).delete();
      await menu.waitFor({ state: 'detached' });
      await of.click();
      await menu.waitFor();
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'detached' });
    },
  },
  {
    name: 'the lecture opened and left',
    hash: SHORT,
    rare: true,
    once: async (page) => {
      await button(page, 'Present').click();
      await page.getByRole('dialog').getByRole('button', { name: 'Present', exact: true }).click();
      const act = page.getByRole('region', { name: /^Lecture, act/ });
      await act.waitFor();
      await page.keyboard.press('Escape');
      await act.waitFor({ state: 'detached' });
      await ready(page);
    },
  },
  {
    name: 'a run compared with and let go',
    hash: SHORT,
    runs: true,
    rare: true,
    once: async (page) => {
      await runToEnd(page);
      await button(page, /^History/).click();
      const dialog = page.getByRole('dialog', { name: 'Runs of this visit' });
      await dialog.getByRole('button', { name: 'Compare with it' }).first().click();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await reset(page);
      await button(page, 'End the comparison').click();
      await button(page, 'End the comparison').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'a look inside a learner',
    hash: SHORT,
    rare: true,
    once: async (page) => {
      await button(page, 'Look inside CQL').click();
      await visit(page, /CQL/);
    },
  },
  {
    name: 'seeds over two workers, and one again',
    hash: `${SHORT}&workers=2`,
    runs: true,
    rare: true,
    once: async (page) => {
      for (const seeds of [4, 1]) {
        await page.evaluate(async (given) => {
          window.offgrid.set({ seeds: given });
          await window.offgrid.run();
        }, seeds);
      }
    },
  },
  {
    name: 'another engine and back',
    hash: SHORT,
    runs: true,
    rare: true,
    once: async (page) => {
      for (const backend of ['cpu', 'wasm']) {
        await page.evaluate(async (given) => {
          window.offgrid.set({ backend: given });
          await window.offgrid.run();
        }, backend);
      }
    },
  },
];
