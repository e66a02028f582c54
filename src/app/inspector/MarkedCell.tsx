import { useDeferredValue, useMemo } from 'react';
import { useInstances, useModel, useScene, useScheme } from '../basics/context';
import { shownFrame, shownLabel, shownOf } from '../state/seeds';
import { Inspector } from './Inspector';

/** What every learner and the truth say of the cell that is pointed at, else of the one that is marked. */
export default function MarkedCell() {
  const scene = useScene();
  const instances = useInstances();
  const scheme = useScheme();
  const frame = useDeferredValue(useModel((model) => model.frame));
  const shown = useModel(({ settings }) => shownOf(settings));
  const seeds = useModel((model) => model.settings.seeds);
  const reduced = useMemo(() => frame && shownFrame(frame, shown), [frame, shown]);
  const hovered = useModel((model) => model.hovered);
  const pinned = useModel((model) => model.pinned);
  if (scene === null) return null;
  const { problem, grid, ranges } = scene;
  return (
    <Inspector
      problem={problem}
      grid={grid}
      ranges={ranges}
      frame={reduced}
      instances={instances}
      state={hovered ?? pinned}
      pinned={hovered === null && pinned !== null}
      scheme={scheme}
      shown={shownLabel(shown, seeds)}
    />
  );
}
