import fc from 'fast-check';
import type { Dataset, Group, File as H5File } from 'h5wasm';
import { expect, it } from 'vitest';
import { createFlags, lookup3, withBooleans } from './hdf5-flags';

const hash = (text: string) => lookup3(new TextEncoder().encode(text));

it("hashes as the author of lookup3 says, and as HDF5's own metadata are hashed", () => {
  // From the driver in lookup3.c (Jenkins, 2006): hashlittle of some texts with initial value 0.
  expect(hash('')).toBe(0xdeadbeef);
  expect(hash('Four score and seven years ago')).toBe(0x17770551);
});

async function written(fill: (file: H5File) => void): Promise<Uint8Array> {
  const { default: h5wasm } = await import('h5wasm/node');
  const { FS } = await h5wasm.ready;
  const path = '/flags.hdf5';
  const file = new h5wasm.File(path, 'w', { libver: ['v108', 'v110'] });
  fill(file as unknown as H5File);
  file.close();
  const bytes = FS.readFile(path).slice();
  FS.unlink(path);
  return bytes;
}

async function read<T>(bytes: Uint8Array, look: (file: H5File) => T): Promise<T> {
  const { default: h5wasm } = await import('h5wasm/node');
  const { FS } = await h5wasm.ready;
  FS.writeFile('/flags.hdf5', bytes);
  const file = new h5wasm.File('/flags.hdf5', 'r');
  try {
    return look(file as unknown as H5File);
  } finally {
    file.close();
    FS.unlink('/flags.hdf5');
  }
}

it('writes truth values that a reader takes for such, whatever else is in the file', async () => {
  const column = fc.uint8Array({ minLength: 1, maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(fc.array(column, { minLength: 1, maxLength: 12 }), async (drawn) => {
      const columns = drawn.map((each) => each.map((value) => value & 1));
      const bytes = await written((file) => {
        // Data that look like a description of a type are left alone.
        const decoy = Uint8Array.of(0x36, 1, 0, 0, 1, 0, 0, 0, 111, 102, 102, 103, 114, 105, 100);
        file.create_dataset({ name: 'decoy', data: decoy, dtype: '<B' });
        for (const [i, flags] of columns.entries()) {
          const group = file.create_group(`episode_${i}`) as Group;
          group.create_attribute('id', i);
          createFlags(group, 'ends', flags);
        }
      });
      expect(withBooleans(bytes)).toBe(columns.length);
      expect(withBooleans(bytes), 'nothing is left to be done').toBe(0);
      const found = await read(bytes, (file) =>
        columns.map((_, i) => {
          const ends = file.get(`episode_${i}/ends`) as Dataset;
          return [ends.metadata.enum_type?.members, ends.json_value];
        }),
      );
      expect(found).toEqual(
        columns.map((flags) => [{ FALSE: 0, TRUE: 1 }, Array.from(flags, Boolean)]),
      );
    }),
    { numRuns: 20 },
  );
});
