/**
 * The declaration of a source text that begins with `from`, with the comment above it, down to the
 * brace that closes it at the beginning of a line. Throws an Error where there is none, so that a
 * text never shows code that is no more.
 */
export function excerptOf(source: string, from: string): string {
  const lines = source.split('\n');
  const first = lines.findIndex((line) => line.startsWith(from));
  if (first < 0) throw new Error(`The article shows “${from}”, which the source no longer has.`);
  const length = lines.slice(first).findIndex((line) => /^[})]/.test(line));
  if (length < 0) throw new Error(`“${from}” does not end.`);
  let top = first;
  while (top > 0 && /^\s*(\/\*\*|\*|\/\/)/.test(lines[top - 1])) top -= 1;
  return lines.slice(top, first + length + 1).join('\n');
}
