import fc from 'fast-check';
import { anyMdp, policyOf } from '../../../mdp/testing/arbitraries';
import type { Mdp } from '../../../mdp/types';
import { collect } from '../../collect';
import type { Dataset } from '../../types';

/** A random world and a dataset collected in it by a random policy. */
export const anyDataset: fc.Arbitrary<{ readonly mdp: Mdp; readonly data: Dataset }> = anyMdp
  .chain((mdp) =>
    fc.record({
      mdp: fc.constant(mdp),
      policy: policyOf(mdp),
      size: fc.integer({ min: 50, max: 200 }),
      seed: fc.nat(1000),
    }),
  )
  .map(({ mdp, policy, size, seed }) => {
    const components = [{ label: 'random', policy, share: 1 }];
    return { mdp, data: collect(mdp, { components }, { size, seed }) };
  });
