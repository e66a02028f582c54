import { area } from './current';
import { formatCount, formatList, formatValue } from './format';
import { english as words } from './words';

/** Who reaches the goal, of all learners: what one sentence about them goes by. */
export interface Outcome {
  /** ≥ 1. */
  readonly learners: number;
  /** Short names of those that reach the goal on more than half of their seeds, without `mostly`. */
  readonly arrived: readonly string[];
  /** All of those do so only in more than half of their episodes. */
  readonly unsure: boolean;
  /** Short names of those that do so in more than half of their episodes, beside those that always do. */
  readonly mostly: readonly string[];
  /** Training seeds of each learner, ≥ 1. */
  readonly seeds: number;
  /** No seed of any learner differs from its learner's majority. */
  readonly unanimous: boolean;
}

/** What one learner believes and earns. */
export interface Account {
  /** Null where it has no values. */
  readonly believed: number | null;
  readonly earned: number;
  /** `believed` is more than any policy can earn. */
  readonly impossible: boolean;
  readonly seeds: number;
  /** What the reading of its learned distribution that does not walk earns, where it differs in substance. */
  readonly other: {
    readonly reading: 'distribution' | 'mostLikely';
    readonly earns: number;
  } | null;
}

/** Belief in more than any policy can earn. */
export interface Lie {
  /** Short names of those that hold it, the one that is furthest off first; ≥ 1. */
  readonly names: readonly string[];
  /** What the first believes and earns, and whether that is nothing to speak of. */
  readonly believed: number;
  readonly earned: number;
  readonly nothing: boolean;
}

/** « on all 5 seeds», « on most of 5 seeds», '' with one seed. */
function standing({ seeds, unanimous }: Outcome): string {
  if (seeds === 1) return '';
  return unanimous ? ` on all ${seeds} seeds` : ` on most of ${seeds} seeds`;
}

/** The question before the first run, and the verdict after it. */
export const verdict = area('verdict', {
  title: 'Verdict',
  ask: (learners: number) =>
    learners === 1
      ? 'Will it reach the goal?'
      : `Which of the ${words.numeral(learners)} will reach the goal?`,
  surprise: 'Surprise me',
  asked: 'Press Run and see who arrives.',
  guess:
    'They learn from the same frozen data, without ever touching the world. Guess, then press Run.',
  guessed: 'Now press Run: they learn from the same frozen data, without ever touching the world.',
  account: ({ believed, earned, impossible, seeds, other }: Account) => {
    const name = other?.reading === 'mostLikely' ? 'most likely' : 'distribution';
    const read = other ? ` (${name}: ${formatValue(other.earns)})` : '';
    const earns = `earns ${formatValue(earned)}${read}`;
    if (believed === null)
      return other ? earns : `${earns}; ${seeds > 1 ? '' : 'it has '}no values to believe in`;
    return `believes ${impossible ? 'an impossible ' : ''}${formatValue(believed)}, ${earns}`;
  },
  /** «Three of four reach the goal: CQL, IQL and BC.» */
  outcome: (facts: Outcome) => {
    const { learners, arrived } = facts;
    const of = words.numeral(learners);
    const where = `${facts.unsure ? ' more often than not' : ''}${standing(facts)}`;
    // «Reaches the goal on none» is no denial of «on all»: nobody's failure reads «on any».
    const nowhere = standing(facts).replace(/^ on all/, ' on any of');
    if (arrived.length === 0) {
      if (learners === 1) return `It does not reach the goal${nowhere}.`;
      if (learners === 2) return `Neither reaches the goal${nowhere}.`;
      return `None of the ${of} reaches the goal${nowhere}.`;
    }
    if (arrived.length === learners) {
      if (learners === 1) return `It reaches the goal${where}.`;
      if (learners === 2) return `Both reach the goal${where}.`;
      return `All ${of} reach the goal${where}.`;
    }
    const count = words.numeral(arrived.length);
    const verb = arrived.length === 1 ? 'reaches' : 'reach';
    const mostly =
      facts.mostly.length > 0 ? `; ${formatList(facts.mostly)} more often than not` : '';
    return `${count.charAt(0).toUpperCase()}${count.slice(1)} of ${of} ${verb} the goal${where}: ${formatList(arrived)}${mostly}.`;
  },
  /** «DQN believed 0.93 and earned nothing.»; `over`: at the end of a run. */
  lie: ({ names, believed, earned, nothing }: Lie, over: boolean) => {
    if (names.length > 1)
      return `${formatList(names)} ${over ? 'believed' : 'believe'} in more than any policy can earn.`;
    const [believes, earns] = over ? ['believed', 'earned'] : ['believes', 'earns'];
    const what = nothing ? 'nothing' : formatValue(earned);
    return `${names[0]} ${believes} ${formatValue(believed)} and ${earns} ${what}.`;
  },
  /** «CQL and IQL arrived.», of one seed each, all of them sure. */
  arrivals: (learners: number, arrived: readonly string[], over: boolean) => {
    if (arrived.length === 0) return over ? 'Nobody arrived.' : 'Nobody arrives.';
    if (arrived.length === learners && learners > 2)
      return `All ${words.numeral(learners)} ${over ? 'arrived' : 'arrive'}.`;
    const verb = over ? 'arrived' : arrived.length === 1 ? 'arrives' : 'arrive';
    return `${formatList(arrived)} ${verb}.`;
  },
  /** The first time that anyone believes in more than is possible: training waits to be looked at. */
  firstLie: (name: string, believed: number, optimal: number) =>
    `${name} now believes more than any policy can earn: ${formatValue(believed)}, and the best possible is ${formatValue(optimal)}.`,
  goOn: 'Go on',
  /** How a run that was left to settle ended. */
  settled: (steps: number) => `Settled after ${formatCount(steps)} steps.`,
  unsettled: (steps: number) => `Not settled yet after ${formatCount(steps)} steps: run on.`,
  /** What became of the prediction of these; `most`: some seed differs from the majority. */
  answer: (chosen: readonly string[], right: boolean, most: boolean) => {
    const said = `You said ${formatList(chosen)}`;
    if (!right) return `${said}.`;
    return `${said}, and so it is${most ? ' on most seeds' : ''}.`;
  },
});
