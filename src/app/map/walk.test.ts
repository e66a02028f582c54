import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMdp } from '../../mdp/mdp';
import { optimalValues } from '../../mdp/optimal';
import { greedyPolicy, uniformPolicy } from '../../mdp/policies';
import { WORLDS, worldById } from '../../mdp/presets';
import type { Mdp, World } from '../../mdp/types';
import { randomStream } from '../../random/stream';
import { adjacent, changePolicy, STUCK_STEPS, startWalk, stepWalk, wholeWalk } from './walk';

const numbers = (seed: number) => {
  const stream = randomStream('walk test', seed);
  return () => stream.uniform();
};

/** A policy of one action everywhere. */
function always(mdp: Mdp, action: number): Float64Array {
  return Float64Array.from({ length: mdp.states * 4 }, (_, pair) => Number(pair % 4 === action));
}

/** Fewest moves from a start to a goal, by breadth-first search on the text map. */
function shortest(world: World): number {
  const { map } = world;
  const at = (sign: string) => {
    const row = map.findIndex((line) => line.includes(sign));
    return [row, map[row].indexOf(sign)] as const;
  };
  const start = at('S');
  let edge = [start];
  const seen = new Set([start.join()]);
  for (let moves = 0; edge.length > 0; moves++) {
    const next: (readonly [number, number])[] = [];
    for (const [row, column] of edge) {
      if (map[row][column] === 'G') return moves;
      for (const [r, c] of [
        [row - 1, column],
        [row + 1, column],
        [row, column - 1],
        [row, column + 1],
      ] as const) {
        const sign = map[r]?.[c];
        if (sign === undefined || '#PC'.includes(sign) || seen.has(`${r},${c}`)) continue;
        seen.add(`${r},${c}`);
        next.push([r, c]);
      }
    }
    edge = next;
  }
  return Number.POSITIVE_INFINITY;
}

describe('a walk', () => {
  it.each(WORLDS.filter((world) => world.slip === 0).map((world) => [world.name, world]))(
    'takes the shortest way through %s under the best policy',
    (_, world) => {
      const mdp = buildMdp(world as World);
      const walk = wholeWalk(mdp, greedyPolicy(optimalValues(mdp).q), numbers(1));
      expect(walk.end).toBe('goal');
      expect(walk.stuckFrom).toBeNull();
      expect(walk.actions).toHaveLength(shortest(world as World));
    },
  );

  it('knows at its first revisit that a certain policy goes in circles', () => {
    const mdp = buildMdp(worldById('four-rooms') ?? WORLDS[0]);
    const walk = wholeWalk(mdp, always(mdp, 0), numbers(1));
    expect(walk.end).toBe('stuck');
    expect(walk.stuckFrom).toBe(1);
    expect(walk.actions).toHaveLength(1 + STUCK_STEPS);
  });

  it('forgets its circles when the policy changes', () => {
    const mdp = buildMdp(worldById('four-rooms') ?? WORLDS[0]);
    const random = numbers(1);
    let walk = startWalk(mdp, random);
    for (let i = 0; i < 3; i++) walk = stepWalk(mdp, always(mdp, 0), walk, random);
    expect(walk.stuckFrom).toBe(1);
    walk = stepWalk(mdp, always(mdp, 1), changePolicy(walk), random);
    expect(walk.stuckFrom).toBeNull();
  });

  it('lasts no longer than the horizon', () => {
    const mdp = buildMdp({ ...(worldById('four-rooms') ?? WORLDS[0]), horizon: 7 });
    const walk = wholeWalk(mdp, uniformPolicy(mdp), numbers(3));
    expect(walk.end).toBe('horizon');
    expect(walk.actions).toHaveLength(7);
  });

  it('only ever moves to successors of the action taken, and is the same for the same numbers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORLDS), fc.nat(1000), (world, seed) => {
        const mdp = buildMdp(world);
        const walk = wholeWalk(mdp, uniformPolicy(mdp), numbers(seed));
        expect(walk).toEqual(wholeWalk(mdp, uniformPolicy(mdp), numbers(seed)));
        walk.actions.forEach((action, i) => {
          const pair = walk.path[i] * 4 + action;
          const reached = mdp.successors.slice(mdp.offsets[pair], mdp.offsets[pair + 1]);
          expect(reached).toContain(walk.path[i + 1]);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('slips as often as the world says', () => {
    const mdp = buildMdp({
      map: ['...', '.S.', '..G'],
      slip: 0.4,
      rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
      gamma: 0.9,
      horizon: 50,
    });
    const random = numbers(5);
    const landed = new Map<number, number>();
    const count = 4000;
    for (let i = 0; i < count; i++) {
      const { path } = stepWalk(mdp, always(mdp, 0), startWalk(mdp, random), random);
      landed.set(path[1], (landed.get(path[1]) ?? 0) + 1);
    }
    // Up from the middle: 0.6 up, 0.2 left, 0.2 right; five standard errors.
    expect(Math.abs((landed.get(1) ?? 0) / count - 0.6)).toBeLessThan(0.04);
    expect(Math.abs((landed.get(3) ?? 0) / count - 0.2)).toBeLessThan(0.035);
    expect(Math.abs((landed.get(5) ?? 0) / count - 0.2)).toBeLessThan(0.035);
  });
});

describe('adjacent', () => {
  it('tells a step from a jump, also across the edge of a row', () => {
    const grid = { cells: Int32Array.from([0, 1, 2, 3, 4, 5]), columns: 3 };
    expect(adjacent(grid, 0, 1)).toBe(true);
    expect(adjacent(grid, 0, 3)).toBe(true);
    expect(adjacent(grid, 0, 0)).toBe(true);
    expect(adjacent(grid, 2, 3)).toBe(false);
    expect(adjacent(grid, 0, 4)).toBe(false);
  });
});
