import { remarksOn } from '../../learners/language/check';
import { ProgramFault, placeOf } from '../../learners/language/fault';
import { ownProgram } from '../../learners/own/compiled';

/** Something to be said of a program, at a place in its text. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly sentence: string;
  /** A fault does not train; a remark does. */
  readonly weight: 'fault' | 'remark';
}

/** What is to be said of a text: the first fault, or what a teacher would remark. */
export function findingsOf(text: string): readonly Finding[] {
  try {
    const { program, compiled, names } = ownProgram(text);
    return remarksOn(program, compiled, names).map(({ start, end, sentence }) => ({
      ...placeOf(program.source, start),
      start,
      end,
      sentence,
      weight: 'remark',
    }));
  } catch (error) {
    if (!(error instanceof ProgramFault)) throw error;
    const { span, line, column, sentence } = error;
    return [{ ...span, line, column, sentence, weight: 'fault' }];
  }
}
