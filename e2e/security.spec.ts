import { expect, open, openFromMore, test } from './support';

const QUICK = '#v=1&edition=2&steps=20&measureEvery=10&speed=full';

test('nothing that is shown breaks the policy of the page, and nothing outside of it can be put in', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, sample, blockedURI }) =>
        broken.push(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  const broken = () => page.evaluate(() => (window as unknown as { broken: string[] }).broken);
  await open(page, `?read=the-penalty${QUICK}&seeds=4&lesson=01-believing.1`);
  await page.evaluate(() => window.offgrid.run());
  await expect(page.locator('[data-formula]').first()).toBeVisible();
  await page.evaluate(() => window.offgrid.set({ lesson: '' }));
  for (const entry of [/^Gallery/, /^All settings/, /^Embed/]) {
    await openFromMore(page, entry);
    await expect(page.getByRole('dialog').last()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Look inside CQL' }).click();
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.locator('.cm-editor')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await broken()).toEqual([]);

  // What an intruder would try, in a page in which that may be said: each is refused by the browser itself.
  const other = await context.newPage();
  await open(other, QUICK);
  const refused = await other.evaluate(() => {
    const attempts: Readonly<Record<string, () => unknown>> = {
      markup: () => {
        document.createElement('div').innerHTML = '<img src="x" onerror="alert(1)">';
      },
      document: () => new DOMParser().parseFromString('<p>text</p>', 'text/html'),
      script: () => {
        document.createElement('script').text = 'alert(1)';
      },
      worker: () => new Worker('https://elsewhere.example/worker.js'),
    };
    return Object.entries(attempts).flatMap(([name, attempt]) => {
      try {
        attempt();
        return [];
      } catch {
        return [name];
      }
    });
  });
  expect(refused).toEqual(['markup', 'document', 'script', 'worker']);
});

test('the licences of what the page is made of are a click away', async ({ page }) => {
  await open(page, QUICK);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  const address = await page.getByRole('link', { name: 'Licences' }).getAttribute('href');
  const answer = await page.request.get(new URL(address ?? '', page.url()).href);
  expect(answer.ok()).toBe(true);
  expect(await answer.text()).toContain('react');
});
