import fc from 'fast-check';
import { columnsOf, type Drawing, type Sign } from './drawing';

export const anySign: fc.Arbitrary<Sign> = fc.constantFrom('#', '.', 'S', 'G', 'P', 'C');

/** Drawings of up to 9 × 9, worlds or not, with much floor so that there is something to reach. */
export const anyDrawing: fc.Arbitrary<Drawing> = fc
  .record({ rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 9 }) })
  .chain(({ rows, columns }) =>
    fc.array(
      fc
        .array(fc.oneof({ weight: 2, arbitrary: fc.constantFrom('.', '#') }, anySign), {
          minLength: columns,
          maxLength: columns,
        })
        .map((signs) => signs.join('')),
      { minLength: rows, maxLength: rows },
    ),
  );

/** A drawing and some of its cells. */
export const drawingAndCells = (count: number): fc.Arbitrary<[Drawing, number[]]> =>
  anyDrawing.chain((drawing) =>
    fc.tuple(
      fc.constant(drawing),
      fc.array(fc.nat(drawing.length * columnsOf(drawing) - 1), {
        minLength: count,
        maxLength: count,
      }),
    ),
  );
