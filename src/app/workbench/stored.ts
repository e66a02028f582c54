import { type StoreApi, useStore } from 'zustand';
import { usePlayground } from '../basics/context';
import type { Playground } from '../state/playground';

/**
 * The hooks of what a playground has one of: itself, and a part of its state, with which the component is drawn
 * again when that part is another.
 */
export function hooksOf<S, T extends { readonly store: StoreApi<S> }>(
  of: (playground: Playground) => T & { readonly store: StoreApi<S> },
): readonly [use: () => T, useState: <R>(select: (state: S) => R) => R] {
  const use = () => of(usePlayground());
  return [use, (select) => useStore(use().store, select)];
}
