// `npm test`: everything, two stages side by side where they do not fill the machine by themselves, with a
// closing line that counts the stages; `npm test -- e2e gallery` runs one of them, on some of its files.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureBrowser, ensureShell } from './browser.mjs';
import { failuresIn } from './failures.mjs';
import { aboutTorch, ensurePython } from './python.mjs';
import { stagesFor, stagesToBegin } from './stages.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
let stages;
try {
  stages = stagesFor(process.argv.slice(2));
  const { executablePath } = await ensureBrowser();
  console.log(`Browser: ${executablePath}`);
  if (stages.some(({ shell }) => shell)) {
    console.log(`Browser of the journeys: ${(await ensureShell()).executablePath}`);
  }
  console.log(`Python: ${ensurePython()}`);
  console.log(`PyTorch: ${aboutTorch()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const windows = process.platform === 'win32';

/** Runs a stage; what it says comes at once where it is run alone, else in one piece when it has ended. */
function run({ title, alone, script: [script, ...told] }) {
  const begun = Date.now();
  if (alone) console.log(`\n=== ${title}`);
  const child = spawn(windows ? 'npm.cmd' : 'npm', ['run', '--silent', script, '--', ...told], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows,
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  });
  const said = [];
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.on('data', (part) => {
      said.push(part);
      if (alone) to.write(part);
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => console.error(error.message));
    child.on('close', (code) => {
      const output = Buffer.concat(said).toString('utf8');
      if (!alone) console.log(`\n=== ${title}\n${output.trimEnd()}`);
      const passed = code === 0;
      const failures = passed ? [] : failuresIn(output);
      resolve({ passed, failures, seconds: Math.round((Date.now() - begun) / 1000) });
    });
  });
}

const lanes = Math.min(2, availableParallelism());
const begun = Date.now();
const results = new Map();
const running = new Map();
let waiting = stages;
while (waiting.length > 0 || running.size > 0) {
  for (const stage of stagesToBegin(waiting, [...running.keys()], lanes)) {
    waiting = waiting.filter((other) => other !== stage);
    const ended = run(stage).then((result) => {
      running.delete(stage);
      results.set(stage, result);
    });
    running.set(stage, ended);
  }
  await Promise.race(running.values());
}

console.log('');
for (const stage of stages) {
  const { passed, failures, seconds } = results.get(stage);
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${stage.title} (${seconds} s)`);
  for (const line of failures) console.log(`          ${line}`);
}
const failed = [...results.values()].filter(({ passed }) => !passed).length;
const seconds = Math.round((Date.now() - begun) / 1000);
console.log(`\n${stages.length - failed} passed, ${failed} failed (${seconds} s in all)`);
process.exit(failed === 0 ? 0 : 1);
