import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('has no two modules whose names differ in capitals alone, which some disks take for one', () => {
  const seen = new Map<string, string[]>();
  for (const folder of ['src', 'tools', 'e2e'])
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(tsx?|mjs)$/.test(file)) continue;
      const name = join(folder, file).replace(/(\.d)?\.\w+$/, '');
      const key = name.toLowerCase();
      seen.set(key, [...(seen.get(key) ?? []), name]);
    }
  expect(seen.size).toBeGreaterThan(500);
  const taken = [...seen.values()].filter((names) => new Set(names).size > 1);
  expect(taken).toEqual([]);
});
