import type { LearnerDefinition } from './types';

/** Powers of the unit of value, by the names of workings, networks, terms and hyper-parameters. */
export type Dimensions = Readonly<Record<string, number>>;

/** What a working is called that is just a definition of a program: nobody knows more of it than its name. */
export const named = (definition: string) => `= ${definition}`;

/** The definition that a working of such a name is; null for all others. */
export const definitionNamed = (working: string) =>
  working.startsWith('= ') ? working.slice(2) : null;

type Measured = Pick<LearnerDefinition, 'dimensions'>;

/** What a learner's networks and workings are, unless it says otherwise: values. */
const VALUE = 1;
/** What its terms are: squares of values. */
const SQUARE = 2;
/** What its hyper-parameters are: plain numbers. */
const PLAIN = 0;

const over = (scale: number, power: number): number => scale ** -power;

/** Factor that brings a working, or an output, from a learner's units to those of the world. */
export function workingFactor({ dimensions }: Measured, name: string, scale: number): number {
  return over(scale, dimensions?.[name] ?? VALUE);
}

/** Factor that brings a term of the loss from a learner's units to those of the world. */
export function termFactor({ dimensions }: Measured, name: string, scale: number): number {
  return over(scale, dimensions?.[name] ?? SQUARE);
}

/**
 * Factor that makes of a hyper-parameter the one that does the same to values in the world's units:
 * α and κ are values (α/c, κ/c), β is one over a value (β·c).
 */
export function hyperFactor({ dimensions }: Measured, name: string, scale: number): number {
  return over(scale, dimensions?.[name] ?? PLAIN);
}

/** Factor of ∂term/∂output of a network; of one whose outputs are no values, 1. */
export function gradientFactor(
  { dimensions }: Measured,
  term: string,
  network: string,
  scale: number,
): number {
  const output = dimensions?.[network] ?? VALUE;
  return output === 0 ? 1 : over(scale, (dimensions?.[term] ?? SQUARE) - output);
}
