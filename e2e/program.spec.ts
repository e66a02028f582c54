import type { Page } from '@playwright/test';
import { expect, open, openFromMore, snapshotOf, test, violationsOf } from './support';

const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
const look = (page: Page, name: string) =>
  page.getByRole('button', { name: `Look inside ${name}`, exact: true });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const editor = (page: Page) => page.getByRole('textbox', { name: /^Program of/ });

/** Puts another text into the editor, as one who types it. */
async function write(page: Page, text: string) {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

const LOSS = `# Mellowmax
network Q(s,a), target Q̄
knob ω = 5 from 0.01 to 100, logarithmic
next = (log Σ exp(ω Q̄(s′,·)) − log 4) / ω
y = r + γ (1 − d) next
bellman = mean (Q(s,a) − sg[y])²
minimise bellman
act argmax Q(s,·)
believe max Q(s,·)`;

test('a learner is looked into, changed, and trains beside its original', async ({ page }) => {
  await open(page, '#v=1&edition=2&learners=dqn,cql&steps=100');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Run on' })).toBeVisible({ timeout: 60_000 });
  await look(page, 'CQL').click();
  const inside = dialog(page, 'Inside CQL');
  await expect(inside.getByRole('tab', { name: 'Formulas' })).toBeVisible();
  await expect(inside.locator('math')).toHaveCount(11);
  const { learners } = await snapshotOf(page);
  const penalty = learners.cql.seeds[0].losses?.penalty ?? Number.NaN;
  const shown = await inside.locator('dd', { hasText: 'penalty=' }).innerText();
  expect(Number(/now\s*([\d.−-]+)/.exec(shown)?.[1].replace('−', '-'))).toBeCloseTo(penalty, 2);
  expect(await violationsOf(page)).toEqual([]);
  // A symbol says what it is, and leads to its place on the page.
  await inside.locator('math [data-symbol="cql.alpha"]').last().hover();
  await expect(inside.getByRole('tooltip')).toContainText('CQL: Conservatism');
  await inside.locator('math [data-symbol="cql.alpha"]').last().click();
  await expect(inside).toBeHidden();
  await expect(page.locator('[data-lit]').first()).toBeVisible();
  await look(page, 'CQL').click();
  await inside.getByRole('tab', { name: 'PyTorch' }).click();
  await expect(inside.locator('pre')).toContainText('def cql_loss(nets, batch, options):');
  await inside.getByRole('tab', { name: 'Text' }).click();
  await expect(inside.locator('pre')).toContainText('knob α = 1 from 0.001 to 100, logarithmic');
  await inside.getByRole('button', { name: 'Change it' }).click();
  await expect(editor(page)).toContainText('knob α = 1');
  expect(await violationsOf(page)).toEqual([]);

  // A fault is named by its place, and does not train.
  await write(page, LOSS.replace('sg[y]', 'sg[yy]'));
  await expect(inside).toContainText('Line 6, column 28 “yy” is not defined; did you mean “y”?');
  await expect(inside.getByRole('button', { name: 'Train it' })).toBeDisabled();

  // Closed and opened again, nothing is lost.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(inside).toBeHidden();
  await look(page, 'CQL').click();
  await expect(editor(page)).toContainText('sg[yy]');

  await write(page, LOSS);
  await expect(inside).toContainText('It compiles.');
  await inside.getByRole('textbox', { name: 'Name' }).fill('mellow');
  await page.keyboard.press('Enter');
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(inside).toBeHidden();
  await expect(card(page, 'Own · mellow')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run on' })).toBeVisible({ timeout: 60_000 });
  const after = await snapshotOf(page);
  expect(Object.keys(after.learners)).toEqual(['dqn', 'cql', 'own-mellow']);
  expect(after.learners['own-mellow'].status).toBe('ok');
  expect(after.learners['own-mellow'].seeds[0].believedReturn).not.toBe(
    after.learners.dqn.seeds[0].believedReturn,
  );
});

test('a link brings a program from somebody else: it trains, and says that it is theirs', async ({
  page,
  browser,
}) => {
  await open(page, '#v=1&edition=2&learners=cql&steps=50&width=16');
  const link = await page.evaluate((loss) => {
    window.offgrid.set({ learners: 'cql,own-1', 'own-1.loss': loss });
    return location.href;
  }, LOSS);
  const settings = await page.evaluate(() => window.offgrid.settings());
  expect(settings['own-1.loss' as keyof typeof settings]).toBe(LOSS);
  await page.waitForFunction(() => location.hash.includes('own-1.loss'));
  const hash = await page.evaluate(() => location.hash);
  expect(hash).toMatch(/own-1\.loss=~[\w-]+/);
  expect(link).toBeTruthy();

  const other = await (await browser.newContext()).newPage();
  await open(other, hash);
  await other.evaluate(() => window.offgrid.run());
  await expect(other.getByRole('button', { name: 'Run on' })).toBeVisible({ timeout: 60_000 });
  expect((await snapshotOf(other)).learners['own-1'].status).toBe('ok');
  await expect(card(other, 'Own · 1')).toContainText('came with the link');
  await look(other, 'Own · 1').click();
  await expect(dialog(other, 'Inside Own · 1')).toContainText('came with the link');
  // Where the browser does not let the page copy, the text is selected for the keyboard.
  await other.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
  });
  await other.getByRole('tab', { name: 'Text' }).click();
  await other.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(dialog(other, 'Inside Own · 1')).toContainText('The text is selected');
  expect(await other.evaluate(() => getSelection()?.toString())).toContain('knob ω = 5');
  await other.keyboard.press('Escape');
  // The drawer has no field of one line that would run the lines of a program together.
  await openFromMore(other, /^All settings/);
  const drawer = other.getByRole('dialog', { name: 'All settings' });
  await expect(drawer.getByRole('heading', { name: 'Own · 1' })).toBeVisible();
  await expect(drawer.getByRole('textbox', { name: /Program/ })).toHaveCount(0);
  await other.context().close();
});

