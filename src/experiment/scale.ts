import { AUTO } from '../learners/meta';
import type { Settings } from './types';

/**
 * The number c that the learners' rewards are multiplied by: the setting's own, or where it is left to
 * the machine that of the data (`automaticScale`). Everything the learners see is in units of value
 * times c; everything measured, drawn and written is divided by it again.
 */
export function rewardScaleOf(
  { automaticScale }: { readonly automaticScale: number },
  { rewardScale }: Pick<Settings, 'rewardScale'>,
): number {
  return rewardScale === AUTO ? automaticScale : rewardScale;
}
