import { expect, it } from 'vitest';
import { excerptOf } from './excerpt';

const SOURCE = `import x from 'x';

/** Says one. */
export function one(): number {
  return 1;
}

export const two = {
  a: 2,
};
`;

it('cuts a declaration out with its comment', () => {
  expect(excerptOf(SOURCE, 'export function one')).toBe(
    '/** Says one. */\nexport function one(): number {\n  return 1;\n}',
  );
  expect(excerptOf(SOURCE, 'export const two')).toBe('export const two = {\n  a: 2,\n};');
});

it('refuses to show what is no more', () => {
  expect(() => excerptOf(SOURCE, 'export function three')).toThrow('no longer has');
});
