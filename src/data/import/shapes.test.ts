import { describe, expect, it } from 'vitest';
import { csv, imported } from './testing/files';
import { episodesOf, type Row, shipped, walked } from './testing/walk';

// A wall, so that numbers of states and cells differ; short episodes, so that both kinds of end occur.
const MDP = shipped('maze-umaze', { horizon: 25 });
const DATA = walked(MDP, 300);
const EPISODES = episodesOf(DATA);
const ROWS = EPISODES.flat();
const plain = (row: Row) => [
  row.state,
  row.action,
  row.reward,
  row.next,
  row.terminal,
  row.truncated,
  row.episode,
  row.step,
];
const NAMES = [
  ...['state', 'action', 'reward', 'next_state', 'terminated', 'truncated', 'episode', 'step'],
];
const cellOf = (state: number): [number, number] => [
  Math.floor(MDP.cells[state] / MDP.columns),
  MDP.cells[state] % MDP.columns,
];
/** What every file here is to be read as. */
const HASH = imported(csv(NAMES.join(), ...ROWS.map((row) => plain(row).join())), MDP.world).offer
  .hash;

type Change = Partial<Record<keyof Row, (row: Row) => string | number | null>>;

/** The rows as a table, some columns written otherwise. */
function table(change: Change = {}, names = NAMES): string {
  const keys = Object.keys(ROWS[0]) as (keyof Row)[];
  const lines = ROWS.map((row) =>
    keys
      .map((key) => {
        const text = String(change[key]?.(row) ?? row[key]);
        return /[,"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      })
      .join(),
  );
  return csv(names.join(), ...lines);
}

function sameRows(content: string): void {
  const { offer } = imported(content, MDP.world);
  expect(offer.report.faults.map(({ message }) => message)).toEqual([]);
  expect(offer.report.question).toBeNull();
  expect(offer.hash).toBe(HASH);
}

const both = (as: (state: number) => string): Change => ({
  state: (row) => as(row.state),
  next: (row) => as(row.next),
});

it('compares with rows that are all there, in which both kinds of end occur', () => {
  expect(HASH).toBe(imported(table(), MDP.world).offer.hash);
  expect(ROWS.some(({ terminal }) => terminal) && ROWS.some(({ truncated }) => truncated)).toBe(
    true,
  );
});

describe('states in a text', () => {
  it.each([
    ['a tuple', (r: number, c: number) => `(${r}, ${c})`],
    ['numpy’s list', (r: number, c: number) => `[${r} ${c}]`],
    ['numpy’s floats', (r: number, c: number) => `[${r}. ${c}.]`],
    ['numpy 2’s tuple', (r: number, c: number) => `(np.int64(${r}), np.int64(${c}))`],
    ['an array', (r: number, c: number) => `array([${r}, ${c}], dtype=int32)`],
    ['a tensor', (r: number, c: number) => `tensor([${r}, ${c}])`],
    ['a dictionary', (r: number, c: number) => `{'row': ${r}, 'col': ${c}}`],
    ['x and y by name', (r: number, c: number) => `x=${c}, y=${r}`],
    ['x before y', (r: number, c: number) => `(${c}, ${r})`],
    ['letters', (r: number, c: number) => `r${r}c${c}`],
    ['a hyphen', (r: number, c: number) => `${r}-${c}`],
  ])('are %s', (_, as) => {
    sameRows(table(both((state) => as(...cellOf(state)))));
  });

  it.each([
    ['with a letter', (state: number) => `s${state}`],
    ['as a tensor', (state: number) => `tensor(${state})`],
    ['as a number of numpy', (state: number) => `np.int64(${state})`],
    ['in brackets', (state: number) => `[${state}]`],
    ['as floats', (state: number) => `${state}.0`],
    [
      'one-hot',
      (state: number) =>
        `[${Array.from({ length: MDP.states }, (_, s) => (s === state ? '1.' : '0.')).join(' ')}]`,
    ],
  ])('are numbers %s', (_, as) => {
    sameRows(table(both(as)));
  });
});

it('takes cells that nobody has quoted', () => {
  const bare = table(both((state) => `(${cellOf(state).join(', ')})`)).replaceAll('"', '');
  sameRows(bare);
  sameRows(table(both((state) => cellOf(state).join())));
});

describe('actions in a text', () => {
  it.each([
    [['UP', 'RIGHT', 'DOWN', 'LEFT']],
    [['north', 'east', 'south', 'west']],
    [['N', 'E', 'S', 'W']],
    [['↑', '→', '↓', '←']],
    [['⬆️', '➡️', '⬇️', '⬅️']],
    [['^', '>', 'v', '<']],
    [['Actions.up', 'Actions.right', 'Actions.down', 'Actions.left']],
    [['<Action.UP: 0>', '<Action.RIGHT: 1>', '<Action.DOWN: 2>', '<Action.LEFT: 3>']],
    [['move_up', 'move_right', 'move_down', 'move_left']],
    [['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft']],
    [['go north', 'go east', 'go south', 'go west']],
    [['oben', 'rechts', 'unten', 'links']],
    [['nach oben', 'nach rechts', 'nach unten', 'nach links']],
    [['Norden', 'Osten', 'Süden', 'Westen']],
    [['o', 'r', 'u', 'l']],
    [['u', 'r', 'd', 'l']],
    [['w', 'd', 's', 'a']],
    [['[1, 0, 0, 0]', '[0, 1, 0, 0]', '[0, 0, 1, 0]', '[0, 0, 0, 1]']],
    [['(-1, 0)', '(0, 1)', '(1, 0)', '(0, -1)']],
    [['(0, -1)', '(1, 0)', '(0, 1)', '(-1, 0)']],
    [['np.int64(0)', 'np.int64(1)', 'np.int64(2)', 'np.int64(3)']],
    [['[0]', '[1]', '[2]', '[3]']],
  ])('are %j', (names) => {
    sameRows(table({ action: (row) => names[row.action] }));
  });
});

describe('what nobody needs', () => {
  it.each(['', 'None', 'nan', 'NaN', 'null', '<NA>', '-1', '#NV', '-'])(
    'is a next state at an end, here “%s”',
    (nothing) => {
      sameRows(
        table({
          next: ({ next, terminal, truncated }) => (terminal || truncated ? nothing : next),
        }),
      );
    },
  );

  it('is a flag that is blank except at ends', () => {
    sameRows(
      table({
        terminal: ({ terminal }) => (terminal ? 'TRUE' : ''),
        truncated: ({ truncated }) => (truncated ? 1 : ''),
      }),
    );
  });

  it('is a number of an episode, or how its steps count', () => {
    sameRows(table({ episode: ({ episode }) => `9f1c-${episode}-uuid` }));
    sameRows(table({ episode: ({ episode }) => 1e15 + 7 * episode }));
    sameRows(table({ episode: ({ episode }) => `72057594037927${1000 + episode}` }));
    sameRows(table({ step: ({ step }) => step + 1 }));
    sameRows(table({ step: ({ step, episode }) => 1.7e9 + (1000 * episode + step) * 0.37 }));
    const start = Date.UTC(2024, 1, 28);
    const time = ({ step, episode }: Row) => new Date(start + (1000 * episode + step) * 997);
    sameRows(table({ step: (row) => time(row).toISOString() }));
    sameRows(table({ step: (row) => time(row).toISOString().replace('T', ' ').replace('Z', '') }));
  });

  it('is some of the probabilities', () => {
    const names = [...NAMES.slice(0, 7), 'behavior_prob'];
    const first = ({ episode, step }: Row) => episode === 0 && step === 0;
    const { offer } = imported(
      table({ step: (row) => (first(row) ? '' : 0.25) }, names),
      MDP.world,
    );
    expect(offer.report.good).toBe(DATA.size);
    expect(offer.behaviorKnown).toBe(true);
    expect(new Set(offer.transitions?.behaviorProbability)).toEqual(new Set([0.25]));
    const few = imported(
      table({ step: ({ step }) => (step === 7 ? 0.25 : '') }, names),
      MDP.world,
    ).offer;
    expect(few.report.good).toBe(DATA.size);
    expect(few.behaviorKnown).toBe(false);
    expect(few.report.notes.join()).toMatch(/missing for some pairs/);
  });

  it('is the precision of a reward', () => {
    const world = { ...MDP.world, rewards: { ...MDP.world.rewards, step: -0.04 } };
    const rows = ROWS.map((row) => ({ ...row, reward: row.terminal ? 1 : Math.fround(-0.04) }));
    const { offer } = imported(
      JSON.stringify(rows.map(({ next, ...row }) => ({ ...row, next_state: next }))),
      world,
    );
    expect(offer.report.good).toBe(DATA.size);
    expect(new Set(offer.transitions?.reward)).toEqual(new Set([-0.04, 1]));
  });
});

describe('dialects of CSV', () => {
  const lines = table().trimEnd().split('\n');
  const separated = (by: string) => lines.map((line) => line.replaceAll(',', by));

  it.each([
    ['bars', separated('|')],
    ['tabs', separated('\t')],
    ['blanks', separated('  ')],
    ['blanks before and after', separated('   ').map((line) => `  ${line} `)],
    ['commas at the end', lines.map((line) => `${line},`)],
    ['a comment above', ['# made by hand', '# in two lines', ...lines]],
    ['names in a comment', [`# ${lines[0]}`, ...lines.slice(1)]],
    ['comments between', [...lines.slice(0, 9), '# a pause', ...lines.slice(9), '# the end']],
    [
      'a column of row numbers',
      lines.map((line, i) => (i === 0 ? `,${line}` : `${i - 1},${line}`)),
    ],
    [
      'row numbers that the header does not name',
      lines.map((line, i) => (i === 0 ? line : `${i},${line}`)),
    ],
    [
      'Markdown',
      separated(' | ').flatMap((line, i) => [
        `| ${line} |`,
        ...(i === 0 ? [`|${'---|'.repeat(NAMES.length)}`] : []),
      ]),
    ],
    ['paths before the names', [NAMES.map((name) => `train/${name}`).join(), ...lines.slice(1)]],
    ['runs before the names', [NAMES.map((name) => `run-7 - ${name}`).join(), ...lines.slice(1)]],
    ['units behind the names', [NAMES.map((name) => `${name} (raw)`).join(), ...lines.slice(1)]],
  ])('are %s', (_, content) => {
    sameRows(csv(...content));
  });

  it('are those of German spreadsheets', () => {
    const names = [
      'Zustand',
      'Aktion',
      'Belohnung',
      'Folgezustand',
      'Beendet',
      'Abgebrochen',
      'Episode',
      'Schritt',
    ];
    const german = ROWS.map((row) =>
      [
        row.state,
        ['hoch', 'rechts', 'runter', 'links'][row.action],
        `${row.reward},0`,
        row.next,
        row.terminal ? 'WAHR' : 'FALSCH',
        row.truncated ? 'ja' : 'nein',
        row.episode,
        row.step,
      ].join(';'),
    );
    sameRows(csv(names.join(';'), ...german));
    // Saved by Excel under Windows.
    const umlauts = csv(names.join(';').replace('Folgezustand', 'Nächster Zustand'), ...german);
    const ansi = Uint8Array.from(umlauts, (letter) => letter.charCodeAt(0));
    expect(imported(ansi, MDP.world).offer.hash).toBe(HASH);
    const wide = new Uint8Array(2 + 2 * umlauts.length);
    wide.set([0xff, 0xfe]);
    new Uint16Array(wide.buffer, 2).set(Array.from(umlauts, (letter) => letter.charCodeAt(0)));
    expect(imported(wide, MDP.world).offer.hash).toBe(HASH);
  });

  it('have numbers with other signs', () => {
    sameRows(table({ reward: ({ reward }) => (reward === 0 ? '−0' : '1,0') }));
  });
});

describe('names of columns', () => {
  const five = ROWS.map((row) => plain(row).slice(0, 5).join());
  const hashUnder = (names: string) => imported(csv(names, ...five), MDP.world).offer.hash;
  const minimal = hashUnder('state,action,reward,nextState,terminal');
  const ends = hashUnder('state,action,reward,nextState,done');

  it.each([
    ['RLlib', 'obs,actions,rewards,new_obs,terminateds'],
    ['Tianshou', 'obs,act,rew,obs_next,terminated'],
    ['Spinning Up', 'obs,act,rew,obs2,done'],
    ['D4RL', 'observations,actions,rewards,next_observations,terminals'],
    ['TorchRL', 'observation,action,next/reward,next/observation,next/terminated'],
    ['textbooks', "S,A,R,S',done"],
    ['textbooks with primes', 's_t,a_t,r_{t+1},s_{t+1},done'],
    ['s_prime', 's,a,r,s_prime,d'],
    ['sp', 's,a,r,sp,terminal'],
    ['new_state', 'State,Action,Reward,New State,Is Terminal'],
    ['German', 'Zustand,Aktion,Belohnung,nächster Zustand,Ende'],
    ['German, shorter', 'Zustand,Zug,Lohn,Zustand neu,fertig'],
  ])('are those of %s', (_, names) => {
    expect(minimal).not.toBeNull();
    expect([minimal, ends]).toContain(hashUnder(names));
  });

  it('name what is left aside, but not an index without a name', () => {
    const text = csv(
      `Unnamed: 0,${NAMES.join()},mood`,
      ...ROWS.map((row, i) => `${i},${plain(row).join()},good`),
    );
    expect(imported(text, MDP.world).offer.report.notes).toEqual([
      'The column “mood” is not used.',
      expect.stringMatching(/^π_β/),
    ]);
  });
});

describe('shapes of JSON', () => {
  const records = ROWS.map((row) =>
    Object.fromEntries(NAMES.map((name, i) => [name, plain(row)[i]])),
  );
  const columns = Object.fromEntries(
    NAMES.map((name, i) => [name, ROWS.map((row) => plain(row)[i])]),
  );
  const numbered = (list: readonly unknown[]) => Object.fromEntries(list.map((x, i) => [i, x]));
  const episodes = EPISODES.map((rows) => ({
    observations: [...rows.map(({ state }) => state), rows[rows.length - 1].next],
    actions: rows.map(({ action }) => action),
    rewards: rows.map(({ reward }) => reward),
    terminations: rows.map(({ terminal }) => terminal),
    truncations: rows.map(({ truncated }) => truncated),
  }));
  const rlds = EPISODES.map((rows) => {
    const last = rows[rows.length - 1];
    const step = { is_first: false, is_last: false, is_terminal: false, discount: 1 };
    return {
      steps: [
        ...rows.map(({ state, action, reward }, i) => ({
          ...step,
          observation: state,
          action,
          reward,
          is_first: i === 0,
        })),
        {
          ...step,
          observation: last.next,
          action: 0,
          reward: 0,
          is_last: true,
          is_terminal: last.terminal,
        },
      ],
    };
  });

  it.each([
    ['records', records],
    [
      'columns',
      Object.fromEntries(Object.entries(columns).map(([name, list]) => [name, numbered(list)])),
    ],
    ['index', numbered(records)],
    ['split', { columns: NAMES, index: ROWS.map((_, i) => i), data: ROWS.map(plain) }],
    [
      'table',
      { schema: { fields: NAMES.map((name) => ({ name })), primaryKey: ['index'] }, data: records },
    ],
    ['values under a row of names', [NAMES, ...ROWS.map(plain)]],
    ['lists', columns],
    ['wrapped records', { meta: { seed: 1, tags: ['a'] }, data: records }],
    ['wrapped lists', { run: { dataset: columns } }],
    ['episodes with T + 1 observations', episodes],
    ['wrapped episodes', { env: 'maze', episodes }],
    [
      'episodes by name',
      Object.fromEntries(episodes.map((episode, i) => [`episode_${i}`, episode])),
    ],
    ['lists of steps', EPISODES.map((rows) => rows.map((row) => records[ROWS.indexOf(row)]))],
    ['RLDS', rlds],
    [
      'observations in objects',
      records.map(({ state, next_state: next, ...rest }) => {
        const [row, col] = cellOf(Number(state));
        const [r, c] = cellOf(Number(next));
        return { ...rest, obs: { row, col }, next_obs: { row: r, col: c }, info: { lives: 3 } };
      }),
    ],
    [
      'values in lists of one',
      records.map((row) => ({ ...row, state: [[row.state]], action: [row.action] })),
    ],
  ])('are %s', (_, value) => {
    sameRows(JSON.stringify(value));
  });

  it('are lines, of rows or of episodes', () => {
    sameRows(records.map((row) => JSON.stringify(row)).join('\n'));
    sameRows(`${episodes.map((episode) => JSON.stringify(episode)).join('\r\n')}\r\n`);
    const cut = imported(
      `${records.map((row) => JSON.stringify(row)).join('\n')}\n{"state": 1, "ac`,
      MDP.world,
    );
    expect(cut.offer.report.faultCounts).toEqual({ cells: 1 });
    expect(cut.offer.report.good).toBe(DATA.size);
  });

  it('hold NaN where Python has put it', () => {
    const text = JSON.stringify(
      records.map((row) => (row.terminated ? { ...row, next_state: '@' } : row)),
    );
    sameRows(text.replaceAll('"@"', 'NaN'));
    sameRows(
      text.replaceAll('"@"', 'None').replaceAll('true', 'True').replaceAll('false', 'False'),
    );
    const faulty = JSON.stringify(
      records.map((row, i) => (i === 5 ? { ...row, reward: '@' } : row)),
    );
    const { report } = imported(faulty.replace('"@"', 'NaN'), MDP.world).offer;
    expect(report.good).toBe(DATA.size - 1);
    expect(report.faults[0].message).toMatch(/Row 6, reward: .*not a finite number/);
  });

  it('are refused with the way to save them where nothing names their columns', () => {
    const { report } = imported(JSON.stringify(ROWS.map(plain)), MDP.world).offer;
    expect(report.summary).toMatch(/lists without names.*orient="records"/);
  });
});
