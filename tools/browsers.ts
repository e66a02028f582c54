// npm run browsers
//
// Drives the main journey on the built page in Firefox and in WebKit, Safari's engine.
import { preview } from 'vite';
import { createSimdStack } from '../src/engine/simd/stack';
import { runExperiment } from '../src/experiment/headless';
import { resolveSettings } from '../src/experiment/settings/parse';
import { type Driven, NotHere } from './browsers/driven';
import { openFirefox } from './browsers/firefox';
import { CHANGED, mainJourney } from './browsers/journey';
import { openWebKit } from './browsers/webkit';

const BROWSERS: readonly (readonly [string, () => Promise<Driven>])[] = [
  ['Firefox', openFirefox],
  ['WebKit', openWebKit],
];

const inNode = async (given: Record<string, unknown>) =>
  (
    await runExperiment({
      settings: resolveSettings(given).settings,
      createStack: (spec) => createSimdStack(spec),
    })
  ).snapshot;

const expected = { first: await inNode({}), changed: await inNode(CHANGED) };
const server = await preview({
  preview: { port: 47_913, strictPort: false, host: '127.0.0.1', open: false },
  logLevel: 'error',
});
const [address] = server.resolvedUrls?.local ?? [];
const tally = { passed: 0, failed: 0, absent: 0 };
for (const [name, open] of BROWSERS) {
  let browser: Driven | null = null;
  try {
    browser = await open();
    console.log(`\n${browser.name}`);
    await mainJourney(browser, address, expected, (done) => console.log(`  ok  ${done}`));
    tally.passed += 1;
  } catch (error) {
    if (error instanceof NotHere) {
      tally.absent += 1;
      console.log(`\n${name} is NOT DRIVEN on this machine: ${error.message}.`);
    } else {
      tally.failed += 1;
      console.error(`  FAILED  ${error instanceof Error ? error.stack : String(error)}`);
    }
  } finally {
    await browser?.close();
  }
}
await server.close();
console.log(
  `\n${tally.passed} browsers passed, ${tally.failed} failed, ${tally.absent} are not on this machine.`,
);
process.exit(tally.failed === 0 ? 0 : 1);
