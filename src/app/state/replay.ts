import type { StoreApi } from 'zustand/vanilla';
import { STEPS_PER_SECOND } from '../../worker/training/pace';
import { type Model, sought } from './model';

/** Milliseconds between two looks at the clock. */
const TICK = 40;
/** A replay takes at least so long, in seconds: faster it could not be seen. */
const SHORTEST = 1.5;

/**
 * Shows the kept moments one after the other, at the speed that is chosen for training and without
 * training anything, up to the latest. Seeking meanwhile goes on from there; a run that begins anew ends it.
 *
 * @param now milliseconds on any steady clock.
 */
export function replay(store: StoreApi<Model>, now: () => number = () => performance.now()): void {
  const model = store.getState();
  const first = model.moments.kept[0];
  if (model.replaying || model.latest === null || first === undefined) return;
  const { runId } = model;
  store.setState({
    ...(model.shownStep === null ? sought(model, first.step) : {}),
    replaying: true,
  });
  let from = store.getState().shownStep ?? first.step;
  let since = now();
  let shown = from;
  const tick = () => {
    const present = store.getState();
    if (!present.replaying || present.runId !== runId || present.latest === null) return;
    if (present.shownStep !== null && present.shownStep !== shown) {
      from = present.shownStep;
      since = now();
    }
    const end = present.latest.step;
    const rate = Math.min(STEPS_PER_SECOND[present.settings.speed], (end - first.step) / SHORTEST);
    const at = from + ((now() - since) * rate) / 1000;
    const over = at >= end;
    store.setState((current) => ({
      ...sought(current, over ? 'now' : at),
      ...(over ? { replaying: false } : {}),
    }));
    shown = store.getState().shownStep ?? end;
    if (!over) setTimeout(tick, TICK);
  };
  setTimeout(tick, TICK);
}
