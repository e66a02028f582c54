/**
 * Edits between two texts: letters put in, left out, replaced, or two neighbours changed round (optimal
 * string alignment).
 */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + Number(!same));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2] + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length];
}

/** Longer texts are no names. */
const LONGEST = 40;

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * The one of some names that another text was most likely meant to be: the same but for case and signs, one
 * that begins with it or that it begins with, or one that few letters make of it. Null where none is near.
 */
export function nearestOf(given: string, names: readonly string[]): string | null {
  const text = plain(given);
  if (text.length < 2 || text.length > LONGEST) return null;
  const ranked = names
    .map((name) => {
      const other = plain(name);
      const within =
        text.length > 2 && other.length > 1 && (other.startsWith(text) || text.startsWith(other));
      const far = distance(text, other);
      return {
        name,
        far: within ? Math.min(far, 0.5) : far,
        most: Math.max(text.length, other.length),
      };
    })
    .sort((a, b) => a.far - b.far);
  const [best] = ranked;
  return best && best.far <= 0.4 * best.most ? best.name : null;
}
