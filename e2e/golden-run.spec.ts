import { departures, goldenRuns } from '../src/experiment/testing/golden-run';
import { expect, open, test } from './support';

const RUNS = goldenRuns().filter(({ rung }) => rung === 'wasm');

test('the page trains to the bits of the golden runs, and to the same ones twice', async ({
  page,
}) => {
  expect(RUNS.length).toBeGreaterThan(1);
  for (const { name, rung, settings, ...golden } of RUNS)
    await test.step(name, async () => {
      const given = Object.entries({ backend: rung, ...settings });
      await open(page, `#v=1&edition=2&${given.map((entry) => entry.join('=')).join('&')}`);
      for (const time of ['first', 'second']) {
        await page.evaluate(() => window.offgrid.run());
        const series = await page.evaluate(async () => {
          const { steps, seek } = window.offgrid;
          const measured = [];
          for (const step of steps()) measured.push(await seek(step));
          return measured;
        });
        expect(departures(golden, series), `${time} run`).toEqual([]);
        await page.evaluate(() => window.offgrid.reset());
        await page.evaluate(() => window.offgrid.ready);
      }
    });
});
