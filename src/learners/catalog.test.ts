import { describe, expect, it } from 'vitest';
import { CATALOG } from './catalog';
import { LEARNERS } from './registry';
import { LEARNER_KINDS } from './types';

/** Relative luminance of `#rrggbb`, WCAG 2.2. */
function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each(LEARNER_KINDS)('%s', (kind) => {
  const meta = CATALOG[kind];

  it('has among its settings what its card shows, and every number that its loss takes', () => {
    const { knob, reading } = meta;
    for (const name of [knob, reading])
      if (name !== undefined) expect(Object.keys(meta.settings)).toContain(name);
    expect(knob ?? reading).toBeDefined();
    expect(reading).not.toBe(knob);
    for (const name of LEARNERS[kind].hyper) {
      expect(meta.settings[name]).toMatchObject({ type: 'number', scope: 'live' });
    }
  });

  it('can be read as text on light and dark paper', () => {
    expect(contrast(meta.color.light, '#ffffff')).toBeGreaterThan(4.5);
    expect(contrast(meta.color.dark, '#1a1d23')).toBeGreaterThan(4.5);
  });

  it('ends its terms with the total', () => {
    expect(LEARNERS[kind].terms({}).at(-1)).toBe('total');
  });
});
