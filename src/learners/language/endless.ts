import { meansAt } from '../../engine/loss/at-row';
import { ancestors, type LossNode, type OutputPlace } from '../../engine/loss/graph';
import type { WeightedMean } from '../../engine/loss/loss';
import type { NodeValue } from '../../engine/loss/numbers';

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

/** Numbers that look drawn and are the same in every run. */
const drawn = (seed: number) => {
  const x = Math.sin(seed * 12.9898) * 43_758.5453;
  return 2 * (x - Math.floor(x)) - 1;
};

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
  const at = (
    means: readonly WeightedMean[],
    row: number,
    moved: { readonly node: LossNode; readonly action: number; readonly by: number },
  ): number => {
    const action = row % ACTION_COUNT;
    const place = moved.node.leaf as OutputPlace & { op: 'output' };
    const table = ({ network, of, at: state }: OutputPlace): NodeValue => {
      const salt = [...`${network} ${of} ${state}`].reduce(
        (n, c) => n + (c.codePointAt(0) ?? 0),
        row,
      );
      const isMoved =
        network === place.network && of === place.of && state === place.at && moved.by !== 0;
      if (wide.get(`${network} ${of} ${state}`) !== true)
        return drawn(salt) + (isMoved ? moved.by : 0);
      return Array.from(
        { length: ACTION_COUNT },
        (_, a) => drawn(salt + 17 * a) + (isMoved && a === moved.action ? moved.by : 0),
      );
    };
    return meansAt(means, {
      output: table,
      hyper,
      seen: () => Array(ACTION_COUNT).fill(1),
      action,
      drawn: (action + 1) % ACTION_COUNT,
      reward: drawn(row + 91),
      terminal: row % 2,
      actionCount: ACTION_COUNT,
    });
  };
  const wide = new Map(
    ancestors(all(total)).flatMap(({ leaf, shape }) =>
      leaf?.op === 'output'
        ? [[`${leaf.network} ${leaf.of} ${leaf.at}`, shape === 'vector'] as const]
        : [],
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
