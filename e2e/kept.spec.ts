import { type Page, test as plain } from '@playwright/test';
import { expect, open, snapshotOf, test } from './support';

const HASH =
  '#v=1&edition=2&backend=wasm&world=maze-umaze&data.size=200&width=16&batch=32&steps=100000&measureEvery=50&speed=fast';

const training = (page: Page) => page.getByRole('region', { name: 'Training' });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const step = async (page: Page) => (await snapshotOf(page)).step;
const restored = (page: Page) => page.evaluate(() => window.offgrid.restored());
const offer = (page: Page) => button(page, /^Go on from step/);

/** What the kept index of this browser says. */
const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ readonly step: number; readonly id: string }[]>((resolve, reject) => {
        const opening = indexedDB.open('offgrid-runs');
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve([]);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('runs').objectStore('runs').get('index');
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            opening.result.close();
            resolve(Array.isArray(asked.result) ? asked.result : []);
          };
        };
      }),
  );

type Tampering = 'later' | 'now' | 'nonsense' | 'spoilt' | 'torn';

/** Changes what is kept as a fault or another version would have left it. */
const tamper = (page: Page, how: Tampering) =>
  page.evaluate(
    (what) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('offgrid-runs');
        opening.onsuccess = () => {
          const made = opening.result.transaction('runs', 'readwrite');
          const store = made.objectStore('runs');
          made.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          made.onabort = () => reject(made.error);
          const each = store.openCursor();
          each.onsuccess = () => {
            const cursor = each.result;
            if (cursor === null) return;
            const { value } = cursor;
            const key = String(cursor.key);
            const format = what === 'later' ? 99 : 1;
            if (key === 'index' && what === 'nonsense') cursor.update('nonsense');
            else if (key === 'index' && (what === 'later' || what === 'now'))
              cursor.update(value.map((entry: object) => ({ ...entry, format })));
            if (key.startsWith('run.') && what === 'spoilt') {
              value.run.stack.learners.cql.networks.q.online[3] += 1;
              cursor.update(value);
            }
            if (key.startsWith('points.') && what === 'torn') cursor.delete();
            cursor.continue();
          };
        };
      }),
    how,
  );

/** Numbers of what was measured at a step by a run that nobody has interrupted. */
async function unbroken(page: Page, hash: string, steps: number) {
  await page.goto('about:blank');
  await open(page, hash);
  await page.evaluate((to) => window.offgrid.run(to), steps);
  return snapshotOf(page);
}

const numbers = ({ learners }: Awaited<ReturnType<typeof snapshotOf>>) => learners;

/** Lets a run go on until it was kept at `least` steps or further. */
async function keptFrom(page: Page, least: number): Promise<void> {
  await training(page).getByRole('button', { name: 'Run', exact: true }).click();
  await expect
    .poll(async () => Math.max(0, ...(await kept(page)).map((entry) => entry.step)), {
      timeout: 60_000,
    })
    .toBeGreaterThanOrEqual(least);
}

