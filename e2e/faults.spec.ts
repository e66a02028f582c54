import { expect, type Locator, type Page, test as plain } from '@playwright/test';
import { SANDBOX } from '../src/app/share/iframe';
import { open, openFromMore, snapshotOf } from './support';

/** Journeys in which something does not come: what the browser logs of it is no fault of the page; what is thrown is. */
const test = plain.extend({
  page: async ({ page }, use) => {
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await use(page);
    // What is still on its way when a journey ends is nobody's fault.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    expect(thrown).toEqual([]);
  },
});

/** Watched and with one learner: it goes on all the time that parts are asked for. */
const LONG = '#v=1&edition=2&steps=100000&measureEvery=100&learners=dqn&speed=watch';

/** Begins a run that goes on through whatever fails beside it. */
async function running(page: Page): Promise<void> {
  // A first visit would wait where a learner first believes in more than is possible.
  await page.addInitScript(() => localStorage.setItem('offgrid.first-lie', 'seen'));
  await open(page, LONG);
  await page
    .getByRole('region', { name: 'Training' })
    .getByRole('button', { name: 'Run', exact: true })
    .click();
}

async function goesOn(page: Page): Promise<void> {
  const { step } = await snapshotOf(page);
  await expect.poll(async () => (await snapshotOf(page)).step).toBeGreaterThan(step);
}

