import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instancesOf } from '../state/instances';
import { defaultSettings } from '../state/testing';
import { PALETTES, type Scheme } from '../theme/palette';
import {
  cssColor,
  luminance,
  paintAround,
  paintCount,
  paintOccupancy,
  paintValue,
  parseColor,
  type Rgb,
  valueEnds,
} from './scales';

const RANGES = { low: 0, high: 1, range: 1, maxCount: 25 };
const SCHEMES: readonly Scheme[] = ['light', 'dark'];

/** HSV-like chroma, 0 … 255. */
const chroma = (rgb: Rgb) => Math.max(...rgb) - Math.min(...rgb);

/** Contrast ratio, WCAG 2.2. */
function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Angle of a colour on the wheel, in degrees. */
function hueOf([r, g, b]: Rgb): number {
  const most = Math.max(r, g, b);
  const span = most - Math.min(r, g, b);
  const sixth = most === r ? (g - b) / span : most === g ? 2 + (b - r) / span : 4 + (r - g) / span;
  return (60 * sixth + 360) % 360;
}

const apart = (one: number, other: number) => {
  const difference = Math.abs(one - other) % 360;
  return Math.min(difference, 360 - difference);
};

describe('parseColor', () => {
  it('reads what browsers and libraries write', () => {
    expect(parseColor('#0072b2')).toEqual([0, 114, 178]);
    expect(parseColor('rgb(1, 2, 3)')).toEqual([1, 2, 3]);
    expect(parseColor(cssColor([9, 8, 7], 0.5))).toEqual([9, 8, 7]);
  });

  it('refuses anything else by name', () => {
    expect(() => parseColor('teal')).toThrow('«teal» is not a colour');
  });
});

describe('luminance', () => {
  it('agrees with the definition at its ends', () => {
    expect(luminance([0, 0, 0])).toBe(0);
    expect(luminance([255, 255, 255])).toBeCloseTo(1, 12);
    expect(contrast([255, 255, 255], parseColor('#767676'))).toBeCloseTo(4.54, 2);
  });
});

describe.each(SCHEMES)('scales on %s paper', (scheme) => {
  it('gives sequential layers a lightness that only ever grows or falls', () => {
    for (const paint of [
      (t: number) => paintValue(valueEnds(RANGES)[0] + t * 1.1, RANGES, scheme),
      (t: number) => paintCount(25 ** t, RANGES, scheme),
      (t: number) => paintOccupancy(10 ** (3 * (t - 1)), parseColor('#0072b2'), scheme),
    ]) {
      const light = Array.from({ length: 40 }, (_, i) => luminance(paint(i / 39).rgb));
      const way = Math.sign(light[39] - light[0]);
      for (let i = 1; i < 40; i++) {
        expect(way * (light[i] - light[i - 1])).toBeGreaterThanOrEqual(-0.004);
      }
    }
  });

  it('shows the same error glowing above zero and muted below', () => {
    for (const size of [0.3, 0.6, 1]) {
      const above = paintAround(size, 1, scheme).rgb;
      const below = paintAround(-size, 1, scheme).rgb;
      expect(chroma(above)).toBeGreaterThan(chroma(below));
      expect(above[0]).toBeGreaterThan(above[1]);
      expect(below[1]).toBeGreaterThan(below[0]);
    }
  });

  it('has no hue of a learner of the stage', () => {
    const hues = instancesOf(defaultSettings()).map(({ color }) =>
      hueOf(parseColor(color[scheme])),
    );
    for (const error of [0.4, 0.7, 1, -0.7, -1]) {
      const hue = hueOf(paintAround(error, 1, scheme).rgb);
      for (const own of hues) expect(apart(hue, own), `${error}`).toBeGreaterThan(20);
    }
  });

  it('marks what lies beyond the scale and clamps its colour', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (error) => {
        const paint = paintAround(error, 1, scheme);
        expect(paint.off).toBe(error > 1 ? 'above' : error < -1 ? 'below' : null);
        expect(paintAround(error / 4, 0.25, scheme)).toEqual(paint);
        if (error > 1) expect(paint.rgb).toEqual(paintAround(1, 1, scheme).rgb);
        if (error < -1) expect(paint.rgb).toEqual(paintAround(-1, 1, scheme).rgb);
      }),
    );
  });

  it('has a colour of its own for more than can be earned, and for what is no number', () => {
    const most = paintValue(1, RANGES, scheme);
    const more = paintValue(1.01, RANGES, scheme);
    expect(most.off).toBeNull();
    expect(more.off).toBe('above');
    expect(more.rgb).not.toEqual(most.rgb);
    expect(paintValue(Number.NaN, RANGES, scheme).off).toBe('above');
    expect(paintValue(1.0005, RANGES, scheme).off).toBeNull();
    expect(paintValue(-0.2, RANGES, scheme).off).toBe('below');
  });

  it('keeps words legible on cards and walls apart from floor', () => {
    const palette = PALETTES[scheme];
    const card = parseColor(palette.card);
    expect(contrast(parseColor(palette.ink), card)).toBeGreaterThan(7);
    expect(contrast(parseColor(palette.muted), card)).toBeGreaterThan(4.5);
    expect(contrast(parseColor(palette.wall), parseColor(palette.floor))).toBeGreaterThan(1.2);
  });
});
