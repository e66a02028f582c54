import { encodingTable } from '../engine/encoding';
import { numbersOf } from '../engine/saved';
import { ACTION_COUNT } from '../mdp/types';
import { instancesOf } from './assemble';
import type { Problem } from './problem';
import type { Settings } from './types';

/** Bytes that the networks of a run take where it is saved, optimiser included. */
export function savedBytes({ mdp }: Pick<Problem, 'mdp'>, settings: Settings): number {
  const { cells, columns, rows, states } = mdp;
  const { encoding, width, seeds } = settings;
  const features =
    encoding === 'one-hot' ? states : encodingTable(encoding, { cells, columns, rows }).features;
  const networks = instancesOf(settings).flatMap(({ definition }) => definition.networks);
  return networks.reduce((sum, { output, target }) => {
    const outputs = output === 'actions' ? ACTION_COUNT : 1;
    // The network, two moments, and where it has one its target.
    return sum + 4 * seeds * (target ? 4 : 3) * numbersOf({ features, width, outputs });
  }, 0);
}
