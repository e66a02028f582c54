import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BehaviorSpec, buildBehavior } from './behavior';
import { collect } from './collect';
import { MIXTURE_LENGTH, type MixturePart, printMixture, readMixture } from './mixture';
import { readPainted } from './painted';
import { mixtureParts, nearly, paintedCells } from './testing/texts';
import { shipped, small } from './testing/worlds';
import { behaviorReturn } from './values';

const AT = { size: 60, seed: 0 };

/** The behaviour that a mixture stands for where `painted` is a policy of the given text. */
function specOf(parts: readonly MixturePart[], painted = ''): BehaviorSpec {
  const cells = readPainted(painted).value;
  return {
    kind: 'mixture',
    parts: parts.map(({ weight, spec }) => ({
      weight,
      spec: spec.kind === 'painted' ? { ...spec, cells } : spec,
    })),
  };
}

describe('the text of a mixture', () => {
  it('names its components with their weights', () => {
    const text = ' 2*epsilon-greedy(0.3) + expert+0.5*Directional( Left , .5 )+0*painted';
    const { value, faults } = readMixture(text);
    expect(faults).toEqual([]);
    expect(value).toEqual([
      { weight: 2, spec: { kind: 'epsilon-greedy', epsilon: 0.3 } },
      { weight: 1, spec: { kind: 'expert' } },
      { weight: 0.5, spec: { kind: 'directional', direction: 'left', strength: 0.5 } },
      { weight: 0, spec: { kind: 'painted' } },
    ]);
    expect(printMixture(value)).toBe(
      '2*epsilon-greedy(0.3)+1*expert+0.5*directional(left,0.5)+0*painted',
    );
  });

  it.each([
    ['1*wizard', /^“1\*wizard”: a component is one of uniform, epsilon-greedy, /],
    ['1*crossing-paths', /a component is one of/],
    ['much*expert', /^“much\*expert”: “much” is no weight; it is left out/],
    ['1*epsilon-greedy', /it is written epsilon-greedy\(0\.3\); it is left out/],
    ['1*softmax(warm)', /it is written softmax\(0\.1\)/],
    ['1*softmax(1,2)', /it is written softmax/],
    ['1*directional(north,1)', /it is written directional\(right,0\.5\)/],
    ['1*expert(1)', /it is written expert;/],
    ['1*expert)', /a component is written weight\*kind/],
  ])('names “%s” and uses the rest', (entry, sentence) => {
    const { value, faults } = readMixture(`1*uniform+${entry}`);
    expect(printMixture(value)).toBe('1*uniform');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(sentence);
  });

  it('brings numbers to the nearest bound', () => {
    const { value, faults } = readMixture('-3*expert+5000*softmax(0)+1*epsilon-greedy(2)');
    expect(printMixture(value)).toBe('0*expert+1000*softmax(0.001)+1*epsilon-greedy(1)');
    expect(faults).toEqual([
      '“-3*expert”: its weight is from 0 to 1000; 0 is used',
      '“5000*softmax(0)”: its weight is from 0 to 1000; 1000 is used',
      '“5000*softmax(0)”: its temperature is from 0.001 to 100; 0.001 is used',
      '“1*epsilon-greedy(2)”: its epsilon is from 0 to 1; 1 is used',
    ]);
  });

  it('is nothing where no component has a weight', () => {
    for (const text of ['', ' + ', '0*expert', 'nobody']) {
      const { value, faults } = readMixture(text);
      expect(value).toEqual([]);
      expect(faults.at(-1)).toBe('no component with a weight above 0 is left');
    }
  });

  it('has twelve components at most, whatever their numbers', () => {
    const { value, faults } = readMixture(new Array(14).fill('1*expert').join('+'));
    expect(value).toHaveLength(12);
    expect(faults[0]).toBe('12 components is the most; “1*expert” is left out');
    fc.assert(
      fc.property(mixtureParts, (parts) => {
        expect(printMixture(parts).length).toBeLessThanOrEqual(MIXTURE_LENGTH);
      }),
    );
  });

  it('reads what it prints, and prints it again the same', () => {
    fc.assert(
      fc.property(mixtureParts, (parts) => {
        expect(readMixture(printMixture(parts))).toEqual({ value: parts, faults: [] });
      }),
    );
  });

  it('is read from any text at all', () => {
    const pieces = ['1*expert', '2*softmax(', 'directional(up,', 'epsilon-greedy(0.3)', 'painted'];
    fc.assert(
      fc.property(nearly(pieces), (text) => {
        const { value, faults } = readMixture(text);
        for (const fault of faults) expect(fault).not.toMatch(/\.$/);
        if (value.length === 0) expect(faults.length).toBeGreaterThan(0);
        else expect(readMixture(printMixture(value))).toEqual({ value, faults: [] });
      }),
    );
  });
});

