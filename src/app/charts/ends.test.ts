import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type End, rowsOf } from './ends';
import type { Line } from './series';

const endOf = (
  label: string,
  value: number,
  more: Partial<End> = {},
  glyph: Line['end']['glyph'] = 'disc',
): End => ({
  line: {
    ...{ key: label, instance: label, name: label, color: '#000', dash: '', width: 1 },
    ...{ end: { glyph, label }, points: [], seeds: [], text: (at) => at.toFixed(2) },
  },
  ...{ y: 100 - value, value, off: null, faint: false },
  ...more,
});
const said = (ends: readonly End[], most = 2) =>
  rowsOf(ends, (names) => names.length <= most).map(
    ({ ends: row, text }) => `${row.map(({ line }) => line.end.label).join(' ')} ${text}`,
  );

describe('the ends of lines', () => {
  it('stand in one row where they say the same', () => {
    const ends = [endOf('dqn', 0), endOf('cql', 0.3801), endOf('iql', 0.3799), endOf('bc', 0.05)];
    expect(said(ends)).toEqual(['dqn 0.00', 'cql iql 0.38', 'bc 0.05']);
  });

  it('stand apart where they mean something else', () => {
    expect(said([endOf('cql', 0.38), endOf('iql', 0.38, {}, 'ring')])).toHaveLength(2);
    expect(said([endOf('cql', 0.38), endOf('iql', 0.38, { faint: true })])).toHaveLength(2);
    expect(said([endOf('cql', 3), endOf('iql', 3, { off: 'above' })])).toEqual([
      'cql 3.00',
      'iql ↑ 3.00',
    ]);
  });

  it('begin another row where the names find no room', () => {
    const all = ['dqn', 'cql', 'iql', 'bc', 'awac'].map((name) => endOf(name, 0));
    expect(said(all)).toEqual(['dqn cql 0.00', 'iql bc 0.00', 'awac 0.00']);
    expect(said(all, 1)).toHaveLength(5);
  });

  it('are never lost, never doubled, and never wider than there is room', () => {
    const glyph = fc.constantFrom('ring' as const, 'disc' as const);
    const any = fc.array(fc.tuple(fc.constantFrom(0, 0.004, 0.5), glyph, fc.boolean()));
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 4 }), (given, most) => {
        const ends = given.map(([value, mark, faint], i) => endOf(`${i}`, value, { faint }, mark));
        const rows = rowsOf(ends, (names) => names.length <= most);
        expect(new Set(rows.flatMap((row) => row.ends))).toEqual(new Set(ends));
        expect(rows.flatMap((row) => row.ends)).toHaveLength(ends.length);
        for (const { ends: row } of rows) expect(row.length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
