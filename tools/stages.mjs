// The stages of `npm test`: what each is called, and how it is run.
const GOLDEN = ['src/mdp/testdata/golden', 'src/learners/testdata/golden'];

/**
 * Every stage in its order: its short name, its title, the script of package.json that it is with what that
 * is told, and whether it looks at the built page.
 */
export const STAGES = [
  { name: 'types', title: 'types', script: ['types'] },
  { name: 'lint', title: 'lint', script: ['lint'] },
  { name: 'deadcode', title: 'dead code', script: ['deadcode'] },
  { name: 'unit', title: 'unit tests', script: ['unit'] },
  {
    name: 'conformance',
    title: 'conformance on cpu and wasm',
    script: ['conformance', ...GOLDEN],
  },
  { name: 'loaders', title: 'exports, asked of their loaders', script: ['loaders'] },
  { name: 'build', title: 'build', script: ['build'] },
  { name: 'size', title: 'size budget', script: ['size'], built: true },
  {
    name: 'webgl',
    title: 'conformance on webgl',
    script: ['conformance', ...GOLDEN, '--backend', 'webgl'],
  },
  {
    name: 'browsers',
    title: 'main journey in Firefox and WebKit',
    script: ['browsers'],
    built: true,
  },
  // The longest last: which journey failed then stands at the end of the log.
  { name: 'e2e', title: 'end-to-end tests', script: ['e2e'], built: true },
];

/**
 * What is to be run: all stages, or the named one with what it is told (files, usually), after the build where
 * it looks at the built page. Throws an Error with a sentence where there is no stage of that name.
 */
export function stagesFor([name, ...told]) {
  if (name === undefined) return STAGES;
  const stage = STAGES.find((one) => one.name === name);
  if (stage === undefined) {
    const names = STAGES.map((one) => one.name).join(', ');
    throw new Error(
      `There is no stage “${name}”. npm test -- STAGE [FILE …] runs one of ${names}.`,
    );
  }
  const own = { ...stage, script: [...stage.script, ...told] };
  return stage.built ? [...STAGES.filter((one) => one.name === 'build'), own] : [own];
}
