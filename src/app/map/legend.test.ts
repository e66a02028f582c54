import { describe, expect, it } from 'vitest';
import { formatValue } from '../../texts/format';
import type { Scheme } from '../theme/palette';
import { LAYER_NAMES } from './layers';
import { legendScale } from './legend';

const RANGES = { low: 0, high: 1, range: 1, maxCount: 25 };
const SCHEMES: readonly Scheme[] = ['light', 'dark'];

describe.each(SCHEMES)('legends in the %s scheme', (scheme) => {
  it('describes every layer with ordered ticks for its legend', () => {
    for (const layer of LAYER_NAMES) {
      const legend = legendScale(layer, RANGES, scheme, formatValue);
      const at = legend.ticks.map((tick) => tick.at);
      expect(at).toEqual([...at].sort((a, b) => a - b));
      expect(legend.stops.length).toBeGreaterThan(10);
    }
    const error = legendScale('error', RANGES, scheme, formatValue);
    expect(error.ticks.map((tick) => tick.label)).toEqual(['−1.00', '0', '+1.00']);
    const surprise = legendScale('surprise', RANGES, scheme, formatValue);
    expect({ ...surprise, title: error.title }).toEqual(error);
    const lie = legendScale('lie', RANGES, scheme, formatValue);
    expect(lie.ticks.map((tick) => tick.label)).toEqual(['−0.25', '0', '+0.25']);
    expect(lie.stops).toEqual(error.stops);
  });
});
