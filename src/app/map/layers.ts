import type { Layer } from './types';

/** What a layer is, for those who paint it, say it and put it in tables. */
interface LayerTraits {
  /**
   * `value`: as Q* reaches, from the lowest to the highest; `around`: both ways from 0; `counts`: N(s,a);
   * `time`: shares of it, of whole cells.
   */
  readonly scale: 'value' | 'around' | 'counts' | 'time';
  /** Where a scale around 0 ends, in value ranges; 1 if not said. */
  readonly end?: number;
  /** The table it shows; none where it shows the data, or whole cells. */
  readonly reads?: 'q' | 'trueQ' | 'delta' | 'share';
  /** The table that is taken from it. */
  readonly less?: 'trueQ';
  /**
   * Weighed by the policy's own visits: what stands in states that the data never saw counts in full, and
   * where next to nothing is the paper stays bare.
   */
  readonly weighed?: true;
}

/** A gap is spread over the cells on a way: a quarter of the range shows the few that carry it. */
const LIE_END = 0.25;

export const LAYER_TRAITS: Readonly<Record<Layer, LayerTraits>> = {
  error: { scale: 'around', reads: 'q', less: 'trueQ' },
  q: { scale: 'value', reads: 'q' },
  truth: { scale: 'value', reads: 'trueQ' },
  surprise: { scale: 'around', reads: 'delta' },
  lie: { scale: 'around', end: LIE_END, reads: 'share', weighed: true },
  counts: { scale: 'counts' },
  occupancy: { scale: 'time' },
};
