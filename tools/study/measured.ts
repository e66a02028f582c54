import { isOfLearner, MEASURES, readOf } from '../../src/experiment/measures';
import { summaryOf } from '../../src/experiment/summary';
import type { Snapshot } from '../../src/experiment/types';

/** Four digits that count, as plain as they come. */
const plain = (value: number): string => String(Number(value.toPrecision(4)));

/** «0.52, 0.41 … 0.61»: the interquartile mean of all runs and their range; – where there is nothing. */
function said(values: readonly (number | null)[]): string {
  const summary = summaryOf(values);
  if (summary === null) return '–';
  const { iqm, low, high } = summary;
  return low === high ? plain(low) : `${plain(iqm)}, ${plain(low)} … ${plain(high)}`;
}

/**
 * Everything that is measured at the verdicts of a study as a Markdown table: a line a measure, a column a
 * learner, over all datasets and training seeds; what nobody has is left out.
 */
export function measuredTable(verdicts: readonly Snapshot[]): string {
  const ids = Object.keys(verdicts[0]?.learners ?? {});
  const lines = MEASURES.map((measure) => {
    const cells = isOfLearner(measure)
      ? ids.map((id) =>
          said(
            verdicts.flatMap(({ learners, truth }) =>
              learners[id].seeds.map((seed) => readOf(measure, seed, learners[id], truth)),
            ),
          ),
        )
      : ids.map(() => said(verdicts.map(({ truth }) => measure.read(truth))));
    return { name: measure.name, unit: measure.unit, cells };
  });
  return [
    `| measure | unit | ${ids.join(' | ')} |`,
    `|---|---|${ids.map(() => '---').join('|')}|`,
    ...lines
      .filter(({ cells }) => cells.some((cell) => cell !== '–'))
      .map(({ name, unit, cells }) => `| ${name} | ${unit} | ${cells.join(' | ')} |`),
  ].join('\n');
}
