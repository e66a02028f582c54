import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GivenData } from '../../data/given';
import { quoted } from '../../data/text';
import { session } from '../../texts/session';

/** What is known of a dataset on the shelf without its rows. */
export interface ShelfEntry {
  readonly hash: string;
  readonly label: string;
  readonly kind: GivenData['kind'];
  /** Transitions. */
  readonly rows: number;
  /** Rows of the map that its states are of. */
  readonly map: readonly string[];
  /** When it was put here or last looked for, in milliseconds since 1970. */
  readonly at: number;
}

/** What became of a dataset that was to be kept. */
export interface Kept {
  /** All that is kept now, the newest first. */
  readonly entries: readonly ShelfEntry[];
  /** What had to go for it. */
  readonly dropped: readonly ShelfEntry[];
}

/** Datasets between visits. Every method may reject: a browser may refuse storage altogether. */
export interface Archive {
  /** All that is kept, the newest first. */
  list(): Promise<readonly ShelfEntry[]>;
  /** A dataset as it was kept; undefined where it is not there, or is no longer what it was. */
  read(hash: string): Promise<GivenData | undefined>;
  keep(data: GivenData): Promise<Kept>;
  forget(hash: string): Promise<void>;
}

export interface ShelfState {
  /** Datasets that can be had, the newest first. */
  readonly entries: readonly ShelfEntry[];
}

/** Most datasets that are kept, and most rows of all together: some 35 bytes each. */
export const SHELF_LIMIT = { datasets: 24, rows: 2_000_000 } as const;

/** A browser that does not answer for so many milliseconds is taken not to have it. */
const PATIENCE = 4000;

/** An entry of a dataset as of a time. */
export function entryOf(
  { hash, label, kind, transitions, map }: GivenData,
  at: number,
): ShelfEntry {
  return { hash, label, kind, rows: transitions.size, map, at };
}

/** What of entries, the newest first, there is room for: the newest always, then as many as fit. */
export function withinLimit(entries: readonly ShelfEntry[]): Kept {
  let rows = 0;
  const full = entries.findIndex((entry, index) => {
    rows += entry.rows;
    return index > 0 && (index >= SHELF_LIMIT.datasets || rows > SHELF_LIMIT.rows);
  });
  const room = full < 0 ? entries.length : full;
  return { entries: entries.slice(0, room), dropped: entries.slice(room) };
}

/** Resolves as `answer` does, or with `otherwise` where that rejects or takes too long. */
function within<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE, otherwise);
    answer
      .catch(() => otherwise)
      .then((value) => {
        clearTimeout(timer);
        resolve(value);
      });
  });
}

/** The given datasets of this page: those of this visit in memory, all others in the archive. */
export class Shelf {
  readonly store: StoreApi<ShelfState> = createStore(() => ({ entries: [] }));
  readonly #data = new Map<string, GivenData>();
  readonly #open: () => Promise<Archive>;
  #archive: Promise<Archive> | null = null;

  /** @param open opens the archive, when something is first looked for or kept. */
  constructor(open: () => Promise<Archive>) {
    this.#open = open;
  }

  /** A dataset that is in memory. */
  get(hash: string): GivenData | undefined {
    return this.#data.get(hash);
  }

  /** A dataset from memory or the archive; undefined where neither has it. Never rejects. */
  async find(hash: string): Promise<GivenData | undefined> {
    const data = this.#data.get(hash);
    if (data !== undefined) return data;
    const read = this.#opened().then((archive) => archive.read(hash));
    const found = await within(read, undefined);
    if (found === undefined) return this.#data.get(hash);
    this.#data.set(hash, found);
    this.#show([entryOf(found, Date.now())]);
    return found;
  }

  /** Looks through the archive, so that `store` names all that is kept. Never rejects. */
  async refresh(): Promise<void> {
    this.#show(
      await within(
        this.#opened().then((archive) => archive.list()),
        [],
      ),
    );
  }

  /**
   * Keeps a dataset: at once in memory, then between visits. Resolves with sentences on what the user
   * should know of that; never rejects.
   */
  async keep(data: GivenData): Promise<readonly string[]> {
    this.#data.set(data.hash, data);
    this.#show([entryOf(data, Date.now())]);
    const kept = await within(
      this.#opened().then((archive) => archive.keep(data)),
      null,
    );
    const { entries, dropped } = kept ?? withinLimit(this.store.getState().entries);
    for (const { hash } of dropped) this.#takeAway(hash);
    this.#show(entries);
    const name = quoted(data.label);
    const gone = dropped.map(({ label, rows }) => session().madeRoom(quoted(label), rows, name));
    if (kept !== null) return gone;
    return [session().notKept(name), ...gone];
  }

  /**
   * Takes a dataset away, from the archive first: what is no longer named is not there again after a reload.
   * Never rejects.
   */
  async forget(hash: string): Promise<void> {
    await within(
      this.#opened().then((archive) => archive.forget(hash)),
      undefined,
    );
    this.#takeAway(hash);
  }

  #opened(): Promise<Archive> {
    this.#archive ??= this.#open();
    return this.#archive;
  }

  #takeAway(gone: string): void {
    this.#data.delete(gone);
    this.store.setState(({ entries }) => ({
      entries: entries.filter(({ hash }) => hash !== gone),
    }));
  }

  /** Adds entries to those shown, or puts them up to date. */
  #show(added: readonly ShelfEntry[]): void {
    const byHash = new Map(this.store.getState().entries.map((entry) => [entry.hash, entry]));
    for (const entry of added) byHash.set(entry.hash, entry);
    const entries = [...byHash.values()].sort((one, other) => other.at - one.at);
    this.store.setState({ entries });
  }
}
