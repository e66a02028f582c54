// `npm test`: everything, one stage after the other, with a closing line that counts the stages; `npm test --
// e2e gallery` runs one of them, on some of its files.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { aboutTorch, ensurePython } from './python.mjs';
import { stagesFor } from './stages.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
let stages;
try {
  stages = stagesFor(process.argv.slice(2));
  const { executablePath } = await ensureBrowser();
  console.log(`Browser: ${executablePath}`);
  console.log(`Python: ${ensurePython()}`);
  console.log(`PyTorch: ${aboutTorch()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const windows = process.platform === 'win32';
const results = [];
for (const {
  title,
  script: [script, ...told],
} of stages) {
  console.log(`\n=== ${title}`);
  const begun = Date.now();
  const { status } = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['run', '--silent', script, '--', ...told],
    {
      cwd: root,
      stdio: 'inherit',
      shell: windows,
    },
  );
  results.push({ title, passed: status === 0, seconds: Math.round((Date.now() - begun) / 1000) });
}

console.log('');
for (const { title, passed, seconds } of results) {
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${title} (${seconds} s)`);
}
const failed = results.filter(({ passed }) => !passed).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
