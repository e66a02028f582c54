import type { WasmPaths } from '../../src/engine/backend';
import { makeContender } from './contenders';
import type { CaseLine, Contender, Effort, Entrant, Group, Measured, Workload } from './types';
import { buildWorkload } from './workload';

/** Steps before anything is timed, while programs are compiled and buffers pooled: at most so many … */
const WARM_UP = 3;
/** … and no more after so many milliseconds. */
const WARM_UP_TIME = 500;
/** Shortest stretch from which the length of a step is guessed, in milliseconds. */
const GUESS = 20;
const MOST_STEPS = 5000;
/** Milliseconds after which a slow contender is not repeated any more, and the fewest repetitions. */
const ENOUGH = 4000;
const FEWEST = 3;

/** The middle of some numbers, the mean of the middle two where their count is even; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (Number.isInteger(middle)) return (sorted[middle - 1] + sorted[middle]) / 2;
  return sorted[Math.floor(middle)];
}

/** Milliseconds a step over `steps` steps. */
async function time({ enter, step, settle }: Contender, steps: number): Promise<number> {
  await enter();
  const begun = performance.now();
  for (let i = 0; i < steps; i++) step();
  await settle();
  return (performance.now() - begun) / steps;
}

/** A contender at work. */
interface Entered {
  readonly entrant: Entrant;
  readonly about: Workload['about'];
  readonly contender: Contender;
  readonly launches: number | null;
  /** Steps that fill a repetition. */
  readonly steps: number;
  readonly repetitions: number;
  /** Milliseconds a step, by repetition. */
  readonly times: number[];
}

/** Warms a contender up and finds out how many steps and repetitions suit it. */
async function enterContender(
  entrant: Entrant,
  about: Workload['about'],
  contender: Contender,
  { milliseconds, repetitions }: Effort,
): Promise<Entered> {
  let warm = 0;
  for (let i = 0; i < WARM_UP && warm < WARM_UP_TIME; i++) warm += await time(contender, 1);
  let guessed = 1;
  let each = await time(contender, guessed);
  while (each * guessed < GUESS && guessed < MOST_STEPS) {
    guessed *= 4;
    each = await time(contender, guessed);
  }
  const steps = Math.max(1, Math.min(MOST_STEPS, Math.round(milliseconds / each)));
  const bearable = Math.max(FEWEST, Math.floor(ENOUGH / (each * steps)));
  return {
    entrant,
    about,
    contender,
    launches: await contender.countLaunches(),
    steps,
    repetitions: Math.min(repetitions, bearable),
    times: [],
  };
}

function lineOf(
  { name, where }: Group,
  { entrant, about, contender, launches, times }: Entered,
): CaseLine {
  const { networks } = contender;
  const msPerJointStep = median(times);
  return {
    group: name,
    where,
    backend: entrant.backend,
    implementation: entrant.way,
    networks,
    ...about,
    msPerJointStep,
    bestMsPerJointStep: Math.min(...times),
    msPerNetworkStep: msPerJointStep / networks,
    networkStepsPerSecond: (1000 * networks) / msPerJointStep,
    kernelLaunchesPerStep: launches,
    repetitions: times.length,
  };
}

/**
 * Measures a group where this is called. All contenders stand at once and take turns, each repetition
 * in the opposite order of the one before: what else the machine is doing meets all of them alike.
 * A contender that is not available here is left out, with a sentence.
 *
 * Throws RangeError on a workload that is not legal.
 */
export async function measureGroup(
  group: Group,
  effort: Effort,
  wasmPaths: WasmPaths,
): Promise<Measured> {
  const entered: Entered[] = [];
  const faults: string[] = [];
  for (const difference of group.differences) {
    const workload = buildWorkload(difference);
    for (const entrant of group.entrants) {
      try {
        const contender = await makeContender(entrant, workload, wasmPaths);
        entered.push(await enterContender(entrant, workload.about, contender, effort));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        faults.push(`${group.name}: ${entrant.backend}/${entrant.way} is left out: ${why}`);
      }
    }
  }
  for (let repetition = 0; repetition < effort.repetitions; repetition++) {
    const order = repetition % 2 === 0 ? entered : [...entered].reverse();
    for (const { contender, steps, repetitions, times } of order) {
      if (repetition < repetitions) times.push(await time(contender, steps));
    }
  }
  for (const { contender } of entered) {
    await contender.enter();
    contender.dispose();
  }
  return { lines: entered.map((one) => lineOf(group, one)), faults };
}
