import { PROMISES } from '../../src/experiment/promises';
import { MULTIPLES, type Steadiness, steadinessOf } from '../../src/experiment/steady';
import type { Snapshot } from '../../src/experiment/types';
import { measuredTable } from './measured';
import { runsOfStudy, type StudyOptions } from './runs';

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** «0.52, 0.41 … 0.61»: what decided, over all runs. */
function rangeOf(numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return `${mean(numbers).toFixed(2)}, ${low.toFixed(2)} … ${high.toFixed(2)}`;
}

/**
 * Runs one scenario on all datasets and prints its table, and where it is asked for all that was measured;
 * whether every claim keeps its goal.
 */
export async function study(
  scenario: string,
  options: StudyOptions,
  measures: boolean,
): Promise<boolean> {
  const { claims } = PROMISES[scenario];
  const runs: (readonly Steadiness[])[] = [];
  const verdicts: number[] = [];
  const ends: Snapshot[] = [];
  let unsettled = 0;
  for await (const { result } of runsOfStudy({ scenario }, options)) {
    runs.push(...steadinessOf(claims, result.series, result.ending.step));
    verdicts.push(result.ending.step);
    ends.push(...result.series.filter(({ step }) => step === result.ending.step));
    if (result.ending.reason === 'unsettled') unsettled++;
  }
  const multiples = MULTIPLES.filter((times) => times <= options.times);
  const [first, last] = [Math.min(...verdicts), Math.max(...verdicts)];
  console.log(
    `### ${scenario}\n\n${runs.length} runs on ${options.datasets} datasets (from ${options.from}), verdicts at ${first} to ${last}${unsettled > 0 ? `, ${unsettled} not settled by then` : ''}.\n`,
  );
  const heads = multiples.map((times) => (times === 1 ? 'verdict' : `× ${times}`));
  console.log(`| claim | goal | ${heads.join(' | ')} | points | decides |`);
  console.log(`|---|---|${heads.map(() => '---').join('|')}|---|---|`);
  let held = true;
  claims.forEach((claim, i) => {
    const shares = multiples.map((times) =>
      mean(runs.map((run) => Number(run[i].at.get(times)?.kept === true))),
    );
    if (shares.some((share) => share < claim.goal)) held = false;
    const points = mean(runs.map((run) => run[i].share));
    const values = runs.flatMap((run) => run[i].at.get(1)?.value ?? []);
    console.log(
      `| ${claim.text.replaceAll('|', '\\|')} | ${percent(claim.goal)} | ${shares.map(percent).join(' | ')} | ${percent(points)} | ${rangeOf(values.filter(Number.isFinite))} |`,
    );
  });
  console.log('');
  if (measures) console.log(`${measuredTable(ends)}\n`);
  return held;
}
