import { meansAt } from '../../engine/loss/at-row';
import { ancestors, type LossNode, type OutputPlace } from '../../engine/loss/graph';
import type { WeightedMean } from '../../engine/loss/loss';
import type { NodeValue } from '../../engine/loss/numbers';
import { randomStream } from '../../random/stream';

/** An output along which a loss has no least value. */
export interface Endless {
  readonly network: string;
  /** Whether the loss falls as the output grows, or as it sinks. */
  readonly grows: boolean;
  /** Whose output it is: that of the row's action, of another one, or the only one. */
  readonly action: 'taken' | 'other' | null;
  /** Whether some means fall along it as well. */
  readonly falls: (means: readonly WeightedMean[]) => boolean;
}

/** Rows that are tried; whether a loss has an end may hang on their rewards and on who is ahead. */
const ROWS = 6;
const ACTION_COUNT = 4;
/** From so far out it is looked at whether it still falls. */
const [NEAR, FAR] = [1e4, 1e6];
/** So much it falls at least from near to far where it has no end. */
const FALL = 1;

const keyOf = ({ network, of, at }: OutputPlace) => `${network} ${of} ${at}`;

/** A number for every action, in [−1, 1), the same in every run. */
function drawn(key: string, row: number): readonly number[] {
  const { uniform } = randomStream('endless', key, row);
  return Array.from({ length: ACTION_COUNT }, () => 2 * uniform() - 1);
}

const isTrained = ({ leaf, differentiable }: LossNode) => leaf?.op === 'output' && differentiable;

/**
 * Looks for an output of a network on which minimising has no end: further and further along it the loss of
 * one row keeps falling, whatever the others do. Null where none is found.
 */
export function endlessOf(
  total: readonly WeightedMean[],
  hyper: (name: string) => number,
): Endless | null {
  const all = (means: readonly WeightedMean[]) => means.flatMap((m) => [m.weight, m.value]);
  const outputs = ancestors(all(total)).filter(isTrained);
  const rewards = Array.from({ length: ROWS }, (_, row) => drawn('reward', row)[0]);
  const tables = new Map<string, readonly number[]>();
  const tableAt = (row: number, asked: OutputPlace): readonly number[] => {
    const key = `${row} ${keyOf(asked)}`;
    const found = tables.get(key) ?? drawn(key, row);
    tables.set(key, found);
    return found;
  };
  const at = (
    means: readonly WeightedMean[],
    row: number,
    moved: { readonly node: LossNode; readonly action: number; readonly by: number },
  ): number => {
    const action = row % ACTION_COUNT;
    const place = moved.node.leaf as OutputPlace & { op: 'output' };
    const table = (asked: OutputPlace): NodeValue => {
      const values = tableAt(row, asked);
      const isMoved =
        asked.network === place.network && asked.of === place.of && asked.at === place.at;
      const own = values.map((value, a) =>
        isMoved && a === moved.action ? value + moved.by : value,
      );
      return wide.get(keyOf(asked)) === true ? own : own[0];
    };
    return meansAt(means, {
      output: table,
      hyper,
      seen: () => Array(ACTION_COUNT).fill(1),
      action,
      drawn: (action + 1) % ACTION_COUNT,
      reward: rewards[row],
      terminal: row % 2,
      actionCount: ACTION_COUNT,
    });
  };
  const wide = new Map(
    ancestors(all(total)).flatMap(({ leaf, shape }) =>
      leaf?.op === 'output' ? [[keyOf(leaf), shape === 'vector'] as const] : [],
    ),
  );
  for (const node of outputs) {
    const actions = node.shape === 'vector' ? ACTION_COUNT : 1;
    for (let row = 0; row < ROWS; row++)
      for (let action = 0; action < actions; action++)
        for (const sign of [-1, 1]) {
          const falls = (means: readonly WeightedMean[]) =>
            at(means, row, { node, action, by: sign * FAR }) <
            at(means, row, { node, action, by: sign * NEAR }) - FALL;
          if (!falls(total)) continue;
          const { network } = node.leaf as OutputPlace & { op: 'output' };
          const whose = actions === 1 ? null : action === row % ACTION_COUNT ? 'taken' : 'other';
          return { network, grows: sign > 0, action: whose, falls };
        }
  }
  return null;
}
