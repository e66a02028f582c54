import { describe, expect, it } from 'vitest';
import { COLUMNS, csv, imported } from './testing/files';
import type { FaultKind } from './types';

const GOOD = '0,1,0,1,0,0,0,0,0.25';

interface Example {
  readonly header?: string;
  /** The first row of data. */
  readonly row: string;
  /** Good rows behind it. */
  readonly more?: readonly string[];
  readonly field: string | null;
  readonly value: string | null;
  readonly message: string;
}

/** One example a kind; in the world S.# over ..G, where step pays 0 and the goal 1. */
const EXAMPLES: Readonly<Record<Exclude<FaultKind, 'file' | 'order'>, readonly Example[]>> = {
  cells: [
    {
      row: '0,1,0,1,0,0,0,0',
      field: null,
      value: null,
      message: 'Row 1 (line 2) has 8 cells where the header names 9 columns.',
    },
  ],
  missing: [
    {
      row: '0,,0,1,0,0,0,0,0.25',
      field: 'action',
      value: null,
      message: 'Row 1 (line 2), action: nothing stands here.',
    },
  ],
  number: [
    {
      row: '0,1,free,1,0,0,0,0,0.25',
      field: 'reward',
      value: 'free',
      message: 'Row 1 (line 2), reward: “free” is not a number.',
    },
    {
      row: '0x1,1,0,1,0,0,0,0,0.25',
      field: 'state',
      value: '0x1',
      message: 'Row 1 (line 2), state: “0x1” is not a number.',
    },
  ],
  finite: [
    {
      row: '0,1,NaN,1,0,0,0,0,0.25',
      field: 'reward',
      value: 'NaN',
      message: 'Row 1 (line 2), reward: “NaN” is not a finite number.',
    },
    {
      row: '0,1,-inf,1,0,0,0,0,0.25',
      field: 'reward',
      value: '-inf',
      message: 'Row 1 (line 2), reward: “-inf” is not a finite number.',
    },
    {
      row: '0,1,1e999,1,0,0,0,0,0.25',
      field: 'reward',
      value: '1e999',
      message: 'Row 1 (line 2), reward: “1e999” is not a finite number.',
    },
  ],
  state: [
    {
      row: '5,1,0,1,0,0,0,0,0.25',
      field: 'state',
      value: '5',
      message: 'Row 1 (line 2), state: “5” is no state of this world; its states are 0 to 4.',
    },
    {
      row: '0,1,0,1.5,0,0,0,0,0.25',
      field: 'nextState',
      value: '1.5',
      message: 'Row 1 (line 2), nextState: “1.5” is no state of this world; its states are 0 to 4.',
    },
    {
      header: 'row,col,action,reward,nextRow,nextCol',
      row: '0,3,right,0,0,1',
      field: 'col',
      value: '3',
      message: 'Row 1 (line 2), col: “3” is no column of this map; they are 0 to 2.',
    },
    {
      header: 'row,col,action,reward,nextRow,nextCol',
      row: '-1,0,right,0,0,1',
      field: 'row',
      value: '-1',
      message: 'Row 1 (line 2), row: “-1” is no row of this map; they are 0 to 1.',
    },
  ],
  wall: [
    {
      header: 'row,col,action,reward,nextRow,nextCol',
      row: '0,1,right,0,0,2',
      field: 'nextRow',
      value: '0',
      message: 'Row 1 (line 2), nextRow: “0” and col 2 name a cell inside a wall.',
    },
  ],
  coordinates: [
    {
      header: 'state,row,col,action,reward,nextState',
      row: '0,1,0,right,0,1',
      field: 'state',
      value: '0',
      message:
        'Row 1 (line 2), state: “0” lies at (row 0, col 0) of this world, but the row says (row 1, col 0).',
    },
  ],
  ended: [
    {
      row: '4,1,0,1,0,0,0,0,0.25',
      field: 'state',
      value: '4',
      message:
        'Row 1 (line 2), state: “4” is where episodes end (row 1, col 2); no action is taken there.',
    },
  ],
  action: [
    {
      row: '0,4,0,1,0,0,0,0,0.25',
      field: 'action',
      value: '4',
      message: 'Row 1 (line 2), action: “4” is none of the four: up, right, down, left or 0 to 3.',
    },
    {
      row: '0,sideways,0,1,0,0,0,0,0.25',
      field: 'action',
      value: 'sideways',
      message:
        'Row 1 (line 2), action: “sideways” is none of the four: up, right, down, left or 0 to 3.',
    },
  ],
  transition: [
    {
      row: '0,1,0,3,0,0,0,0,0.25',
      field: 'nextState',
      value: '3',
      message:
        'Row 1 (line 2), nextState: “3” is (row 1, col 1), but right from (row 0, col 0) leads to (row 0, col 1).',
    },
    {
      header: 'row,col,action,reward,nextRow,nextCol',
      row: '0,0,right,0,1,1',
      field: 'nextRow',
      value: '1',
      message:
        'Row 1 (line 2), nextRow: “1” is (row 1, col 1), but right from (row 0, col 0) leads to (row 0, col 1).',
    },
  ],
  reward: [
    {
      row: '0,1,1,1,0,0,0,0,0.25',
      field: 'reward',
      value: '1',
      message: 'Row 1 (line 2), reward: “1” is not what the world pays here: 0.',
    },
  ],
  successor: [
    {
      // Slip below: right from 0 stays, goes right or goes down, and an end does not tell.
      header: 'state,action,reward,truncated',
      row: '0,right,0,1',
      field: 'state',
      value: '0',
      message:
        'Row 1 (line 2), state: “0” does not tell where right led at the end of its episode: (row 0, col 0) or (row 0, col 1) or (row 1, col 0). A column nextState would.',
    },
  ],
  terminal: [
    {
      row: '0,1,0,1,1,0,0,0,0.25',
      more: ['1,2,0,3,0,0,0,1,0.25', '3,1,1,4,1,0,0,2,0.25'],
      field: 'terminal',
      value: '1',
      message:
        'Row 1 (line 2), terminal: “1” says that the episode ends, but this world ends none at (row 0, col 1).',
    },
    {
      row: '3,1,1,4,0,0,0,0,0.25',
      more: ['3,1,1,4,1,0,1,0,0.25'],
      field: 'terminal',
      value: '0',
      message:
        'Row 1 (line 2), terminal: “0” says that the episode goes on, but it ends on arrival at (row 1, col 2).',
    },
    {
      header: 'state,action,reward,nextState,done',
      row: '3,1,1,4,0',
      more: ['3,1,1,4,1'],
      field: 'done',
      value: '0',
      message:
        'Row 1 (line 2), done: “0” says that the episode goes on, but it ends on arrival at (row 1, col 2).',
    },
    {
      header: 'state,action,reward,terminal',
      row: '0,right,0,1',
      more: ['1,down,0,0', '3,right,1,1'],
      field: 'terminal',
      value: '1',
      message:
        'Row 1 (line 2), terminal: “1” says that the episode ends, but right from here ends none.',
    },
  ],
};

