import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIXTURE_KINDS, type MixturePart } from '../../../data/mixture';
import { mixtureText, moved, partsOf, sharesOf, specOf } from './mixing';

const anyParts: fc.Arbitrary<readonly MixturePart[]> = fc.array(
  fc.record({
    weight: fc.integer({ min: 0, max: 1000 }),
    spec: fc.constantFrom(...MIXTURE_KINDS).map(specOf),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('a mixture', () => {
  it('goes through its text unharmed, and is none where nothing has a weight', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const text = mixtureText(parts);
        if (text === null) expect(parts.every(({ weight }) => weight === 0)).toBe(true);
        else expect(partsOf(text)).toEqual(parts);
      }),
    );
  });

  it('has shares that sum to 1', () => {
    expect(sharesOf(partsOf('3*medium+1*expert'))).toEqual([0.75, 0.25]);
    expect(sharesOf([{ weight: 0, spec: { kind: 'expert' } }])).toEqual([0]);
  });

  it('is reordered without losing a part', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(11), fc.integer({ min: -1, max: 12 }), (parts, at, to) => {
        const from = at % parts.length;
        const next = moved(parts, from, to);
        expect(next.length).toBe(parts.length);
        expect(new Set(next)).toEqual(new Set(parts));
        if (to >= 0 && to < parts.length) expect(next[to]).toBe(parts[from]);
      }),
    );
  });
});
