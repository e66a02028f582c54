import { area } from './current';
import { formatPlain } from './format';

/** What the scenarios promise of their outcome, and what of it is measured. */
export const promises = area('promises', {
  earns: (name: string) => `${name} earns ≥ 0.95 of the best in the data, normalised`,
  earnsAtMost: (name: string, share: number) =>
    `${name} earns ≤ ${formatPlain(share)} of the best in the data, normalised`,
  earnsInBoth: (name: string) =>
    `${name} earns ≥ 0.95 of the best in the data, normalised, by its distribution and by its most likely action`,
  staysSober: (name: string) => `${name} believes in at most J* (2\u00a0% for noise)`,
  believesTooMuch: (name: string) => `${name} believes in more than J*`,
  imitates: 'BC’s distribution earns what exact imitation earns, to a tenth of J* − J_random',
  /** Learners that need more than their name. */
  names: {
    light: 'CQL with α 1',
    careful: 'CQL with α 30',
    max: 'CQL with the max backup',
    exact: 'CQL with the exact penalty',
  },
  /** By scenario: the outcome in a sentence, and what is measured there alone. */
  scenarios: {
    extrapolation: {
      claim:
        'Offline DQN believes in more return than any policy can earn and earns nothing. CQL believes in less than is possible, for as long as one trains, and earns all of it; IQL earns it too, by its distribution as by its most likely action. BC, which copies half a crowd that leans left, does as poorly as the data.',
      claims: {
        'dqn-overestimates': 'DQN overestimates unseen actions by ≥ 0.5 |J*|',
        'cql-underestimates': 'CQL does not overestimate unseen actions on average (≤ 0)',
        'cql-believes-in-something': 'CQL believes in ≥ 0.4 of J*, normalised',
        'iql-beats-bc':
          'IQL earns ≥ 0.3 more than BC, normalised, distribution against distribution and most likely action against most likely action',
      },
    },
    'bc-ceiling': {
      claim:
        'Two readings of one policy: by its distribution BC makes the detours of the walker it imitates and earns a third of the best possible; by its most likely action it walks the shortest way, since what this walker did most often was right. CQL and IQL need no such luck.',
      claims: {
        'bc-distribution-is-mediocre':
          'BC’s distribution earns ≤ 0.5 of the best in the data, normalised',
        'bc-most-likely-is-best': 'BC’s most likely action earns ≥ 0.95 of it',
      },
    },
    stitching: {
      claim:
        'CQL and IQL join the halves of two kinds of episode and arrive; BC follows the crowd into the dead end. The mixture itself is worth a tenth of the best in the data; counted and imitated exactly, with chance where nothing was recorded, it is worth up to twice or three times that, never half.',
      claims: {
        'behavior-is-a-tenth':
          'the mixture of the two kinds of episode earns ≤ 0.12 of the best in the data',
        'bc-follows-the-crowd': 'BC earns ≤ 0.3 of it, normalised, in both readings',
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
        'dqn-believes-rightly': 'DQN believes what it earns, to 0.05 J*',
      },
    },
    'no-reward': {
      claim:
        'Nothing helps: no method earns anything to speak of, since no row says that there is anything to earn. Even the best policy within the data earns next to nothing, by stumbling from its edge.',
      claims: {
        'nothing-in-the-data': 'the best in the data is ≤ 0.2 of J*',
        'nobody-earns': 'nobody earns over 0.05 of J*',
      },
    },
    'conservative-is-not-humble': {
      claim:
        'The data of the first scenario and the same α = 1, but rewards as the world pays them: to values of a third the penalty is a giant. With the max backup CQL comes to believe in some ten times what is possible, with the softmax backup in far less than nothing, and neither finds the way. What α means depends on the scale of the rewards.',
      claims: {
        'max-inflates': 'with the max backup CQL believes in ≥ 5 J*',
        'softmax-despairs': 'with the softmax backup CQL believes in ≤ −2 J*',
      },
    },
    'too-careful': {
      claim:
        'With α 1 CQL leaves the crowd at the crossing and arrives; with α 30 what is rare is bad: it follows the many into the dead end and earns nothing, less than BC, which at least strays.',
      claims: {
        'worse-than-bc': 'CQL with α 30 earns less than BC’s distribution, by ≥ 0.01, normalised',
        'careful-believes-little': 'CQL with α 30 believes in ≤ 0.5 J*',
      },
    },
    cliff: {
      claim:
        'Where every reward is a loss, what was never tried looks like paradise: DQN believes in a small part of the loss that it runs up, and on most datasets never leaves for the goal. CQL and IQL walk past the cliff. BC’s distribution stumbles as its teacher did and pays for it; its most likely action, in which the stumbling is gone, walks as well as anybody.',
      claims: {
        'dqn-stays': 'DQN reaches the goal in ≤ 1\u00a0% of its episodes',
        'dqn-dreams': 'DQN believes in ≥ 40 more than it earns',
        'cql-walks': 'CQL earns ≥ −18 (J* = −12.2)',
        'iql-walks': 'IQL earns ≥ −18',
        'bc-falls': 'BC’s distribution earns ≤ −15',
        'bc-most-likely-walks':
          'BC’s most likely action earns ≥ 0.95 of the best in the data, normalised',
      },
    },
    'slippery-lake': {
      claim:
        'With 20,000 rows luck averages out: CQL and IQL do about as well as any policy can, three times in four, and CQL never believes in more. BC’s distribution arrives one time in seven, though it imitates a walker that mostly does the best there is: on ice a single slip of the teacher is paid dearly.',
      claims: {
        'cql-arrives': 'CQL arrives ≥ 45\u00a0% of the time',
        'iql-arrives': 'IQL arrives ≥ 45\u00a0% of the time',
        'bc-slips': 'BC’s distribution earns ≤ 0.35 of the best in the data, normalised',
        'nobody-is-safe': 'even the best of the four misses the goal ≥ 20\u00a0% of the time',
      },
    },
    'sketch-trap': {
      claim:
        'The exact penalty never falls below zero, and CQL arrives, believing in less than is possible; the sketched one has no floor: it goes on falling, drags values ever deeper where the data is silent, and yet leaves CQL believing in far more than the exact one does.',
      claims: {
        'exact-has-a-floor': 'the exact penalty is ≥ 0',
        'sketch-has-none': 'the sketched penalty is ≤ −2 J*',
        'sketch-strays': 'on unseen actions the sketch errs by ≥ 5 J* more, mostly downwards',
        'sketch-is-less-sober': 'with the sketched penalty CQL believes in ≥ 0.25 J* more',
      },
    },
    'let-it-try': {
      claim:
        'Offline DQN walks to where it believes, finds nothing there, and, unless it had run away altogether before, comes to believe what is true: it earns all there is to earn and knows it. CQL and IQL had the best plan before and keep it. IQL comes to believe in nearly all of it; CQL goes on believing in less, since its penalty does not ask what has been tried.',
      claims: {
        'dqn-believes-rightly': 'DQN’s belief differs by ≤ 0.1 J* from what it earns',
        'dqn-tried-the-unseen': 'DQN has tried ≥ 20 pairs without data',
        'cql-stays-cautious': 'CQL believes in 0.4 to 0.8 of J*, normalised',
        'iql-believes-nearly-all': 'IQL believes in ≥ 0.8 of J*, normalised',
      },
    },
  },
});
