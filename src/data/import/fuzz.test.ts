import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildMdp } from '../../mdp/mdp';
import type { World } from '../../mdp/types';
import { toCsv, toJson } from '../csv';
import { freeze } from '../dataset';
import { givenData, givenOf } from '../given';
import numpy from './testdata/numpy.json';
import { anyDataset } from './testing/datasets';
import { bytesOf, COLUMNS, CORNER, imported, npy } from './testing/files';
import { FIELDS, type ImportOffer, type ImportResult } from './types';

/** What holds of every import, whatever the file was. */
function checkOffer({ report, transitions, hash, behaviorKnown }: ImportOffer, world: World): void {
  const kinds = Object.values(report.faultCounts);
  expect(report.faults.length).toBeLessThanOrEqual(kinds.reduce((a, b) => a + b, 0));
  expect(Object.keys(report.faultCounts).sort()).toEqual(
    [...new Set(report.faults.map(({ kind }) => kind))].sort(),
  );
  for (const { message, row } of [...report.faults, ...report.warnings]) {
    expect(message).toMatch(/\.$/);
    expect(message.length).toBeLessThan(1000);
    expect(row === null || row >= 1).toBe(true);
  }
  expect(report.good).toBeLessThanOrEqual(report.rows);
  expect(report.offered).toBe(transitions?.size ?? 0);
  if (!transitions) return;
  expect(freeze(buildMdp(world), transitions).hash).toBe(hash);
  // They are the data as they are: whoever mends rows from outside finds nothing to mend.
  const about = { label: 'data.csv', kind: 'imported', map: world.map, behaviorKnown } as const;
  expect(givenData({ ...about, transitions })).toEqual(givenOf(transitions, about));
  const { size, episode, terminal, truncated, behaviorProbability } = transitions;
  for (let i = 0; i < size; i++) {
    const last = i + 1 === size || episode[i + 1] !== episode[i];
    expect(terminal[i] + truncated[i]).toBe(last ? 1 : 0);
    expect(episode[i]).toBe(i === 0 ? 0 : episode[i - 1] + (terminal[i - 1] | truncated[i - 1]));
    expect(behaviorProbability[i] > 0 && behaviorProbability[i] <= 1).toBe(true);
  }
}

function check(result: ImportResult, world: World = CORNER): void {
  checkOffer(result.offer, world);
  if (result.other) checkOffer(result.other.offer, result.other.world);
}

const survives = (content: string | Uint8Array, world: World = CORNER): void =>
  check(imported(content, world), world);

const anyNumber = fc.oneof(
  fc.integer({ min: -2, max: 6 }),
  fc.double(),
  fc.constantFrom(1e308, -1e308, 2 ** 53, 2 ** 31, -1, 0.5, 5e-324),
);
const anyCell = fc.oneof(
  { weight: 4, arbitrary: anyNumber.map(String) },
  fc.constantFrom(
    '',
    ' ',
    'NaN',
    'inf',
    '-Infinity',
    'up',
    'left',
    'true',
    '1e999',
    '0x10',
    '1_000',
    '1 2',
    '"',
    '""',
    'é',
    '\u0000',
    '∞',
    '+',
    '.',
    'e',
    '1e',
    '--1',
  ),
  fc.string({ maxLength: 5 }),
);
const anyHeader = fc.oneof(
  fc.constant(COLUMNS),
  fc.shuffledSubarray([...FIELDS], { minLength: 2 }).map((names) => names.join(',')),
);
const anyJson = fc.oneof(
  { weight: 3, arbitrary: anyNumber as fc.Arbitrary<unknown> },
  fc.jsonValue({ maxDepth: 2 }),
);

