import { useStore } from 'zustand';
import { usePlayground } from '../basics/context';
import { type KeptRun, runsOf } from '../state/runs';

/** The run that is compared with; null where none is. */
export function usePinned(): KeptRun | null {
  return useStore(runsOf(usePlayground()).store, ({ pinned }) => pinned);
}

/** The run whose maps the cards show in place of the present one's; null where they show that. */
export function useShownRun(): KeptRun | null {
  return useStore(runsOf(usePlayground()).store, ({ pinned, shown }) =>
    shown === 'pinned' ? pinned : null,
  );
}
