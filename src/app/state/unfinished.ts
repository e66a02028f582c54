import type { Memory } from './rungs';

/** What somebody writes that may be unfinished. */
const KINDS = ['maps', 'programs'] as const;

/** Texts that are kept at most, of each kind; of more the oldest go. */
const MOST = 12;

const keyOf = (kind: string) => `offgrid.unfinished.${kind}`;

/** What is kept under a key; another version of the page may have left something else. */
function readAll(memory: Memory, key: string): readonly (readonly [string, string])[] {
  try {
    const found: unknown = JSON.parse(memory.read(key) ?? '[]');
    if (!Array.isArray(found)) return [];
    return found.filter(
      (one): one is [string, string] =>
        Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === 'string'),
    );
  } catch {
    return [];
  }
}

/**
 * Texts of one kind that somebody has begun and not put to use, by name, the oldest first: there again after a
 * reload, and lost without a word where a browser keeps nothing.
 */
export class Unfinished {
  readonly #memory: Memory;
  readonly #key: string;
  readonly #texts: Map<string, string>;

  constructor(memory: Memory, kind: (typeof KINDS)[number]) {
    this.#memory = memory;
    this.#key = keyOf(kind);
    this.#texts = new Map(readAll(memory, this.#key));
  }

  has(name: string): boolean {
    return this.#texts.has(name);
  }

  get(name: string): string | undefined {
    return this.#texts.get(name);
  }

  set(name: string, text: string): void {
    this.#texts.delete(name);
    this.#texts.set(name, text);
    for (const oldest of [...this.#texts.keys()].slice(0, -MOST)) this.#texts.delete(oldest);
    this.#write();
  }

  delete(name: string): void {
    if (this.#texts.delete(name)) this.#write();
  }

  #write(): void {
    if (this.#texts.size === 0) this.#memory.forget(this.#key);
    else this.#memory.write(this.#key, JSON.stringify([...this.#texts]));
  }
}
