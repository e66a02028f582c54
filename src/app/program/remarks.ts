import { remarksOn } from '../../learners/language/check';
import type { CompiledProgram } from '../../learners/language/compile';
import { ProgramFault, placeOf } from '../../learners/language/fault';
import type { Names } from '../../learners/language/lower';
import type { Program } from '../../learners/language/tree';
import { ownProgram } from '../../learners/own/compiled';
import { currentLanguage } from '../../texts/current';

/** Something to be said of a program, at a place in its text. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** The words of the program that it is about. */
  readonly words: string;
  readonly sentence: string;
  /** A fault does not train; a remark does. */
  readonly weight: 'fault' | 'remark';
}

/** What a teacher would say of a program that compiles. */
export function remarkedOn(
  program: Program,
  compiled: CompiledProgram,
  names: Names,
  variant: Readonly<Record<string, string>> = {},
): readonly Finding[] {
  const { source } = program;
  return remarksOn(program, compiled, names, variant).map(({ start, end, sentence }) => ({
    ...placeOf(source, start),
    start,
    end,
    words: source.slice(start, end),
    sentence,
    weight: 'remark',
  }));
}

let latest: { readonly key: string; readonly found: readonly Finding[] } | null = null;

/**
 * What is to be said of a text: the first fault, or what a teacher would remark. The editor and the list below
 * it ask of the same text: of a long one it takes a quarter of a second.
 */
export function findingsOf(text: string): readonly Finding[] {
  const key = `${currentLanguage()} ${text}`;
  if (latest?.key !== key) latest = { key, found: read(text) };
  return latest.found;
}

function read(text: string): readonly Finding[] {
  try {
    const { program, compiled, names } = ownProgram(text);
    return remarkedOn(program, compiled, names);
  } catch (error) {
    if (!(error instanceof ProgramFault)) throw error;
    const { span, line, column, sentence } = error;
    return [
      { ...span, line, column, words: text.slice(span.start, span.end), sentence, weight: 'fault' },
    ];
  }
}
