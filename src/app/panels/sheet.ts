import { createStore } from 'zustand/vanilla';
import type { StateIndex } from '../../mdp/types';
import type { Playground } from '../state/playground';

/** Whether a cell was tapped, so that what is known of it is wanted right there. */
export const sheet = createStore<{ readonly opened: boolean }>(() => ({ opened: false }));

/** Marks a cell that somebody chose on a map; null unmarks. */
export function choose(playground: Playground, state: StateIndex | null): void {
  playground.pin(state);
  sheet.setState({ opened: state !== null });
}