describe('any file', () => {
  it('of arbitrary bytes gets a report', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => survives(bytes)),
      {
        numRuns: 500,
      },
    );
  });

  it('of arbitrary text gets a report', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => survives(text)),
      {
        numRuns: 300,
      },
    );
  });

  it('of arbitrary cells gets a report', () => {
    const table = fc.tuple(
      anyHeader,
      fc.array(fc.array(anyCell, { minLength: 1, maxLength: 14 }), { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
    );
    fc.assert(
      fc.property(table, ([header, rows, delimiter, end]) =>
        survives(
          [header.replaceAll(',', delimiter), ...rows.map((row) => row.join(delimiter))].join(end),
        ),
      ),
      { numRuns: 500 },
    );
  });

  it('of nearly good rows offers only what the world allows', () => {
    const digit = fc.integer({ min: 0, max: 4 });
    const flag = fc.constantFrom(0, 0, 0, 1);
    const row = fc.tuple(
      digit,
      digit,
      flag,
      digit,
      flag,
      flag,
      digit,
      digit,
      fc.constantFrom(0.25, 1),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) =>
        survives([COLUMNS, ...rows.map((cells) => cells.join(','))].join('\n')),
      ),
      { numRuns: 300 },
    );
  });

  it('of arbitrary JSON gets a report', () => {
    const rows = fc.array(fc.dictionary(fc.constantFrom(...FIELDS, 'x'), anyJson), {
      maxLength: 8,
    });
    const lists = fc.dictionary(
      fc.constantFrom(...FIELDS),
      fc.array(anyJson, { minLength: 3, maxLength: 3 }),
    );
    const files = fc.record(
      {
        format: fc.constant('offgrid-dataset'),
        version: fc.constantFrom(1, 1, 1, 2),
        columns: lists,
        world: fc.oneof(fc.constant(CORNER), anyJson, fc.record({ map: anyJson, slip: anyJson })),
        actions: anyJson,
        hash: anyJson,
        size: anyJson,
      },
      { requiredKeys: [] },
    );
    const value = fc.oneof(rows, lists, files, fc.jsonValue());
    fc.assert(
      fc.property(value, (json) => survives(JSON.stringify(json))),
      { numRuns: 500 },
    );
  });

  it('of arbitrary arrays gets a report', () => {
    const array = fc
      .record({
        kind: fc.constantFrom(
          '<i8',
          '>i2',
          '|b1',
          '|u1',
          '<f2',
          '<f4',
          '>f8',
          '<U2',
          '|S3',
          '|O',
          '<c8',
        ),
        shape: fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(1e12)), {
          maxLength: 3,
        }),
        data: fc.uint8Array({ maxLength: 200 }),
        fortran: fc.boolean(),
      })
      .map(({ kind, shape, data, fortran }) => npy(kind, shape, data, fortran));
    const archive = fc.dictionary(
      fc.constantFrom(...FIELDS, 'observations', 'map', 'gamma', 'hash'),
      fc.oneof(array, fc.uint8Array({ maxLength: 100 })),
    );
    fc.assert(
      fc.property(archive, (arrays) =>
        survives(
          zipSync(
            Object.fromEntries(Object.entries(arrays).map(([name, a]) => [`${name}.npy`, a])),
          ),
        ),
      ),
      { numRuns: 300 },
    );
  });
});

describe('a good file that was damaged', () => {
  const damage = fc.record({
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    flips: fc.array(fc.tuple(fc.nat(), fc.nat(7)), { maxLength: 5 }),
  });
  const damaged = (
    bytes: Uint8Array,
    { cut, flips }: { cut: number; flips: [number, number][] },
  ): Uint8Array => {
    const rest = bytes.slice(0, flips.length > 0 ? bytes.length : Math.floor(cut * bytes.length));
    for (const [at, bit] of flips) rest[at % rest.length] ^= 1 << bit;
    return rest;
  };

  it('gets a report, as CSV and JSON', () => {
    fc.assert(
      fc.property(anyDataset, damage, ({ mdp, data }, how) => {
        survives(damaged(strToU8(toCsv(mdp, data)), how), mdp.world);
        survives(damaged(strToU8(JSON.stringify(toJson(mdp, data))), how), mdp.world);
      }),
    );
  });

  it('gets a report, as npz', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(numpy.npz)), damage, (base64, how) =>
        survives(damaged(bytesOf(base64), how)),
      ),
      { numRuns: 500 },
    );
  });
});
