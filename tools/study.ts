import { parseArgs } from 'node:util';
import { PROMISES } from '../src/experiment/promises';
import { SCENARIOS } from '../src/experiment/scenarios';
import { pokes } from './study/pokes';
import { study } from './study/scenario';

const HELP = `Holds scenarios to their claims over many datasets and training seeds, from the verdict of each run
on, and prints the shares of runs that keep them as Markdown tables: at the verdict, at twice, four and ten
times its step, and at every measured point on the way.

usage: npm run study -- [options]

  --scenario ID      a scenario of the gallery (repeatable), or all (default ${SCENARIOS[0].id})
  --datasets N       datasets, data.seed = from … from + N − 1 (default 10)
  --from N           the first data.seed, and the first train.seed (default 2001)
  --seeds N          training seeds a dataset (default 1)
  --times N          goes on to so many times the step of each verdict (default 1)
  --pokes            instead: the first scenario with one thing turned at a time, each at its own end
  --only TEXT        with --pokes: those whose name contains TEXT
  --measures         prints, besides, everything that was measured at the verdicts
  --set key=value    a setting, as for npm run experiment (repeatable)
  --backend NAME     cpu or wasm (default wasm)

scenarios: ${SCENARIOS.map(({ id }) => id).join(', ')}

Exits with 1 where a claim is kept by a smaller share of runs than it promises, at the verdict or at any
of the multiples; with --pokes, where more than a twentieth of the pokes break a claim that nothing on the
page suspends.
`;

const { values } = parseArgs({
  options: {
    scenario: { type: 'string', multiple: true, default: [SCENARIOS[0].id] },
    datasets: { type: 'string', default: '10' },
    from: { type: 'string', default: '2001' },
    seeds: { type: 'string', default: '1' },
    times: { type: 'string', default: '1' },
    pokes: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    measures: { type: 'boolean', default: false },
    set: { type: 'string', multiple: true, default: [] },
    backend: { type: 'string', default: 'wasm' },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const asked = values.scenario.includes('all') ? Object.keys(PROMISES) : values.scenario;
  const unknown = asked.find((id) => !Object.hasOwn(PROMISES, id));
  if (unknown !== undefined) {
    console.error(`There is no scenario “${unknown}”.\n\n${HELP}`);
    process.exitCode = 2;
    return;
  }
  const options = {
    datasets: Number(values.datasets),
    from: Number(values.from),
    seeds: Number(values.seeds),
    times: Number(values.times),
    backend: values.backend === 'cpu' ? ('cpu' as const) : ('wasm' as const),
    given: Object.fromEntries(
      values.set.map((text) => {
        const equals = text.indexOf('=');
        return [text.slice(0, equals), text.slice(equals + 1)];
      }),
    ),
  };
  if (values.pokes) {
    if (!(await pokes(options, values.only))) process.exitCode = 1;
    return;
  }
  for (const scenario of asked) {
    if (!(await study(scenario, options, values.measures))) process.exitCode = 1;
  }
}

if (values.help) process.stdout.write(HELP);
else await main();
