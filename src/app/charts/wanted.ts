import { createStore } from 'zustand/vanilla';

/** A tab of the evidence, and the loss term to show in it, that another part of the page asks for. */
export interface WantedEvidence {
  readonly tab: string;
  readonly term?: string;
}

/** What was asked for last; a new object every time, so that asking again opens it again. */
export const wantedEvidence = createStore<{ readonly wanted: WantedEvidence | null }>(() => ({
  wanted: null,
}));

/** Opens a tab of the evidence. */
export function showEvidence(wanted: WantedEvidence): void {
  wantedEvidence.setState({ wanted: { ...wanted } });
}
