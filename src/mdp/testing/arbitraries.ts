import fc from 'fast-check';
import { buildMdp } from '../mdp';
import type { Mdp, Policy, World } from '../types';

const reward = fc.double({ min: -2, max: 2, noNaN: true });

/** Small maps with at least one start and one goal, reachable or not; some have many starts and cliffs. */
export const anyMap: fc.Arbitrary<string[]> = fc
  .record({
    rows: fc.integer({ min: 1, max: 7 }),
    columns: fc.integer({ min: 2, max: 7 }),
    weights: fc.constantFrom('....#', '....##P', '...#C', '...CCS#', '..PCS', 'SC', '.'),
    seed: fc.array(fc.nat(), { minLength: 49, maxLength: 49 }),
    at: fc.tuple(fc.nat(), fc.nat()),
  })
  .map(({ rows, columns, weights, seed, at }) => {
    const size = rows * columns;
    const cells = Array.from({ length: size }, (_, i) => weights[seed[i] % weights.length]);
    const start = at[0] % size;
    const goal = (start + 1 + (at[1] % (size - 1))) % size;
    cells[start] = 'S';
    cells[goal] = 'G';
    return Array.from({ length: rows }, (_, r) =>
      cells.slice(r * columns, (r + 1) * columns).join(''),
    );
  });

export const anyWorld: fc.Arbitrary<World> = fc.record({
  map: anyMap,
  slip: fc.oneof(fc.constantFrom(0, 2 / 3, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  rewards: fc.record({ step: reward, goal: reward, pit: reward, cliff: reward }),
  gamma: fc.oneof(fc.constantFrom(0, 0.9, 0.999), fc.double({ min: 0, max: 0.999, noNaN: true })),
  horizon: fc.integer({ min: 1, max: 60 }),
});

export const anyMdp: fc.Arbitrary<Mdp> = anyWorld.map(buildMdp);

/** Policies of an MDP: deterministic in some states, mixed in others. */
export const policyOf = (mdp: Mdp): fc.Arbitrary<Policy> =>
  fc
    .array(fc.tuple(fc.nat(6), fc.array(fc.nat(9), { minLength: 4, maxLength: 4 })), {
      minLength: mdp.states,
      maxLength: mdp.states,
    })
    .map((rows) => {
      const policy = new Float64Array(mdp.states * 4);
      rows.forEach(([pick, weights], s) => {
        const total = weights.reduce((sum, w) => sum + w, 0);
        for (let a = 0; a < 4; a++) {
          policy[s * 4 + a] = pick < 4 || total === 0 ? Number(a === pick % 4) : weights[a] / total;
        }
      });
      return policy;
    });

/** An MDP with one of its policies. */
export const mdpAndPolicy: fc.Arbitrary<readonly [Mdp, Policy]> = anyMdp.chain((mdp) =>
  fc.tuple(fc.constant(mdp), policyOf(mdp)),
);