test('a run goes on where a reload has left it, with its charts and its numbers', async ({
  page,
}) => {
  await open(page, `${HASH}&seeds=2`);
  expect(await restored(page)).toBeNull();
  await expect(offer(page)).toBeHidden();
  await keptFrom(page, 1000);
  await page.evaluate(() => window.offgrid.set({ 'cql.alpha': 3 }));
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('edits=');
  await training(page).getByRole('button', { name: 'Pause' }).click();
  await expect(training(page).getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  const [before, steps] = [
    await snapshotOf(page),
    await page.evaluate(() => window.offgrid.steps()),
  ];
  const { edits } = await page.evaluate(() => ({ edits: /edits=[^&]*/.exec(location.hash)?.[0] }));
  await expect
    .poll(async () => (await kept(page)).some((entry) => entry.step >= before.step))
    .toBe(true);

  await page.reload();
  await offer(page).click();
  await expect.poll(() => restored(page)).not.toBeNull();
  const back = await restored(page);
  expect(back?.step).toBeGreaterThanOrEqual(before.step);
  expect(Date.now() - Number(back?.savedAt)).toBeLessThan(60_000);
  // Paused it was, and paused it is; all that was measured is there.
  await expect(training(page).getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  expect(await page.evaluate(() => window.offgrid.steps())).toEqual(steps);
  expect(numbers(await snapshotOf(page))).toEqual(numbers(before));
  await expect(offer(page)).toBeHidden();

  const to = Math.ceil(((back?.step ?? 0) + 200) / 50) * 50;
  await page.evaluate((more) => window.offgrid.run(more), to - (back?.step ?? 0));
  const found = await snapshotOf(page);
  expect(found.step).toBe(to);
  expect(numbers(found)).toEqual(numbers(await unbroken(page, `${HASH}&seeds=2&${edits}`, to)));
});

test('one that was running goes on by itself, online, and over two workers as over one', async ({
  page,
}) => {
  const hash = `${HASH}&seeds=2&online.learners=dqn&workers=2`;
  await open(page, hash);
  await keptFrom(page, 500);
  await page.reload();
  await page.evaluate(() => window.offgrid.set({ speed: 'fast' }));
  await offer(page).click();
  await expect.poll(() => restored(page)).not.toBeNull();
  const { step: from = 0 } = (await restored(page)) ?? {};
  expect(from).toBeGreaterThanOrEqual(500);
  await expect.poll(() => step(page)).toBeGreaterThan(from + 100);
  await page.evaluate(() => window.offgrid.pause());
  await expect(training(page).getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  const found = await snapshotOf(page);
  const expected = await unbroken(page, hash.replace('workers=2', 'workers=1'), found.step);
  expect(numbers(found)).toEqual(numbers(expected));
});

test('on WebGL it goes on bit by bit as well', async ({ page }) => {
  const hash = HASH.replace('backend=wasm', 'backend=webgl').replace(
    'measureEvery=50',
    'measureEvery=10',
  );
  await open(page, hash);
  await keptFrom(page, 20);
  await page.evaluate(() => window.offgrid.pause());
  await page.reload();
  await offer(page).click();
  await expect.poll(() => restored(page)).not.toBeNull();
  await page.evaluate(() => window.offgrid.pause());
  await expect(training(page).getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  const found = await snapshotOf(page);
  expect(numbers(found)).toEqual(numbers(await unbroken(page, hash, found.step)));
});

test('nothing is offered to another run, nor what another tab is at work on', async ({
  page,
  context,
}) => {
  await open(page, HASH);
  await keptFrom(page, 300);
  const other = await context.newPage();
  await open(other, HASH);
  await other.waitForTimeout(1500);
  await expect(offer(other)).toBeHidden();
  await open(other, `${HASH}&cql.alpha=7`);
  await other.waitForTimeout(1500);
  await expect(offer(other)).toBeHidden();
  // Both go on, and neither writes over the other.
  await training(other).getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(async () => (await kept(page)).length, { timeout: 30_000 }).toBe(2);
  await page.goto('about:blank');
  await other.goto('about:blank');
  await open(other, HASH);
  await expect(offer(other)).toBeVisible();
  // Whoever trains from the start all the same loses nothing.
  await training(other).getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(() => step(other)).toBeGreaterThan(50);
  await expect(offer(other)).toBeVisible();
  await button(other, /^Dismiss/)
    .first()
    .click();
  await expect(offer(other)).toBeHidden();
});

test('what is damaged or of a later version is said, and the page starts as usual', async ({
  page,
}) => {
  await open(page, HASH);
  await keptFrom(page, 200);
  await page.evaluate(() => window.offgrid.pause());
  await page.goto('about:blank');
  await open(page, `${HASH}&cql.alpha=7`);
  const notices = page.getByRole('region', { name: 'Notices' });
  await tamper(page, 'later');
  await page.goto('about:blank');
  await open(page, HASH);
  await expect(notices).toContainText('A later version of this page has kept this run up to step');
  await expect(offer(page)).toBeHidden();
  await tamper(page, 'now');
  await tamper(page, 'spoilt');
  await page.reload();
  await expect(notices).toContainText('is damaged and was thrown away');
  expect((await page.evaluate(() => window.offgrid.run(50))).step).toBe(50);
  await page.reload();
  await expect(training(page).getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  await tamper(page, 'nonsense');
  await page.reload();
  await page.evaluate(() => window.offgrid.ready);
  await keptFrom(page, 100);
});

const faulty = plain.extend({});

faulty('a browser that keeps nothing says so once, and trains on', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('offgrid.first-lie', 'seen'));
  await page.route(/assets\/training-worker-.*\.js/, async (route) => {
    const response = await route.fetch();
    const refusing =
      'IDBFactory.prototype.open = () => { throw new DOMException("The operation is insecure.", "SecurityError"); };';
    await route.fulfill({ response, body: `${refusing}\n${await response.text()}` });
  });
  await open(page, HASH);
  await training(page).getByRole('button', { name: 'Run', exact: true }).click();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('This browser keeps nothing here');
  const { step: from } = await snapshotOf(page);
  await expect.poll(() => step(page)).toBeGreaterThan(from + 500);
  await expect(notices.getByText('This browser keeps nothing here')).toHaveCount(1);
});

faulty('storage that is full makes room once, and then says so', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('offgrid.first-lie', 'seen'));
  await page.route(/assets\/training-worker-.*\.js/, async (route) => {
    const response = await route.fetch();
    const full =
      'IDBObjectStore.prototype.put = () => { throw new DOMException("The quota has been exceeded.", "QuotaExceededError"); };';
    await route.fulfill({ response, body: `${full}\n${await response.text()}` });
  });
  await open(page, HASH);
  await training(page).getByRole('button', { name: 'Run', exact: true }).click();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('The quota has been exceeded.');
});

test('a run that is too large to be kept says so', async ({ page }) => {
  await open(
    page,
    '#v=1&edition=2&backend=wasm&seeds=16&width=128&batch=32&steps=100000&speed=full',
  );
  await training(page).getByRole('button', { name: 'Run', exact: true }).click();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('that are kept between visits', { timeout: 60_000 });
});

faulty('a worker that dies goes on from where it was kept', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('offgrid.first-lie', 'seen');
    const Original = Worker;
    const made: Worker[] = [];
    Object.assign(window, { made });
    window.Worker = class extends Original {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        made.push(this);
      }
    };
  });
  await open(page, HASH);
  await keptFrom(page, 1000);
  await page.evaluate(() => {
    const { made } = window as unknown as { made: Worker[] };
    for (const worker of made.splice(0)) {
      worker.dispatchEvent(new ErrorEvent('error', { message: 'it ran out of memory' }));
      worker.terminate();
    }
  });
  await expect.poll(() => restored(page), { timeout: 30_000 }).not.toBeNull();
  const { step: from = 0 } = (await restored(page)) ?? {};
  expect(from).toBeGreaterThanOrEqual(1000);
  await expect.poll(() => step(page)).toBeGreaterThan(from + 100);
  await page.evaluate(() => window.offgrid.pause());
  await expect(training(page).getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  const found = await snapshotOf(page);
  expect(numbers(found)).toEqual(numbers(await unbroken(page, HASH, found.step)));
});
