import { CLASS_CODES, empiricalPolicy } from '../data/dataset';
import type { Counts, Dataset } from '../data/types';
import { CATALOG } from '../learners/catalog';
import { methodOf } from '../learners/method';
import { evaluatePolicy, normalizedReturn, startReturn } from '../mdp/solve';
import { ACTION_COUNT, type Mdp, type Policy } from '../mdp/types';
import { circumstances } from '../texts/circumstances';
import { changesTargets } from './oracle';
import { rewardScaleOf } from './scale';
import { instanceKind, instanceSettings, instancesOn } from './settings/instances';
import type { ProblemView, Readings, Settings, Snapshot, Truth } from './types';

/** What is known of a dataset before anybody trains, as far as it decides what can be learned from it. */
export interface DataFacts {
  readonly rows: number;
  /** Whether any row carries a reward other than 0. */
  readonly rewarded: boolean;
  /** Actions of the states that the data visited which they never took. */
  readonly untried: number;
  /** All actions of the states that the data visited. */
  readonly visited: number;
  /** (J − J_random)/(J_in-support − J_random) of the plan made on the counts. */
  readonly planEarns: number;
  /** The same of exact imitation, in both readings: N(s,a)/N(s), and the action taken most often. */
  readonly crowdEarns: Readonly<Record<keyof Readings, number>>;
  /** Whether moves go astray. */
  readonly slips: boolean;
}

/** The action that the data took most often, the lowest of several; uniform where it took none. */
function mostCommonPolicy(counts: Counts): Policy {
  const policy = empiricalPolicy(counts);
  for (let row = 0; row < policy.length; row += ACTION_COUNT) {
    if (counts.states[row / ACTION_COUNT] === 0) continue;
    const own = policy.subarray(row, row + ACTION_COUNT);
    own
      .fill(0)
      .set([1], counts.pairs.subarray(row, row + ACTION_COUNT).indexOf(mostOf(counts, row)));
  }
  return policy;
}

const mostOf = ({ pairs }: Counts, row: number): number =>
  Math.max(...pairs.subarray(row, row + ACTION_COUNT));

/** `classes` are those of `pairClasses`. */
export function dataFacts(
  mdp: Mdp,
  dataset: Dataset,
  classes: Uint8Array,
  truth: Truth,
): DataFacts {
  const { random, inSupport, plannedFromData, bcTarget } = truth;
  const earns = (value: number) => normalizedReturn(value, random, inSupport);
  const mostCommon = startReturn(mdp, evaluatePolicy(mdp, mostCommonPolicy(dataset.counts)).v);
  const pairsOf = (wanted: number) =>
    classes.reduce((count, code) => count + Number(code === wanted), 0);
  const untried = pairsOf(CLASS_CODES.unseenAction);
  const visited = pairsOf(CLASS_CODES.data) + untried;
  return {
    rows: dataset.size,
    rewarded: dataset.reward.some((reward) => reward !== 0),
    untried,
    visited,
    planEarns: earns(plannedFromData),
    crowdEarns: { distribution: earns(bcTarget), mostLikely: earns(mostCommon) },
    slips: mdp.world.slip > 0,
  };
}

/** A circumstance under which some of what the first scenario shows is rightly otherwise. */
export interface Circumstance {
  readonly code: keyof ReturnType<typeof circumstances>;
  /** What to say of it, in a sentence. */
  readonly sentence: string;
  /** Ids of the claims of the first scenario that it suspends. */
  readonly suspends: readonly string[];
  /** Somebody has laid hands on what is learned: to be said whether or not the picture differs. */
  readonly always?: true;
}

const OF_DQN = ['dqn-believes-too-much', 'dqn-earns-little', 'dqn-overestimates'];
const OF_CQL = ['cql-underestimates', 'cql-stays-sober', 'cql-believes-in-something', 'cql-earns'];
const OF_IQL = ['iql-earns', 'iql-beats-bc'];

const BY_LEARNER: Readonly<Record<string, readonly string[]>> = {
  dqn: OF_DQN,
  cql: OF_CQL,
  iql: OF_IQL,
  bc: ['bc-imitates', 'iql-beats-bc'],
};

/** What the page calls an instance. */
function nameOf(id: string): string {
  const kind = instanceKind(id);
  return kind === id ? CATALOG[kind].short : id;
}

/** Below this share of untried actions, or with so few of them, the max finds little to dream of. */
const FEW = { share: 0.22, actions: 10 } as const;
/** A plan or a crowd that earns so much of what the data allow is good. */
const GOOD = 0.95;
/** From here on imitation leaves others no lead worth the name. */
const DECENT = 0.65;
/** α below which the penalty hardly acts, up to which it is weak, and above which it may cost more than it saves. */
const PENALTY = { off: 0.1, weak: 0.3, strong: 1.2 } as const;
/** With fewer looks at each row, at the usual learning rate, the penalty has not pushed down all that it will. */
const LOOKS = { enough: 200, usualRate: 1e-3 } as const;
/** Beyond these IQL's V is hardly an expectile of the better values, or its policy hardly moves from BC's. */
const EXPECTILE = { mean: 0.65, most: 0.9 } as const;
const TEMPERATE = 3;
/** A belief that rests below this share of what there is to win may be measured below 0.4 of it. */
const MEEK = 0.45;

