import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LossGraph } from '../../engine/loss/graph';
import { bodyOf } from './choices';
import { isMeans, Lowering } from './lower';
import { parseProgram } from './parse';
import { programs } from './testing/programs';
import { TreeTraits } from './traits';

/** What the graph calls an expression of a shape; numbers that are the same for all rows are numbers. */
const SHAPES = {
  scalar: 'number',
  row: 'number',
  vector: 'vector',
  action: 'action',
  fact: 'flag',
  flag: 'flag',
  mask: 'mask',
} as const;

// Two walk the tree: what prints and checks it, and what makes a graph of it.
it('says of random programs what their graph says: shapes, and whether a gradient passes', () => {
  let compared = 0;
  fc.assert(
    fc.property(programs, (text) => {
      const program = parseProgram(text);
      const traits = new TreeTraits(program, (own) => bodyOf(program, own, {}));
      const lowering = new Lowering(program, new LossGraph(), {}, {});
      for (const own of program.definitions) {
        const value = lowering.definition(own.name);
        if (value === null) continue;
        const { shape, learns } = traits.of(bodyOf(program, own, {}), 's');
        compared += 1;
        if (isMeans(value)) {
          expect(shape).toBe('mean');
          expect(value.means.some((one) => one.value.differentiable) && learns.size === 0).toBe(
            false,
          );
          continue;
        }
        expect(SHAPES[shape as keyof typeof SHAPES]).toBe(value.shape);
        expect(value.differentiable && learns.size === 0).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(300);
});
