import { area } from './current';

/** What a map shows, by its layer; `policy` where a learner has no values to show. */
const SHOWN = {
  error: 'what it believes minus the truth',
  q: 'what it believes',
  truth: 'what its policy really earns',
  surprise: 'what it believes beyond one true step',
  lie: 'where the lie sits',
  counts: 'how often each action was seen',
  occupancy: 'where its policy spends its time',
  policy: 'its policy, since it has no values',
};

/** What a map is called by those who do not see it. */
export const mapLabel = area('mapLabel', {
  of: (label: string, rows: number, columns: number, shown: keyof typeof SHOWN) =>
    `${label}: map of ${rows} rows and ${columns} columns, showing ${SHOWN[shown]}. Arrow keys move from cell to cell, Home goes to the start, Enter pins a cell.`,
});
