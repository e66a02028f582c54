import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { returns } from '../../texts/returns';
import { speak } from '../../texts/speak';
import { placeTicks, placeValue } from './layout';

const wide = (text: string) => 6 * text.length;

describe('placeValue', () => {
  it('keeps every value on the line and says which end it left by', () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: 10, noNaN: true }), (value) => {
        const spot = placeValue(value, [-1, 3], 20, 220);
        expect(spot.x).toBeGreaterThanOrEqual(20);
        expect(spot.x).toBeLessThanOrEqual(220);
        expect(spot.off).toBe(value < -1 ? 'below' : value > 3 ? 'above' : null);
      }),
    );
    expect(placeValue(1, [-1, 3], 20, 220).x).toBe(120);
    expect(placeValue(Number.NaN, [0, 1], 0, 10)).toMatchObject({ x: 10, off: 'above' });
  });
});

describe('placeTicks', () => {
  it('makes ticks that fall together one, with both names', () => {
    const ticks = [
      { value: 0.24, label: 'behaviour' },
      { value: 0.377, label: 'best in data' },
      { value: 0.38, label: 'optimum' },
    ];
    const placed = placeTicks(ticks, [0, 0.7], 10, 240, wide);
    expect(placed.map((tick) => tick.label)).toEqual(['behaviour', 'best in data = optimum']);
    const [a, b] = placed;
    expect(b.at - wide(b.label) / 2).toBeGreaterThanOrEqual(a.at + wide(a.label) / 2);
  });

  it('names such a tick by the last of them where the line is too short for both', () => {
    const ticks = [
      { value: 0.1, label: 'behaviour' },
      { value: 0.38, label: 'best in the data' },
      { value: 0.38, label: 'best possible' },
    ];
    const room = wide('behaviour') + wide('best possible') + 16;
    const placed = placeTicks(ticks, [0, 0.7], 10, 10 + room, wide);
    expect(placed.map((tick) => tick.label)).toEqual(['behaviour', 'best possible']);
    for (const { at, label } of placed) {
      expect(at - wide(label) / 2).toBeGreaterThanOrEqual(0);
      expect(at + wide(label) / 2).toBeLessThanOrEqual(20 + room);
    }
  });

  it('leaves out what is no number', () => {
    expect(placeTicks([{ value: Number.NaN, label: 'x' }], [0, 1], 0, 10, wide)).toEqual([]);
  });
});

describe('the bar in words', () => {
  it('names belief, earnings and references', () => {
    const ticks = [{ value: 0.38, label: 'optimum' }];
    expect(returns().bar('DQN', 0.63, 0, 'Never reaches the goal', ticks)).toBe(
      'DQN believes 0.63 and earns 0.00. Never reaches the goal. For comparison: optimum 0.38.',
    );
    expect(returns().bar('BC', null, 0.23, 'Reaches the goal in 31 steps', ticks)).toContain(
      'It has no values, so it believes nothing.',
    );
    expect(returns().bar('BC', null, null, 'Not trained yet', ticks)).toContain(
      'nothing measured yet',
    );
  });
});

describe('the bar in German', () => {
  afterEach(() => speak('en'));

  it('names belief, earnings and references', async () => {
    await speak('de');
    const ticks = [{ value: 0.38, label: 'Optimum' }];
    const goal = 'Erreicht das Ziel nie';
    const { bar } = returns();
    expect(bar('DQN', 0.63, 0, goal, ticks)).toBe(
      'DQN glaubt an 0,63 und erzielt 0,00. Erreicht das Ziel nie. Zum Vergleich: Optimum 0,38.',
    );
    expect(bar('BC', null, 0.23, goal, ticks)).toContain(
      'BC erzielt 0,23. Es hat keine Werte und glaubt darum nichts.',
    );
    expect(bar('BC', null, null, goal, ticks)).toContain('BC: noch nichts gemessen.');
  });
});
