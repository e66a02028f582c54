import type { Memory } from './rungs';

/** The browser's storage, or nothing where it is refused (private windows, sandboxed frames). */
export const memory: Memory = {
  read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Forgetting between visits is all that is lost.
    }
  },
  forget(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // Where nothing can be read, nothing is remembered.
    }
  },
};

/** What is remembered, for one who must not change it. */
export function readOnly(one: Memory): Memory {
  return { read: (key) => one.read(key), write: () => {}, forget: () => {} };
}
