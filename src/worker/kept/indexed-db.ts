import { createStore, get, type UseStore } from 'idb-keyval';
import type { Claims, KeptValues } from './store';

/** Values in this browser's IndexedDB, which is opened when it is first needed. */
export function browserValues(): KeptValues {
  let opened: UseStore | null = null;
  const store = (): UseStore => {
    // Where storage is forbidden this throws.
    opened ??= createStore('offgrid-runs', 'runs');
    return opened;
  };
  return {
    get: async (key) => get(key, store()),
    exchange: async (key, change) =>
      store()(
        'readwrite',
        (values) =>
          new Promise<void>((resolve, reject) => {
            const { transaction } = values;
            transaction.oncomplete = () => resolve();
            transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
            const found = values.get(key);
            found.onsuccess = () => {
              try {
                const { put, remove } = change(found.result);
                for (const gone of remove) values.delete(gone);
                for (const [at, value] of put) values.put(value, at);
              } catch (error) {
                reject(error instanceof Error ? error : new Error(String(error)));
                transaction.abort();
              }
            };
          }),
      ),
  };
}

const PREFIX = 'offgrid-run.';

/**
 * Who is at work on a run, told by locks, which go with their thread however it ends. Where a browser has none
 * nobody holds anything: a run of another tab may then be offered, but never written to.
 */
export function browserClaims(): Claims {
  const { locks } = navigator as { readonly locks?: LockManager };
  return {
    async held() {
      const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
      return new Set(
        held.flatMap(({ name = '' }) =>
          name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [],
        ),
      );
    },
    hold(id) {
      let release = () => {};
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      locks?.request(`${PREFIX}${id}`, () => until).catch(() => undefined);
      return release;
    },
  };
}
