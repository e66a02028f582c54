import type { Meant } from './meaning';
import type { Order } from './table';
import type { RawTable } from './types';

/** Rows in the order of time, and where they follow on each other. */
export interface Sequence {
  readonly rows: Int32Array;
  /** `[rows]` 1 where the file says that what comes behind is another episode. */
  readonly ends: Uint8Array;
  readonly order: Order;
}

/** How far the order of a file may be from one in which steps follow on each other. */
const STRAY = 0.1;

/** Whether two rows of the file are of one environment and episode. */
type Together = (one: number, other: number) => boolean;

/** The rows of a file in the order of time, by environment, episode and step where these say one. */
export function sequenceOf(raw: RawTable, meant: Meant): Sequence {
  const { rows } = raw;
  const { episode } = meant.columns;
  const { environment } = meant;
  const { step } = meant.columns;
  const asFile = Int32Array.from({ length: rows }, (_, row) => row);
  const together: Together = (one, other) =>
    (!episode || episode[one] === episode[other]) &&
    (!environment || environment[one] === environment[other]);
  const numbered =
    episode !== undefined || (environment !== undefined && runsOf(asFile, together) > 1);
  if (numbered) return numberedSequence(raw, meant, asFile, together);
  const timed = step && usableTimes(step);
  if (!timed) return { rows: asFile, ends: plainEnds(asFile, meant, null), order: 'kept' };
  if (isAscending(asFile, timed)) {
    return { rows: asFile, ends: plainEnds(asFile, meant, null), order: 'kept' };
  }
  if (allDistinct(timed)) {
    const sorted = asFile.toSorted((one, other) => timed[one] - timed[other]);
    return { rows: sorted, ends: plainEnds(sorted, meant, timed), order: 'sorted' };
  }
  const ends = plainEnds(asFile, meant, timed);
  return { rows: asFile, ends, order: isMixed(asFile, timed) ? 'unknown' : 'kept' };
}

/** Rows that state an episode or an environment. */
function numberedSequence(
  raw: RawTable,
  meant: Meant,
  asFile: Int32Array,
  together: Together,
): Sequence {
  const { episode, step } = meant.columns;
  const { environment } = meant;
  const times = step && usableTimes(step);
  const endsOf = (rows: Int32Array): Uint8Array =>
    Uint8Array.from(rows, (row, i) =>
      i + 1 < rows.length && (!together(row, rows[i + 1]) || meant.first?.[rows[i + 1]] === 1)
        ? 1
        : 0,
    );
  const keep = (order: Order): Sequence => ({ rows: asFile, ends: endsOf(asFile), order });
  const within = (rows: Int32Array): boolean =>
    rows.every(
      (row, i) =>
        i === 0 || !times || !together(rows[i - 1], row) || !(times[row] <= times[rows[i - 1]]),
    );
  const runs = runsOf(asFile, together);
  const groups = new Map<string, number>();
  const groupOf = Int32Array.from(asFile, (row) => {
    const key = `${environment?.[row]}/${episode?.[row]}`;
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    return group;
  });
  const contiguous = runs === groups.size;
  if (contiguous && within(asFile)) return keep('kept');
  // Numbers of episodes that are used again (several logs in one file) are none the less whole runs.
  if (!contiguous && within(asFile) && wholeRuns(raw, meant, asFile, together)) return keep('kept');
  const rank = rankGroups(asFile, groupOf, groups.size, meant);
  const sorted = asFile.toSorted(
    (one, other) =>
      rank[groupOf[one]] - rank[groupOf[other]] ||
      (times ? times[one] - times[other] : 0) ||
      one - other,
  );
  if (times && !within(sorted)) {
    // A few steps that are wrong do not make the order of a file wrong.
    const strays = asFile.reduce(
      (sum, row, i) =>
        sum + (i > 0 && together(asFile[i - 1], row) && times[row] <= times[asFile[i - 1]] ? 1 : 0),
      0,
    );
    return keep(contiguous && strays <= STRAY * asFile.length ? 'kept' : 'unknown');
  }
  return { rows: sorted, ends: endsOf(sorted), order: 'sorted' };
}

