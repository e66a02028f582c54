/**
 * Gives an object that stands at the top of a module its texts. Every one is read in the language
 * that is spoken when it is asked for; a copy (`{ ...object }`) keeps that of the moment.
 */
export function spoken<B extends object, T extends object>(
  bare: B,
  names: readonly (keyof T & string)[],
  texts: () => T,
): B & T {
  for (const name of names)
    Object.defineProperty(bare, name, { enumerable: true, get: () => texts()[name] });
  return bare as B & T;
}
