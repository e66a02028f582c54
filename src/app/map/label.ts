import { mapLabel } from '../../texts/mapLabel';
import type { Grid } from '../state/grid';
import type { Layer } from './layer';
import { showsPolicy } from './paint';
import type { MapValues } from './types';

/** The name of a map for assistive technology. */
export function labelOf(grid: Grid, label: string, layer: Layer, values: MapValues | null): string {
  const shown = showsPolicy(layer, values) ? 'policy' : layer;
  return mapLabel().of(label, grid.rows, grid.columns, shown);
}
