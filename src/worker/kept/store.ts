import { editsToCome } from '../../experiment/saved-run';
import type { LiveEdit } from '../../experiment/types';
import { FORMAT, type KeptEntry, type KeptPoint, type KeptRun, sealOf } from './kept-run';

/** What is written and taken away at once, or not at all. */
export interface Exchange {
  readonly put: ReadonlyMap<string, unknown>;
  readonly remove: readonly string[];
}

/** Values by key between visits. Every method may reject: a browser may refuse storage altogether. */
export interface KeptValues {
  get(key: string): Promise<unknown>;
  /** Does what `change` says to a value, with nobody in between, in one transaction. */
  exchange(key: string, change: (value: unknown) => Exchange): Promise<void>;
}

/** Who is at work on which of the kept runs, in whatever tab. */
export interface Claims {
  /** Ids that somebody alive is at work on. */
  held(): Promise<ReadonlySet<string>>;
  /** Holds an id until what is returned is called, or the thread goes. */
  hold(id: string): () => void;
}

/** A kept run with its measured points, by ascending step. */
export interface FoundRun extends KeptRun {
  readonly entry: KeptEntry;
  readonly points: readonly KeptPoint[];
}

/** Why a kept run cannot be taken up. */
export class KeptFault extends Error {
  constructor(
    readonly kind: 'later' | 'damaged',
    readonly step: number,
  ) {
    super(kind);
  }
}

/** Most runs that are kept, most bytes of all together, and for how many milliseconds. */
export const LIMITS = { runs: 8, bytes: 96 * 2 ** 20, age: 14 * 24 * 3600 * 1000 } as const;

const INDEX = 'index';
const runKey = (id: string) => `run.${id}`;
const chunkKey = (id: string, chunk: number) => `points.${id}.${chunk}`;

function isEntry(value: unknown): value is KeptEntry {
  const entry = (value ?? {}) as Partial<KeptEntry>;
  const numbers = [entry.format, entry.step, entry.at, entry.bytes, entry.first, entry.chunks];
  return (
    typeof entry.id === 'string' &&
    typeof entry.what === 'string' &&
    Array.isArray(entry.edits) &&
    numbers.every((number) => typeof number === 'number')
  );
}

/** The index as it was kept; another version of the page may have left something else. */
const indexOf = (value: unknown): readonly KeptEntry[] =>
  Array.isArray(value) ? value.filter(isEntry) : [];

function keysOf({ id, first, chunks }: KeptEntry): readonly string[] {
  const points = Array.from({ length: chunks - first }, (_, i) => chunkKey(id, first + i));
  return [runKey(id), ...points];
}

/** The runs that are kept between visits. */
export class KeptRuns {
  readonly #values: KeptValues;
  readonly claims: Claims;

  constructor(values: KeptValues, claims: Claims) {
    this.#values = values;
    this.claims = claims;
  }

  /**
   * The kept run of `what` that came furthest, of those that were edited as this one is and that nobody else is
   * at work on; null where there is none. Rejects with a `KeptFault` where it cannot be read, and however the
   * browser refuses.
   *
   * @param own id that is left out: that of the run which looks.
   */
  async find(what: string, edits: readonly LiveEdit[], own: string): Promise<FoundRun | null> {
    const entries = indexOf(await this.#values.get(INDEX));
    const held = await this.claims.held();
    const fit = entries.filter(
      (one) =>
        one.what === what &&
        one.id !== own &&
        !held.has(one.id) &&
        editsToCome(edits, one) !== null,
    );
    const [entry] = fit.sort((one, other) => other.step - one.step || other.at - one.at);
    if (entry === undefined) return null;
    if (entry.format > FORMAT) throw new KeptFault('later', entry.step);
    return entry.format === FORMAT ? this.#read(entry) : null;
  }

  /** Whether somebody holds a run of `what` who may be about to go, as a page that is loaded again. */
  async isHeld(what: string): Promise<boolean> {
    const held = await this.claims.held();
    return indexOf(await this.#values.get(INDEX)).some(
      (one) => one.what === what && held.has(one.id),
    );
  }

  /** Keeps a run, with points measured since the last time; the runs before it that it makes superfluous go. */
  async write(
    entry: Omit<KeptEntry, 'format' | 'first' | 'chunks'>,
    run: KeptRun,
    chunk: number,
    points: readonly KeptPoint[],
  ): Promise<void> {
    const held = await this.claims.held();
    const { id, what, step, at } = entry;
    await this.#values.exchange(INDEX, (index) => {
      const entries = indexOf(index);
      const before = entries.find((one) => one.id === id);
      // Where somebody has taken it away meanwhile, what was written before is gone.
      const first = before?.first ?? chunk;
      const own = {
        ...entry,
        format: FORMAT,
        first,
        chunks: points.length > 0 ? chunk + 1 : chunk,
      };
      const others = entries.filter((one) => one.id !== id).sort((a, b) => b.at - a.at);
      let bytes = own.bytes;
      let runs = 1;
      const kept = others.filter((other) => {
        if (held.has(other.id)) return true;
        bytes += other.bytes;
        runs += 1;
        const outdone = other.what === what && other.step <= step;
        const old = at - other.at > LIMITS.age;
        return !outdone && !old && runs <= LIMITS.runs && bytes <= LIMITS.bytes;
      });
      const put = new Map<string, unknown>([
        [INDEX, [own, ...kept]],
        [runKey(id), run],
      ]);
      if (points.length > 0) put.set(chunkKey(id, chunk), points);
      const gone = others.filter((other) => !kept.includes(other));
      return { put, remove: gone.flatMap(keysOf) };
    });
  }

  /** Takes away what `which` says of the runs that nobody is at work on. */
  async forget(which: (entry: KeptEntry) => boolean): Promise<void> {
    const held = await this.claims.held();
    await this.#values.exchange(INDEX, (index) => {
      const entries = indexOf(index);
      const gone = entries.filter((one) => !held.has(one.id) && which(one));
      const kept = entries.filter((one) => !gone.includes(one));
      return { put: new Map([[INDEX, kept]]), remove: gone.flatMap(keysOf) };
    });
  }

  async #read(entry: KeptEntry): Promise<FoundRun> {
    const { id, step } = entry;
    const kept = (await this.#values.get(runKey(id))) as KeptRun | undefined;
    const points: KeptPoint[] = [];
    for (let chunk = entry.first; chunk < entry.chunks; chunk++) {
      const found = await this.#values.get(chunkKey(id, chunk));
      if (!Array.isArray(found)) throw new KeptFault('damaged', step);
      points.push(...(found as KeptPoint[]));
    }
    if (kept?.run?.step !== step || sealOf(kept.run) !== kept.seal)
      throw new KeptFault('damaged', step);
    if (kept.last) points.push(kept.last);
    return { ...kept, entry, points };
  }
}
