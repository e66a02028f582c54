// `npm test`: everything, one stage after the other, with a closing line that counts the stages.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { aboutTorch, ensurePython } from './python.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const GOLDEN = ['src/mdp/testdata/golden', 'src/learners/testdata/golden'];
const stages = [
  ['types', 'types'],
  ['lint', 'lint'],
  ['dead code', 'deadcode'],
  ['unit tests', 'unit'],
  ['conformance on cpu and wasm', 'conformance', '--', ...GOLDEN],
  ['exports, asked of their loaders', 'loaders'],
  ['build', 'build'],
  ['size budget', 'size'],
  ['conformance on webgl', 'conformance', '--', ...GOLDEN, '--backend', 'webgl'],
  ['main journey in Firefox and WebKit', 'browsers'],
  // The longest last: which journey failed then stands at the end of the log.
  ['end-to-end tests', 'e2e'],
];

try {
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
for (const [title, ...script] of stages) {
  console.log(`\n=== ${title}`);
  const begun = Date.now();
  const { status } = spawnSync(windows ? 'npm.cmd' : 'npm', ['run', '--silent', ...script], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  });
  results.push({ title, passed: status === 0, seconds: Math.round((Date.now() - begun) / 1000) });
}

console.log('');
for (const { title, passed, seconds } of results) {
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${title} (${seconds} s)`);
}
const failed = results.filter(({ passed }) => !passed).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
