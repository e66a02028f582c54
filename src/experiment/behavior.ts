import type { BehaviorSpec } from '../data/behavior';
import { readMixture } from '../data/mixture';
import { readPainted } from '../data/painted';
import type { Settings } from './types';

/** The behaviour that complete settings ask for. */
export function behaviorSpec(settings: Settings): BehaviorSpec {
  const kind = settings.behavior;
  switch (kind) {
    case 'epsilon-greedy':
      return { kind, epsilon: settings['behavior.epsilon'] };
    case 'softmax':
      return { kind, temperature: settings['behavior.temperature'] };
    case 'directional':
      return {
        kind,
        direction: settings['behavior.direction'],
        strength: settings['behavior.bias'],
      };
    case 'painted':
      return { kind, cells: paintedCells(settings) };
    case 'mixture':
      return {
        kind,
        parts: readMixture(settings['behavior.mixture']).value.map(({ weight, spec }) => ({
          weight,
          spec: spec.kind === 'painted' ? { ...spec, cells: paintedCells(settings) } : spec,
        })),
      };
    default:
      return { kind };
  }
}

const paintedCells = (settings: Settings) => readPainted(settings['behavior.painted']).value;
