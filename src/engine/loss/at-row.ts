import type { WeightedMean } from './loss';
import { evaluate, type RowValues } from './numbers';
import type { RowLoss } from './rows';

/** What some weighted means come to at one row, as if the minibatch were that row, in 64-bit numbers. */
export function meansAt(means: readonly WeightedMean[], row: RowValues): number {
  const nodes = means.flatMap(({ weight, value }) => [weight, value]);
  const values = evaluate(nodes, row) as readonly number[];
  return means.reduce((sum, _, i) => sum + values[2 * i] * values[2 * i + 1], 0);
}

/**
 * The gradient of what is minimised at one row with respect to the online outputs at s, by network: a list
 * as long as the network has outputs; only networks that the loss trains.
 */
export function gradientsAt(
  { means }: RowLoss,
  row: RowValues,
): Readonly<Record<string, readonly number[]>> {
  const found: Record<string, number[]> = {};
  const of = (network: string) => {
    const output = row.output({ network, of: 'online', at: 'state' });
    found[network] ??= Array(typeof output === 'number' ? 1 : output.length).fill(0);
    return found[network];
  };
  for (const { gradients } of means) {
    for (const { network, all, at } of gradients) {
      const own = of(network);
      if (all !== null) {
        const [share] = evaluate([all], row);
        own.forEach((_, a) => {
          own[a] += typeof share === 'number' ? share : share[a];
        });
      }
      for (const { action, value } of at) {
        const [a, share] = evaluate([action, value], row) as readonly number[];
        own[a] += share;
      }
    }
  }
  return found;
}
