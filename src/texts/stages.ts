import { area } from './current';
import { formatList, formatPlain, formatSigned, formatValue } from './format';
import { english as words } from './words';

const value = (number: number) => formatValue(number, 3);
const signed = (number: number) => formatSigned(number, 3);
/** Three significant digits. */
const short = (number: number) => formatPlain(Number(number.toPrecision(3)));
const { actions } = words;

/** One row of the dataset; actions by their index. */
interface Row {
  /** «row 3, column 5» */
  readonly place: string;
  readonly action: number;
  readonly reward: number;
  readonly next: string;
  readonly stayed: boolean;
  readonly end: 'terminal' | 'cut' | null;
}

/** What the microscope's stages say of one update. Numbers are the engine's own. */
export const stages = area('stages', {
  row: {
    title: 'The row',
    text: ({ place, action, reward, next, stayed, end }: Row) => {
      const moved = stayed ? 'and stayed where it was' : `and arrived at ${next}`;
      const after =
        end === 'terminal'
          ? ' The episode ends there: nothing comes after it.'
          : end === 'cut'
            ? ' The episode was cut off there, which is no end: what comes after still counts.'
            : '';
      return `In ${place} the behaviour went ${actions[action]}, was paid ${formatValue(reward)} ${moved}.${after} This is all that the update is told of the world.`;
    },
    formula: ({ place, action, reward, next, end }: Row) =>
      `(s, a, r, s′${end === 'terminal' ? ', end' : ''}) = (${place}; ${actions[action]}; ${formatValue(reward)}; ${next})`,
  },

  program: {
    title: 'What the program works out',
    text: (actions: string) =>
      `Every name of the program that is a number on this row, in the world’s units. Lists are by action: ${actions}.`,
  },

  end: {
    title: 'Nothing comes after the end',
    text: (place: string) =>
      `${place} ends the episode, so nothing is backed up: d = 1, and the target is the reward alone. Such rows are where true value enters.`,
  },

  next: {
    title: 'What is the next state worth?',
    /** Of the four actions, those that the data never tried. */
    text: (unseen: number) => {
      const known = [
        'The data tried all four.',
        'The data never tried one of them: there the network extrapolates.',
        'The data never tried two of them: there the network extrapolates.',
        'The data never tried three of them: there the network extrapolates.',
        'The data tried none of them: every one of these numbers is an extrapolation.',
      ];
      return `The target network is asked about the four actions in s′. ${known[unseen]}`;
    },
    /** `putIn`: actions of s′ that have the truth in the place of what the network says. */
    withTruth: (putIn: readonly number[]) =>
      `The target network is asked about the four actions in s′, and of ${formatList(putIn.map((action) => actions[action]))} it is not heard: the truth was put in its place, Q*.`,
    bars: 'Q̄(s′, ·), believed; the dash is Q*',
  },

  oracle: {
    title: 'The truth, put in',
    /** Actions of s and of s′ that have the truth in the place of what the target says. */
    putIn: ({
      here,
      next,
    }: {
      readonly here: readonly number[];
      readonly next: readonly number[];
    }) => {
      const named = (some: readonly number[], state: string) =>
        some.length === 0
          ? []
          : [`for ${formatList(some.map((action) => actions[action]))} in ${state}`];
      return `Wherever this loss asks its target network ${[...named(here, 's'), ...named(next, 's′')].join(' and ')}, it is told the truth instead, Q*.`;
    },
    notRead:
      'Truth is put in at actions of this row’s states that nobody tried, and nothing comes of it: this loss asks its target only about what the data did. It never hears of the unseen, true or not.',
  },

  pick: {
    softmaxTitle: 'The softmax averages',
    softmax: (backup: number, largest: number) =>
      `This CQL backs up Σ softmax(Q̄)·Q̄, the value of the policy that its theorem is about, not the largest value: ${value(backup)} instead of ${value(largest)}.`,
    softmaxFormula: (backup: number, scale: number) =>
      scale === 1
        ? `Σ softmax(Q̄)·Q̄ = ${value(backup)}`
        : `Σ softmax(c·Q̄)·Q̄ = ${value(backup)} (c = ${short(scale)})`,
    title: 'The max picks',
    untriedTitle: 'The max picks what nobody tried',
    truthTitle: 'The max picks the truth',
    /**
     * `count`: how often the data took it; `best`: of the tried ones, null for none; `double`: the online network
     * chooses; `leftOut`: the actions that it may not choose; `isTruth`: the value of this one was put in.
     */
    text: (pick: {
      readonly double: boolean;
      readonly action: number;
      readonly value: number;
      readonly count: number;
      readonly best: number | null;
      readonly leftOut: readonly number[];
      readonly isTruth: boolean;
    }) => {
      const who = pick.double ? 'The online network chooses' : 'The max picks';
      const without =
        pick.leftOut.length === 0
          ? ''
          : ` (it may not choose ${pick.leftOut.map((action) => actions[action]).join(', ')})`;
      const what = `${who} ${actions[pick.action]}${without}: ${value(pick.value)}`;
      if (pick.isTruth)
        return `${what}, which is no belief: the truth was put in there. There is nothing to dream of.`;
      if (pick.count > 0) {
        const often = pick.count === 1 ? 'once' : `${pick.count} times`;
        return `${what}, an action that the data took ${often} in s′.`;
      }
      const best =
        pick.best === null
          ? ''
          : ` The best action that was tried there is believed to be worth ${value(pick.best)}.`;
      return `${what}, an action that the data never took in s′. Nothing will ever correct it.${best}`;
    },
  },

  target: {
    title: 'The target',
    inflates: 'The target inflates',
    /** `excess`: how far it lies above the truth; 0 where it lies on it. */
    text: (truth: number, excess: number) => {
      if (excess > 0)
        return `No policy can earn more than Q*(s,a) = ${value(truth)} from here: this target promises ${value(excess)} too much, and it is what the network is pulled to.`;
      const where = excess === 0 ? 'on it' : `${value(-excess)} below`;
      return `The best that is possible from here is Q*(s,a) = ${value(truth)}; this target lies ${where}.`;
    },
  },

  pull: {
    title: 'The value is pulled to the target',
    text: (action: number, q: number, y: number) =>
      `Only the action that was taken is compared: ${actions[action]} is believed to be worth ${value(q)} and is pulled ${q > y ? 'down' : 'up'} to ${value(y)}. The other three move only because they share the network’s weights.`,
  },

  penalty: {
    title: 'The penalty pushes down what stands high, and up what was taken',
    text: (untried: readonly number[]) => {
      const names =
        untried.length === 0
          ? ''
          : ` Never tried here: ${untried.map((action) => actions[action]).join(', ')}.`;
      return `Every action is pushed down by its softmax share, the taken one is pushed up by 1: in all nothing is gained or lost.${names} An action that already lies low is hardly pushed any more.`;
    },
    /** `alpha` and `temperature` as they act in the world's units, the learners' rewards being `scale` times the world's. */
    formula: (gap: number, alpha: number, temperature: number, scale: number) =>
      scale === 1
        ? `κ·logsumexp(Q(s, ·)/κ) − Q(s, a) = ${value(gap)}, κ = ${short(temperature)}; push = onehot(a) − softmax(Q(s, ·)/κ), weighed by α = ${short(alpha)}`
        : `κ′·logsumexp(Q(s, ·)/κ′) − Q(s, a) = ${value(gap)}; push = onehot(a) − softmax(Q(s, ·)/κ′), weighed by α/c = ${short(alpha)}; κ′ = κ/c = ${short(temperature)}, since the learner sees rewards times c = ${short(scale)}`,
    sketchTitle: 'The sketched penalty pushes one drawn action',
    /** `drawn`: null for the very action that was taken. */
    sketch: (drawn: number | null) => {
      const identity =
        drawn === null
          ? 'This time it drew the very action that was taken, and the two pushes cancel.'
          : `This time it drew ${actions[drawn]}.`;
      return `The sketch draws one random action and calls its value a logsumexp: a logsumexp over one number is that number. ${identity} However low that value is already, the push is a full 1.`;
    },
    bars: 'Q(s, ·), and which way the penalty moves it',
  },

  sum: {
    title: 'Both together',
    text: (pull: number, push: number, total: number) =>
      `Pull to the target plus α times the push. On the taken action: ${signed(pull)} and ${signed(push)}, together ${signed(total)}.`,
    formula: (alpha: number, scale: number) =>
      scale === 1
        ? `total = bellman + α·penalty, α = ${short(alpha)}`
        : `total = bellman + (α/c)·penalty, α/c = ${short(alpha)} (c = ${short(scale)})`,
    bars: 'Q(s, ·), and which way the update moves it',
  },

  inSample: {
    title: 'Only the taken action is asked about',
    text: (action: number) =>
      `The two target networks say what ${actions[action]} is worth here; the smaller counts. The other three actions are never consulted, whatever the networks would say of them.`,
  },

  expectile: {
    title: 'V leans to the better of the tried values',
    text: (advantage: number, v: number, tau: number) =>
      `The value lies ${value(Math.abs(advantage))} ${advantage >= 0 ? 'above' : 'below'} V(s) = ${value(v)}. Rows above V count with τ = ${formatPlain(tau)}, rows below with 1 − τ = ${formatValue(1 - tau, 2)}: V settles near the best of what was tried, without asking for anything that was not.`,
    formula: (side: number, advantage: number, push: number) =>
      `|τ − 1(u < 0)|·u² = ${formatValue(side, 2)} × ${value(advantage ** 2)}; V moves by ${signed(push)}`,
  },

  nextValue: {
    title: 'The next state is worth its V',
    text: (v: number) =>
      `No max over actions: V(s′) = ${value(v)} is backed up, which was learned from the values of tried actions alone.`,
  },

  weight: {
    title: 'The policy imitates, the better the more',
    text: (advantage: number, weight: number) => {
      const how =
        weight >= 0.995 && weight <= 1.005
          ? 'as BC would'
          : weight > 1
            ? 'more than BC would'
            : 'less than BC would';
      return `The advantage is ${signed(advantage)}, so this row is imitated with weight ${formatValue(weight, 2)}: ${how}.`;
    },
    /** `beta` as it acts in the world's units. */
    formula: (advantage: number, beta: number, weight: number, scale: number) =>
      scale === 1
        ? `min(e^{βu}, 100) = e^(${short(beta)} × ${value(advantage)}) → ${formatValue(weight, 2)}`
        : `min(e^{β·c·u}, 100) = e^(${short(beta)} × ${value(advantage)}) → ${formatValue(weight, 2)} (c = ${short(scale)})`,
  },

  policy: {
    title: 'What it would do',
    text: (action: number, probability: number) =>
      `The policy takes ${actions[action]}, which the behaviour took, with probability ${formatValue(probability, 2)}. Reward and next state are not looked at.`,
    moves: 'π(· | s), and which way it moves',
  },

  imitate: {
    title: 'It imitates',
    text: (action: number) => {
      const name = `${actions[action][0].toUpperCase()}${actions[action].slice(1)}`;
      return `${name} becomes likelier, the others less likely, whatever came of it: over all rows the policy ends at N(s,a)/N(s), and no better.`;
    },
    formula: 'push = onehot(a) − π(· | s)',
  },
});
