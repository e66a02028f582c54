import { program as texts } from '../../texts/program';

/** A stretch of a program: characters from `start` to before `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Line and column of a place in a program, from 1. */
export function placeOf(
  source: string,
  at: number,
): { readonly line: number; readonly column: number } {
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

/** What is wrong with a program, in a sentence, and where. */
export class ProgramFault extends Error {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** The sentence without its place. */
  readonly sentence: string;
  readonly span: Span;

  constructor(source: string, span: Span, sentence: string) {
    const { line, column } = placeOf(source, span.start);
    super(texts().at(line, column, sentence));
    this.name = 'ProgramFault';
    this.line = line;
    this.column = column;
    this.sentence = sentence;
    this.span = span;
  }
}