test('a link with a program that says nothing names the fault, and can be mended', async ({
  page,
}) => {
  await page.goto('#v=1&edition=2&learners=cql,own-1&own-1.loss=nonsense&steps=50&width=16');
  await expect(
    page.getByText(/The program of own-1 does not compile. Line 1, column 9: .* Open it/),
  ).toBeVisible();
  await look(page, 'Own · 1').click();
  await expect(editor(page)).toContainText('nonsense');
  await write(page, LOSS);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('button', { name: 'Run on' })).toBeVisible({ timeout: 60_000 });
  expect((await snapshotOf(page)).learners['own-1'].status).toBe('ok');
});

test('a program that is too long is refused, and the link keeps the rest', async ({ page }) => {
  const long = `${LOSS}\n# ${'x'.repeat(5000)}`;
  await open(page, `#v=1&edition=2&learners=cql,own-1&own-1.loss=${encodeURIComponent(long)}`);
  await expect(page.getByText(/own-1\.loss.*4000/)).toBeVisible();
  const settings = await page.evaluate(() => window.offgrid.settings());
  expect(settings['own-1.loss' as keyof typeof settings]).toContain('So far offline DQN');
  const { learners } = settings;
  expect(learners).toEqual(['cql', 'own-1']);
});

test('a lesson asks for lines of losses, and takes any form of them that is right', async ({
  page,
}) => {
  await open(page, '#v=1&edition=2&learners=dqn,cql,iql&lesson=08-writing.1');
  const lesson = page.getByRole('complementary', { name: 'Lesson' });
  const gap = (name: string) => lesson.getByRole('textbox', { name: `${name} =` });
  const check = () => lesson.getByRole('button', { name: 'Check' }).click();

  await gap('y').fill('r + gamma max Qq(s');
  await check();
  await expect(lesson.getByRole('status')).toContainText('It cannot be read yet.');
  await gap('y').fill('r + γ max Q̄(s′,·)');
  await check();
  await expect(lesson.getByRole('status')).toContainText('goes on after the end of an episode');
  await gap('y').fill('r + γ (1 − d) mean Q̄(s′,·)');
  await gap('y').press('Enter');
  await expect(lesson.getByRole('status')).toContainText('the simplest row on which that shows');
  await expect(lesson.getByRole('row', { name: /^meant/ })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await expect(lesson.getByRole('button', { name: 'Skip' })).toBeVisible();
  await gap('y').fill("r - gamma (d - 1) Q̄(s', argmax Q̄(s', ·))");
  await check();
  await expect(lesson.getByRole('status')).toContainText('Right');

  const rest = [
    ['penalty', 'mean logsumexp Q(s,·) − mean Q(s,a)', 5],
    ['expectile', 'mean[1[u < 0] (1 − τ) u² + 1[u ≥ 0] τ u²]', 6],
    ['w', 'min(c, exp(β u))', 7],
  ] as const;
  for (const [name, line, at] of rest) {
    await page.evaluate((step) => window.offgrid.set({ lesson: `08-writing.${step}` }), at);
    await gap(name).fill(line);
    await check();
    await expect(lesson.getByRole('status')).toContainText('Right');
    await expect(lesson.getByRole('button', { name: 'Next' })).toBeVisible();
  }
});