/** Has the worker that trains run something of the test's before its own program. */
async function inWorker(page: Page, program: string): Promise<void> {
  await page.route(/assets\/training-worker-.*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${program}\n${await response.text()}` });
  });
}

const fault = (page: Page) => page.getByRole('alert').filter({ hasText: 'did not come' });

interface Lazy {
  readonly name: string;
  readonly files: RegExp;
  readonly ask: (page: Page) => Promise<void>;
  /** What is there once it has come. */
  readonly there: (page: Page) => Locator;
  /** Whether what it shows is another run. */
  readonly replaces?: true;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

const PARTS: readonly Lazy[] = [
  {
    name: 'what «More» opens',
    files: /assets\/MorePanel-.*\.js/,
    ask: (page) => button(page, /^More$/).click(),
    there: (page) => dialog(page, 'More'),
  },
  {
    name: 'the gallery',
    files: /assets\/Gallery-.*\.js/,
    ask: (page) => openFromMore(page, /^Gallery/),
    there: (page) => dialog(page, /Gallery/),
  },
  {
    name: 'the embed dialog, its style sheet alone',
    files: /assets\/EmbedDialog-.*\.css/,
    ask: (page) => openFromMore(page, /^Embed/),
    there: (page) => dialog(page, 'Embed in a page'),
  },
  {
    name: 'the workbench',
    files: /assets\/Workbench-.*\.js/,
    ask: (page) => button(page, 'Edit world').click(),
    there: (page) => dialog(page, 'Workbench').getByRole('tablist'),
  },
  {
    name: 'a tab of the workbench',
    files: /assets\/PlayTab-.*\.js/,
    ask: (page) => button(page, /^Play$/).click(),
    there: (page) => page.getByRole('tabpanel').getByRole('heading').first(),
  },
  {
    name: 'the lessons',
    files: /assets\/Lessons-.*\.js/,
    ask: (page) => button(page, /^Lessons/).click(),
    there: (page) => dialog(page, /lessons/i),
  },
  {
    name: 'the engine panel',
    files: /assets\/EnginePanel-.*\.js/,
    ask: (page) => button(page, /^Engine:/).click(),
    there: (page) => page.getByText('Measure again'),
  },
  {
    name: 'the settings',
    files: /assets\/SettingsDrawer-.*\.js/,
    ask: (page) => openFromMore(page, /^All settings/),
    there: (page) => dialog(page, /settings/i),
  },
  {
    name: 'a download menu',
    files: /assets\/DownloadMenu-.*\.js/,
    ask: (page) => page.locator('.download').first().click(),
    there: (page) => page.getByRole('menu'),
  },
  {
    name: 'the lecture',
    files: /assets\/LectureDialog-.*\.js/,
    ask: (page) => button(page, /^Present/).click(),
    there: (page) => dialog(page, /lecture/i),
  },
  {
    name: 'the presenter',
    files: /assets\/Presenter-.*\.js/,
    ask: (page) => page.evaluate(() => void window.offgrid.set({ present: '1' })),
    there: (page) => page.getByText(/^Act 1 of/),
    // An act brings a run of its own: it is the last that is asked for.
    replaces: true,
  },
];

test('where a part of the page does not come, that is said, the run goes on, and it can be asked for again', async ({
  page,
}) => {
  await running(page);
  for (const { name, files, ask, there, replaces } of PARTS)
    await test.step(name, async () => {
      await page.route(files, (route) => route.abort());
      await ask(page);
      await expect(fault(page)).toBeVisible();
      await goesOn(page);
      await page.unroute(files);
      await fault(page).getByRole('button', { name: 'Try again' }).click();
      await expect(there(page)).toBeVisible();
      await expect(fault(page)).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(there(page)).toBeHidden();
      if (!replaces) await goesOn(page);
    });
});

test('charts that do not come at the first load leave all else to be used', async ({ page }) => {
  const charts = /assets\/EvidenceCharts-.*\.js/;
  await page.route(charts, (route) => route.abort());
  await open(page, '#v=1&edition=2&steps=100&measureEvery=50');
  await expect(fault(page)).toBeVisible();
  expect((await page.evaluate(() => window.offgrid.run())).step).toBe(100);
  await page.unroute(charts);
  await fault(page).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('application').first()).toBeVisible();
  await expect(fault(page)).toHaveCount(0);
});

test('without what draws hints the page works, and the next hint asks for it again', async ({
  page,
}) => {
  const asked: string[] = [];
  let lost = true;
  await page.route(/HintCard-.*\.js/, (route) => {
    asked.push(route.request().url());
    return lost ? route.abort() : route.continue();
  });
  await open(page, '#v=1&edition=2&steps=20&measureEvery=10&speed=full');
  expect(asked).toEqual([]);
  const figure = page.locator('[data-place="truth:inSupport"]');
  await figure.hover();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect((await page.evaluate(() => window.offgrid.run())).step).toBe(20);
  lost = false;
  await page.mouse.move(2, 2);
  await figure.hover();
  await expect(page.getByRole('tooltip')).toContainText('fair ceiling');
});

test('what has not come after half a minute is given up', async ({ page }) => {
  await page.clock.install();
  await page.goto('./');
  const gallery = /assets\/Gallery-.*\.js/;
  await page.route(gallery, () => undefined);
  await openFromMore(page, /^Gallery/);
  await page.clock.runFor(1000);
  await expect(page.getByRole('banner').getByText('Loading …')).toBeVisible();
  await page.clock.fastForward(31_000);
  // On a busy machine other parts may be late by this clock as well.
  const late = fault(page).and(page.getByRole('banner').getByRole('alert'));
  await expect(late).toBeVisible();
  await late.getByRole('button', { name: 'Close' }).click();
  await expect(late).toHaveCount(0);
});

test('where a new version was published, the page is loaded again and the run goes on', async ({
  page,
  baseURL,
}) => {
  await open(page, '#v=1&edition=2&steps=400&measureEvery=50&cql.alpha=0.5');
  await page.evaluate(() => window.offgrid.run(150));
  const before = await snapshotOf(page);
  const gallery = /assets\/Gallery-.*\.js/;
  await page.route(gallery, (route) => route.fulfill({ status: 404, body: 'gone' }));
  await page.route(baseURL ?? '', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/index-[^"]*\.js/, 'index-of-tomorrow.js');
    await route.fulfill({ response: answer, body });
  });
  await openFromMore(page, /^Gallery/);
  await expect(fault(page)).toContainText('A new version of Offgrid has been published');
  await page.unrouteAll();
  // The page that is left stands at step 150 too.
  const loaded = page.waitForEvent('load');
  await fault(page)
    .getByRole('button', { name: /go on from step 150/ })
    .click();
  await loaded;
  await expect.poll(async () => (await snapshotOf(page).catch(() => null))?.step).toBe(150);
  const after = await snapshotOf(page);
  expect(after.learners).toEqual(before.learners);
  expect(await page.evaluate(() => window.offgrid.settings()['cql.alpha'])).toBe(0.5);
});

test('an engine whose code does not come is said, and Reset asks for it again', async ({
  page,
}) => {
  const engine = /assets\/engine-.*\.js/;
  await page.route(engine, (route) => route.abort());
  await page.goto('./#v=1&edition=2&steps=100');
  const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
  await expect(alert).toContainText('press Reset');
  await expect(page.evaluate(() => window.offgrid.run())).rejects.toThrow(/could not be loaded/);
  await page.unroute(engine);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(alert).toHaveCount(0);
  await page.evaluate(() => window.offgrid.ready);
  expect((await page.evaluate(() => window.offgrid.run())).step).toBe(100);
});

test('a worker that cannot be started is said, and Reset tries once more', async ({ page }) => {
  await page.addInitScript(() => {
    const { Worker: real } = window;
    const blocked = class {
      constructor() {
        throw new DOMException('Workers are blocked here.', 'SecurityError');
      }
    };
    window.Worker = blocked as unknown as typeof Worker;
    Object.assign(window, { allow: () => Object.assign(window, { Worker: real }) });
  });
  await page.goto('./#v=1&edition=2&steps=100');
  const alert = page.getByRole('alert').filter({ hasText: 'Workers are blocked here' });
  await expect(alert).toContainText('Reset tries once more');
  await page.evaluate(() => (window as unknown as { allow(): void }).allow());
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.evaluate(() => window.offgrid.ready);
  await expect(alert).toHaveCount(0);
});

for (const [how, silence] of [
  ['closes itself', 'self.close()'],
  ['loops', 'for (;;);'],
] as const)
  test(`a worker that ${how} is replaced, and trains again to where it was`, async ({ page }) => {
    await open(page, '#v=1&edition=2&steps=1500&measureEvery=50&speed=fast');
    const ran = page.evaluate(() => window.offgrid.run());
    await expect.poll(async () => (await snapshotOf(page)).step).toBeGreaterThan(200);
    const { step } = await snapshotOf(page);
    await page.workers()[0].evaluate((code) => {
      setTimeout(
        code === 'for (;;);'
          ? () => {
              for (;;);
            }
          : () => self.close(),
      );
    }, silence);
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
      'it no longer answers',
      { timeout: 20_000 },
    );
    await expect
      .poll(async () => (await snapshotOf(page).catch(() => null))?.step ?? 0)
      .toBeGreaterThan(step);
    const { learners, status } = await ran;
    expect(status).toBe('done');
    await page.evaluate(() => window.offgrid.set({ speed: 'full' }));
    await page.evaluate(() => window.offgrid.reset());
    expect((await page.evaluate(() => window.offgrid.run())).learners).toEqual(learners);
  });

test('under a policy that forbids WebAssembly, plain JavaScript trains and says why', async ({
  page,
}) => {
  await page.route(/assets\/training-worker-.*\.js/, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': "script-src 'self'" };
    await route.fulfill({ response, headers });
  });
  await open(page, '#v=1&edition=2&steps=4&measureEvery=2&width=8&batch=8');
  const snapshot = await page.evaluate(() => window.offgrid.run());
  expect([snapshot.step, snapshot.backend]).toEqual([4, 'cpu']);
  await button(page, /^Engine: CPU/).click();
  await expect(page.getByText(/WebAssembly is switched off/).first()).toBeVisible();
});

test('a language that does not come at the start is said, in English', async ({ page }) => {
  await page.route(/assets\/de-.*\.js/, (route) => route.abort());
  await page.goto('./?lang=de');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Deutsch could not be');
});

test('where the program of the page does not come or cannot start, a sentence stands in its place', async ({
  page,
}) => {
  const main = /assets\/index-.*\.js/;
  await page.route(main, (route) => route.fulfill({ contentType: 'text/plain', body: 'no' }));
  await page.goto('./');
  await expect(page.getByText(/Offgrid is loading …/)).toBeVisible();
  await expect(page.getByText('If this stays')).toBeVisible({ timeout: 10_000 });
  await page.unroute(main);
  await page.route(/assets\/index-.*\.css/, (route) => route.abort());
  await page.goto('./#v=1');
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Offgrid could not start');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await page.waitForFunction(() => window.offgrid !== undefined);
});

test('in a sandboxed frame without an origin it runs', async ({ page, baseURL }) => {
  const host = new URL('host.html', baseURL).href;
  await page.route(/\/assets\//, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'access-control-allow-origin': '*' },
    });
  });
  await page.route(host, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<iframe sandbox="allow-scripts" src="./?embed#v=1&edition=2&steps=100" width="1000" height="700"></iframe>',
    }),
  );
  await page.goto(host);
  const frame = page.frames().find((each) => each !== page.mainFrame());
  await frame?.waitForFunction(() => window.offgrid !== undefined);
  const step = await frame?.evaluate(async () => {
    await window.offgrid.ready;
    return (await window.offgrid.run()).step;
  });
  expect(step).toBe(100);
});

test('in a sandbox with the flags that the dialog names, all of it works', async ({
  page,
  baseURL,
}) => {
  const host = new URL('host.html', baseURL).href;
  await page.route(host, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="${SANDBOX}" src="./?embed#v=1&edition=2&steps=100&speed=full" width="1000" height="700"></iframe>`,
    }),
  );
  await page.goto(host);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Run' }).click();
  await expect(frame.getByRole('button', { name: 'Run on' })).toBeVisible({ timeout: 60_000 });
  const [whole] = await Promise.all([
    page.context().waitForEvent('page'),
    frame.getByRole('link', { name: /Offgrid/ }).click(),
  ]);
  await whole.waitForFunction(() => window.offgrid !== undefined);
});