describe('a mixture', () => {
  it('of medium and expert by equal weights is the tier medium-expert', () => {
    for (const mdp of [shipped('four-rooms'), shipped('cliff-walking')]) {
      const mixture = buildBehavior(mdp, specOf(readMixture('1*medium+1*expert').value), AT);
      const tier = buildBehavior(mdp, { kind: 'medium-expert' }, AT);
      expect(mixture).toEqual(tier);
      expect(collect(mdp, mixture, AT).hash).toBe(collect(mdp, tier, AT).hash);
    }
  });

  it('earns the weighted mean of what its components earn', () => {
    const mdp = shipped('frozen-lake-4x4');
    const painted = '0.0d,1.0d,2.0r';
    fc.assert(
      fc.property(mixtureParts, (parts) => {
        const { components } = buildBehavior(mdp, specOf(parts, painted), AT);
        expect(components.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        const total = parts.reduce((sum, { weight }) => sum + weight, 0);
        const mean = parts.reduce((sum, part) => {
          const alone = buildBehavior(mdp, specOf([{ ...part, weight: 1 }], painted), AT);
          return sum + (part.weight / total) * behaviorReturn(mdp, alone);
        }, 0);
        expect(behaviorReturn(mdp, { components })).toBeCloseTo(mean, 12);
      }),
      { numRuns: 25 },
    );
  });

  it('holds the painted policy of the same settings, with its notes', () => {
    const mdp = small(['S#.G', '....']);
    const spec = specOf(readMixture('1*painted+3*uniform').value, '0.0d,0.1u');
    const { components, notes } = buildBehavior(mdp, spec, AT);
    expect(components.map(({ label, share }) => [label, share])).toEqual([
      ['painted, 1 cell', 0.25],
      ['uniform', 0.75],
    ]);
    expect([...components[0].policy.slice(0, 4)]).toEqual([0, 0, 1, 0]);
    expect(notes).toEqual(['1 painted cell does nothing here (“0.1u”, a wall).']);
  });

  it('refuses weights that are none', () => {
    const mdp = small(['SG']);
    const uniform = { kind: 'uniform' } as const;
    for (const weight of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const build = () => buildBehavior(mdp, specOf([{ weight, spec: uniform }]), AT);
      expect(build).toThrow('A mixture needs a component with a weight above 0, and none below.');
    }
    const negative = specOf([
      { weight: 2, spec: uniform },
      { weight: -1, spec: uniform },
    ]);
    expect(() => buildBehavior(mdp, negative, AT)).toThrow(/none below/);
  });

  it('of any painting is a distribution in every state', () => {
    const mdp = shipped('four-rooms');
    fc.assert(
      fc.property(paintedCells, (cells) => {
        const parts = [
          { weight: 1, spec: { kind: 'painted', cells } as const },
          { weight: 2, spec: { kind: 'uniform' } as const },
        ];
        const { components } = buildBehavior(mdp, { kind: 'mixture', parts }, AT);
        for (const { policy } of components)
          for (let row = 0; row < policy.length; row += 4)
            expect(policy.slice(row, row + 4).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      }),
      { numRuns: 30 },
    );
  });
});
