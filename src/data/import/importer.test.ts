import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { WorldError } from '../../mdp/world';
import { importDataset } from './importer';
import { CORNER, csv, imported } from './testing/files';
import { FILE_LIMIT } from './types';

const failure = (content: string | Uint8Array): string => {
  const result = imported(content);
  expect(result).toMatchObject({ format: null, other: null });
  expect(result.offer).toMatchObject({ transitions: null, hash: null });
  const { faults, faultCounts, summary } = result.offer.report;
  expect(faultCounts).toEqual({ file: 1 });
  expect(summary).toBe(`The file cannot be imported. ${faults[0].message}`);
  return faults[0].message;
};

describe('files of the wrong kind', () => {
  const begins = (...bytes: number[]) => Uint8Array.of(...bytes, 0, 0, 0, 0, 1, 2, 3);

  it('are named, with what to do', () => {
    expect(failure(begins(0x1f, 0x8b, 8))).toMatch(/gzip; unpack/);
    expect(failure(begins(0x80, 0x04, 0x95))).toMatch(/pickle of Python, which is never read/);
    expect(failure(begins(0x50, 0x41, 0x52, 0x31))).toMatch(/Parquet/);
    expect(failure(strToU8('%PDF-1.7'))).toMatch(/PDF/);
    expect(failure(begins(0x89, 0x50, 0x4e, 0x47))).toMatch(/picture/);
    expect(failure(begins(0x7f, 0x45, 0x4c, 0x46))).toMatch(/It is not a text/);
  });

  it('are empty', () => {
    expect(failure('')).toBe('The file is empty.');
    expect(failure('\ufeff  \n')).toBe('The file is empty.');
  });

  it('are too large', () => {
    expect(failure(new Uint8Array(FILE_LIMIT + 1))).toBe(
      'It has 65\u00a0MB; files of at most 64\u00a0MB are read.',
    );
  });

  it('are told by their content, not by their name', () => {
    expect(imported('{"state":[0],"action":[1],"reward":[0]}').format).toBe('json');
    expect(imported(' \n[{"state":0,"action":1,"reward":0}]').format).toBe('json');
    expect(imported(csv('state,action,reward', '0,1,0')).format).toBe('csv');
  });
});

describe('many rows', () => {
  it('are offered up to the size of a dataset, the last truncated', () => {
    const { report, transitions } = imported(
      csv('state,action,reward,nextState,episode', ...Array(120_000).fill('0,0,0,0,0')),
    ).offer;
    expect(report).toMatchObject({ rows: 120_000, good: 120_000, offered: 100_000 });
    expect(report.summary).toBe(
      '120,000 rows read: all fit this world, the first 100,000 are offered.',
    );
    expect(report.notes).toContain(
      'A dataset has at most 100,000 rows: of 120,000 that fit the first 100,000 are offered.',
    );
    expect(transitions?.size).toBe(100_000);
    expect([...(transitions?.truncated.subarray(-2) ?? [])]).toEqual([0, 1]);
    expect(report.warnings).toEqual([]);
  });

  it('are read up to a million, in every format', () => {
    const text = `state,action,reward,nextState\n${'0,0,0,0\n'.repeat(1_000_001)}`;
    const { report } = imported(text).offer;
    expect(report).toMatchObject({ rows: 1_000_000, good: 1_000_000, offered: 100_000 });
    expect(report.notes[0]).toBe('Only the first 1,000,000 rows were read; the file has more.');
    const list = `[${'0,'.repeat(1_000_000)}0]`;
    const json = imported(`{"state":${list},"action":${list},"reward":${list}}`).offer.report;
    expect(json).toMatchObject({ rows: 1_000_000, good: 1_000_000 });
    expect(json.notes[0]).toBe('Only the first 1,000,000 rows were read; the file has more.');
  });
});

describe('progress', () => {
  it('comes often, grows, and stays a share', () => {
    const rows = 100_000;
    const text = csv('state,action,reward,nextState', ...Array(rows).fill('0,0,0,0'));
    const contents = [
      text,
      JSON.stringify({
        state: Array(rows).fill(0),
        action: Array(rows).fill(0),
        reward: Array(rows).fill(0),
      }),
    ];
    for (const content of contents) {
      const sliced = importDataset({ name: 'data', bytes: strToU8(content), world: CORNER });
      const shares: number[] = [];
      for (let step = sliced.next(); !step.done; step = sliced.next()) shares.push(step.value);
      expect(shares.length).toBeGreaterThan(20);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares[0]).toBeGreaterThanOrEqual(0);
      expect(shares.at(-1)).toBeLessThanOrEqual(1);
    }
  });
});

describe('the present world', () => {
  it('must be one', () => {
    expect(() => imported('', { ...CORNER, map: [] })).toThrow(WorldError);
  });
});
