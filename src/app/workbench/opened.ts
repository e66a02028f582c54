import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Id of the tab on show, null while the workbench is closed. */
const opened = createStore<{ readonly tab: string | null }>(() => ({ tab: null }));

/** Opens the workbench at a tab, or turns to that tab. */
export function openWorkbench(tab: string): void {
  opened.setState({ tab });
}

export function closeWorkbench(): void {
  opened.setState({ tab: null });
}

/** The tab on show; the component is drawn again when it is another. */
export function useOpenedTab(): string | null {
  return useStore(opened, ({ tab }) => tab);
}
