import { strToU8, zipSync } from 'fflate';
import type { World } from '../../../mdp/types';
import { small } from '../../testing/worlds';
import { type ImportRequest, importDataset } from '../importer';
import { finish } from '../sliced';
import type { ImportResult } from '../types';

/** Three by two cells: states 0 and 1 in row 0 (then a wall), 2, 3 and the goal 4 in row 1. */
export const CORNER: World = small(['S.#', '..G']).world;

export const COLUMNS = 'state,action,reward,nextState,terminal,truncated,episode,step,behaviorProb';

/** Imports text or bytes at once. */
export function imported(
  content: string | Uint8Array,
  world: World = CORNER,
  options: Pick<ImportRequest, 'acceptRewards' | 'reading'> = {},
): ImportResult {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return finish(importDataset({ name: 'data', bytes, world, ...options }));
}

/** A line of names and lines of rows. */
export const csv = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

export const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** A `.npy` file of version 1 as NEP 1 describes it, little-endian and in C order unless said otherwise. */
export function npy(
  descr: string,
  shape: readonly number[],
  data: Uint8Array,
  fortran = false,
): Uint8Array {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const header = `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': ${tuple}, }`;
  const padded = `${header.padEnd(Math.ceil((header.length + 11) / 64) * 64 - 11)}\n`;
  const bytes = new Uint8Array(10 + padded.length + data.length);
  bytes.set([0x93, ...strToU8('NUMPY'), 1, 0, padded.length & 0xff, padded.length >> 8]);
  bytes.set(strToU8(padded), 10);
  bytes.set(data, 10 + padded.length);
  return bytes;
}

type Column = Int32Array | Uint8Array | Float32Array | Float64Array;

/** A column as an array of numpy. */
export function npyOf(column: Column): Uint8Array {
  const kind = {
    Int32Array: '<i4',
    Uint8Array: '|u1',
    Float32Array: '<f4',
    Float64Array: '<f8',
  }[column.constructor.name];
  const data = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  return npy(kind ?? '', [column.length], data);
}

/** A `.npz` of columns. */
export function npz(columns: Readonly<Record<string, Column>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [`${name}.npy`, npyOf(column)]),
    ),
  );
}
