import { useDeferredValue } from 'react';
import type { Frame } from '../../experiment/types';
import { type Scene, useModel, useScene } from '../basics/context';
import type { Layer } from '../map/layer';
import { LAYERS } from '../map/layers';
import type { MapRanges } from '../state/grid';
import { type Shown, shownLearner, shownOf } from '../state/seeds';
import { wideningOf } from '../state/widening';
import { useShownRun } from './pinned';

/** The values of all learners on show, in parts of the layer's scale. */
function* sharesOf(frame: Frame, layer: Layer, shown: Shown, ranges: MapRanges): Generator<number> {
  const { shown: of, scale } = LAYERS[layer];
  if (of === undefined || !scale.signed) return;
  for (const seeds of Object.values(frame.learners)) {
    const values = shownLearner(seeds, shown);
    if (values === null || of.table(values) === null) continue;
    for (let pair = 0; pair < values.policy.length; pair++) {
      const value = of.of(values, pair);
      yield Math.sign(value) * scale.share(value, ranges);
    }
  }
}

/** Once a frame and layer, whichever of the maps asks. */
const known = new WeakMap<Frame, Map<string, number>>();

function widened(frame: Frame, layer: Layer, shown: Shown, ranges: MapRanges): number {
  const ofFrame = known.get(frame) ?? new Map<string, number>();
  known.set(frame, ofFrame);
  const key = `${layer} ${shown} ${ranges.range}`;
  const factor = ofFrame.get(key) ?? wideningOf(sharesOf(frame, layer, shown, ranges));
  ofFrame.set(key, factor);
  return factor;
}

const wider = new WeakMap<MapRanges, Map<number, MapRanges>>();

/** The same object for the same factor: maps are drawn anew where theirs is another. */
function widerRanges(ranges: MapRanges, factor: number): MapRanges {
  if (factor === 1) return ranges;
  const ofRanges = wider.get(ranges) ?? new Map<number, MapRanges>();
  wider.set(ranges, ofRanges);
  const found = ofRanges.get(factor) ?? { ...ranges, widened: factor };
  ofRanges.set(factor, found);
  return found;
}

/** The present problem for what takes long to draw, which comes after all that can be pressed. */
export function useLaterScene(): Scene | null {
  return useDeferredValue(useScene());
}

/** The frame that the maps show: of the moment shown, or of the run whose maps stand in their place. */
export function useShownFrame(): Frame | null {
  // Numbers first: four maps drawn in the same task would hold up the next click.
  const present = useDeferredValue(useModel((model) => model.frame));
  return useShownRun()?.moment.frame ?? present;
}

/** The scale that all learners' maps share, wider where more than half of what they show would lie above it. */
export function useMapRanges(scene: Scene | null, layer: Layer): MapRanges | null {
  const other = useShownRun();
  return useModel((model) => {
    if (scene === null) return null;
    const frame = other ? other.moment.frame : model.frame;
    if (frame === null || frame.step === 0) return scene.ranges;
    const shown = other ? 0 : shownOf(model.settings);
    return widerRanges(scene.ranges, widened(frame, layer, shown, scene.ranges));
  });
}
