import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { departures, goldenRuns } from '../../src/experiment/testing/golden-run';
import type { Snapshot } from '../../src/experiment/types';
import type { Driven } from './driven';

/** What a run comes to wherever it is trained. */
export interface Expected {
  /** After the default scenario's own steps. */
  readonly first: Snapshot;
  /** The same with `CHANGED`. */
  readonly changed: Snapshot;
}

/** What the journey types into the fields of the page. */
export const CHANGED = { 'cql.alpha': 0.5, seeds: 3 } as const;

const button = (words: string) =>
  `//button[normalize-space()="${words}" or @aria-label="${words}"]`;
const field = (label: string) => `input[aria-label="${label}"]`;

/** Resolves with the snapshot at the end of the run that goes on. */
const VERDICT = `
  for (;;) {
    const snapshot = offgrid.snapshot();
    if (snapshot && snapshot.status === 'done') return snapshot;
    const alert = document.querySelector('[role="alert"]');
    if (alert) throw new Error(alert.textContent);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }`;

/** Every number of a run is the same to the bit in every engine. */
function same(found: Snapshot, expected: Snapshot): void {
  assert.equal(found.step, expected.step);
  assert.equal(found.datasetHash, expected.datasetHash);
  assert.deepEqual(found.truth, expected.truth);
  // As JSON has it: what crosses the wire of a driver knows no undefined.
  assert.deepEqual(found.learners, JSON.parse(JSON.stringify(expected.learners)));
}

/**
 * The journey of a first visit, as a person makes it: load, run to the verdict, another α, three seeds
 * on two workers, a copy of a learner, a CSV in, an npz out, German. Throws at the first thing that is not as it should be.
 */
