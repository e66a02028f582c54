import { CIVIDIS, GREYS, PI_YG } from 'virtual:offgrid-ramps';
import { interpolateCividis, interpolateGreys, interpolatePiYG } from 'd3-scale-chromatic';
import { describe, expect, it } from 'vitest';
import { parseColor, ramp } from './scales';

describe('sampled colour schemes', () => {
  it.each([
    ['cividis', CIVIDIS, interpolateCividis],
    ['greys', GREYS, interpolateGreys],
    ['pink-green', PI_YG, interpolatePiYG],
  ] as const)(
    '%s stays within five of 255 of the library, the largest of inferno’s own 256 jumps',
    (_, samples, scheme) => {
      const color = ramp(samples);
      for (let i = 0; i <= 1000; i++) {
        const t = i / 1000;
        const wanted = parseColor(scheme(t));
        color(t).forEach((channel, c) => {
          expect(Math.abs(channel - wanted[c])).toBeLessThanOrEqual(5);
        });
      }
    },
  );
});
