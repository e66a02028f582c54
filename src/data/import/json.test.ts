import { describe, expect, it } from 'vitest';
import { CORNER, imported } from './testing/files';
import type { ImportReport } from './types';

const reportOf = (value: unknown): ImportReport => imported(JSON.stringify(value)).offer.report;
const failure = (value: unknown): string => reportOf(value).faults[0].message;

const LISTS = { state: [0, 1], action: [1, 2], reward: [0, 0], nextState: [1, 3] };
const FILE = { format: 'offgrid-dataset', version: 1, world: CORNER, columns: LISTS };

describe('shapes of JSON', () => {
  it('takes our own file, columns, and a list of rows alike', () => {
    const rows = LISTS.state.map((state, i) => ({
      state,
      action: LISTS.action[i],
      reward: 0,
      nextState: LISTS.nextState[i],
    }));
    const hashes = [FILE, LISTS, rows].map((value) => imported(JSON.stringify(value)).offer.hash);
    expect(hashes[0]).not.toBeNull();
    expect(new Set(hashes).size).toBe(1);
  });

  it('takes cells, names, truth values and numbers in quotation marks', () => {
    const report = reportOf([
      { obs: [0, 0], action: 'right', reward: '0', next_obs: [0, 1], terminal: false },
      { obs: [1, 1], action: 'RIGHT', reward: 1, next_obs: [1, 2], terminal: true },
    ]);
    expect(report.faults).toEqual([]);
    expect(report.good).toBe(2);
  });

  it('takes one-hot states and actions', () => {
    const report = reportOf({
      observations: [
        [1, 0, 0, 0, 0],
        [0, 1, 0, 0, 0],
      ],
      actions: [
        [0, 1, 0, 0],
        [0, 0, 1, 0],
      ],
      rewards: [0, 0],
      next_observations: [
        [0, 1, 0, 0, 0],
        [0, 0, 0, 1, 0],
      ],
    });
    expect(report.faults).toEqual([]);
    expect(report.good).toBe(2);
  });

  it("reads the numbers of actions in the file's own order", () => {
    const actions = ['left', 'down', 'right', 'up'];
    const columns = { ...LISTS, action: [2, 1] };
    const { offer } = imported(JSON.stringify({ ...FILE, actions, columns }));
    expect([...(offer.transitions?.action ?? [])]).toEqual([1, 2]);
    // What is in nobody's order stays what it is.
    const faulty = { ...LISTS, action: [4, 'right'] };
    const { report } = imported(JSON.stringify({ ...FILE, actions, columns: faulty })).offer;
    expect(report.faults.map(({ kind, value }) => [kind, value])).toEqual([
      ['action', '4'],
      ['transition', '3'],
    ]);
  });

  it('names rows that are none, and values that are of another kind', () => {
    const row = { state: 0, action: 1, reward: 0, nextState: 1 };
    const report = reportOf([row, null, [1], 'x', { ...row, state: null }, { ...row, reward: {} }]);
    expect(report.faults.map(({ kind, row: n, field, value }) => [kind, n, field, value])).toEqual([
      ['cells', 2, null, null],
      ['cells', 3, null, null],
      ['cells', 4, null, null],
      ['missing', 5, 'state', null],
      ['number', 6, 'reward', '{}'],
    ]);
  });

  it('names a pair that is none', () => {
    const list = {
      ...LISTS,
      state: [
        [0, 0],
        [0, 1, 2],
      ],
    };
    expect(reportOf(list).faults.map(({ kind, value }) => [kind, value])).toEqual([
      ['number', '[0,1,2]'],
      ['number', '[0,1,2]'],
    ]);
  });
});

describe('files that are no dataset', () => {
  it('says what is wrong', () => {
    expect(failure({ ...FILE, version: 2 })).toMatch(/^The file is of version 2 /);
    expect(failure({ ...LISTS, action: [1] })).toBe(
      'The columns are not of one length: “state” has 2 rows, “action” 1.',
    );
    expect(failure({ a: 1 })).toMatch(/^The file has no column for the state .* and the reward\./);
    expect(failure([])).toMatch(/^The file has no column/);
    expect(failure([1, 2])).toMatch(/^The file has no column/);
    expect(imported('[1, 2').offer.report.faults[0].message).toMatch(
      /^The file is not valid JSON: /,
    );
  });

  it('refuses lists nested without end', () => {
    const deep = '['.repeat(5_000_000);
    expect(imported(deep).offer.report.faults[0].message).toMatch(/nested too deeply/);
    const text = JSON.stringify([
      { state: 0, action: 1, reward: 0, nextState: 1, note: deep.slice(0, 99) },
    ]);
    expect(imported(text).offer.report.good).toBe(1);
  });

  it('says when the number of rows is not the one stated', () => {
    expect(reportOf({ ...FILE, size: 3 }).notes[0]).toBe(
      'The file says that it has 3 rows, but its columns have 2.',
    );
  });
});

describe('the world of a file', () => {
  const stating = (world: unknown) => imported(JSON.stringify({ ...FILE, world }));

  it('is offered with its differences and its own rows', () => {
    const { offer, other } = stating({
      ...CORNER,
      map: ['S..', '..G'],
      slip: 0.25,
      rewards: { ...CORNER.rewards, goal: 2 },
      gamma: 0.5,
    });
    expect(other?.differences).toEqual([
      'The maps differ in 1 cell.',
      'The slip is 0.25 there and 0 here.',
      'The reward “goal” is 2 there and 1 here.',
      'The discount γ is 0.5 there and 0.9 here.',
    ]);
    expect(offer.report.good).toBe(2);
    // There state 3 is the first cell of the second row, and down from state 1 leads elsewhere.
    expect(other?.offer.report.faultCounts).toEqual({ transition: 1 });
    expect(stating({ ...CORNER, map: ['SG'] }).other?.differences).toEqual([
      'The map is of 1 × 2 cells there and of 2 × 3 here.',
    ]);
  });

  it('is none where it is the same, or is left out', () => {
    expect(stating(CORNER).other).toBeNull();
    expect(stating({ map: ['S.#', '..G'].join('/') }).other).toBeNull();
    expect(imported(JSON.stringify({ ...FILE, world: undefined })).other).toBeNull();
  });

  it('is told to be unreadable where it is, and the rows stand', () => {
    const noteOf = (world: unknown): string => {
      const { offer, other } = stating(world);
      expect(other).toBeNull();
      expect(offer.report.good).toBe(2);
      return offer.report.notes[0];
    };
    const says = 'The file states a world that cannot be read: ';
    expect(noteOf(7)).toBe(`${says}it is not an object.`);
    expect(noteOf({ ...CORNER, map: ['..G'] })).toMatch(/no start/);
    expect(noteOf({ ...CORNER, map: [7] })).toMatch(/at most 40 rows of 40 cells/);
    expect(noteOf({ ...CORNER, map: Array(1000).fill('S') })).toMatch(/at most 40 rows/);
    expect(noteOf({ ...CORNER, gamma: 'x' })).toMatch(/discount/);
    expect(noteOf({ ...CORNER, rewards: 'x' })).toMatch(/reward .step. must be a finite number/);
  });
});

describe('the digest of a file', () => {
  it('is held against the rows offered', () => {
    const { hash } = imported(JSON.stringify(FILE)).offer;
    expect(reportOf({ ...FILE, hash }).notes).toHaveLength(5);
    const notes = reportOf({ ...FILE, hash: 'abc' }).notes;
    expect(notes.at(-1)).toBe(
      `The file says that its rows have the digest abc; those offered have ${hash}, so they are not the rows that were exported.`,
    );
  });
});
