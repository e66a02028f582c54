import { createStore, type StoreApi } from 'zustand/vanilla';
import { perPlayground } from '../state/per-playground';
import type { Memory } from '../state/rungs';
import { type Act, type Lecture, printLecture } from './lecture';
import { readLecture } from './read';

/** An act of one's own lecture; `key` stays with it wherever it is moved. */
export interface OwnAct extends Act {
  readonly key: number;
}

/** A lecture that somebody collects, or has opened. */
export interface OwnLecture extends Lecture {
  readonly acts: readonly OwnAct[];
}

/** What can be taken back, and what it was. */
interface Undo {
  readonly own: OwnLecture | null;
  readonly said: string;
}

export interface LecturesView {
  /** Null: the lecture that comes with the page. */
  readonly own: OwnLecture | null;
  /** The lecture that was at hand before another was opened; null where there was none. */
  readonly before: Lecture | null;
  /** Whether this browser has kept what is there. */
  readonly kept: boolean;
  /** What was wrong with the file or link that was opened last. */
  readonly faults: readonly string[];
  readonly undo: Undo | null;
}

const KEY = 'offgrid.lecture';
const KEY_BEFORE = 'offgrid.lecture.before';

/** The lecture at hand, kept in this browser between visits. */
export class Lectures {
  readonly store: StoreApi<LecturesView>;
  readonly #memory: Memory;
  #keys = 0;

  constructor(memory: Memory) {
    this.#memory = memory;
    const kept = (key: string) => {
      const text = memory.read(key);
      return text === null ? null : readLecture(text).lecture;
    };
    const own = kept(KEY);
    this.store = createStore(() => ({
      own: own && this.#keyed(own),
      before: kept(KEY_BEFORE),
      kept: true,
      faults: [],
      undo: null,
    }));
  }

  /** Puts an act at the end; begins a lecture of that title where there is none of one's own. */
  add(act: Act, title: string, language: string): void {
    const { own } = this.store.getState();
    const there = own ?? { title, language, acts: [] };
    this.#keep({ ...there, acts: [...there.acts, this.#withKey(act)] });
  }

  rename(title: string): void {
    const { own } = this.store.getState();
    if (own) this.#keep({ ...own, title });
  }

  edit(key: number, change: Partial<Act>): void {
    const { own } = this.store.getState();
    if (own === null) return;
    const acts = own.acts.map((act) => (act.key === key ? { ...act, ...change } : act));
    this.#keep({ ...own, acts });
  }

  /** Moves an act by so many places; gives its place from 0 then, null where it stays. */
  move(key: number, by: number): number | null {
    const { own } = this.store.getState();
    const from = own?.acts.findIndex((act) => act.key === key) ?? -1;
    const to = from + by;
    if (!own || from < 0 || to < 0 || to >= own.acts.length) return null;
    const acts = [...own.acts];
    acts.splice(to, 0, ...acts.splice(from, 1));
    this.#keep({ ...own, acts });
    return to;
  }

  /** Takes an act away; of the last one the lecture that comes with the page is there again. */
  remove(key: number, said: string): void {
    const { own } = this.store.getState();
    if (own === null) return;
    const acts = own.acts.filter((act) => act.key !== key);
    this.#keep(acts.length > 0 ? { ...own, acts } : null, { own, said });
  }

  /** Puts a lecture in the place of the one at hand, which is kept beside it. */
  take(lecture: Lecture, faults: readonly string[], said: string): void {
    const { own, before } = this.store.getState();
    // The same once more, as a link that is opened again.
    if (own && printLecture(own) === printLecture(lecture)) {
      this.store.setState({ faults });
      return;
    }
    const replaced = own ?? before;
    this.store.setState({ before: replaced, faults });
    this.#keep(this.#keyed(lecture), { own, said });
    if (own) this.#write(KEY_BEFORE, own);
  }

  /** Says what is wrong with a lecture that was to be opened; the one at hand stays. */
  refuse(faults: readonly string[]): void {
    this.store.setState({ faults });
  }

  /** Back to the lecture that comes with the page. */
  leave(said: string): void {
    const { own } = this.store.getState();
    if (own === null) return;
    this.store.setState({ before: own, faults: [] });
    this.#write(KEY_BEFORE, own);
    this.#keep(null, { own, said });
  }

  undo(): void {
    const { undo } = this.store.getState();
    if (undo) this.#keep(undo.own);
  }

  #withKey(act: Act): OwnAct {
    this.#keys += 1;
    return { ...act, key: this.#keys };
  }

  #keyed(lecture: Lecture): OwnLecture {
    return { ...lecture, acts: lecture.acts.map((act) => this.#withKey(act)) };
  }

  #keep(own: OwnLecture | null, undo: Undo | null = null): void {
    this.store.setState({ own, undo });
    if (own === null) this.#memory.forget(KEY);
    this.store.setState({ kept: own === null || this.#write(KEY, own) });
  }

  /** Whether it is there afterwards: a browser that is full or keeps nothing does not say so. */
  #write(key: string, lecture: Lecture): boolean {
    const text = printLecture(lecture);
    this.#memory.write(key, text);
    return this.#memory.read(key) === text;
  }
}

/** The lectures of a playground. */
export const lecturesOf = perPlayground(
  ({ memory }: { readonly memory: Memory }) => new Lectures(memory),
);
