/** One value that components watch without the parts of the page around them drawing again. */
export interface Store<T> {
  get(): T;
  set(value: T): void;
  subscribe(notify: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const notify of watchers) notify();
    },
    subscribe: (notify) => {
      watchers.add(notify);
      return () => watchers.delete(notify);
    },
  };
}
