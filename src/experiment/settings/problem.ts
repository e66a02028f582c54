import { BEHAVIOR_KINDS } from '../../data/behavior-kinds';
import { EDITS_LENGTH } from '../../data/edits';
import { MIXTURE_LENGTH, MIXTURE_RANGES } from '../../data/mixture';
import { PAINTED_LENGTH } from '../../data/painted';
import { DATASET_SIZE } from '../../data/size';
import { worded } from '../../learners/worded';
import { WORLDS } from '../../mdp/presets';
import { ACTIONS } from '../../mdp/types';
import { WORLD_RANGES } from '../../mdp/world';
import { settings } from '../../texts/settings';
import { spoken } from '../../texts/spoken';
import { SCENARIOS } from '../scenarios';
import { seed } from './seed';

/** A reward of the world, for the cell entered. */
function reward(value: number) {
  return {
    type: 'number',
    scope: 'world',
    default: value,
    min: -1000,
    max: 1000,
    step: 0.01,
  } as const;
}

/** Settings of the world and of the data collected in it. */
export const PROBLEM_SETTINGS = worded(
  {
    scenario: {
      type: 'choice',
      scope: 'world',
      default: SCENARIOS[0].id,
      options: SCENARIOS.map((scenario) =>
        spoken({ value: scenario.id }, ['label', 'help'], () => ({
          label: scenario.title,
          help: scenario.summary,
        })),
      ),
    },
    world: {
      type: 'choice',
      scope: 'world',
      default: 'four-rooms',
      options: WORLDS.map((world) =>
        spoken({ value: world.id }, ['label', 'help'], () => ({
          label: world.name,
          help: world.source,
        })),
      ),
    },
    'world.map': {
      type: 'text',
      scope: 'world',
      default: '',
      maxLength: 4200,
    },
    'world.slip': {
      type: 'number',
      symbol: 'p',
      scope: 'world',
      default: 0,
      ...WORLD_RANGES.slip,
      step: 0.01,
    },
    'world.gamma': {
      type: 'number',
      symbol: 'γ',
      scope: 'world',
      default: 0.95,
      ...WORLD_RANGES.gamma,
      step: 0.001,
    },
    'world.horizon': {
      type: 'number',
      scope: 'world',
      default: 100,
      ...WORLD_RANGES.horizon,
      step: 1,
      integer: true,
      scale: 'log',
    },
    'world.step': reward(0),
    'world.goal': reward(1),
    'world.pit': reward(0),
    'world.cliff': reward(0),
    behavior: {
      type: 'choice',
      scope: 'data',
      default: 'epsilon-greedy',
      options: BEHAVIOR_KINDS,
    },
    'behavior.epsilon': {
      type: 'number',
      symbol: 'ε',
      scope: 'data',
      default: 0.3,
      ...MIXTURE_RANGES.epsilon,
      step: 0.01,
    },
    'behavior.temperature': {
      type: 'number',
      symbol: 'T',
      scope: 'data',
      default: 0.1,
      ...MIXTURE_RANGES.temperature,
      step: 0.001,
      scale: 'log',
    },
    'behavior.direction': {
      type: 'choice',
      scope: 'data',
      default: 'right',
      options: ACTIONS,
    },
    'behavior.bias': {
      type: 'number',
      scope: 'data',
      default: 0.5,
      ...MIXTURE_RANGES.strength,
      step: 0.01,
    },
    'behavior.painted': {
      type: 'text',
      scope: 'data',
      default: '',
      maxLength: PAINTED_LENGTH,
    },
    'behavior.mixture': {
      type: 'text',
      scope: 'data',
      default: '1*medium+1*expert',
      maxLength: MIXTURE_LENGTH,
    },
    'data.size': {
      type: 'number',
      symbol: '|D|',
      scope: 'data',
      default: 600,
      ...DATASET_SIZE,
      step: 50,
      integer: true,
      scale: 'log',
    },
    'data.seed': seed('data'),
    'data.source': {
      type: 'choice',
      scope: 'data',
      default: 'collected',
      options: ['collected', 'file'],
    },
    'data.file': {
      type: 'text',
      scope: 'data',
      default: '',
      maxLength: 80,
    },
    'data.edits': {
      type: 'text',
      scope: 'data',
      default: '',
      maxLength: EDITS_LENGTH,
    },
  },
  settings,
);
