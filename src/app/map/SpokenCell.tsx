import type { StateIndex } from '../../mdp/types';
import type { Grid } from '../state/grid';
import { describeCell } from './describe';
import type { Layer } from './layer';
import type { MapValues } from './types';

interface SpokenCellProps {
  readonly grid: Grid;
  readonly state: StateIndex;
  readonly layer: Layer;
  readonly values: MapValues | null;
  readonly counts: ArrayLike<number>;
}

/** A cell of a map in words, for whoever is on it with the keyboard. */
export default function SpokenCell({ grid, state, layer, values, counts }: SpokenCellProps) {
  return <>{describeCell(grid, state, layer, values, counts)}</>;
}
