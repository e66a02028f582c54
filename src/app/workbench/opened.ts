import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What the microscope is to look at when it opens. */
export interface Look {
  /** Row of the dataset, from 0. */
  readonly row: number;
  /** Id of the instance. */
  readonly instance: string;
}

interface Opened {
  /** Id of the tab on show, null while the workbench is closed. */
  readonly tab: string | null;
  /** Null where the microscope chooses by itself. */
  readonly look: Look | null;
}

const opened = createStore<Opened>(() => ({ tab: null, look: null }));

/** Opens the workbench at a tab, or turns to that tab. */
export function openWorkbench(tab: string): void {
  opened.setState({ tab, look: null });
}

/** Opens the microscope on a row. */
export function openMicroscope(look: Look): void {
  opened.setState({ tab: 'microscope', look });
}

export function closeWorkbench(): void {
  opened.setState({ tab: null, look: null });
}

/** The tab on show; the component is drawn again when it is another. */
export function useOpenedTab(): string | null {
  return useStore(opened, ({ tab }) => tab);
}

/** What the microscope was asked to look at as it opened; null where nobody asked. */
export function lookAsked(): Look | null {
  return opened.getState().look;
}
