import type { LearnerMeta } from '../meta';

/** What the page wants to know of a learner and only its program says. */
export type OwnTraits = Required<
  Pick<LearnerMeta, 'hasValues' | 'actsOnValues' | 'believesIn' | 'sinks' | 'consults' | 'takes'>
>;

type Reader = (text: string) => Partial<OwnTraits>;

let reader: Reader | null = null;

/** Whether programs can be read: on the page, the language comes when somebody needs it. */
export function canRead(): boolean {
  return reader !== null;
}

/** Says who reads programs. */
export function readWith(own: Reader): void {
  reader = own;
}

/** What follows from a program; nothing as long as nobody can read it, or where it says nothing. */
export function traitsOf(text: string): Partial<OwnTraits> {
  return reader?.(text) ?? {};
}
