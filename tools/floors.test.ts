import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LEARNER_KINDS } from '../src/learners/types';
import { FLOORS, FLOORS_OF_APP, withFloors } from './floors.mjs';

const REFUSED = [
  ['src/random/texts.ts', '../texts/words'],
  ['src/mdp/data.ts', '../data/types'],
  ['src/mdp/tfjs.ts', '@tensorflow/tfjs-core'],
  ['src/data/learners.ts', '../learners/types'],
  ['src/engine/learners.ts', '../learners/types'],
  ['src/learners/new/loss.ts', '../../experiment/types'],
  ['src/learners/mdp.ts', '../mdp/types'],
  ['src/learners/tfjs.ts', '@tensorflow/tfjs-core'],
  ['src/learners/language/app.ts', '../../app/state/model'],
  ['src/experiment/worker.ts', '../worker/protocol'],
  ['src/experiment/settings/registry.ts', '../../learners/registry'],
  ['src/worker/react.ts', 'react'],
  ['src/app/tfjs.ts', '@tensorflow/tfjs-core'],
  ['src/app/panels/registry.ts', '../../learners/registry'],
  ['src/app/state/charts.ts', '../charts/axis'],
  ['src/app/state/map.ts', '../map/paint'],
  ['src/app/state/training.ts', '../../experiment/run'],
  ['src/app/state/hooks.ts', '../basics/context'],
  ['src/app/theme/state.ts', '../state/model'],
  ['src/app/part/control.ts', '../controls/SettingControl'],
  ['src/app/map/layers/charts.ts', '../../charts/axis'],
  ['src/app/bar/charts.ts', '../charts/axis'],
  ['src/app/pictures/charts.ts', '../charts/chart'],
  ['src/app/charts/panel.ts', '../panels/Evidence'],
  ['src/app/workbench/data/panel.ts', '../../panels/WorldPanel'],
  ['src/app/panels/shell.ts', '../shell/Steps'],
  ['src/app/shell/article.ts', '../article/ArticlePlace'],
  ['src/app/embed/presenter.ts', '../presenter/acts'],
  ['src/app/lessons/page.ts', '../playground/Header'],
  ['src/app/playground/registry.ts', '../../learners/registry'],
  ['src/app/panels/tools.ts', '../../../tools/page'],
  ['src/worker/tools.ts', '../../tools/page'],
] as const;

const ALLOWED = [
  ['src/data/mdp.ts', '../mdp/types'],
  ['src/learners/new/definition.ts', '../../engine/types'],
  ['src/experiment/registry.ts', '../learners/registry'],
  ['src/app/program/registry.ts', '../../learners/registry'],
  ['src/app/panels/protocol.ts', '../../worker/protocol'],
  ['src/app/panels/react.ts', 'react'],
  ['src/app/charts/state.ts', '../state/model'],
  ['src/app/state/summary.ts', '../../experiment/summary'],
  ['src/app/map/layers/map.ts', '../palette'],
  ['src/app/basics/state.ts', '../state/playground'],
  ['src/app/panels/workbench.ts', '../workbench/Openers'],
  ['src/app/playground/article.ts', '../article/ArticlePlace'],
  ['src/app/main.ts', './playground/Header'],
  ['tools/page.ts', '../src/app/react'],
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
  const sources = ['src', 'tools']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter(
      (file) =>
        /\.(ts|tsx|py|mjs)$/.test(file) &&
        !/\.test\.tsx?$|^src\/learners\/(bc|cql|dqn|iql|rest\/testing)\//.test(file),
    );
  expect(sources.length).toBeGreaterThan(500);
  const found = sources.filter((file) => asked.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
});

/** Sources of a folder that are neither tests nor for tests alone, with what they say. */
function sourcesOf(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|mjs|mdx)$/.test(file) && !/\.test\.|testing/.test(file))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

type Arrow = readonly [from: string, to: string];

/** The arrows of every drawing in the paper on architecture, in their order. */
function drawings(): readonly (readonly Arrow[])[] {
  const paper = readFileSync('docs/architecture.md', 'utf8');
  return [...paper.matchAll(/^```mermaid\n([\s\S]*?)^```/gm)].map(([, drawing]) =>
    [...drawing.matchAll(/^ *([\w-]+) --> ([\w-]+)$/gm)].map(([, from, to]): Arrow => [from, to]),
  );
}

/** Where the arrows lead from a place. */
function reached(arrows: readonly Arrow[], from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (place: string) => {
    for (const [, to] of arrows.filter(([begin]) => begin === place)) {
      if (found.has(to)) continue;
      found.add(to);
      follow(to);
    }
  };
  follow(from);
  return found;
}

