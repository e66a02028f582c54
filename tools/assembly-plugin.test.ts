import { expect, it } from 'vitest';
import { kernelsOf } from './assembly-plugin.mjs';

const declared = (parameters: readonly (readonly [string, string])[], returns?: string) => `
  /**
   * heads/someHead
${parameters.map(([name, type]) => `   * @param ${name} \`${type}\``).join('\n')}
${returns ? `   * @returns \`${returns}\`\n` : ''}   */
  export function someHead(${parameters.map(([name]) => `${name}: number`).join(', ')}): ${returns ? 'number' : 'void'};
`;

it('writes the compiler’s declarations down as the types of the kernels', () => {
  const short = kernelsOf(
    declared([
      ['q', 'usize'],
      ['count', 'i32'],
      ['gamma', 'f32'],
    ]),
  );
  expect(short).toContain('\n  someHead(q: Address, count: number, gamma: number): void;\n');
  expect(kernelsOf(declared([], 'usize'))).toContain('\n  someHead(): Address;\n');
  expect(kernelsOf(declared([], 'i32'))).toContain('\n  someHead(): number;\n');
});

it('breaks long lines as the formatter does', () => {
  const long = Array.from({ length: 9 }, (_, i) => [`parameter${i}`, 'usize'] as const);
  expect(kernelsOf(declared(long))).toContain(
    `\n  someHead(\n${long.map(([name]) => `    ${name}: Address,\n`).join('')}  ): void;\n`,
  );
});
