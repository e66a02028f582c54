import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { small } from '../testing/worlds';
import numpy from './testdata/numpy.json';
import { bytesOf, CORNER, imported, npy, npyOf, npz } from './testing/files';
import { zipEntries } from './zip';

/** The five rows that every .npz of numpy here holds: right, down, right (goal), down, up (cut). */
const ROWS = {
  size: 5,
  state: Int32Array.of(0, 1, 3, 0, 2),
  action: Uint8Array.of(1, 2, 1, 2, 0),
  reward: Float64Array.of(0, 0, 1, 0, 0),
  nextState: Int32Array.of(1, 3, 4, 2, 0),
  terminal: Uint8Array.of(0, 0, 1, 0, 0),
  truncated: Uint8Array.of(0, 0, 0, 0, 1),
  episode: Int32Array.of(0, 0, 0, 1, 1),
  step: Int32Array.of(0, 1, 2, 0, 1),
  behaviorProbability: Float64Array.of(0.5, 1, 1, 0.5, 1),
};

const columns = (changes = {}) => ({
  observations: ROWS.state,
  actions: ROWS.action,
  rewards: ROWS.reward,
  terminals: ROWS.terminal,
  timeouts: ROWS.truncated,
  ...changes,
});

describe('npz written by numpy', () => {
  for (const [name, base64] of Object.entries(numpy.npz)) {
    it(`reads ${name}, with what follows from the world and the order`, () => {
      const { offer, format } = imported(bytesOf(base64));
      expect(format).toBe('npz');
      expect(offer.report.faults).toEqual([]);
      expect(offer.report.warnings).toEqual([]);
      expect(offer.transitions).toMatchObject(ROWS);
      expect(offer.behaviorKnown).toBe(false);
    });
  }

  it('offers the world that it states', () => {
    const { other } = imported(bytesOf(numpy.npz['with a world']));
    expect(other?.world).toEqual({ ...CORNER, gamma: 0.5, horizon: 7 });
    expect(other?.differences).toEqual([
      'The discount γ is 0.5 there and 0.9 here.',
      'The horizon is 7 there and 20 here.',
    ]);
    expect(other?.offer.transitions).toMatchObject(ROWS);
    expect(other?.offer.report.summary).toBe('5 rows read: all fit the world of the file.');
  });
});

describe('rewards of few bits', () => {
  const { world } = small(['S.#', '..G'], {
    rewards: { step: -0.1, goal: 0.7, pit: 0, cliff: 0 },
  });

  it('are those of the world when they are so after rounding', () => {
    const rewards = Float32Array.of(-0.1, -0.1, 0.7, -0.1, -0.1);
    const { offer } = imported(npz(columns({ rewards })), world);
    expect([...(offer.transitions?.reward ?? [])]).toEqual([-0.1, -0.1, 0.7, -0.1, -0.1]);
  });

  it('are faults when they are off by more', () => {
    const rewards = Float64Array.of(-0.1, -0.1 * (1 + 1e-5), 0.7, -0.1, -0.1);
    const { report } = imported(npz(columns({ rewards })), world).offer;
    expect(report.faultCounts).toEqual({ reward: 1 });
    expect(report.faults[0].row).toBe(2);
  });
});

describe('arrays that do not fit together', () => {
  const failure = (content: Uint8Array): string => imported(content).offer.report.faults[0].message;

  it('names arrays of different lengths', () => {
    expect(failure(npz(columns({ actions: Uint8Array.of(1) })))).toBe(
      'The columns are not of one length: “observations” has 5 rows, “actions” 1.',
    );
  });

  it('names an array of a shape that means nothing', () => {
    const archive = (shape: number[], bytes: number) =>
      zipSync({
        'observations.npy': npyOf(ROWS.state),
        'actions.npy': npyOf(ROWS.action),
        'rewards.npy': npy('|u1', shape, new Uint8Array(bytes)),
      });
    expect(failure(archive([5, 3], 15))).toBe(
      '“rewards” has 3 numbers a row, and that means nothing for the field reward.',
    );
    expect(failure(archive([], 1))).toBe(
      'The array “rewards” has 0 axes; a column of a dataset has one, or two.',
    );
  });

  it('names what is missing and what is there', () => {
    expect(failure(npz({ observations: ROWS.state, action: ROWS.action }))).toBe(
      'The file has no column for the reward. It has “observations”, “action”. A dataset needs state (or row and col), action and reward.',
    );
  });

  it('reports rows that are not one-hot', () => {
    const hot = Uint8Array.of(1, 0, 0, 0, 0, 1, 1, 0, 0, 0);
    const { report } = imported(
      zipSync({
        'observations.npy': npy('|u1', [2, 5], hot),
        'actions.npy': npyOf(Uint8Array.of(1, 1)),
        'rewards.npy': npyOf(Uint8Array.of(0, 0)),
      }),
    ).offer;
    expect(report.faults.map(({ row, field, value }) => [row, field, value])).toEqual([
      [2, 'observations', '1 1 0 0 0'],
    ]);
  });

  it('says what other archives are', () => {
    expect(failure(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toMatch(/spreadsheet/);
    expect(failure(zipSync({ 'a.txt': strToU8('a') }))).toMatch(/no arrays of numpy/);
    expect(failure(zipSync({}))).toMatch(/no arrays of numpy/);
  });
});

describe('damaged archives', () => {
  const message = (bytes: Uint8Array): string => imported(bytes).offer.report.faults[0].message;
  const whole = bytesOf(numpy.npz.savez_compressed);

  it('says that the directory is missing when the file is cut short', () => {
    expect(message(whole.subarray(0, 700))).toBe(
      'The archive is damaged or cut short: its directory is missing.',
    );
  });

  it('finds a flipped bit by the checksum', () => {
    const stored = bytesOf(numpy.npz.savez);
    const [first] = zipEntries(stored);
    // The last byte of the first array, which lies stored in the archive.
    const at = first.offset + 30 + first.name.length + 20 + first.size - 1;
    const flipped = stored.slice();
    flipped[at] ^= 1;
    expect(message(flipped)).toBe(
      'The archive is damaged or cut short: “observations.npy” fails its checksum.',
    );
  });

  it('does not unpack what claims to be, or turns out to be, too large', () => {
    const zeros = zipSync({ 'observations.npy': new Uint8Array(2 ** 22) });
    const view = new DataView(zeros.buffer, zeros.byteOffset, zeros.byteLength);
    const size = view.getUint32(zeros.length - 6, true) + 24;
    view.setUint32(size, 300 * 2 ** 20, true);
    expect(message(zeros)).toBe(
      '“observations.npy” would be 300\u00a0MB when unpacked; at most 256\u00a0MB in all are read.',
    );
    view.setUint32(size, 1000, true);
    expect(message(zeros)).toMatch(/fails its checksum/);
  });

  it('says that an entry is encrypted or packed in another way', () => {
    const change = (offset: number, value: number) => {
      const bytes = whole.slice();
      const view = new DataView(bytes.buffer);
      view.setUint16(view.getUint32(bytes.length - 6, true) + offset, value, true);
      return message(bytes);
    };
    expect(change(8, 1)).toMatch(/encrypted/);
    expect(change(10, 12)).toMatch(/packed by a method that is not read here/);
  });
});
