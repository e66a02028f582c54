import { runsOf } from '../../src/experiment/claims';
import { explain } from '../../src/experiment/explain';
import { buildProblem } from '../../src/experiment/problem';
import { SCENARIOS } from '../../src/experiment/scenarios';
import type { SettingValue, SettingValues } from '../../src/experiment/types';
import { WORLDS } from '../../src/mdp/presets';
import { runsOfStudy, type StudyOptions } from './runs';

/** One thing turned in the first scenario. */
interface Poke {
  readonly name: string;
  readonly set: SettingValues;
}

const turned = (key: string, ...values: readonly SettingValue[]): Poke[] =>
  values.map((value) => ({ name: `${key} ${value}`, set: { [key]: value } }));

const crowd = (epsilon: number): Poke => ({
  name: `ε of the half that knows the way ${epsilon}`,
  set: { 'behavior.mixture': `1*epsilon-greedy(${epsilon})+1*directional(left,0.5)` },
});

/** Behaviours that one would try in any world. */
const USUAL: readonly Poke['set'][] = [
  { behavior: 'mixture' },
  { behavior: 'epsilon-greedy', 'behavior.epsilon': 0.3 },
  { behavior: 'medium' },
  { behavior: 'uniform' },
];

/** The first scenario with one thing turned at a time. */
function grid(): readonly Poke[] {
  const worlds = WORLDS.flatMap(({ id }) =>
    USUAL.map((set) => ({
      name: `world ${id}, ${set.behavior}`,
      // A scenario's behaviour does not outlive its world: the crowd is asked for by name.
      set: { world: id, ...set },
    })),
  );
  return [
    { name: 'nothing', set: {} },
    ...turned('encoding', 'fourier', 'xy'),
    ...turned('width', 32, 128, 256),
    ...turned('batch', 64, 256),
    ...turned('learningRate', 1e-3 / 3, 3e-3),
    ...turned('data.size', 200, 400, 1600, 3200, 10_000),
    ...[0.05, 0.1, 0.5, 0.7, 0.9].map(crowd),
    ...turned('world.gamma', 0.9, 0.93, 0.97, 0.99),
    ...turned('world.slip', 0.1, 0.2, 0.3),
    ...turned('cql.alpha', 0.01, 0.1, 0.3, 0.5, 2, 3, 10, 30),
    ...turned('cql.backup', 'max'),
    ...turned('iql.expectile', 0.5, 0.7, 0.9, 0.95),
    ...turned('iql.beta', 1, 3, 30, 100),
    ...turned('polyak', 0.01, 0.05),
    ...worlds,
  ];
}

/** A claim is broken under a poke where it is in more than this share of its runs, and not rightly so. */
const MOST = 0.4;

/**
 * Turns one thing at a time and says which claims of the first scenario hold, at the end of each run of
 * its own. Whether at least 95 % of the pokes break no claim but those that the page suspends.
 */
export async function pokes(options: StudyOptions, only: string): Promise<boolean> {
  const [{ id: scenario }] = SCENARIOS;
  console.log('| turned | verdict at | broken | because |\n|---|---|---|---|');
  const chosen = grid().filter(({ name }) => name.includes(only));
  let sound = 0;
  for (const { name, set } of chosen) {
    /** By claim broken: runs in which it is, those without a reason, and the values that decided. */
    const broken = new Map<string, { runs: number; unexplained: number; values: string[] }>();
    const reasons = new Set<string>();
    const verdicts: number[] = [];
    for await (const { settings, result } of runsOfStudy(
      { scenario, ...set },
      { ...options, times: 1 },
    )) {
      const { snapshot, ending } = result;
      verdicts.push(ending.step);
      const found = explain(snapshot, buildProblem(settings), settings);
      for (const { code } of found.because) reasons.add(code);
      for (const claim of found.broken) {
        const one = broken.get(claim.id) ?? { runs: 0, unexplained: 0, values: [] };
        one.runs++;
        if (found.unexplained.includes(claim)) {
          one.unexplained++;
          const [run] = runsOf(snapshot);
          one.values.push((claim.value(run, snapshot.truth) ?? Number.NaN).toPrecision(2));
        }
        broken.set(claim.id, one);
      }
    }
    const unexplained = ({ unexplained: runs }: { readonly unexplained: number }) =>
      runs > MOST * verdicts.length;
    if (![...broken.values()].some(unexplained)) sound++;
    const said = [...broken].map(([id, one]) => {
      const text = `${id} ${one.runs}/${verdicts.length}`;
      const values = one.values.length > 0 ? `, without a reason at ${one.values.join(', ')}` : '';
      return unexplained(one) ? `**${text}${values}**` : `${text}${values}`;
    });
    console.log(
      `| ${name} | ${Math.min(...verdicts)}–${Math.max(...verdicts)} | ${said.join('; ')} | ${[...reasons].join(', ')} |`,
    );
  }
  const share = sound / chosen.length;
  console.log(
    `\n${sound} of ${chosen.length} pokes (${(100 * share).toFixed(0)} %) break no claim but suspended ones.`,
  );
  return share >= 0.95;
}
