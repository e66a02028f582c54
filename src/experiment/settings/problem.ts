import type { BehaviorKind } from '../../data/behavior';
import { EDITS_LENGTH } from '../../data/edits';
import { MIXTURE_LENGTH, MIXTURE_RANGES } from '../../data/mixture';
import { PAINTED_LENGTH } from '../../data/painted';
import { DATASET_SIZE } from '../../data/size';
import type { SettingDescription } from '../../learners/meta';
import { WORLDS } from '../../mdp/presets';
import { ACTIONS } from '../../mdp/types';
import { WORLD_RANGES } from '../../mdp/world';
import { SCENARIOS } from '../scenarios';
import { seed } from './seed';

/** A reward of the world, for the cell entered. */
function reward(label: string, help: string, value: number): SettingDescription {
  return {
    type: 'number',
    label,
    help,
    scope: 'world',
    default: value,
    min: -1000,
    max: 1000,
    step: 0.01,
  };
}

/** The behaviours, with what they are called. */
const BEHAVIORS: readonly { value: BehaviorKind; label: string; help: string }[] = [
  { value: 'uniform', label: 'Uniform', help: 'Every action equally often.' },
  {
    value: 'epsilon-greedy',
    label: 'ε-greedy',
    help: 'The optimal action, except that with probability ε any of the four.',
  },
  {
    value: 'softmax',
    label: 'Softmax of Q*',
    help: 'Better actions more often, by exp(Q*/T).',
  },
  {
    value: 'directional',
    label: 'Directional',
    help: 'Leans to one direction wherever it stands.',
  },
  { value: 'random', label: 'Random tier', help: 'D4RL tier: the uniform policy.' },
  {
    value: 'medium',
    label: 'Medium tier',
    help: 'D4RL tier: ε-greedy at a third of the way from random to optimal return.',
  },
  {
    value: 'medium-replay',
    label: 'Medium-replay tier',
    help: 'D4RL tier: everything a tabular Q-learner saw until it reached medium.',
  },
  {
    value: 'medium-expert',
    label: 'Medium-expert tier',
    help: 'D4RL tier: half the episodes medium, half expert.',
  },
  { value: 'expert', label: 'Expert tier', help: 'D4RL tier: the optimal policy.' },
  {
    value: 'crossing-paths',
    label: 'Crossing paths',
    help: 'Two kinds of episode that cross, neither of which goes from the start to the goal; made for the world of that name.',
  },
  {
    value: 'painted',
    label: 'Painted',
    help: 'What you paint on the map; every action equally often where nothing is painted.',
  },
  {
    value: 'mixture',
    label: 'Mixture',
    help: 'Several behaviours that share the episodes by weight.',
  },
];

