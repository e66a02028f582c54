import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import { UnreadableFile } from './faults';
import { FIELDS, type Field } from './types';

/** What is put before or behind the name of a state to name the one after it. */
const STATES = ['state', 'states', 's', 'st', 'obs', 'observation', 'observations', 'o', 'zustand'];
const ROWS = ['row', 'r', 'i', 'zeile', 'reihe'];
const COLUMNS = ['col', 'column', 'c', 'j', 'spalte'];

/** `next` and its like before a name, or behind it. */
const after = (names: readonly string[]): string[] =>
  names.flatMap((name) => [
    ...['next', 'new', 'nxt', 'naechste', 'naechster', 'folge', 'neue', 'neuer'].map(
      (mark) => mark + name,
    ),
    ...['next', 'new', 'prime', 'p', "'", '′', '+1', 't+1', 'tp1', 'tplus1', 'neu'].map(
      (mark) => name + mark,
    ),
  ]);
/** A part of a state by the state's name and its own: `state_x`, `obs.row`. */
const parts = (names: readonly string[]): string[] =>
  STATES.filter((state) => state.length > 2 || state === 's').flatMap((state) =>
    names.filter((name) => name.length > 1 || 'xy'.includes(name)).map((name) => state + name),
  );
const afterParts = (names: readonly string[]): string[] =>
  after(STATES.filter((state) => state.length > 2 || state === 's')).flatMap((state) =>
    names.filter((name) => name.length > 1 || 'xy'.includes(name)).map((name) => state + name),
  );
const agent = (names: readonly string[]): string[] =>
  ['agent', 'pos', 'position', 'agentpos'].flatMap((mark) => names.map((name) => mark + name));

const long = (names: readonly string[]): string[] => names.filter((name) => name.length > 1);

