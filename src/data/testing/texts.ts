import fc from 'fast-check';
import { ACTIONS } from '../../mdp/types';
import { type DatasetEdit, EDIT_RANGES, regionOf, type Surgery } from '../edits';
import { MIXTURE_RANGES, type MixturePart, type MixtureSpec } from '../mixture';
import { always, type PaintedCell } from '../painted';
import type { CellPairs } from '../pairs';

const weights = fc
  .tuple(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(999))
  .filter((four) => four.filter((weight) => weight > 0).length > 1);

const coordinate = fc.nat(39);

/** Painted cells of some map, each cell at most once, in reading order. */
export const paintedCells: fc.Arbitrary<PaintedCell[]> = fc
  .uniqueArray(
    fc.record<PaintedCell>({
      row: coordinate,
      column: coordinate,
      weights: fc.oneof(fc.nat(3).map(always), weights),
    }),
    { selector: ({ row, column }) => row * 40 + column, maxLength: 30 },
  )
  .map((cells) => cells.sort((a, b) => a.row - b.row || a.column - b.column));

/** Pairs of some map, each cell at most once, in reading order. */
export const cellPairs: fc.Arbitrary<CellPairs[]> = fc
  .uniqueArray(
    fc.record<CellPairs>({
      row: coordinate,
      column: coordinate,
      actions: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
    }),
    { selector: ({ row, column }) => row * 40 + column, maxLength: 30 },
  )
  .map((cells) => cells.sort((a, b) => a.row - b.row || a.column - b.column));

const numberOf = (name: keyof typeof MIXTURE_RANGES) =>
  fc.double({ ...MIXTURE_RANGES[name], noNaN: true }).map((x) => x + 0);

const spec: fc.Arbitrary<MixtureSpec> = fc.oneof(
  fc.record({ kind: fc.constantFrom('uniform', 'medium', 'expert') }),
  fc.record({ kind: fc.constant('painted') }),
  fc.record({ kind: fc.constant('epsilon-greedy'), epsilon: numberOf('epsilon') }),
  fc.record({ kind: fc.constant('softmax'), temperature: numberOf('temperature') }),
  fc.record({
    kind: fc.constant('directional'),
    direction: fc.constantFrom(...ACTIONS),
    strength: numberOf('strength'),
  }),
) as fc.Arbitrary<MixtureSpec>;

/** Components of a mixture, at least one of them with a weight. */
export const mixtureParts: fc.Arbitrary<MixturePart[]> = fc
  .array(fc.record({ weight: numberOf('weight'), spec }), { minLength: 1, maxLength: 12 })
  .filter((parts) => parts.some(({ weight }) => weight > 0));

const corner = fc.record({ row: coordinate, column: coordinate });

const limit = (name: keyof typeof EDIT_RANGES) =>
  fc.double({ ...EDIT_RANGES[name], noNaN: true }).map((x) => x + 0);

/** One operation on a dataset, in any region of the largest map. */
export const surgery: fc.Arbitrary<Surgery> = fc.oneof(
  fc.tuple(corner, corner).map(([one, other]) => ({
    kind: 'erase' as const,
    region: regionOf(one, other),
  })),
  fc.tuple(corner, corner, fc.constantFrom(...ACTIONS)).map(([one, other, action]) => ({
    kind: 'erase' as const,
    region: regionOf(one, other),
    action,
  })),
  limit('value').map((value) => ({ kind: 'below' as const, value })),
  limit('percent').map((percent) => ({ kind: 'top' as const, percent })),
  fc.record({
    kind: fc.constant('noise' as const),
    deviation: limit('deviation'),
    seed: fc.nat(EDIT_RANGES.seed.max),
  }),
);

/** A list of edits, some of them switched off. */
export const datasetEdits: fc.Arbitrary<DatasetEdit[]> = fc.array(
  fc.record({ on: fc.boolean(), surgery }),
  { maxLength: 8 },
);

/** Text of any kind, much of it nearly what a grammar reads: pieces of `like` among others. */
export const nearly = (like: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(...like),
          fc.constantFrom(
            '-',
            '.',
            '+',
            '*',
            ',',
            ';',
            '(',
            ')',
            '!',
            '0',
            '9',
            '1e999',
            'NaN',
            ' ',
          ),
          fc.string({ maxLength: 3 }),
        ),
        { maxLength: 20 },
      )
      .map((pieces) => pieces.join('')),
  );
