import type { LearnerSettings } from '../types';

/** Largest weight of a row in the policy loss, as in the reference implementation. */
const WEIGHT_CLIP = 100;

/** The largest weight of a row that the settings allow. */
export function weightClip(settings: LearnerSettings): number {
  return typeof settings.weightClip === 'number' ? settings.weightClip : WEIGHT_CLIP;
}
