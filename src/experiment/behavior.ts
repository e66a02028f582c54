import type { BehaviorSpec } from '../data/behavior';
import { readMixture } from '../data/mixture';
import { readPainted } from '../data/painted';
import type { ActionName } from '../mdp/types';
import type { Settings } from './types';

/** The behaviour that complete settings ask for. */
export function behaviorSpec(settings: Settings): BehaviorSpec {
  // The schema lists the kinds of the data floor, and no other value gets through it.
  const kind = settings.behavior as BehaviorSpec['kind'];
  switch (kind) {
    case 'epsilon-greedy':
      return { kind, epsilon: Number(settings['behavior.epsilon']) };
    case 'softmax':
      return { kind, temperature: Number(settings['behavior.temperature']) };
    case 'directional':
      return {
        kind,
        direction: settings['behavior.direction'] as ActionName,
        strength: Number(settings['behavior.bias']),
      };
    case 'painted':
      return { kind, cells: paintedCells(settings) };
    case 'mixture':
      return {
        kind,
        parts: readMixture(String(settings['behavior.mixture'])).value.map(({ weight, spec }) => ({
          weight,
          spec: spec.kind === 'painted' ? { ...spec, cells: paintedCells(settings) } : spec,
        })),
      };
    default:
      return { kind };
  }
}

const paintedCells = (settings: Settings) =>
  readPainted(String(settings['behavior.painted'])).value;