/** Settings of the world and of the data collected in it. */
export const PROBLEM_SETTINGS = {
  scenario: {
    type: 'choice',
    label: 'Scenario',
    help: 'A named set of settings that shows one thing. Choosing one replaces all other settings by its own.',
    scope: 'world',
    default: SCENARIOS[0].id,
    options: SCENARIOS.map(({ id, title, summary }) => ({
      value: id,
      label: title,
      help: summary,
    })),
  },
  world: {
    type: 'choice',
    label: 'World',
    help: 'The gridworld: its map, slip, rewards, discount and horizon.',
    scope: 'world',
    default: 'four-rooms',
    options: WORLDS.map(({ id, name, source }) => ({ value: id, label: name, help: source })),
  },
  'world.map': {
    type: 'text',
    label: 'Map',
    help: 'Rows joined by “/”, of # wall, . floor, S start, G goal, P pit, C cliff. Empty for the map of the chosen world.',
    scope: 'world',
    default: '',
    maxLength: 4200,
  },
  'world.slip': {
    type: 'number',
    label: 'Slip',
    symbol: 'p',
    help: 'Probability that a move goes to one of the two perpendicular directions instead, half each.',
    scope: 'world',
    default: 0,
    ...WORLD_RANGES.slip,
    step: 0.01,
  },
  'world.gamma': {
    type: 'number',
    label: 'Discount',
    symbol: 'γ',
    help: 'How much a reward one step later is worth. It is part of the world: changing it changes every true value.',
    scope: 'world',
    default: 0.95,
    ...WORLD_RANGES.gamma,
    step: 0.001,
  },
  'world.horizon': {
    type: 'number',
    label: 'Horizon',
    help: 'Steps after which an episode is cut. A cut is not an end: such rows bootstrap.',
    scope: 'world',
    default: 100,
    ...WORLD_RANGES.horizon,
    step: 1,
    integer: true,
    scale: 'log',
    unit: 'steps',
  },
  'world.step': reward('Reward of a step', 'Paid for entering or staying on a floor cell.', 0),
  'world.goal': reward(
    'Reward of the goal',
    'Paid for entering a goal, which ends the episode.',
    1,
  ),
  'world.pit': reward('Reward of a pit', 'Paid for entering a pit, which ends the episode.', 0),
  'world.cliff': reward(
    'Reward of a cliff',
    'Paid for entering a cliff, which puts the agent back on a start.',
    0,
  ),
  behavior: {
    type: 'choice',
    label: 'Behaviour',
    help: 'The policy, or mixture of policies, that collected the data.',
    scope: 'data',
    default: 'epsilon-greedy',
    options: BEHAVIORS,
  },
  'behavior.epsilon': {
    type: 'number',
    label: 'Exploration',
    symbol: 'ε',
    help: 'Share of steps on which the ε-greedy behaviour takes any of the four actions.',
    scope: 'data',
    default: 0.3,
    ...MIXTURE_RANGES.epsilon,
    step: 0.01,
  },
  'behavior.temperature': {
    type: 'number',
    label: 'Temperature',
    symbol: 'T',
    help: 'Temperature of the softmax behaviour: low is nearly optimal, high is nearly uniform.',
    scope: 'data',
    default: 0.1,
    ...MIXTURE_RANGES.temperature,
    step: 0.001,
    scale: 'log',
  },
  'behavior.direction': {
    type: 'choice',
    label: 'Direction',
    help: 'The direction that the directional behaviour leans to.',
    scope: 'data',
    default: 'right',
    options: ACTIONS.map((action) => ({ value: action, label: action })),
  },
  'behavior.bias': {
    type: 'number',
    label: 'Bias',
    help: 'Probability of taking that direction; otherwise any of the four: 0 is uniform, 1 always that direction.',
    scope: 'data',
    default: 0.5,
    ...MIXTURE_RANGES.strength,
    step: 0.01,
  },
  'behavior.painted': {
    type: 'text',
    label: 'Painted policy',
    help: 'Painted cells by row and column from 0, joined by commas: “3.4u” always goes up (u r d l), “3.4:10-70-10-10” weighs up, right, down and left. Any other cell takes every action equally often.',
    scope: 'data',
    default: '',
    maxLength: PAINTED_LENGTH,
  },
  'behavior.mixture': {
    type: 'text',
    label: 'Mixture of behaviours',
    help: 'Components joined by “+”, each weight*kind: uniform, epsilon-greedy(0.3), softmax(0.1), directional(right,0.5), medium, expert or painted. A weight is a share of the episodes.',
    scope: 'data',
    default: '1*medium+1*expert',
    maxLength: MIXTURE_LENGTH,
  },
  'data.size': {
    type: 'number',
    label: 'Transitions',
    symbol: '|D|',
    help: 'Rows of the frozen dataset. Fewer rows leave more actions unseen.',
    scope: 'data',
    default: 600,
    ...DATASET_SIZE,
    step: 50,
    integer: true,
    scale: 'log',
    unit: 'rows',
  },
  'data.seed': seed('Data seed', 'Another seed collects another dataset of the same kind.', 'data'),
  'data.source': {
    type: 'choice',
    label: 'Data from',
    help: 'Whether the rows are collected by the behaviour, or are those of a dataset that was imported or played.',
    scope: 'data',
    default: 'collected',
    options: [
      { value: 'collected', label: 'Collected', help: 'By the behaviour, in this world.' },
      { value: 'file', label: 'File', help: 'The imported or played dataset that is named.' },
    ],
  },
  'data.file': {
    type: 'text',
    label: 'Dataset',
    help: 'The imported or played dataset, by the 16 hexadecimal digits of its hash. Its rows do not travel in links: whoever opens one is asked for the file.',
    scope: 'data',
    default: '',
    maxLength: 80,
  },
  'data.edits': {
    type: 'text',
    label: 'Dataset surgery',
    help: 'What is done to the collected rows, in this order, joined by “;”: erase(1.1-3.4) all rows of a rectangle of cells (rows and columns from 0), erase(1.1-3.4,up) one action there, below(0.2) all episodes that earn less, top(10) keeps the best 10 % of the episodes, noise(0.1,7) adds Gaussian noise to every reward. A “!” before an edit switches it off.',
    scope: 'data',
    default: '',
    maxLength: EDITS_LENGTH,
  },
} as const satisfies Record<string, SettingDescription>;
