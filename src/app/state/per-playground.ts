/**
 * Something that a playground has one of for as long as the page lives, so that closing what shows it loses
 * nothing; made when it is first asked for.
 */
export function perPlayground<P extends object, T>(
  make: (playground: P) => T,
): (playground: P) => T {
  const made = new WeakMap<P, { readonly one: T }>();
  return (playground) => {
    const found = made.get(playground) ?? { one: make(playground) };
    made.set(playground, found);
    return found.one;
  };
}
