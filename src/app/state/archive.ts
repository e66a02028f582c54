import { createStore, del, delMany, get, set, update } from 'idb-keyval';
import { type GivenData, givenData } from '../../data/given';
import { type Archive, entryOf, type Kept, type ShelfEntry, withinLimit } from './shelf';

/** Values by key between visits. */
export interface KeyValues {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Replaces a value by what `change` makes of it, with nobody in between. */
  update(key: string, change: (value: unknown) => unknown): Promise<void>;
}

const INDEX = 'index';
const keyOf = (hash: string) => `data.${hash}`;

function isEntry(value: unknown): value is ShelfEntry {
  const { hash, label, kind, rows, map, at } = (value ?? {}) as Partial<ShelfEntry>;
  return (
    typeof hash === 'string' &&
    typeof label === 'string' &&
    (kind === 'imported' || kind === 'played') &&
    typeof rows === 'number' &&
    Array.isArray(map) &&
    typeof at === 'number'
  );
}

/** The index as it was kept; another version of the page may have left something else. */
function indexOf(value: unknown): readonly ShelfEntry[] {
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

function withFirst(entries: readonly ShelfEntry[], entry: ShelfEntry): readonly ShelfEntry[] {
  return [entry, ...entries.filter(({ hash }) => hash !== entry.hash)];
}

/** The archive over a store of values; `now` is in milliseconds since 1970. */
export function archiveOver(values: KeyValues, now: () => number): Archive {
  /** Puts an entry first, and takes away what there is no room for. */
  async function enter(entry: ShelfEntry): Promise<Kept> {
    let kept: Kept = { entries: [], dropped: [] };
    await values.update(INDEX, (index) => {
      kept = withinLimit(withFirst(indexOf(index), entry));
      return kept.entries;
    });
    if (kept.dropped.length > 0) await values.remove(kept.dropped.map(({ hash }) => keyOf(hash)));
    return kept;
  }

  return {
    list: async () => indexOf(await values.get(INDEX)),
    async read(hash) {
      const stored = await values.get(keyOf(hash));
      if (stored === undefined) return undefined;
      const data = checked(stored);
      if (data?.hash !== hash) return undefined;
      // Having come of use it is not the next to go; without that it is there all the same.
      await enter(entryOf(data, now())).catch(() => undefined);
      return data;
    },
    async keep(data) {
      await values.set(keyOf(data.hash), data);
      return enter(entryOf(data, now()));
    },
    async forget(hash) {
      await values.update(INDEX, (index) => indexOf(index).filter((entry) => entry.hash !== hash));
      await values.remove([keyOf(hash)]);
    },
  };
}

/** A dataset out of whatever was stored, under the hash that its rows really have. */
function checked(stored: unknown): GivenData | null {
  try {
    return givenData(stored as GivenData);
  } catch {
    return null;
  }
}

/** The archive in this browser's IndexedDB. */
export function openArchive(): Archive {
  const store = createStore('offgrid', 'datasets');
  const values: KeyValues = {
    get: (key) => get(key, store),
    set: (key, value) => set(key, value, store),
    remove: (keys) => (keys.length === 1 ? del(keys[0], store) : delMany([...keys], store)),
    update: (key, change) => update(key, change, store),
  };
  return archiveOver(values, Date.now);
}
