import type { StoreApi } from 'zustand/vanilla';
import type { Model } from './model';

/**
 * From now on, marks at every verdict the cell that explains it, unless the user looks at one already.
 * Without its code, which comes only then, the verdict stands all the same.
 */
export function pointOutAtVerdict(store: StoreApi<Model>): void {
  const point = async ({ snapshot }: Model) => {
    const { explainingCell } = await import('./leap');
    const now = store.getState();
    // The user may have looked elsewhere meanwhile, or begun anew.
    if (now.pinned !== null || now.snapshot !== snapshot) return;
    const cell = explainingCell(now);
    if (cell !== null) store.setState({ pinned: cell });
  };
  store.subscribe((now, before) => {
    const isVerdict = now.status === 'done' && before.status !== 'done';
    if (isVerdict && now.pinned === null) point(now).catch(() => undefined);
  });
}
