import { formatPlain } from '../format';

/** What the scenarios promise of their outcome, and what of it is measured. */
export const promises = {
  earns: (name: string) => `${name} earns ≥ 0.95 of the in-support optimum, normalised`,
  earnsAtMost: (name: string, share: number) =>
    `${name} earns ≤ ${formatPlain(share)} of the in-support optimum, normalised`,
  imitates: 'BC is within 0.04 of what exact imitation earns',
  /** Learners that need more than their name. */
  names: {
    light: 'CQL with α 0.025',
    careful: 'CQL with α 2',
    exact: 'CQL with the exact penalty',
  },
  /** By scenario: the outcome in a sentence, and what is measured there alone. */
  scenarios: {
    extrapolation: {
      claim:
        'Offline DQN believes in more return than any policy can earn and earns nothing; CQL and IQL reach the goal, BC does as well as the data.',
      claims: {
        'dqn-overestimates': 'DQN overestimates unseen actions by ≥ 0.2',
        'dqn-believes-too-much': 'DQN believes in more than J*',
        'cql-underestimates': 'CQL does not overestimate unseen actions (≤ 0)',
        'cql-stays-sober': 'CQL believes in at most J* + 0.02',
      },
    },
    'bc-ceiling': {
      claim:
        'BC makes the detours of the walker it imitates and earns a third of the optimum; CQL and IQL find the shortest way in the same data.',
      claims: {},
    },
    stitching: {
      claim:
        'CQL and IQL join the halves of two kinds of episode and arrive; BC follows the crowd into the dead end. The mixture itself is worth a tenth of the in-support optimum; counted and imitated exactly, with chance where nothing was recorded, it is worth up to twice or three times that, never half.',
      claims: {
        'behaviour-is-a-tenth':
          'the mixture of the two kinds of episode earns ≤ 0.12 of the in-support optimum',
        'exact-imitation': 'exact imitation (N(s,a)/N(s), uniform where unseen) earns ≤ 0.4 of it',
      },
    },
    expert: {
      claim:
        'BC earns all there is to earn, and nobody earns more: CQL and IQL only draw level. Offline DQN, free to believe in what the expert never did, gets lost.',
      claims: {
        'nobody-beats-bc': 'nobody earns over 0.02 more than BC',
      },
    },
    'everything-tried': {
      claim:
        'Without unseen actions there is nothing to extrapolate: plain DQN finds the shortest way, as CQL and IQL do, and believes what it earns. Now BC comes last: it imitates aimlessness.',
      claims: {
        'dqn-believes-rightly': 'DQN believes within 0.1 of what it earns',
      },
    },
    'no-reward': {
      claim:
        'Nothing helps: no method earns anything to speak of, since no row says that there is anything to earn. Even the best policy within the data earns next to nothing, by stumbling from its edge.',
      claims: {
        'nothing-in-the-data': 'the in-support optimum is ≤ 0.2 of J*',
        'nobody-earns': 'nobody earns over 0.05 of J*',
      },
    },
    'conservative-is-not-humble': {
      claim:
        'CQL still earns the optimum, yet comes to believe in far more: the penalty pushes down what was not seen and, at every max backup, pushes up what was.',
      claims: {
        'cql-believes-too-much': 'CQL believes in more than J* + 0.2',
      },
    },
    'too-careful': {
      claim:
        'With α 0.025 CQL leaves the crowd at the crossing and arrives; with α 2 what is rare is bad: it follows the many into the dead end, earns nothing, less than BC, and believes in more than anybody can earn.',
      claims: {
        'worse-than-bc': 'CQL with α 2 earns less than BC, by ≥ 0.01',
        'careful-believes-too-much': 'CQL with α 2 believes in more than J* + 0.2',
      },
    },
    cliff: {
      claim:
        'Where every reward is a loss, what was never tried looks like paradise: DQN believes in the impossible and never leaves for the goal. CQL and IQL walk past the cliff; BC stumbles as its teacher did and pays for it.',
      claims: {
        'dqn-stays': 'DQN reaches the goal in ≤ 1 % of its episodes',
        'dqn-believes-too-much': 'DQN believes in more than J*',
        'cql-walks': 'CQL earns ≥ −18 (J* = −12.2)',
        'iql-walks': 'IQL earns ≥ −18',
        'bc-falls': 'BC earns ≤ −50',
      },
    },
    'slippery-lake': {
      claim:
        'CQL and IQL do about as well as any policy can, three times in four; DQN takes luck for skill and BC arrives one time in seven, though it imitates a walker that mostly does the best there is.',
      claims: {
        'cql-arrives': 'CQL arrives ≥ 50 % of the time',
        'iql-arrives': 'IQL arrives ≥ 50 % of the time',
        'nobody-is-safe': 'even the best of the four misses the goal ≥ 20 % of the time',
      },
    },
    'sketch-trap': {
      claim:
        'The exact penalty never falls below zero, and CQL arrives; the sketched one has no floor: it goes on falling, drags values ever deeper where the data is silent, and on many seeds the way is lost.',
      claims: {
        'exact-has-a-floor': 'the exact penalty is ≥ 0',
        'sketch-has-none': 'the sketched penalty is ≤ −0.5',
        'sketch-sinks-deeper': 'on unseen actions the sketch errs ≥ 0.5 further below the truth',
      },
    },
  },
};