for (const [how, program, said] of [
  ['fail together', 'onmessage = () => { throw new Error("both at once"); };', 'both at once'],
  [
    'fall silent',
    'let said = 0; onmessage = ({ data }) => { if (data.type === "ping" && said++ < 2) postMessage({ type: "pong" }); };',
    'it no longer answers',
  ],
] as const)
  test(`helpers that ${how} cost time and no number`, async ({ page }) => {
    await inWorker(
      page,
      `const { Worker: Real } = self;
      self.Worker = function () {
        return new Real(URL.createObjectURL(new Blob([${JSON.stringify(program)}])));
      };`,
    );
    const settings =
      '#v=1&edition=2&backend=wasm&world=maze-umaze&data.size=200&width=16&batch=32&seeds=5&steps=300';
    await open(page, `${settings}&workers=3`);
    const { learners, step } = await page.evaluate(() => window.offgrid.run());
    const notices = page.getByRole('region', { name: 'Notices' });
    await expect(notices).toContainText(
      `stopped (${said})`.replace('(both', '(Uncaught Error: both'),
    );
    await expect(notices).not.toContainText('The worker that trains was lost');
    await page.evaluate(() => window.offgrid.set({ workers: '1' }));
    const one = await page.evaluate(() => window.offgrid.run());
    expect([step, learners]).toEqual([300, one.learners]);
  });

test('a lost WebGL context is trained again on the next rung, and what waits for it is answered', async ({
  page,
}) => {
  await inWorker(
    page,
    `const contexts = [];
    const { getContext } = OffscreenCanvas.prototype;
    OffscreenCanvas.prototype.getContext = function (...given) {
      const context = getContext.apply(this, given);
      if (context) contexts.push(context);
      return context;
    };
    self.loseContexts = () => {
      for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext();
    };`,
  );
  await open(page, '#v=1&edition=2&backend=webgl&steps=300&measureEvery=50&width=8&batch=8');
  const ran = page.evaluate(() => window.offgrid.run());
  await expect.poll(async () => (await snapshotOf(page)).step).toBeGreaterThan(0);
  expect((await snapshotOf(page)).backend).toBe('webgl');
  await page
    .workers()[0]
    .evaluate(() => (self as unknown as { loseContexts(): void }).loseContexts());
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('WebGL away');
  const { status, step, backend } = await ran;
  expect([status, step]).toEqual(['done', 300]);
  expect(backend).not.toBe('webgl');
});