describe('the drawing of the floors', () => {
  const [arrows] = drawings();
  const folders = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join('src', name));
  const folderOf = new Map(['tools', ...folders].map((folder) => [basename(folder), folder]));
  const floors = [...folderOf.keys()];
  const table: Readonly<Record<string, { readonly may: readonly string[] }>> = FLOORS;

  it('has every floor', () => {
    expect([...new Set(arrows.flat())].sort()).toEqual([...floors].sort());
  });

  it('is the table of floors, and so is lint', () => {
    const configuration = JSON.parse(readFileSync('biome.json', 'utf8'));
    expect(configuration).toEqual(withFloors(configuration));
    expect(configuration.overrides.length).toBeGreaterThan(Object.keys(FLOORS).length);
  });

  it.each(floors)('allows %s what the table allows it', (floor) => {
    const allowed = table[floor]?.may ?? floors.filter((other) => other !== floor);
    expect([...reached(arrows, floor)].sort()).toEqual([...allowed].sort());
  });

  it('has no arrow that others imply', () => {
    const implied = arrows.filter((arrow) =>
      reached(
        arrows.filter((other) => other !== arrow),
        arrow[0],
      ).has(arrow[1]),
    );
    expect(implied).toEqual([]);
  });

  it.each(floors)('has a way for every import of %s', (floor) => {
    const ways = reached(arrows, floor);
    const folder = folderOf.get(floor) ?? '';
    const sources = sourcesOf(folder);
    expect(sources.length).toBeGreaterThan(0);
    const astray = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\b(?:from|import) ?\(? ?'(\.[^']+)'/g)].flatMap(([, path]) => {
        const place = `${join(folder, dirname(file), path)}/`;
        const to = floors.find((name) => place.startsWith(`${folderOf.get(name)}/`));
        return to === undefined || to === floor || ways.has(to) ? [] : [`${file}: ${path}`];
      }),
    );
    expect(astray).toEqual([]);
  });
});

it('draws who starts which worker', () => {
  const folders = readdirSync('src/worker').filter((name) =>
    existsSync(join('src/worker', name, 'entry.ts')),
  );
  const started = folders.flatMap((folder) =>
    sourcesOf(join('src/worker', folder)).flatMap(({ file, text }) => [
      ...[...text.matchAll(/from '\.\.\/([\w-]+)\/entry\?worker&url'/g)].map(
        ([, name]) => `${folder} ${name}`,
      ),
      ...(file === 'client.ts' && text.includes("'./entry?worker&url'") ? [`page ${folder}`] : []),
    ]),
  );
  const [, arrows] = drawings();
  expect(arrows.map((arrow) => arrow.join(' ')).sort()).toEqual([...new Set(started)].sort());
  expect(arrows.map(([, to]) => to).sort()).toEqual(folders.sort());
});

it('has the page reach workers by their clients alone, and every line made by `connect`', () => {
  const said = (folder: string) =>
    sourcesOf(folder).flatMap(({ file, text }) =>
      /\?worker|new Worker\(|\/entry'/.test(text) ? [join(folder, file)] : [],
    );
  expect(said('src/app')).toEqual([]);
  expect(said('src/worker').filter((file) => !file.endsWith('/client.ts'))).toEqual([
    'src/worker/connection/start.ts',
    'src/worker/training/entry.ts',
  ]);
});

describe('the floors of the page', () => {
  const app = 'src/app';
  const placeOf = new Map<string, number>(
    FLOORS_OF_APP.flatMap((folders, place) => folders.map((folder) => [folder, place])),
  );
  const topOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '');

  it('have every folder of it', () => {
    const folders = readdirSync(app, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect([...placeOf.keys()].sort()).toEqual(folders.sort());
  });

  it('import downwards alone, whatever way they do', () => {
    let seen = 0;
    const astray = sourcesOf(app).flatMap(({ file, text }) =>
      [...text.matchAll(/\b(?:from|import) ?\(? ?'(\.[^']+)'/g)].flatMap(([, path]) => {
        const to = relative(app, join(app, dirname(file), path));
        const [own, other] = [topOf(file), topOf(to)];
        if (to.startsWith('..') || own === '' || own === other) return [];
        seen += 1;
        return (placeOf.get(other) ?? Number.POSITIVE_INFINITY) < (placeOf.get(own) ?? 0)
          ? []
          : [`${file}: ${path}`];
      }),
    );
    expect(astray).toEqual([]);
    expect(seen).toBeGreaterThan(400);
  });
});
