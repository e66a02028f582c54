// What of a stage's long output says what failed, to be repeated where everybody looks: at the end.

/** How Vitest, Playwright and our own tools begin the line that names what failed. */
const NAMES = /^\s*(?:FAIL|FAILED|✗|✘|not ok|\d+\))\s/;

/** How the line after it says why. */
const REASON = /^\s*\w*(?:Error|Failure)\b/;

const WIDTH = 300;

/**
 * The lines that name what failed, each with the reason that follows it, without colours and repetitions.
 *
 * @param output all that a stage said.
 * @param most how many failures at most; the last line counts the others.
 */
export function failuresIn(output, most = 8) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters.
  const lines = output.replace(/\u001b\[[0-9;]*m/g, '').split(/\r?\n/);
  const failures = new Map();
  for (const [index, line] of lines.entries()) {
    if (!NAMES.test(line)) continue;
    const name = line.trim();
    const next = lines.slice(index + 1).find((after) => after.trim() !== '') ?? '';
    const reason = REASON.test(next) ? [`  ${next.trim()}`] : [];
    if ((failures.get(name)?.length ?? 0) < reason.length || !failures.has(name)) {
      failures.set(name, reason);
    }
  }
  const said = [...failures].slice(0, most).flatMap(([name, reason]) => [name, ...reason]);
  if (failures.size > most) said.push(`and ${failures.size - most} more`);
  return said.map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line));
}
