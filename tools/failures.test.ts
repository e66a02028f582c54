import { expect, test } from 'vitest';
import { failuresIn } from './failures.mjs';

test('a failed unit test is named with its reason, once, without colours', () => {
  const output = [
    ' \u001b[32m✓\u001b[39m  apart  src/a.test.ts (3 tests)',
    '\u001b[31m FAIL \u001b[39m  together  src/b.test.ts > sums > are right',
    'AssertionError: expected 1 to be 2',
    '',
    ' FAIL   together  src/b.test.ts > sums > are right',
    ' Test Files  1 failed | 2 passed (3)',
  ].join('\n');
  expect(failuresIn(output)).toEqual([
    'FAIL   together  src/b.test.ts > sums > are right',
    '  AssertionError: expected 1 to be 2',
  ]);
});

test('so is a failed journey, and a failure among our own lines', () => {
  const output = [
    '  ✓  1 e2e/a.spec.ts:3:1 › one (1.0s)',
    '  ✘  2 e2e/b.spec.ts:4:1 › two (1.0s)',
    '',
    '  1) e2e/b.spec.ts:4:1 › two ───────',
    '',
    '    Error: expect(locator).toBeVisible() failed',
    'FAILED  Minari lists 4 archives',
  ].join('\n');
  expect(failuresIn(output)).toEqual([
    '✘  2 e2e/b.spec.ts:4:1 › two (1.0s)',
    '1) e2e/b.spec.ts:4:1 › two ───────',
    '  Error: expect(locator).toBeVisible() failed',
    'FAILED  Minari lists 4 archives',
  ]);
});

test('many failures are counted, long ones cut, and none is none', () => {
  const many = Array.from({ length: 12 }, (_, at) => `FAIL  test ${at} ${'x'.repeat(400)}`);
  const said = failuresIn(many.join('\n'), 3);
  expect(said).toHaveLength(4);
  expect(said[0]).toHaveLength(301);
  expect(said[3]).toBe('and 9 more');
  expect(failuresIn('ok  all\n✓ well')).toEqual([]);
});
