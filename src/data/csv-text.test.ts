import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvValue, csvText } from './csv-text';

/** Reads CSV as RFC 4180 describes it, by itself and slowly. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) throw new Error(`no field at ${field.lastIndex}`);
    const [, raw, end] = found;
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const value = fc.oneof(fc.double(), fc.string(), fc.constant(null)) as fc.Arbitrary<CsvValue>;
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.tuple(
      fc.array(fc.string(), { minLength: width, maxLength: width }),
      fc.array(fc.array(value, { minLength: width, maxLength: width }), { maxLength: 6 }),
    ),
  );

describe('csvText', () => {
  it('is read back as it was: every text by its letters, every number as the same double', () => {
    fc.assert(
      fc.property(table, ([columns, rows]) => {
        const [head, ...body] = parsed(csvText(columns, rows));
        expect(head).toEqual(columns);
        expect(body).toHaveLength(rows.length);
        body.forEach((fields, i) => {
          fields.forEach((field, j) => {
            const given = rows[i][j];
            if (typeof given === 'number') expect(Number(field)).toBe(given === 0 ? 0 : given);
            else expect(field).toBe(given ?? '');
          });
        });
      }),
    );
  });

  it('begins with the names and ends every line', () => {
    expect(csvText(['a', 'b'], [[1.5, 'x, y']])).toBe('a,b\r\n1.5,"x, y"\r\n');
    expect(csvText(['a'], [[null], [0.1 + 0.2]], '\n')).toBe('a\n\n0.30000000000000004\n');
  });
});
