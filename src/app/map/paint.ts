import type { Grid } from '../state/grid';
import type { Layer, LayerInputs, PairPaint } from './layer';
import { LAYERS } from './layers';
import { isOfCells } from './layers/values';
import type { Rgb } from './scales';
import type { MapValues } from './types';

/** What decides the colour of a pair, and the layer that is asked for it. */
export interface PaintInputs extends LayerInputs {
  readonly layer: Layer;
}

/** Whether a state is drawn with values: one may stand in it and act. */
export function acts(grid: Grid, state: number): boolean {
  return grid.mdp.terminal[state] === 0 && grid.mdp.reachable[state] === 1;
}

/**
 * What a layer shows of a pair; null where it has nothing to show of these values. A belief in states says
 * of their four actions the same.
 */
export function shownValue(layer: Layer, values: MapValues, pair: number): number | null {
  const { shown } = LAYERS[layer];
  return shown?.table(values) ? shown.of(values, pair) : null;
}

/** Whether what a layer shows is of whole cells, and of no single action. */
export function showsCells(layer: Layer, values: MapValues): boolean {
  return isOfCells(LAYERS[layer].shown, values);
}

/** Whether a layer of values has nothing to say of these ones: the map then shows π̂ in its stead. */
export function showsPolicy(layer: Layer, values: MapValues | null): boolean {
  const { shown } = LAYERS[layer];
  return values !== null && shown !== undefined && shown.table(values) === null;
}

/** The colour of a whole cell; null where the layer has none for it. */
export function paintState(inputs: PaintInputs, state: number): Rgb | null {
  return LAYERS[inputs.layer].paintCell?.(inputs, state) ?? null;
}

/** The fill of the pair (state, action), null where the paper stays bare. */
export function paintPair(inputs: PaintInputs, state: number, action: number): PairPaint | null {
  return LAYERS[inputs.layer].paintPair(inputs, state, action);
}
