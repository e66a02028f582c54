import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, imported } from './testing/files';
import { episodesOf, type Row, shipped, walked } from './testing/walk';

const LAKE = shipped('frozen-lake-4x4');
const DATA = walked(LAKE, 200);
const EPISODES = episodesOf(DATA);
const ROWS = EPISODES.flat();
const COLUMNS = {
  s: 'state',
  a: 'action',
  r: 'reward',
  sp: 'next',
  terminated: 'terminal',
  truncated: 'truncated',
  ep: 'episode',
  t: 'step',
} as const satisfies Record<string, keyof Row>;

const textOf = (rows: readonly Row[], ...names: (keyof typeof COLUMNS)[]): string =>
  csv(names.join(), ...rows.map((row) => names.map((name) => Number(row[COLUMNS[name]])).join()));
const offerOf = (text: string) => imported(text, LAKE.world).offer;

/** Rows as several environments record them side by side. */
const interleaved = [...ROWS].sort(
  (one, other) => one.step - other.step || one.episode - other.episode,
);
/** Whether rows are those that were recorded, in their order, but for ends that may have led to several states. */
function inOrder({ transitions, report }: ReturnType<typeof offerOf>): void {
  const { successor = 0, ...others } = report.faultCounts;
  expect(others).toEqual({});
  expect(successor).toBeLessThan(0.2 * ROWS.length);
  expect(transitions?.size).toBe(ROWS.length - successor);
  let at = 0;
  for (let i = 0; transitions && i < transitions.size; i++) {
    const row = [transitions.state[i], transitions.action[i], transitions.nextState[i]].join();
    const same = ({ state, action, next }: Row) => [state, action, next].join() === row;
    while (at < ROWS.length && !same(ROWS[at])) at++;
    expect(at).toBeLessThan(ROWS.length);
    at++;
  }
}

/** Every row, in whatever order, must be one of those that were recorded. */
const recorded = new Set(ROWS.map((row) => [row.state, row.action, row.reward, row.next].join()));

describe('the order of rows', () => {
  it('is that of episode and step, however they stand', () => {
    inOrder(offerOf(textOf(ROWS, 's', 'a', 'r', 'terminated', 'truncated', 'ep', 't')));
    fc.assert(
      fc.property(fc.shuffledSubarray(ROWS, { minLength: ROWS.length }), (rows) => {
        for (const next of [['sp'], []] as const) {
          const text = textOf(rows, 's', 'a', 'r', ...next, 'terminated', 'truncated', 'ep', 't');
          const offer = offerOf(text);
          inOrder(offer);
          if (next.length > 0) expect(offer.transitions?.episode).toEqual(DATA.episode);
          expect(offer.report.notes).toContain('The rows were put in order by episode and step.');
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is that of the episodes where they alone are numbered', () => {
    const text = textOf(interleaved, 's', 'a', 'r', 'terminated', 'truncated', 'ep');
    inOrder(offerOf(text));
  });

  it('is that of a time that runs over all rows', () => {
    const timed = [...ROWS.entries()].sort(([i], [j]) => ((i * 7919) % 211) - ((j * 7919) % 211));
    const text = csv(
      's,a,r,terminated,time',
      ...timed.map(([i, row]) =>
        [row.state, row.action, row.reward, Number(row.terminal), 1e9 + i * 0.5].join(),
      ),
    );
    inOrder(offerOf(text));
  });

  it('is the file’s where numbers of episodes are used again', () => {
    const twice = textOf(
      [...ROWS, ...ROWS],
      's',
      'a',
      'r',
      'sp',
      'terminated',
      'truncated',
      'ep',
      't',
    );
    const { report, transitions } = offerOf(twice);
    expect(report.good).toBe(2 * ROWS.length);
    expect(report.warnings).toEqual([]);
    expect(transitions?.episode.at(-1)).toBe(2 * EPISODES.length - 1);
  });

  it('is that of the environments that recorded side by side', () => {
    const text = csv(
      'env_id,s,a,r,done',
      ...interleaved.map((row) =>
        [
          row.episode,
          row.state,
          row.action,
          row.reward,
          Number(row.terminal || row.truncated),
        ].join(),
      ),
    );
    inOrder(offerOf(text));
  });
});

describe('rows that cannot be put in order', () => {
  const refused = (text: string) => {
    const { report, transitions } = offerOf(text);
    expect(report.faultCounts).toEqual({ order: ROWS.length });
    expect(report.faults[0].message).toMatch(
      /does not tell where its row led: rows of several episodes stand mixed.*Columns episode and step, or a column nextState, would\./,
    );
    expect(transitions).toBeNull();
  };

  it('are refused with the reason where they would need an order', () => {
    refused(textOf(interleaved, 's', 'a', 'r', 'terminated', 'truncated'));
    refused(textOf(interleaved, 's', 'a', 'r', 'terminated', 'truncated', 't'));
  });

  it('stand for themselves where they name their next states', () => {
    for (const keys of [[], ['t']] as const) {
      const text = textOf(interleaved, 's', 'a', 'r', 'sp', 'terminated', 'truncated', ...keys);
      const { report, transitions } = offerOf(text);
      expect(report.good).toBe(ROWS.length);
      const rows = Array.from(transitions?.state ?? [], (state, i) =>
        [state, transitions?.action[i], transitions?.reward[i], transitions?.nextState[i]].join(),
      );
      expect(rows.every((row) => recorded.has(row))).toBe(true);
    }
  });

  it('never get a next state that they did not have', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ROWS, { minLength: ROWS.length }), (rows) => {
        const { transitions } = offerOf(textOf(rows, 's', 'a', 'r', 'terminated', 'truncated'));
        const size = transitions?.size ?? 0;
        for (let i = 0; i < size; i++) {
          const row = [
            transitions?.state[i],
            transitions?.action[i],
            transitions?.reward[i],
            transitions?.nextState[i],
          ];
          expect(recorded.has(row.join())).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('rows that only close an episode', () => {
  it('are where the row before led, and no transitions', () => {
    const lines = EPISODES.flatMap((rows) => [
      ...rows.map((row) => [row.state, row.action, row.reward, row.episode, row.step].join()),
      [rows[rows.length - 1].next, '', '', rows[0].episode, rows.length].join(),
    ]);
    const { report, transitions } = offerOf(csv('state,action,reward,episode,t', ...lines));
    expect(report.rows).toBe(ROWS.length);
    expect(transitions?.nextState).toEqual(DATA.nextState);
    expect(report.notes.join()).toContain(`${EPISODES.length} rows only hold the state`);
  });

  it('hold the last reward where rewards stand with the state that they lead to', () => {
    const paying = shipped('frozen-lake-4x4', {
      rewards: { step: -0.1, goal: 1, pit: -1, cliff: 0 },
    });
    const data = walked(paying, 200);
    const lines = episodesOf(data).flatMap((rows) => [
      ...rows.map((row, i) =>
        [row.state, row.action, i === 0 ? 0 : rows[i - 1].reward, row.episode].join(),
      ),
      [rows[rows.length - 1].next, 'None', rows[rows.length - 1].reward, rows[0].episode].join(),
    ]);
    const { report, transitions } = imported(
      csv('S_t,A_t,R_t,episode', ...lines),
      paying.world,
    ).offer;
    expect(transitions?.reward).toEqual(data.reward);
    expect(transitions?.nextState).toEqual(data.nextState);
    expect(report.readings.join()).toMatch(/stands a row late/);
  });
});
