import type { Snapshot } from '../../experiment/types';

/**
 * The measured points of the current run, in order of their steps. The array is appended in place, so
 * that a point costs O(1) however long the run is; `version` changes with it and is what views watch.
 */
export interface Series {
  readonly runId: string;
  readonly snapshots: readonly Snapshot[];
  readonly version: number;
}

/** A series without points. */
export function emptySeries(runId: string): Series {
  return { runId, snapshots: [], version: 0 };
}

/**
 * Appends a measured point. A point at the step of the last one replaces it (a paused run may be
 * measured again); an earlier step or another run is refused by returning the series unchanged.
 */
export function appendPoint(series: Series, snapshot: Snapshot): Series {
  if (snapshot.runId !== series.runId) return series;
  const points = series.snapshots as Snapshot[];
  const last = points.at(-1);
  if (last && snapshot.step < last.step) return series;
  if (last && snapshot.step === last.step) points[points.length - 1] = snapshot;
  else points.push(snapshot);
  return { runId: series.runId, snapshots: points, version: series.version + 1 };
}
