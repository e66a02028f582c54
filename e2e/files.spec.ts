import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, inEachTheme, open, snapshotOf, test, violationsOf } from './support';

/** A small world: states 0 to 3 in row 0, then a wall; 4 to 8 in row 1, 8 the goal. */
const MAP = ['S...#', '....G'];
const QUICK = `#v=1&edition=2&steps=20&measureEvery=10&data.size=60&world.map=${encodeURIComponent(MAP.join('/'))}`;

const COLUMNS = 'state,action,reward,nextState,terminal,truncated,episode,step';
const GOOD = [
  COLUMNS,
  '0,1,0,1,0,0,0,0',
  '1,2,0,5,0,0,0,1',
  '5,1,0,6,0,0,0,2',
  '6,1,0,7,0,0,0,3',
  '7,1,1,8,1,0,0,4',
  '0,2,0,4,0,1,1,0',
];

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});

/** Opens the page and the workbench at its files. */
async function files(page: Page, hash = QUICK) {
  await open(page, hash);
  return workbench(page);
}

async function workbench(page: Page) {
  await page.getByRole('button', { name: 'Import, export' }).click();
  const bench = page.getByRole('dialog', { name: 'Workbench' });
  await expect(bench.getByRole('heading', { name: 'Import a dataset' })).toBeVisible();
  return {
    bench,
    report: bench.getByRole('region', { name: 'Import a dataset' }),
    shelf: bench.getByRole('region', { name: 'Kept in this browser' }),
    give: (file: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) =>
      bench.getByLabel('Dataset file').setInputFiles(file),
    close: () => bench.getByRole('button', { name: /^Close/ }).click(),
  };
}

const dataset = (page: Page) =>
  page.evaluate(async () => {
    await window.offgrid.ready;
    return window.offgrid.dataset();
  });
const setting = (page: Page, key: string) =>
  page.evaluate((name) => String(window.offgrid.settings()[name]), key);
const source = (page: Page) => page.getByRole('region', { name: 'Where the data come from' });

test('a good file is looked at, used, trained on, found again after a reload, and given back', async ({
  page,
}) => {
  const { bench, report, shelf, give, close } = await files(page);
  const collected = await dataset(page);
  await give(csv('mine.csv', GOOD));
  await expect(report).toContainText('6 rows read: all fit this world.');
  await expect(bench).toContainText('Preview of mine.csv');
  expect(await setting(page, 'data.source')).toBe('collected');
  expect((await dataset(page))?.hash).toBe(collected?.hash);

  await report.getByRole('button', { name: 'Use these 6 rows' }).click();
  await expect(shelf).toContainText('mine.csv');
  await expect(shelf).toContainText('in use');
  await close();
  await expect(source(page)).toContainText('The rows are those of mine.csv (imported).');
  await expect(page.getByText('6 rows, 2 episodes')).toBeVisible();
  await page.evaluate(() => window.offgrid.run());
  const { step, datasetHash } = await snapshotOf(page);
  expect(step).toBe(20);
  expect(datasetHash).toBe(await setting(page, 'data.file'));

  await expect(page).toHaveURL(new RegExp(`data.file=${datasetHash}`));
  await page.reload();
  await page.waitForFunction(() => window.offgrid !== undefined);
  expect((await dataset(page))?.hash).toBe(datasetHash);
  await expect(source(page)).toContainText('mine.csv');

  await source(page).getByRole('button', { name: 'Back to collected data' }).click();
  await expect.poll(async () => (await dataset(page))?.hash).toBe(collected?.hash);
  await expect(source(page)).toHaveCount(0);
});

