import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { LEARNER_KINDS } from '../learners/types';

const REFUSED = [
  ['src/mdp/data.ts', '../data/types'],
  ['src/mdp/tfjs.ts', '@tensorflow/tfjs-core'],
  ['src/data/learners.ts', '../learners/types'],
  ['src/engine/learners.ts', '../learners/types'],
  ['src/learners/new/loss.ts', '../../experiment/types'],
  ['src/learners/mdp.ts', '../mdp/types'],
  ['src/experiment/worker.ts', '../worker/protocol'],
  ['src/experiment/settings/registry.ts', '../../learners/registry'],
  ['src/worker/react.ts', 'react'],
  ['src/app/tfjs.ts', '@tensorflow/tfjs-core'],
  ['src/app/panels/registry.ts', '../../learners/registry'],
] as const;

const ALLOWED = [
  ['src/data/mdp.ts', '../mdp/types'],
  ['src/learners/new/definition.ts', '../../engine/types'],
  ['src/experiment/registry.ts', '../learners/registry'],
  ['src/app/panels/protocol.ts', '../../worker/protocol'],
  ['src/app/panels/react.ts', 'react'],
] as const;

it('refuses imports against the one-way dependency rule, and no others', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'offgrid-floors-')));
  try {
    const configuration = JSON.parse(readFileSync('biome.json', 'utf8'));
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...configuration, vcs: {} }));
    for (const [file, from] of [...REFUSED, ...ALLOWED]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(
        join(folder, file),
        `import { thing } from '${from}';\nexport const kept = thing;\n`,
      );
    }
    const { stdout } = spawnSync(
      resolve('node_modules/.bin/biome'),
      [
        'lint',
        '--only=style/noRestrictedImports',
        '--reporter=github',
        '--max-diagnostics=none',
        '.',
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    const reported = new Set(
      [...stdout.matchAll(/file=([^,]+),/g)].map(([, file = '']) =>
        relative(folder, resolve(folder, file)),
      ),
    );
    expect([...reported].sort()).toEqual(REFUSED.map(([file]) => file).sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('asks learners for what they are, and none outside its folder for its name', () => {
  const name = `['"](?:${LEARNER_KINDS.join('|')})['"]`;
  const asked = new RegExp(`[=!]=\\s*${name}|${name}\\s*[=!]=|case ${name}|\\bin \\(${name}`);
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /\.(ts|tsx|py|mjs)$/.test(file) &&
      !/\.test\.tsx?$|^learners\/(bc|cql|dqn|iql|rest\/testing)\//.test(file),
  );
  expect(sources.length).toBeGreaterThan(500);
  const found = sources.filter((file) => asked.test(readFileSync(join('src', file), 'utf8')));
  // The peer of the benchmark has a loss of its own for one head of the engine.
  expect(found).toEqual(['tools/bench/peer.ts']);
});
