import { SCENARIOS } from '../../experiment/scenarios';
import { resolveSettings } from '../../experiment/settings/parse';
import { worldOf } from '../../experiment/settings/world';
import type { Settings } from '../../experiment/types';
import { countBehaviors } from '../../worker/preview/client';
import type { Grid } from '../state/grid';
import { gridOf } from '../state/grid';

/** What is drawn of a scenario. */
export interface Preview {
  readonly settings: Settings;
  readonly grid: Grid;
  /** `[states × 4]` N(s,a); null until it has been collected. */
  readonly counts: Int32Array | null;
}

const previews = new Map<string, Preview>(
  SCENARIOS.map(({ id }) => {
    const { settings } = resolveSettings({ scenario: id });
    return [id, { settings, grid: gridOf(worldOf(settings)), counts: null }];
  }),
);

const listeners = new Set<() => void>();

/** The preview of a shipped scenario. */
export function previewFor(id: string): Preview {
  const preview = previews.get(id);
  if (preview === undefined) throw new RangeError(`There is no scenario “${id}”.`);
  return preview;
}

/** Calls `notify` whenever a preview has changed. Returns a function that ends it. */
export function watchPreviews(notify: () => void): () => void {
  listeners.add(notify);
  return () => listeners.delete(notify);
}

/**
 * Collects the data of all scenarios that have none yet, in a worker: a run under way on the page
 * must not wait for pictures. Returns a function that ends it; what fails stays a bare map.
 */
export function collectPreviews(): () => void {
  const open = [...previews].filter(([, { counts }]) => counts === null);
  return countBehaviors(
    open.map(([id, { settings }]) => ({ id, settings })),
    (id, counts) => {
      previews.set(id, { ...previewFor(id), counts });
      for (const notify of listeners) notify();
    },
  );
}
