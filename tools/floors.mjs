/**
 * The floors: what each folder may import, in one table. `node tools/floors.mjs` writes the rules of it into
 * biome.json; a test holds that what is committed is what the table gives.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const INTERFACE = [
  'react',
  'react/**',
  'react-dom',
  'react-dom/**',
  '@mantine/**',
  'recharts',
  'recharts/**',
  'zustand',
  'zustand/**',
  'lucide-react',
];
const TFJS = ['@tensorflow/**'];

/**
 * Every floor under src, the lowest first: the floors it may import from, and which libraries it knows.
 *
 * @type {Readonly<Record<string, { readonly may: readonly string[], readonly knows: readonly ('interface' | 'tfjs')[] }>>}
 */
export const FLOORS = {
  texts: { may: [], knows: [] },
  random: { may: [], knows: [] },
  mdp: { may: ['random', 'texts'], knows: [] },
  data: { may: ['random', 'texts', 'mdp'], knows: [] },
  engine: { may: ['random', 'texts'], knows: ['tfjs'] },
  learners: { may: ['random', 'texts', 'engine'], knows: ['tfjs'] },
  experiment: { may: ['random', 'texts', 'mdp', 'data', 'engine', 'learners'], knows: [] },
  worker: {
    may: ['random', 'texts', 'mdp', 'data', 'engine', 'learners', 'experiment'],
    knows: [],
  },
  app: {
    may: ['random', 'texts', 'mdp', 'data', 'engine', 'learners', 'experiment', 'worker'],
    knows: ['interface'],
  },
};

/**
 * The folders of src/app floor by floor, the lowest first: what stands on one imports from those below it,
 * never from above nor from beside it. The files outside of all folders stand above them: nothing in one
 * imports these.
 */
export const FLOORS_OF_APP = [
  // What the page knows, and its colours.
  ['state', 'theme'],
  // What every component leans on, and how a part of the page comes and fails.
  ['basics'],
  ['dialog', 'part'],
  // Hints and popups, and the place where whatever floats opens.
  ['floats'],
  // Parts.
  ['controls', 'map'],
  ['bar', 'inspector', 'pictures'],
  ['charts', 'figures'],
  ['symbols'],
  ['gallery', 'program', 'share', 'workbench'],
  // Panels, and pages made of them.
  ['panels', 'shell'],
  ['article', 'embed', 'lessons'],
  // The lecture ends with the list of lessons.
  ['presenter'],
  ['playground'],
];

/** Whatever is not shipped stands above all floors. */
const NOT_SHIPPED = ['tools'];

/** Rules within a floor: some of its files may import less than it does. */
const WITHIN = [
  {
    floor: 'learners',
    includes: ['src/learners/**', '!**/*.test.ts', '!**/testing/**'],
    refused: [
      {
        group: TFJS,
        message: 'A learner is a program: the page reads it too, without tfjs.',
      },
    ],
  },
  {
    includes: ['src/experiment/settings/**', '!**/*.test.ts'],
    refused: [
      {
        group: [
          '**/app/**',
          '**/worker/**',
          '**/tools/**',
          '**/learners/registry',
          '**/learners/*/loss',
          '**/engine/!(types)',
        ],
        message: 'The settings stand below the engine: they know neither tfjs nor the page.',
      },
      {
        group: [...INTERFACE, ...TFJS],
        message: 'The settings know neither tfjs nor the user interface libraries.',
      },
    ],
  },
];

/** What brings tfjs with it, and so may not reach the page's own bundle. */
const TRAINING = [
  ...TFJS,
  '**/engine/composed/**',
  '**/engine/backend',
  '**/engine/ladder',
  '**/experiment/run',
  '**/experiment/headless',
];

/** Folders of src/app that come when somebody opens them, and read the programs of the learners. */
const READS_PROGRAMS = ['program'];

const PROGRAMS = {
  group: ['**/learners/registry', '**/learners/*/loss'],
  message: `Programs come when somebody looks at one: only ${READS_PROGRAMS.join(', ')} reads them.`,
};

/** What the folders of a floor of src/app, by its place, are refused beyond what src/app is. */
function refusedOnFloor(place) {
  const [own, ...above] = FLOORS_OF_APP.slice(place);
  const below = FLOORS_OF_APP.slice(0, place).flat().join(', ') || 'nothing else in it';
  return {
    group: [...own, ...above.flat()].map((folder) => `**/${folder}/**`),
    message: `Within src/app, ${own.join(', ')} may import only from ${below}.`,
  };
}

function refusedOf(floor) {
  const { may, knows } = FLOORS[floor];
  const below = may.map((name) => `src/${name}`).join(', ') || 'nothing else';
  const rules = [
    {
      group: [...Object.keys(FLOORS), ...NOT_SHIPPED]
        .filter((other) => other !== floor && !may.includes(other))
        .map((other) => `**/${other}/**`),
      message: `Dependencies point one way: src/${floor} may import only from ${below}.`,
    },
  ];
  if (!knows.includes('interface')) {
    rules.push({
      group: INTERFACE,
      message: 'Only src/app knows the user interface libraries.',
    });
  }
  if (knows.includes('interface')) {
    rules.push({
      group: TRAINING,
      message: "No tfjs in the page's own bundle: training lives in the worker.",
    });
  } else if (!knows.includes('tfjs')) {
    rules.push({ group: TFJS, message: `src/${floor} does not know tfjs.` });
  }
  return rules;
}

const override = (includes, patterns) => ({
  includes,
  linter: {
    rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } },
  },
});

const isOfFloors = ({ linter }) => linter?.rules?.style?.noRestrictedImports !== undefined;

/** A configuration of biome with the rules of the table in the place of those that it has. */
export function withFloors(configuration) {
  const floors = Object.keys(FLOORS).map((floor) =>
    override([`src/${floor}/**`, '!**/*.test.ts', '!**/*.test.tsx'], refusedOf(floor)),
  );
  const within = WITHIN.map(({ floor, includes, refused }) =>
    override(includes, [...(floor ? refusedOf(floor) : []), ...refused]),
  );
  // A later rule takes the place of an earlier one, so that these say what that of src/app says as well.
  const ofApp = FLOORS_OF_APP.flatMap((all, place) =>
    [true, false].flatMap((reads) => {
      const folders = all.filter((folder) => READS_PROGRAMS.includes(folder) === reads);
      if (folders.length === 0) return [];
      return override(
        [...folders.map((folder) => `src/app/${folder}/**`), '!**/*.test.ts', '!**/*.test.tsx'],
        [...refusedOf('app'), refusedOnFloor(place), ...(reads ? [] : [PROGRAMS])],
      );
    }),
  );
  const others = configuration.overrides.filter((one) => !isOfFloors(one));
  return { ...configuration, overrides: [...floors, ...within, ...ofApp, ...others] };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const configuration = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync('biome.json', `${JSON.stringify(withFloors(configuration), null, 2)}\n`);
}
