// The stages of `npm test`: what each is called, and how it is run.
const GOLDEN = ['src/mdp/testdata/golden', 'src/learners/testdata/golden'];

/**
 * Every stage in its order: its short name, its title, the script of package.json that it is with what that
 * is told, whether it looks at the built page, whether it is run alone (it fills two cores by itself, and what in
 * it watches a clock would see what else is run), and whether a browser's shell is enough for it.
 */
export const STAGES = [
  { name: 'types', title: 'types', script: ['types'] },
  { name: 'lint', title: 'lint', script: ['lint'] },
  { name: 'deadcode', title: 'dead code', script: ['deadcode'] },
  { name: 'build', title: 'build', script: ['build'] },
  // As long as all that is run beside it.
  {
    name: 'browsers',
    title: 'main journey in Firefox and WebKit',
    script: ['browsers'],
    built: true,
  },
  {
    name: 'conformance',
    title: 'conformance on cpu and wasm',
    script: ['conformance', ...GOLDEN],
  },
  { name: 'loaders', title: 'exports, asked of their loaders', script: ['loaders'] },
  { name: 'fuzz', title: 'ten seconds of anything at every door', script: ['fuzz'] },
  { name: 'size', title: 'size budget', script: ['size'], built: true },
  {
    name: 'webgl',
    title: 'conformance on webgl',
    script: ['conformance', ...GOLDEN, '--backend', 'webgl'],
  },
  { name: 'unit', title: 'unit tests', script: ['unit'], alone: true },
  // The longest last: which journey failed then stands at the end of the log.
  {
    name: 'e2e',
    title: 'end-to-end tests',
    script: ['e2e'],
    built: true,
    alone: true,
    shell: true,
  },
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

/**
 * The stages to begin now, in their order, of those that have not begun: as many beside those under way as
 * there are lanes, but none beside one that is run alone, and what looks at the built page once it is built.
 * None where nothing can begin before something has ended.
 *
 * @param waiting stages that have not begun, in their order.
 * @param running stages under way.
 * @param lanes how many may be under way at a time, at least 1.
 */
export function stagesToBegin(waiting, running, lanes) {
  const begun = [];
  const unbuilt = [...running, ...waiting].some(({ name }) => name === 'build');
  for (const stage of waiting) {
    const beside = [...running, ...begun];
    if (beside.length >= lanes || beside.some(({ alone }) => alone)) break;
    if (stage.built && unbuilt) continue;
    // Nothing overtakes what is run alone: it would wait for ever shorter ones.
    if (stage.alone && beside.length > 0) break;
    begun.push(stage);
  }
  return begun;
}