/**
 * Names under which a field is known, its own first: those of our exports, of D4RL, d3rlpy, Gymnasium,
 * RLlib, Tianshou, RLDS, TorchRL, Spinning Up and Stable Baselines, of textbooks, and German ones.
 * Case, blanks, hyphens and underscores do not count. Where a file has several, an earlier one counts.
 */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  state: [
    ...['state', 's', 'obs', 'observation', 'observations', 'states', 'zustand', 'zustaende'],
    ...['st', 'stateid', 'stateindex', 'stateidx', 'obs1', 'obst', 'observationt', 'statet'],
    ...['currentstate', 'currstate', 'curstate', 'curobs', 'currentobs', 'prevstate', 'prevobs'],
    ...[
      'oldstate',
      'lastobs',
      'cell',
      'tile',
      'position',
      'pos',
      'agentpos',
      'feld',
      'startzustand',
    ],
    ...['observationstate', 'observationobservation', 'obsobs', 'obsstate', 'ausgangszustand'],
  ],
  row: ['row', ...long(ROWS), ...parts(ROWS), ...agent(long(ROWS))],
  col: ['col', ...long(COLUMNS), ...parts(COLUMNS), ...agent(long(COLUMNS))],
  x: ['x', 'posx', 'xpos', 'coordx', 'xcoord', ...parts(['x']), ...agent(['x'])],
  y: ['y', 'posy', 'ypos', 'coordy', 'ycoord', ...parts(['y']), ...agent(['y'])],
  action: [
    ...['action', 'a', 'actions', 'act', 'acts', 'aktion', 'aktionen', 'at', 'actiont', 'move'],
    ...['actionid', 'actionidx', 'actionindex', 'actionname', 'handlung', 'zug', 'bewegung'],
    ...['direction', 'richtung', 'actiontaken', 'actionaction'],
  ],
  reward: [
    ...['reward', 'r', 'rewards', 'rew', 'rews', 'belohnung', 'belohnungen', 'rt', 'rewardt'],
    ...['rt+1', 'rewardt+1', 'nextreward', 'lohn', 'stepreward', 'immediatereward', 'rewardreward'],
  ],
  nextState: [
    ...[
      'nextstate',
      'nextobs',
      'nextobservation',
      'nextobservations',
      'nextstates',
      'folgezustand',
    ],
    ...after(STATES),
    ...['s2', 'o2', 'obs2', 'state2'],
    ...['sprime', 'stateprime', 'obsnext', 'successor', 'successorstate', 'resultingstate'],
    ...['nextposition', 'nextpos', 'nextcell', 'nextfeld', 'zielzustand', 'finalobs', 'stateafter'],
    ...['folgezustaende', 'naechsterzustand', 'nextobservationstate', 'nextobservationobservation'],
  ],
  nextRow: [...after(ROWS), ...afterParts(ROWS)],
  nextCol: [...after(COLUMNS), ...afterParts(COLUMNS)],
  nextX: [...after(['x', 'posx', 'xpos']), 'nx', ...afterParts(['x'])],
  nextY: [...after(['y', 'posy', 'ypos']), 'ny', ...afterParts(['y'])],
  terminal: [
    ...['terminal', 'terminals', 'terminated', 'termination', 'terminations', 'terminateds'],
    ...['isterminal', 'term', 'nextterminated', 'nextterminal', 'terminiert', 'beendet'],
    ...['absorbing', 'isabsorbing', 'zielerreicht'],
  ],
  truncated: [
    ...['truncated', 'truncation', 'truncations', 'timeout', 'timeouts', 'truncateds', 'trunc'],
    ...['istruncated', 'nexttruncated', 'timelimit', 'timelimittruncated', 'abgeschnitten'],
    ...['abgebrochen', 'zeitlimit', 'zeitueberschreitung'],
  ],
  done: [
    ...['done', 'dones', 'd', 'isdone', 'nextdone', 'episodeterminals', 'episodeterminal', 'end'],
    ...[
      'ends',
      'episodeend',
      'episodeends',
      'episodedone',
      'ende',
      'fertig',
      'endet',
      'episodenende',
    ],
    ...['finished', 'gameover', 'dt', 'over'],
  ],
  last: ['islast', 'last', 'steptypelast'],
  first: ['isfirst', 'first', 'episodestart', 'episodestarts', 'isstart', 'reset'],
  episode: [
    ...['episode', 'episodes', 'episodeid', 'trajectory', 'epsid', 'epid', 'ep', 'eps', 'traj'],
    ...['trajectoryid', 'trajid', 'episodenumber', 'episodenum', 'episodeindex', 'episodeidx'],
    ...['episodenr', 'episodeno', 'rollout', 'rolloutid', 'durchlauf', 'episodennummer', 'lauf'],
    ...['episodeuuid', 'trajectories', 'sequenceid', 'demo', 'trajectoryindex', 'episoden'],
  ],
  step: [
    ...[
      'step',
      'steps',
      't',
      'timestep',
      'timesteps',
      'stepid',
      'stepindex',
      'stepidx',
      'stepinepisode',
    ],
    ...[
      'episodestep',
      'envstep',
      'time',
      'schritt',
      'schritte',
      'zeitschritt',
      'zeit',
      'zeitpunkt',
    ],
    ...['timestamp', 'zeitstempel', 'datetime', 'date', 'datum', 'walltime', 'globalstep', 'k'],
    ...[
      'stepnumber',
      'stepcount',
      'elapsedsteps',
      'ts',
      'schrittnummer',
      'stepnr',
      'created',
      'createdat',
    ],
  ],
  environment: [
    ...['env', 'envid', 'environment', 'environmentid', 'envindex', 'envidx', 'worker', 'workerid'],
    ...[
      'actor',
      'actorid',
      'workerindex',
      'envindexid',
      'umgebung',
      'rank',
      'run',
      'runid',
      'seed',
    ],
  ],
  behaviorProb: [
    ...['behaviorprob', 'behaviorprobs', 'behaviorprobability', 'behaviorprobabilities'],
    ...[
      'actionprob',
      'actionprobs',
      'actionprobability',
      'prob',
      'probability',
      'pib',
      'propensity',
    ],
    ...[
      'pscore',
      'propensityscore',
      'mu',
      'behaviorpolicyprob',
      'wahrscheinlichkeit',
      'infosbehaviorprob',
    ],
    ...[
      'aktionswahrscheinlichkeit',
      'verhaltenswahrscheinlichkeit',
      'behaviorpi',
      'piba|s',
      'probaction',
    ],
  ],
  behaviorLogProb: [
    ...['actionlogp', 'logp', 'logprob', 'logprobs', 'actionlogprob', 'behaviorlogprob', 'logpi'],
    ...['samplelogprob', 'oldlogprob', 'logprobability', 'actionlogprobs'],
  ],
};