export async function mainJourney(
  browser: Driven,
  address: string,
  expected: Expected,
  say: (done: string) => void,
): Promise<void> {
  await browser.goto(`${address}?lang=en#v=1&edition=2&backend=wasm&speed=full`);
  await browser.ask(`
    while (!window.offgrid) await new Promise((resolve) => setTimeout(resolve, 50));
    await offgrid.ready;`);
  say('the page is there, its learners stand at step 0');

  await browser.click(button('Run'));
  same((await browser.ask(VERDICT)) as Snapshot, expected.first);
  assert.match(
    String(await browser.ask(`return document.querySelector('[data-part="verdict"]').innerText;`)),
    /DQN/,
  );
  say('the run came to its verdict, with every number as in Node, to the bit');

  const steps = (await browser.ask(`
    const steps = offgrid.steps();
    await offgrid.seek(steps[3]);
    const then = offgrid.snapshot().step;
    await offgrid.seek('now');
    return [then, steps[3], offgrid.snapshot().step, steps.at(-1)];`)) as readonly number[];
  assert.deepEqual([steps[0], steps[2]], [steps[1], steps[3]]);
  say('a moment that is past was shown again');

  await browser.type(field('CQL: Conservatism, value'), String(CHANGED['cql.alpha']));
  await browser.type(field('Training seeds side by side'), String(CHANGED.seeds));
  await browser.ask(`offgrid.set({ workers: '2' }); await offgrid.ready;`);
  assert.equal(await browser.ask(`return offgrid.settings()['cql.alpha'];`), CHANGED['cql.alpha']);
  assert.equal(await browser.ask('return offgrid.settings().seeds;'), CHANGED.seeds);
  await browser.click(button('Run'));
  same((await browser.ask(VERDICT)) as Snapshot, expected.changed);
  await browser.click('button[aria-label^="Engine:"]');
  await browser.ask(`
    for (let look = 0; look < 100; look++) {
      if (document.body.innerText.includes('Seeds are spread over 2 workers.')) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The engine panel names no two workers.');`);
  await browser.click('button[aria-label^="Engine:"]');
  say('another α, three seeds on two workers: the numbers of Node');

  await browser.click('button[aria-label="Look inside CQL"]');
  await browser.ask(`
    for (let look = 0; look < 200; look++) {
      const math = document.querySelector('[role="dialog"] math');
      if (math && math.getBoundingClientRect().width > 20) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The program of CQL is not typeset.');`);
  await browser.click(button('Change it'));
  await browser.ask(`
    for (let look = 0; look < 200; look++) {
      const text = document.querySelector('[role="dialog"] [role="textbox"]')?.innerText ?? '';
      if (text.includes('knob α = 0.5 from')) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The editor does not hold the program of CQL.');`);
  await browser.click(button('Train it'));
  const copied = (await browser.ask(`
    while (!offgrid.settings().learners.includes('own-1') || offgrid.snapshot()?.status === 'done' && !offgrid.snapshot().learners['own-1'])
      await new Promise((resolve) => setTimeout(resolve, 50));
    ${VERDICT}`)) as Snapshot;
  for (const [place, seed] of copied.learners.cql.seeds.entries())
    assert.equal(copied.learners['own-1'].seeds[place].believedReturn, seed.believedReturn);
  await browser.ask(`offgrid.set({ learners: undefined }); await offgrid.ready;`);
  say('CQL was looked into, and a copy of it trained to the same numbers');

  const folder = mkdtempSync(join(tmpdir(), 'offgrid-'));
  try {
    const file = join(folder, 'mine.csv');
    writeFileSync(file, String(await browser.ask(CSV)));
    await browser.click(button('Import, export'));
    await browser.give('input[type="file"]', file);
    await browser.click('//button[starts-with(normalize-space(), "Use these")]');
    await browser.ask(`
      for (let look = 0; look < 100; look++) {
        if (offgrid.settings()['data.source'] === 'file' && offgrid.dataset()?.size === 40) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('The rows of the file are not in use.');`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  say('a CSV was imported and is in use');

  await browser.ask(CATCH_DOWNLOAD);
  await browser.click(button('Download as NumPy'));
  const [name, size, magic] = (await browser.ask(`
    for (let look = 0; look < 200; look++) {
      if (window.caught) return window.caught;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('Nothing was saved.');`)) as [string, number, string];
  assert.match(name, /\.npz$/);
  assert.ok(size > 1000, `${name} has ${size} bytes`);
  assert.equal(magic, 'PK');
  await browser.click('button[aria-label="Close the workbench"]');
  await browser.ask(`
    while (document.querySelector('[role="dialog"]'))
      await new Promise((resolve) => setTimeout(resolve, 50));`);
  say('an npz was exported');

  await browser.click(button('More'));
  await browser.choose('[aria-label="More"] select', 'de');
  await browser.ask(`
    for (let look = 0; look < 100; look++) {
      if (document.documentElement.lang === 'de' && document.body.innerText.includes('Lernverfahren')) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The page does not speak German.');`);
  say('the page speaks German');

  for (const { name, rung, settings, ...golden } of goldenRuns()) {
    if (rung !== 'wasm') continue;
    const link = Object.entries(settings).map((entry) => entry.join('='));
    await browser.goto(`${address}?lang=en#v=1&edition=2&backend=${rung}&${link.join('&')}`);
    const series = await browser.ask(SERIES);
    assert.deepEqual(departures(golden, series as readonly Snapshot[]), [], name);
    say(`the golden run of ${name}, to the bit`);
  }
}

/** Resolves with every measured snapshot of the run that the address names. */
const SERIES = `
  while (!window.offgrid) await new Promise((resolve) => setTimeout(resolve, 50));
  await offgrid.ready;
  await offgrid.run();
  const measured = [];
  for (const step of offgrid.steps()) measured.push(await offgrid.seek(step));
  return measured;`;

/** The first rows of the page's own dataset, as somebody might have written them down. */
const CSV = `
  const data = offgrid.dataset();
  const lines = Array.from({ length: 40 }, (_, i) => [
    data.state[i], data.action[i], data.reward[i], data.nextState[i],
    Number(data.terminal[i]), Number(data.truncated[i]),
  ].join());
  return ['state,action,reward,next_state,terminal,truncated', ...lines].join('\\n');`;

/** Firefox tells its driver of no download: what is asked for is caught in the page. */
const CATCH_DOWNLOAD = `
  window.caught = null;
  let saved = null;
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    saved = blob;
    return create.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = function () {
    saved.arrayBuffer().then((bytes) => {
      const magic = String.fromCharCode(...new Uint8Array(bytes, 0, 2));
      window.caught = [this.download, bytes.byteLength, magic];
    });
  };`;
