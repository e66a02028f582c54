/** What of a keyboard event says which key it was. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
}

/**
 * The names by which a shortcut may know a key, best first: what it types, in lower case, and what the
 * same key types on an English keyboard. On a Russian or Greek one no letter of a shortcut can be typed.
 */
export function namesOf({ key, code }: Pressed): readonly string[] {
  const typed = key.length === 1 ? key.toLowerCase() : key;
  const placed = /^Key[A-Z]$/.test(code)
    ? code.slice(3).toLowerCase()
    : /^(Digit|Numpad)[0-9]$/.test(code)
      ? code.slice(-1)
      : null;
  return placed === null || placed === typed ? [typed] : [typed, placed];
}

/** What the first name of a key that `find` knows stands for; undefined where it knows none. */
export function byKey<T>(pressed: Pressed, find: (name: string) => T | null | undefined) {
  for (const name of namesOf(pressed)) {
    const found = find(name);
    if (found !== null && found !== undefined) return found;
  }
  return undefined;
}