const RANK_OF_NAME = new Map<string, readonly [Field, number]>();
for (const field of FIELDS) {
  NAMES[field].forEach((name, rank) => {
    if (!RANK_OF_NAME.has(name)) RANK_OF_NAME.set(name, [field, rank]);
  });
}

/** A name without what people decorate it with. */
const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/^[#%"'\s]+/, '')
    .replace(/\s+[([][^)\]]*[)\]]$/, '')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[\s_\-./:{}()[\]$\\^]+/g, '')
    .replace('behaviour', 'behavior')
    .replace(/^π/, 'pi');

/** Where the last part of a name with a path, a run or a table before it begins. */
const PATH = /^.*(?:[/:.|]|\s-\s)/;

/** What a part of a next state is called. */
const NEXT_OF: Readonly<Partial<Record<Field, Field>>> = {
  state: 'nextState',
  row: 'nextRow',
  col: 'nextCol',
  x: 'nextX',
  y: 'nextY',
};

function ranked(name: string): readonly [Field, number] | undefined {
  const whole = RANK_OF_NAME.get(plain(name));
  if (whole) return whole;
  const head = RANK_OF_NAME.get(plain(/^(.*)[/:.|][^/:.|]*$/.exec(name)?.[1] ?? ''))?.[0];
  // A single letter at the end of a path says too little: `info.episode.r` is a return.
  const last = plain(name.replace(PATH, ''));
  const found = last.length < 2 ? undefined : RANK_OF_NAME.get(last);
  const next = found && head === 'nextState' ? NEXT_OF[found[0]] : undefined;
  return found && next ? [next, found[1]] : found;
}

/** The field that a column of that name holds; undefined where the name says nothing to us. */
export function fieldOf(name: string): Field | undefined {
  return ranked(name)?.[0];
}

const NAMED_IN_NOTES = 8;

/** Which column of a file holds which field. */
export interface Assignment {
  /** Index into the file's columns, by field. */
  readonly columnOf: ReadonlyMap<Field, number>;
  /** Names of the columns that are left aside. */
  readonly aside: readonly string[];
}

/** Of two columns for one field the one with the better-known name counts, otherwise the first. */
export function assignFields(names: readonly string[]): Assignment {
  const best = new Map<Field, { readonly column: number; readonly rank: number }>();
  const aside: string[] = [];
  names.forEach((name, column) => {
    const known = ranked(name);
    if (known === undefined) {
      aside.push(name);
      return;
    }
    const [field, rank] = known;
    const former = best.get(field);
    if (former === undefined || rank < former.rank) best.set(field, { column, rank });
    const left = former === undefined ? null : rank < former.rank ? former.column : column;
    if (left !== null) aside.push(names[left]);
  });
  const columnOf = new Map([...best].map(([field, { column }]) => [field, column] as const));
  return { columnOf, aside };
}

/** A sentence on columns that are left aside; none where there are none but an index without a name. */
export function asideNotes(aside: readonly string[]): string[] {
  const named = aside.filter((name) => !/^\s*(unnamed: ?\d+|index|level_\d+)?\s*$/i.test(name));
  const more = named.length - NAMED_IN_NOTES;
  return named.length === 0 ? [] : [reading().aside(named.length, listNames(named), more)];
}

/** The first few names, quoted and shortened. */
export function listNames(names: readonly string[]): string {
  return names
    .slice(0, NAMED_IN_NOTES)
    .map((name) => reading().name(name.trim().slice(0, 30)))
    .join(', ');
}

/**
 * Throws UnreadableFile unless the fields suffice: a state (by index or by cell), an action and a
 * reward. `names` are those that the file has instead, of a header where `inHeader`.
 */
export function requireFields(
  has: (field: Field) => boolean,
  names: readonly string[],
  inHeader: boolean,
): void {
  const missing = {
    state: !has('state') && !(has('row') && has('col')) && !(has('x') && has('y')),
    action: !has('action'),
    reward: !has('reward'),
  };
  if (!Object.values(missing).includes(true)) return;
  throw new UnreadableFile(unreadable().missing(missing, listNames(names), inHeader));
}
