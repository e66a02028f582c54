import { describe, expect, it } from 'vitest';
import { CATALOG } from './catalog';
import { methodOf } from './method';
import { expectedValues, greedyPolicy } from './readout';
import { LEARNERS } from './registry';
import { LEARNER_KINDS, type LearnerSettings } from './types';

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
  const defaults = Object.fromEntries(
    Object.entries(CATALOG[kind].settings).map(([name, { default: value }]) => [name, value]),
  ) as LearnerSettings;
  const meta = methodOf(kind, defaults);

  it('has among its settings what its card shows, and every number that its loss takes', () => {
    const { knob, reading } = meta;
    for (const name of [knob, reading])
      if (name !== undefined) expect(Object.keys(meta.settings)).toContain(name);
    expect(knob ?? reading).toBeDefined();
    expect(reading).not.toBe(knob);
    const { program, hyperNames, hyper } = LEARNERS[kind](defaults);
    program.knobs.forEach(({ value }, k) => {
      if (value !== null) return;
      expect(meta.settings[hyperNames[k]]).toMatchObject({ type: 'number', scope: 'live' });
    });
    for (const value of Object.values(hyper(defaults))) expect(Number.isFinite(value)).toBe(true);
  });

  it('is what its readout makes it: with values or without, acting on them, believing in them', () => {
    const { networks, readout } = LEARNERS[kind](defaults);
    const table = (width: number, offset: number) =>
      Float32Array.from({ length: 3 * width }, (_, i) => Math.sin(offset + i));
    const outputs = networks.map(({ name, output }, i) => [
      name,
      table(output === 'value' ? 1 : 4, i),
    ]);
    const { q, v, policy, readings } = readout(
      Object.fromEntries(outputs),
      defaults,
      new Uint8Array(12).fill(1),
    );
    expect(q !== null).toBe(meta.hasValues === true);
    expect(v !== null).toBe(meta.hasValues === true);
    if (readings !== null) expect(meta.reading).toBeDefined();
    if (meta.actsOnValues) {
      expect(readings).toBeNull();
      expect(policy).toEqual(greedyPolicy(Float32Array.from(q ?? [])));
    }
    if (q && v) {
      const mean = expectedValues(policy, q);
      const itsOwn = v.some((value, s) => Math.abs(value - mean[s]) > 1e-6);
      expect(itsOwn).toBe(meta.believesIn === 'states');
    }
  });

  it('takes what it says it does, under its largest and smallest numbers too', () => {
    const numbers = Object.entries(CATALOG[kind].settings).filter(
      ([, own]) => own.type === 'number' && own.scope === 'train',
    );
    const ends = (['min', 'max'] as const).map((end) => ({
      ...defaults,
      ...Object.fromEntries(
        numbers.map(([name, own]) => [name, own.type === 'number' ? own[end] : 0]),
      ),
    }));
    for (const settings of [defaults, ...ends]) {
      const { networks, loss } = LEARNERS[kind](settings);
      expect(methodOf(kind, settings).takes).toEqual({
        networks: networks.length,
        targets: networks.filter(({ target }) => target).length,
        reads: loss(settings).reads.length,
      });
    }
    const { networks, loss } = LEARNERS[kind](defaults);
    const { reads } = loss(defaults);
    if (meta.consults !== 'data') return;
    const wide = networks.flatMap(({ name, output }) => (output === 'actions' ? [name] : []));
    const ahead = reads.filter(({ at }) => at === 'nextState');
    for (const { network } of ahead) expect(wide).not.toContain(network);
  });

  it('can be read as text on light and dark paper', () => {
    expect(contrast(meta.color.light, '#ffffff')).toBeGreaterThan(4.5);
    expect(contrast(meta.color.dark, '#1a1d23')).toBeGreaterThan(4.5);
  });

  it('ends its terms with the total', () => {
    expect(LEARNERS[kind](defaults).loss(defaults).names.at(-1)).toBe('total');
  });
});
