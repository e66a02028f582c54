import { charts } from '../../texts/charts';
import { formatSigned, formatValue } from '../../texts/format';
import { errorTable, returnsTable } from '../pictures/measure-tables';
import { niceTicks, returnDomain } from './axis';
import type { LineChart } from './chart';
import { errorLines, returnLines, returnReferences } from './panels';

const TRUTH = [{ value: 0, label: '', strong: true }] as const;

/** The charts of lines that stand by themselves, by their names. */
export const LINE_CHARTS = {
  error: {
    words: () => charts().error,
    lines: errorLines,
    axis: (_, range) => [-range, range],
    ticks: ([low, high], count) =>
      Array.from({ length: count }, (_, i) => low + (i * (high - low)) / (count - 1)),
    tickText: (value) => (value === 0 ? charts().error.truth : formatSigned(value)),
    references: () => TRUTH,
    zones: () => charts().error.zones,
    picture: 'error',
    table: ({ snapshots, first }) => errorTable(snapshots, first),
  },
  returns: {
    words: () => charts().returns,
    lines: returnLines,
    axis: returnDomain,
    ticks: ([low, high], count) => niceTicks(low, high, count),
    tickText: formatValue,
    references: returnReferences,
    picture: 'returns',
    table: ({ snapshots, first }) => returnsTable(snapshots, first),
  },
} as const satisfies Readonly<Record<string, LineChart>>;

/** The name of a chart of lines. */
export type LineChartName = keyof typeof LINE_CHARTS;

/** A chart of lines by its name. */
export const lineChart = (name: LineChartName): LineChart => LINE_CHARTS[name];