/** A scale pinned so many times above or below that of the data makes other numbers of the constants. */
const OFF_SCALE = 3;

/** What there is to learn from, as far as circumstances go by it. */
export type Ground = Pick<ProblemView, 'facts' | 'automaticScale'>;

/** What a run has come to, as far as circumstances go by it. */
export type Outcome = Pick<Snapshot, 'truth' | 'learners' | 'step'>;

/**
 * What of the first scenario's picture rightly fails under these data and settings, and why: the
 * sentences stand with the verdict, and the study of pokes goes by them. Beside the data and the
 * settings they go by where training comes to rest, which knows neither network nor step.
 */
export function circumstancesOf(
  { facts, automaticScale }: Ground,
  settings: Settings,
  { truth, learners, step }: Outcome,
): readonly Circumstance[] {
  const t = circumstances();
  const on = instancesOn(settings);
  const found: Circumstance[] = [];
  const add = (code: Circumstance['code'], sentence: string, suspends: readonly string[]) =>
    found.push({ code, sentence, suspends });

  const tried = on.filter((id) => learners[id]?.seeds.some(({ online }) => online !== null));
  if (tried.length > 0)
    add(
      'online',
      t.online(tried.map(nameOf)),
      tried.flatMap((id) => BY_LEARNER[id] ?? []),
    );
  const operated = on.filter((id) => {
    const kind = instanceKind(id);
    const own = instanceSettings(settings, id);
    return kind !== null && changesTargets(methodOf(kind, own), own);
  });
  if (operated.length > 0)
    found.push({
      code: 'oracle',
      sentence: t.oracle(operated.map(nameOf)),
      suspends: operated.flatMap((id) => BY_LEARNER[id] ?? []),
      always: true,
    });
  if (!facts.rewarded) add('noReward', t.noReward, [...OF_DQN, ...OF_CQL, ...OF_IQL]);
  else if (facts.planEarns < GOOD)
    add(
      'planFails',
      t.planFails({ rows: facts.rows, share: Math.max(0, facts.planEarns), slips: facts.slips }),
      ['cql-believes-in-something', 'cql-earns', ...OF_IQL, 'dqn-earns-little'],
    );
  const scale = rewardScaleOf({ automaticScale }, settings);
  if (Math.max(scale / automaticScale, automaticScale / scale) > OFF_SCALE)
    add('scale', t.scale(scale, automaticScale), [...OF_DQN, ...OF_CQL, ...OF_IQL]);
  if (facts.rewarded) {
    const { distribution, mostLikely } = facts.crowdEarns;
    const best = Math.max(distribution, mostLikely);
    if (best >= DECENT)
      add('crowdIsRight', t.crowdIsRight(best, mostLikely >= distribution), [
        'iql-beats-bc',
        'dqn-earns-little',
      ]);
  }
  const { untried, visited } = facts;
  const few = untried <= FEW.actions || untried < FEW.share * visited;
  if (few && on.includes('dqn'))
    add('allTried', t.allTried(untried, untried / visited), [...OF_DQN, 'cql-underestimates']);
  if (on.includes('cql')) {
    const alpha = settings['cql.alpha'];
    // Weak is not yet off: then CQL still has to be sober, and to find the way.
    if (alpha <= PENALTY.weak)
      add(
        'penaltyWeak',
        t.penaltyWeak(alpha),
        alpha < PENALTY.off ? OF_CQL : ['cql-underestimates'],
      );
    if (alpha > PENALTY.strong)
      add('penaltyStrong', t.penaltyStrong(alpha), ['cql-believes-in-something', 'cql-earns']);
    const looks = (step * settings.batch) / facts.rows;
    if (facts.rewarded && (looks * settings.learningRate) / LOOKS.usualRate < LOOKS.enough)
      add('slow', t.slow(looks, settings.learningRate), ['cql-underestimates']);
    if (settings['cql.backup'] === 'max')
      add('maxBackup', t.maxBackup, ['cql-underestimates', 'cql-stays-sober']);
  }
  if (on.includes('iql')) {
    const { mean, most } = EXPECTILE;
    if (settings['iql.expectile'] < mean || settings['iql.expectile'] > most)
      add('expectile', t.expectile(settings['iql.expectile']), OF_IQL);
    if (settings['iql.beta'] < TEMPERATE) add('cloning', t.cloning(settings['iql.beta']), OF_IQL);
  }
  if (settings.encoding === 'xy')
    add('coordinates', t.coordinates, [...OF_DQN, ...OF_CQL, ...OF_IQL, 'bc-imitates']);
  if (facts.rewarded) {
    const { random, inSupport, optimal } = truth;
    for (const [id, name, suspended] of [
      ['cql', 'CQL', ['cql-earns']],
      ['iql', 'IQL', OF_IQL],
    ] as const) {
      const rest = learners[id]?.restsAt;
      if (!rest) continue;
      const earns = normalizedReturn(rest.trueReturn, random, inSupport);
      if (earns < GOOD) add('restsPoor', t.restsPoor(name, Math.max(0, earns)), suspended);
    }
    const believes = learners.cql?.restsAt?.believedReturn ?? null;
    if (believes !== null && normalizedReturn(believes, random, optimal) < MEEK)
      add('restsMeek', t.restsMeek(believes, optimal), ['cql-believes-in-something']);
  }
  return found;
}
