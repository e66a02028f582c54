import { expect, it } from 'vitest';
import { csvOf, withOrigin } from './table';

const TABLE = { columns: ['step', 'value'], rows: [[0, 1.5]] };

it('says in every row what produced the numbers, in fields that nothing has to be quoted in', () => {
  const origin = { offgrid: '0.1.0', rung: 'wasm', browser: 'Firefox 153' } as const;
  expect(csvOf(withOrigin(TABLE, origin))).toBe(
    'step,value,offgrid,rung,browser\r\n0,1.5,0.1.0,wasm,Firefox 153\r\n',
  );
});

it('leaves the rung empty where nothing has trained', () => {
  const origin = { offgrid: '0.1.0', rung: null, browser: 'Firefox 153' };
  expect(csvOf(withOrigin(TABLE, origin))).toContain('\r\n0,1.5,0.1.0,,Firefox 153\r\n');
});
