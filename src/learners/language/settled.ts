import { bodyOf, type Variant } from './choices';
import type { Program } from './tree';

/** A knob with its numbers, as a program says it. */
export interface KnobNumbers {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly logarithmic: boolean;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const lineEnd = (source: string, at: number) => {
  const found = source.indexOf('\n', at);
  return found < 0 ? source.length : found + 1;
};

/**
 * The text of a program that stands by itself: every choice is settled as `variant` says (the first option
 * where it says nothing), and every knob has the numbers that `knobs` has for it.
 */
export function settledText(
  program: Program,
  variant: Variant,
  knobs: Readonly<Record<string, KnobNumbers>>,
): string {
  const { source } = program;
  const edits: Edit[] = [];
  for (const { name, start, end } of program.knobs) {
    if (!Object.hasOwn(knobs, name)) continue;
    const { value, from, to, logarithmic } = knobs[name];
    const scale = logarithmic ? ', logarithmic' : '';
    edits.push({ start, end, text: `knob ${name} = ${value} from ${from} to ${to}${scale}` });
  }
  for (const { start, end } of program.choices) {
    edits.push({ start, end: lineEnd(source, end), text: '' });
  }
  for (const own of program.definitions) {
    const { body, end } = own;
    if (body.kind !== 'by') continue;
    const chosen = bodyOf(program, own, variant);
    const start = source.lastIndexOf('by', body.span.start);
    edits.push({ start, end, text: source.slice(chosen.start, chosen.end) });
  }
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source)
    .trim();
}
