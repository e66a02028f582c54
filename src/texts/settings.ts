import { area } from './current';
import { english as words } from './words';

const [up, right, down, left] = words.actions;

/** The settings, by key: label, help, unit, and the options by value. A method's own are in `learners.ts`. */
export const settings = area('settings', {
  scenario: {
    label: 'Scenario',
    help: 'A named set of settings that shows one thing. Choosing one replaces all other settings by its own.',
  },
  world: {
    label: 'World',
    help: 'The gridworld: its map, slip, rewards, discount and horizon.',
  },
  'world.map': {
    label: 'Map',
    help: 'Rows joined by “/”, of # wall, . floor, S start, G goal, P pit, C cliff. Empty for the map of the chosen world.',
  },
  'world.slip': {
    label: 'Slip',
    help: 'Probability that a move goes to one of the two perpendicular directions instead, half each.',
  },
  'world.gamma': {
    label: 'Discount',
    help: 'How much a reward one step later is worth. It is part of the world: changing it changes every true value.',
  },
  'world.horizon': {
    label: 'Horizon',
    help: 'Steps after which an episode is cut. A cut is not an end: such rows bootstrap.',
    unit: 'steps',
  },
  'world.step': {
    label: 'Reward of a step',
    help: 'Paid for entering or staying on a floor cell.',
  },
  'world.goal': {
    label: 'Reward of the goal',
    help: 'Paid for entering a goal, which ends the episode.',
  },
  'world.pit': {
    label: 'Reward of a pit',
    help: 'Paid for entering a pit, which ends the episode.',
  },
  'world.cliff': {
    label: 'Reward of a cliff',
    help: 'Paid for entering a cliff, which puts the agent back on a start.',
  },
  behavior: {
    label: 'Behaviour',
    help: 'The policy, or mixture of policies, that collected the data.',
    options: {
      uniform: { label: 'Uniform', help: 'Every action equally often.' },
      'epsilon-greedy': {
        label: 'ε-greedy',
        help: 'The optimal action, except that with probability ε any of the four.',
      },
      softmax: { label: 'Softmax of Q*', help: 'Better actions more often, by exp(Q*/T).' },
      directional: { label: 'Directional', help: 'Leans to one direction wherever it stands.' },
      random: { label: 'Random tier', help: 'D4RL tier: the uniform policy.' },
      medium: {
        label: 'Medium tier',
        help: 'D4RL tier: ε-greedy at a third of the way from random to optimal return.',
      },
      'medium-replay': {
        label: 'Medium-replay tier',
        help: 'D4RL tier: everything a tabular Q-learner saw until it reached medium.',
      },
      'medium-expert': {
        label: 'Medium-expert tier',
        help: 'D4RL tier: half the episodes medium, half expert.',
      },
      expert: { label: 'Expert tier', help: 'D4RL tier: the optimal policy.' },
      'crossing-paths': {
        label: 'Crossing paths',
        help: 'Two kinds of episode that cross, neither of which goes from the start to the goal; made for the world of that name.',
      },
      painted: {
        label: 'Painted',
        help: 'What you paint on the map; every action equally often where nothing is painted.',
      },
      mixture: { label: 'Mixture', help: 'Several behaviours that share the episodes by weight.' },
    },
  },
  'behavior.epsilon': {
    label: 'Exploration',
    help: 'Share of steps on which the ε-greedy behaviour takes any of the four actions.',
  },
  'behavior.temperature': {
    label: 'Temperature',
    help: 'Temperature of the softmax behaviour: low is nearly optimal, high is nearly uniform.',
  },
  'behavior.direction': {
    label: 'Direction',
    help: 'The direction that the directional behaviour leans to.',
    options: {
      up: { label: up },
      right: { label: right },
      down: { label: down },
      left: { label: left },
    },
  },
  'behavior.bias': {
    label: 'Bias',
    help: 'Probability of taking that direction; otherwise any of the four: 0 is uniform, 1 always that direction.',
  },
  'behavior.painted': {
    label: 'Painted policy',
    help: 'Painted cells by row and column from 0, joined by commas: “3.4u” always goes up (u r d l), “3.4:10-70-10-10” weighs up, right, down and left. Any other cell takes every action equally often.',
  },
  'behavior.mixture': {
    label: 'Mixture of behaviours',
    help: 'Components joined by “+”, each weight*kind: uniform, epsilon-greedy(0.3), softmax(0.1), directional(right,0.5), medium, expert or painted. A weight is a share of the episodes.',
  },
  'data.size': {
    label: 'Transitions',
    help: 'Rows of the frozen dataset. Fewer rows leave more actions unseen. Another world brings as many as suit it, unless they were chosen by hand.',
    unit: 'rows',
  },
  'data.seed': {
    label: 'Data seed',
    help: 'Another seed collects another dataset of the same kind.',
  },
  'data.source': {
    label: 'Data from',
    help: 'Whether the rows are collected by the behaviour, or are those of a dataset that was imported or played.',
    options: {
      collected: { label: 'Collected', help: 'By the behaviour, in this world.' },
      file: { label: 'File', help: 'The imported or played dataset that is named.' },
    },
  },
  'data.file': {
    label: 'Dataset',
    help: 'The imported or played dataset, by the 16 hexadecimal digits of its hash. Its rows do not travel in links: whoever opens one is asked for the file.',
  },
  'data.edits': {
    label: 'Dataset surgery',
    help: 'What is done to the collected rows, in this order, joined by “;”: erase(1.1-3.4) all rows of a rectangle of cells (rows and columns from 0), erase(1.1-3.4,up) one action there, below(0.2) all episodes that earn less, top(10) keeps the best 10\u00a0% of the episodes, noise(0.1,7) adds Gaussian noise to every reward. A “!” before an edit switches it off.',
  },
  learners: {
    label: 'Learners',
    help: 'Which learners train, each under its own id: a method (cql), or a method with a suffix (cql-sketch) to have it twice.',
  },
  encoding: {
    label: 'Encoding',
    help: 'What the networks see of a state; it decides how values spread to states and actions that were never seen.',
    options: {
      'one-hot': { label: 'One-hot', help: 'One input a state.' },
      xy: { label: 'Coordinates', help: 'The two coordinates, scaled to [−1, 1].' },
      fourier: {
        label: 'Fourier',
        help: 'The coordinates with sines and cosines of them, 14 numbers.',
      },
    },
  },
  width: {
    label: 'Width',
    help: 'Units in each of the two hidden layers of every network.',
    unit: 'units',
  },
  batch: {
    label: 'Minibatch',
    help: 'Rows drawn for each training step; all learners see the same ones.',
    unit: 'rows',
  },
  learningRate: {
    label: 'Learning rate',
    help: 'Step size of Adam, for every network.',
  },
  polyak: {
    label: 'Polyak rate',
    help: 'Share of the online network that the target network takes over after every step.',
  },
  rewardScale: {
    label: 'Reward scale',
    help: 'What the learners’ rewards are multiplied by, so that α, β and the learning rate mean the same in every world. Left to the machine: the best recorded way from a start is worth 20, and no single reward more than 33. Everything on the page stays in the world’s own units.',
  },
  'train.seed': {
    label: 'Training seed',
    help: 'Another seed draws other initial weights and other minibatches from the same data.',
  },
  seeds: {
    label: 'Seeds',
    help: 'Training seeds run side by side on one dataset, from the training seed upwards.',
  },
  steps: {
    label: 'Steps',
    help: 'Training steps to the verdict. Automatic: until it has settled, at most 6,000.',
    unit: 'steps',
  },
  measureEvery: {
    label: 'Measure every',
    help: 'Training steps between two exact measurements of everything shown.',
    unit: 'steps',
  },
  backend: {
    label: 'Engine',
    help: 'Where the arithmetic runs. Automatic takes the fastest that this device has.',
    options: {
      auto: { label: 'Automatic' },
      webgl: { label: 'WebGL', help: 'The graphics processor.' },
      wasm: { label: 'WebAssembly', help: 'The processor, with SIMD where it has it.' },
      cpu: { label: 'JavaScript', help: 'Runs everywhere, slowly.' },
    },
  },
  workers: {
    label: 'Workers',
    help: 'Over how many processor cores the seeds are spread. The numbers do not depend on it.',
    options: {
      auto: { label: 'Automatic', help: 'All but one, which is left to the page.' },
      '1': { label: '1' },
      '2': { label: '2' },
      '3': { label: '3' },
      '4': { label: '4' },
    },
  },
  layer: {
    label: 'Maps show',
    help: 'What the triangles of the maps are painted by.',
    options: {
      q: { label: words.layers.q, help: 'What the learner believes.' },
      truth: { label: words.layers.truth, help: 'The exact Q of the policy it deploys.' },
      error: { label: words.layers.error, help: 'Belief minus truth.' },
      surprise: {
        label: words.layers.surprise,
        help: 'Belief beyond one true step.',
      },
      lie: {
        label: words.layers.lie,
        help: 'Where the lie sits: δ times visits.',
      },
      counts: { label: words.layers.counts, help: 'How often the pair is in the dataset.' },
      occupancy: { label: words.layers.occupancy, help: 'Where its policy spends its time.' },
    },
  },
  'online.learners': {
    label: 'Let try',
    help: 'Which learners act in the world while they train, each for itself, and learn from what they try beside the recorded data. None: offline.',
  },
  'online.from': {
    label: 'Online from step',
    help: 'Training step from which on they act; until then they train offline.',
  },
  'online.steps': {
    label: 'Tries a step',
    help: 'Moves in the world for each training step. An episode goes on from one training step to the next.',
    unit: 'moves',
  },
  'online.epsilon': {
    label: 'Random moves',
    help: 'Share of its moves that a learner makes at random, all four actions equally often. The rest follow its own policy.',
  },
  'online.share': {
    label: 'Share of own rows',
    help: 'Share of every minibatch that is drawn from what the learner has tried itself. The rest are recorded rows.',
  },
  'oracle.pairs': {
    label: 'Pairs with the truth put in',
    help: 'Where learners that are set to painted pairs have the truth in the place of their target values: cells by row and column from 0 with the letters of their actions, joined by commas: “3.4ur” is up and right (u r d l).',
  },
  shownSeed: {
    label: 'Seed shown',
    help: 'Which training seed the maps and the marked cell show where several train side by side: 1 is the first, 0 the mean over all (of their values, and of their policies). A number beyond the seeds there are shows the last.',
  },
  lesson: {
    label: 'Lesson',
    help: 'The guided lesson under way and its step, counted from 0: “believing.2”. Empty for none.',
  },
  'lesson.answers': {
    label: 'Predictions',
    help: 'What was predicted in the lesson, where a link is to carry it.',
  },
  present: {
    label: 'Lecture',
    help: 'The act of the lecture that fills the screen, counted from 1; “guess” for a show of hands. Empty for none.',
  },
  lecture: {
    label: 'Lecture in the link',
    help: 'A lecture file that travels in a link. Empty for none.',
  },
  keep: {
    label: 'Keep at the verdict',
    help: 'Every knob let go trains anew to the end at full speed, while the picture stays until the new one is there. Kept in this browser.',
  },
  speed: {
    label: 'Speed',
    help: 'How fast training is let run, and the replay of a run; it changes no number. Kept in this browser.',
    options: {
      watch: { label: 'Watch' },
      fast: { label: 'Fast' },
      full: { label: 'As fast as it goes' },
    },
  },
});