/** The place of every group: by its number where numbers are all there is, else as they appear. */
function rankGroups(
  rows: Int32Array,
  groupOf: Int32Array,
  groups: number,
  { columns: { episode }, environment }: Meant,
): Int32Array {
  const first = new Int32Array(groups).fill(-1);
  for (const row of rows) if (first[groupOf[row]] < 0) first[groupOf[row]] = row;
  const order = Int32Array.from({ length: groups }, (_, group) => group).sort(
    (one, other) =>
      (environment?.[first[one]] ?? 0) - (environment?.[first[other]] ?? 0) ||
      (episode?.[first[one]] ?? 0) - (episode?.[first[other]] ?? 0) ||
      one - other,
  );
  const rank = new Int32Array(groups);
  order.forEach((group, place) => {
    rank[group] = place;
  });
  return rank;
}

const runsOf = (rows: Int32Array, together: Together): number =>
  rows.reduce((runs, row, i) => runs + (i === 0 || !together(rows[i - 1], row) ? 1 : 0), 0);

/** Whether every run of rows begins like an episode or ends like one. */
function wholeRuns(
  { rows }: RawTable,
  { columns: { terminal, truncated, done, step }, first }: Meant,
  asFile: Int32Array,
  together: Together,
): boolean {
  const ended = (row: number): boolean =>
    terminal?.[row] === 1 || truncated?.[row] === 1 || done?.[row] === 1;
  const began = (row: number): boolean => first?.[row] === 1 || step?.[row] === 0;
  let runs = 0;
  let whole = 0;
  for (let i = 0; i + 1 < rows; i++) {
    if (together(asFile[i], asFile[i + 1])) continue;
    runs++;
    if (ended(asFile[i]) || (step !== undefined && began(asFile[i + 1]))) whole++;
  }
  return runs > 0 && whole >= (1 - STRAY) * runs && (!step || runs < rows / 2);
}

/** Times to put rows in order by: null where not every row has one, or all have the same. */
const usableTimes = (step: Float64Array): Float64Array | null =>
  step.every(Number.isFinite) && (step.length < 2 || step.some((x) => x !== step[0])) ? step : null;

const isAscending = (rows: Int32Array, times: Float64Array): boolean =>
  rows.every((row, i) => i === 0 || times[row] > times[rows[i - 1]]);

const allDistinct = (times: Float64Array): boolean => new Set(times).size === times.length;

/** Whether steps follow on each other too rarely for the rows to be in order. */
function isMixed(rows: Int32Array, times: Float64Array): boolean {
  let strays = 0;
  let restarts = 0;
  const least = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  for (let i = 1; i < rows.length; i++) {
    const [before, now] = [times[rows[i - 1]], times[rows[i]]];
    if (now > before) continue;
    if (now === least) restarts++;
    else strays++;
  }
  const starts = rows.reduce((sum, row) => sum + (times[row] === least ? 1 : 0), 0);
  return strays > STRAY * rows.length || (starts > 1 && strays > restarts);
}

/** Where rows without a number of their episode end one: before a first row, or where steps do not follow. */
function plainEnds(rows: Int32Array, meant: Meant, times: Float64Array | null): Uint8Array {
  const { step } = meant.columns;
  const usable = step && (times ?? usableTimes(step));
  const stride = usable ? strideOf(rows, usable) : 0;
  return Uint8Array.from(rows, (row, i) => {
    if (i + 1 === rows.length) return 0;
    const next = rows[i + 1];
    if (meant.first?.[next] === 1) return 1;
    if (!usable) return 0;
    const gap = usable[next] - usable[row];
    return stride === null ? (gap <= 0 ? 1 : 0) : gap !== stride ? 1 : 0;
  });
}

/** What steps grow by from row to row; null where that is no one number, as of times of day. */
export function strideOf(rows: Int32Array, times: Float64Array): number | null {
  const counts = new Map<number, number>();
  let growing = 0;
  for (let i = 1; i < rows.length; i++) {
    const gap = times[rows[i]] - times[rows[i - 1]];
    if (gap <= 0) continue;
    growing++;
    if (counts.size < 1000) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  if (growing === 0) return 1;
  const [stride, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  return count >= growing / 2 && Number.isInteger(stride) ? stride : null;
}
