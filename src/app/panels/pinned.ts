import { useStore } from 'zustand';
import { useModel, usePlayground } from '../basics/context';
import { type KeptRun, runsOf } from '../state/runs';

/** The run that is compared with; null where none is. */
export function usePinned(): KeptRun | null {
  return useStore(runsOf(usePlayground()).store, ({ pinned }) => pinned);
}

/** Whether the maps of a run are of the present world. */
export function useIsHere(run: KeptRun | null): boolean {
  const world = useModel((model) => model.problem?.world);
  return run !== null && JSON.stringify(run.problem.world.map) === JSON.stringify(world?.map);
}

/** The run whose maps the cards show in place of the present one's; null where they show that. */
export function useShownRun(): KeptRun | null {
  const run = useStore(runsOf(usePlayground()).store, ({ pinned, shown }) =>
    shown === 'pinned' ? pinned : null,
  );
  return useIsHere(run) ? run : null;
}