const truncatedZip = Buffer.from('UEsDBBQAAAAIAAAAIQ', 'base64');
const FAULTY = [
  { file: csv('picture.csv', ['\x89PNG']), says: /cannot be imported/ },
  {
    file: { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') },
    says: 'It is a picture.',
  },
  {
    file: { name: 'cut.npz', mimeType: 'application/zip', buffer: truncatedZip },
    says: /cannot be imported/,
  },
  {
    file: csv('cut.json', ['{"format":"offgrid-dataset","columns":{"state":[0,1']),
    says: /cannot be imported/,
  },
  {
    file: csv('claims.json', ['{"size":99999999999,"columns":{"state":{"length":4e9}}}']),
    says: /cannot be imported|no rows/,
  },
  { file: csv('empty.csv', [COLUMNS]), says: 'The file has no rows of data.' },
  {
    file: csv('nan.csv', [...GOOD, '0,1,NaN,1,0,1,2,0']),
    says: /Row 7 \(line 8\), reward: “NaN” is not a finite number/,
  },
  {
    file: csv('walls.csv', [
      'row,col,action,reward,nextState,terminal,truncated',
      '0,0,1,0,1,0,0',
      '0,4,1,0,1,0,1',
    ]),
    says: /Row 2 \(line 3\).*wall/,
  },
  {
    file: csv('jumps.csv', [...GOOD, '0,1,0,7,0,1,2,0']),
    says: /Row 7 \(line 8\).*“7”/,
  },
] as const;

test('every kind of bad file leaves a report and the page as it was', async ({ page }) => {
  const { report, bench, give, close } = await files(page);
  const before = await dataset(page);
  for (const { file, says } of FAULTY) {
    await give(file);
    await expect(report).toContainText(file.name);
    await expect(report).toContainText(says);
    expect(await setting(page, 'data.source')).toBe('collected');
    await bench.getByRole('button', { name: 'Discard' }).click();
    await expect(report).not.toContainText(file.name);
  }
  await close();
  expect((await dataset(page))?.hash).toBe(before?.hash);
  await page.evaluate(() => window.offgrid.run());
  expect((await snapshotOf(page)).step).toBe(20);
});

test('good rows of a faulty file are offered, and other rewards are kept where that is asked for', async ({
  page,
}) => {
  const { report, give } = await files(page);
  await give(csv('noisy.csv', [...GOOD, '0,1,0.25,1,0,1,2,0', '9,1,0,1,0,1,3,0']));
  await expect(report).toContainText('8 rows read: 6 fit this world, 2 have faults.');
  await report.getByRole('switch', { name: 'Keep rows with other rewards' }).click();
  await expect(report).toContainText('8 rows read: 7 fit this world, 1 has a fault.');
  await report.getByRole('button', { name: 'Use these 7 rows' }).click();
  await expect.poll(async () => (await dataset(page))?.size).toBe(7);
});

test('a file of another map brings its world along, and is kept when the map is changed', async ({
  page,
}) => {
  const { report, give, close } = await files(page);
  const world = {
    map: ['S.G'],
    slip: 0,
    rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
    gamma: 0.9,
    horizon: 20,
  };
  const columns = { state: [0, 1], action: [1, 1], reward: [0, 1], nextState: [1, 2] };
  const text = JSON.stringify({ format: 'offgrid-dataset', version: 1, world, columns });
  await give(csv('corridor.json', [text]));
  const theirs = report.getByRole('region', { name: 'The world of the file' });
  await expect(theirs).toContainText('The map is of 1 × 3 cells there and of 2 × 5 here.');
  await theirs.getByRole('button', { name: 'Use its world and 2 rows' }).click();
  await expect.poll(() => setting(page, 'world.map')).toBe('S.G');
  expect((await dataset(page))?.size).toBe(2);
  await close();
  await page.evaluate(() => window.offgrid.set({ 'world.map': 'S..G' }));
  await expect(source(page)).toContainText('corridor.json is of another map');
  expect((await dataset(page))?.size).toBe(60);
  await source(page).getByRole('button', { name: 'Use its map' }).click();
  await expect(source(page)).toContainText('The rows are those of corridor.json');
  expect((await dataset(page))?.size).toBe(2);
});

test('a link to data that are not here asks for their file', async ({ page }, testInfo) => {
  const { bench, give, report } = await files(page);
  await give(csv('mine.csv', GOOD));
  await report.getByRole('button', { name: 'Use these 6 rows' }).click();
  await expect.poll(() => setting(page, 'data.source')).toBe('file');
  const hash = await setting(page, 'data.file');
  const download = page.waitForEvent('download');
  await bench.getByRole('button', { name: 'Download as CSV' }).click();
  const path = testInfo.outputPath('mine.csv');
  await (await download).saveAs(path);
  const exported = await readFile(path, 'utf8');

  // Another browser, as it were.
  await page.evaluate(() => indexedDB.deleteDatabase('offgrid'));
  await page.goto('about:blank');
  await open(page, `${QUICK}&data.source=file&data.file=${hash}`);
  await expect(source(page)).toContainText(`This link names the dataset ${hash}`);
  await expect(page.getByText(/these rows are collected by the behaviour/)).toHaveCount(0);
  expect((await dataset(page))?.size).toBe(60);

  await source(page)
    .getByLabel('Dataset file')
    .setInputFiles(csv('other.csv', GOOD.slice(0, 4)));
  await expect(page.getByRole('dialog', { name: 'Workbench' })).toContainText(
    `This is not the dataset ${hash} that was asked for`,
  );
  await page.keyboard.press('Escape');
  await source(page).getByLabel('Dataset file').setInputFiles(path);
  await expect(source(page)).toContainText('The rows are those of mine.csv');
  expect((await dataset(page))?.hash).toBe(hash);
  expect(exported.split('\n')).toHaveLength(8);
});

test('what is exported is the same dataset when it is imported again', async ({
  page,
}, testInfo) => {
  const { bench, report, give } = await files(page);
  const before = await dataset(page);
  for (const [format, ending] of [
    ['CSV', 'csv'],
    ['JSON', 'json'],
    ['Minari', 'zip'],
  ]) {
    const download = page.waitForEvent('download');
    await bench.getByRole('button', { name: new RegExp(`^Download as ${format}`) }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(`offgrid-${before?.hash}.${ending}`);
    const path = testInfo.outputPath(saved.suggestedFilename());
    await saved.saveAs(path);
    await give(path);
    await report.getByRole('button', { name: 'Use these 60 rows' }).click();
    await expect.poll(() => setting(page, 'data.file')).toBe(before?.hash);
    await expect.poll(async () => (await dataset(page))?.hash).toBe(before?.hash);
    await bench.getByRole('button', { name: 'Back to collected data' }).click();
  }
});

test('a long import shows how far it is and is cancelled at once', async ({ page }, testInfo) => {
  const { report, give } = await files(page);
  const path = testInfo.outputPath('long.csv');
  const rows = GOOD.slice(1).join('\n');
  await writeFile(path, `${COLUMNS}\n${`${rows}\n`.repeat(160_000)}`);
  await give(path);
  await expect(report.getByRole('progressbar', { name: 'Reading long.csv' })).toBeVisible();
  await report.getByRole('button', { name: 'Cancel' }).click();
  await expect(report.getByRole('progressbar')).toHaveCount(0);
  await expect(report).not.toContainText('long.csv');
  await give(csv('mine.csv', GOOD));
  await expect(report).toContainText('6 rows read');
});

test('conventions of a file are recognised with their evidence, and can be chosen otherwise', async ({
  page,
}) => {
  const { report, give } = await files(page);
  // Gymnasium's order: 0 left, 1 down, 2 right, 3 up.
  const rows = ['0,2,0,1,0', '1,1,0,5,0', '5,2,0,6,0', '6,2,0,7,0', '7,2,1,8,1', '0,1,0,4,0'];
  await give(csv('gym.csv', ['state,action,reward,next_state,done', ...rows]));
  await expect(report).toContainText('6 rows read: all fit this world.');
  await expect(report).toContainText(/Recognised: actions 0 to 3 are left, down, right, up/);
  await report.getByText('Read it otherwise …').click();
  await report.getByLabel('The actions, in order').selectOption('up, right, down, left');
  await expect(report).toContainText('Read as you chose: as Offgrid writes them.');
  await expect(report).not.toContainText('all fit');
  await report.getByRole('button', { name: 'Find the conventions out again' }).click();
  await expect(report).toContainText('6 rows read: all fit this world.');
  await report.getByRole('button', { name: 'Use these 6 rows' }).click();
  await expect.poll(async () => (await dataset(page))?.size).toBe(6);
});

test('what the rows of a file leave open is asked', async ({ page }) => {
  const { report, give } = await files(page);
  // Up and left, and down and right, lead from this corner to the same cells.
  await give(csv('open.csv', ['s,a,r,sp', '0,0,0,0', '0,3,0,0', '0,0,0,0', '0,3,0,0']));
  const question = report.getByRole('region', { name: 'What the rows do not decide' });
  await expect(question).toContainText('The rows do not decide how they are meant.');
  const violations = await violationsOf(page);
  expect(violations).toEqual([]);
  await question.getByRole('button', { name: /left, down, right, up/ }).click();
  await expect(report).toContainText('Read as you chose: actions 0 to 3 are left, down, right, up');
  await expect(question).toHaveCount(0);
});

test('kept datasets are listed, used again and removed', async ({ page }) => {
  const { report, shelf, give, bench } = await files(page);
  await give(csv('mine.csv', GOOD));
  await report.getByRole('button', { name: 'Use these 6 rows' }).click();
  await bench.getByRole('button', { name: 'Back to collected data' }).click();
  await expect(page).not.toHaveURL(/data\.source/);
  await page.reload();
  await page.waitForFunction(() => window.offgrid !== undefined);
  await workbench(page);
  await shelf.getByRole('button', { name: 'Use mine.csv' }).click();
  await expect(shelf).toContainText('in use');
  await expect.poll(async () => (await dataset(page))?.size).toBe(6);
  await bench.getByRole('button', { name: 'Back to collected data' }).click();
  await shelf.getByRole('button', { name: 'Remove mine.csv' }).click();
  await shelf.getByRole('button', { name: 'Really remove mine.csv' }).click();
  await expect(shelf).toContainText('Nothing yet.');
  await page.reload();
  await page.waitForFunction(() => window.offgrid !== undefined);
  await workbench(page);
  await expect(shelf).toContainText('Nothing yet.');
});

test('nothing to complain of for axe with a file on the desk, in either theme', async ({
  page,
}) => {
  const { report, give, close } = await files(page);
  await give(csv('noisy.csv', [...GOOD, '0,1,0.25,1,0,1,2,0', '9,1,0,1,0,1,3,0']));
  await expect(report).toContainText('2 have faults');
  await inEachTheme(page, async () => {
    expect(await violationsOf(page)).toEqual([]);
  });
  await report.getByRole('button', { name: 'Use these 6 rows' }).click();
  await close();
  await expect(source(page)).toBeVisible();
  await inEachTheme(page, async () => {
    expect(await violationsOf(page)).toEqual([]);
  });
});

test('on a phone the tab stays within the screen, map above tools', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { bench, report, give } = await files(page);
  await give(csv('noisy.csv', [...GOOD, '9,1,0,1,0,1,3,0']));
  const use = report.getByRole('button', { name: 'Use these 6 rows' });
  await expect(use).toBeVisible();
  const map = await bench.getByRole('application').boundingBox();
  const button = await use.boundingBox();
  expect((map?.y ?? 0) + (map?.height ?? 0)).toBeLessThan(button?.y ?? 0);
  const { width, scrolled } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    scrolled: document.documentElement.scrollWidth,
  }));
  expect(scrolled).toBeLessThanOrEqual(width);
});