describe('what nobody needs', () => {
  const whole = (row: string) => {
    const { report, transitions } = imported(csv(COLUMNS, row)).offer;
    expect(report.faults).toEqual([]);
    expect(transitions?.size).toBe(1);
    return report.warnings
      .filter(({ kind }) => kind !== 'open')
      .map(({ kind, field, message }) => [kind, field, message]);
  };

  it('costs no row where it is no number of an episode or step', () => {
    for (const episode of ['-1', '7f3a-uuid', '1e300', 'run 3', '', 'NaN']) {
      expect(whole(`0,1,0,1,0,0,${episode},0,0.25`)).toEqual([]);
    }
    for (const step of ['0.5', '-3', '2024-05-01T12:00:00Z', 'soon', '', 'inf']) {
      expect(whole(`0,1,0,1,0,0,0,${step},0.25`)).toEqual([]);
    }
  });

  it('is warned of where it is no flag or no probability', () => {
    expect(whole('0,1,0,1,0,2,0,0,0.25')).toEqual([
      [
        'flag',
        'truncated',
        'Row 1 (line 2), truncated: “2” is neither 0 nor 1; it counts as not said.',
      ],
    ]);
    expect(whole('0,1,0,1,maybe,0,0,0,0.25').map(([kind]) => kind)).toEqual(['flag']);
    expect(whole('0,1,0,1,0,0,0,0,0')).toEqual([
      [
        'probability',
        'behaviorProb',
        'Row 1 (line 2), behaviorProb: “0” is no probability above 0, and an action of probability 0 is never taken; it counts as unknown.',
      ],
    ]);
    expect(whole('0,1,0,1,0,0,0,0,1.5').map(([kind]) => kind)).toEqual(['probability']);
    expect(whole('0,1,0,1,,,,,')).toEqual([]);
  });
});

describe('faults of rows', () => {
  for (const [kind, examples] of Object.entries(EXAMPLES)) {
    for (const { header = COLUMNS, row, more = [], field, value, message } of examples) {
      it(`names a fault of kind ${kind}: ${row}`, () => {
        const world = { map: ['S.#', '..G'], gamma: 0.9, horizon: 20 };
        const rewards = { step: 0, goal: 1, pit: 0, cliff: 0 };
        const slip = kind === 'successor' ? 0.5 : 0;
        const { offer } = imported(csv(header, row, ...more), { ...world, rewards, slip });
        expect(offer.report.faultCounts).toEqual({ [kind]: 1 });
        expect(offer.report.faults).toEqual([{ kind, row: 1, line: 2, field, value, message }]);
        expect(offer.transitions?.size ?? 0).toBe(more.length);
      });
    }
  }

  it('names every fault of a row', () => {
    const { report } = imported(csv(COLUMNS, 'x,9,,7,2,0,0,-1,NaN')).offer;
    expect(report.faults.map(({ kind, field }) => [kind, field])).toEqual([
      ['number', 'state'],
      ['action', 'action'],
      ['missing', 'reward'],
      ['state', 'nextState'],
    ]);
    expect(report.warnings.map(({ kind, field }) => [kind, field])).toEqual([['flag', 'terminal']]);
    expect(report.good).toBe(0);
  });

  it('shows some faults of every kind and counts all', () => {
    const lines = Array.from({ length: 500 }, (_, i) =>
      i % 2 === 0 ? '0,1,x,1,0,0,0,0,0.25' : '9,1,0,1,0,0,0,0,0.25',
    );
    const { report } = imported(csv(COLUMNS, ...lines, GOOD)).offer;
    expect(report.faultCounts).toEqual({ number: 250, state: 250 });
    expect(report.faults).toHaveLength(40);
    expect(report.faults.map(({ row }) => row)).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    );
    expect(report.summary).toBe('501 rows read: 1 fits this world, 500 have faults.');
  });

  it('quotes long and invisible values safely', () => {
    const { report } = imported(csv(COLUMNS, `0,1,\u0007${'9x'.repeat(500)},1,0,0,0,0,0.25`)).offer;
    const value = `�${'9x'.repeat(29)}9…`;
    expect(report.faults[0]).toMatchObject({
      value,
      message: `Row 1 (line 2), reward: “${value}” is not a number.`,
    });
  });
});
