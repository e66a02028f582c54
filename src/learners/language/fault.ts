import { program as texts } from '../../texts/program';

/** A stretch of a program: characters from `start` to before `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
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
    const before = source.slice(0, span.start).split('\n');
    const line = before.length;
    const column = [...(before.at(-1) ?? '')].length + 1;
    super(texts().at(line, column, sentence));
    this.name = 'ProgramFault';
    this.line = line;
    this.column = column;
    this.sentence = sentence;
    this.span = span;
  }
}
