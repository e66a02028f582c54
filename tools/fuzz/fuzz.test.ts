import { expect, it } from 'vitest';
import { doors } from './doors';
import { diceOf } from './mutate';
import { visit } from './run';

it('finds a door that gives way, and says by what', async () => {
  const weak = {
    name: 'weak',
    any: (dice: (below: number) => number) => String(dice(20)),
    enter: (given: string | Uint8Array) => {
      if (given === '7') throw new TypeError('seven');
    },
  };
  const { broken } = await visit(weak, 0, 60_000);
  expect(broken?.given).toBe('"7"');
  expect(broken?.why).toContain('seven');
  expect(weak.any(diceOf('weak', broken?.seed ?? -1))).toBe('7');
});

it('knows every door, and each takes what comes first', async () => {
  const all = await doors();
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const door of all) expect((await visit(door, 1, 1)).broken).toBeNull();
});
