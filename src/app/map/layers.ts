import type { Layer, MapLayer } from './layer';
import { counts } from './layers/counts';
import { error } from './layers/error';
import { lie } from './layers/lie';
import { occupancy } from './layers/occupancy';
import { q } from './layers/q';
import { surprise } from './layers/surprise';
import { truth } from './layers/truth';

/** The layers by their names: a file each, and a line here. Those of values stand in tables in this order. */
export const LAYERS: Readonly<Record<Layer, MapLayer>> = {
  q,
  truth,
  error,
  surprise,
  lie,
  counts,
  occupancy,
};

/** All names of layers. */
export const LAYER_NAMES = Object.keys(LAYERS) as readonly Layer[];
