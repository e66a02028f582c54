import type { Snapshot } from '../../experiment/types';
import { roomOfSnapshot } from './room';
import { thin } from './thin';

/**
 * Measured points of the current run, in order of their steps: all of them up to `MOST_POINTS` or the bytes
 * that they may take, then ever fewer of them, evenly, so that what draws them takes as long after an hour as
 * after a minute. The array is appended in place; `version` changes with it and is what views watch.
 */
export interface Series {
  readonly runId: string;
  readonly snapshots: readonly Snapshot[];
  readonly version: number;
  /** Steps that lie at least between two kept points, 0 while all are kept; the last is always kept. */
  readonly spacing: number;
}

/** Points kept at most: more than a chart has pixels. */
export const MOST_POINTS = 1600;
/** Bytes that they may take: 1,600 points of some forty learners and seeds. */
export const SERIES_BUDGET = 48 * 2 ** 20;
/** Points that are kept whatever they take: the first, the last, and what goes between them. */
const FEWEST_POINTS = 3;

/** A series without points. */
export function emptySeries(runId: string): Series {
  return { runId, snapshots: [], version: 0, spacing: 0 };
}

/**
 * Appends a measured point. A point at the step of the last one replaces it (a paused run may be
 * measured again); an earlier step or another run is refused by returning the series unchanged.
 *
 * @param budget bytes that all points may take.
 */
export function appendPoint(series: Series, snapshot: Snapshot, budget = SERIES_BUDGET): Series {
  if (snapshot.runId !== series.runId) return series;
  const points = series.snapshots as Snapshot[];
  const last = points.at(-1);
  if (last && snapshot.step < last.step) return series;
  const before = points.at(-2);
  // The last point stands for now; once another comes it stays only where it is far enough from those kept.
  const passing = last && before && last.step - before.step < series.spacing;
  if (passing || last?.step === snapshot.step) points[points.length - 1] = snapshot;
  else points.push(snapshot);
  const most = Math.min(MOST_POINTS, Math.floor(budget / roomOfSnapshot(snapshot)));
  const full = points.length > Math.max(FEWEST_POINTS, most);
  const spacing = full ? thin(points, series.spacing) : series.spacing;
  return { runId: series.runId, snapshots: points, version: series.version + 1, spacing };
}
