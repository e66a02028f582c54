import { type Allowance, type Growth, growthOf, type Look } from './growth';

/** A number that is watched: how it is called, written, and from where on it has grown. */
export interface Watched<H> {
  readonly name: string;
  readonly of: (held: H) => number | null;
  readonly allowed: Allowance;
  readonly write: (value: number) => string;
}

const KB = 1024;
export const MB = KB * KB;

/** Bytes in words. */
export function bytes(value: number): string {
  const size = Math.abs(value);
  if (size < KB) return `${value.toFixed(size < 10 ? 1 : 0)} bytes`;
  return size < MB ? `${(value / KB).toFixed(1)} kB` : `${(value / MB).toFixed(1)} MB`;
}

/** A count in words. */
export function count(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** What came of watching: a line to read for every number, and a sentence for each that grows. */
export interface Verdict {
  readonly lines: readonly string[];
  readonly complaints: readonly string[];
}

function lineOf<H>({ name, write }: Watched<H>, looks: readonly Look[], growth: Growth): string {
  const [first] = looks;
  const last = looks[looks.length - 1];
  const mark = growth.grows ? 'GROWS' : ' flat';
  const range = `${write(first.value)} → ${write(last.value)}`;
  return `  ${mark}  ${name.padEnd(22)} ${range}, ${write(growth.each)} each`;
}

/**
 * Judges what was held while something was repeated.
 *
 * @param what is repeated, for the sentences: «a reset», «a step».
 * @param at how often it had been by each look.
 */
export function judge<H>(
  what: string,
  held: readonly H[],
  at: (held: H) => number,
  watched: readonly Watched<H>[],
): Verdict {
  const lines: string[] = [];
  const complaints: string[] = [];
  for (const one of watched) {
    const looks = held.flatMap((each) => {
      const value = one.of(each);
      return value === null ? [] : [{ at: at(each), value }];
    });
    // The system does not tell.
    if (looks.length === 0) continue;
    const growth = growthOf(looks, one.allowed);
    lines.push(lineOf(one, looks, growth));
    if (growth.grows)
      complaints.push(
        `${one.name} grows by ${one.write(growth.each)} with ${what}: ${one.write(growth.whole)} in all after the warm-up.`,
      );
  }
  return { lines, complaints };
}
