import type { SettingDescription } from '../../learners/meta';
import { PROBLEM_SETTINGS } from './problem';
import { TRAINING_SETTINGS } from './training';
import { VIEW_SETTINGS } from './view';

/** Every setting that does not belong to one learner instance, by key, in the order of exports. */
export const GLOBAL_SETTINGS: Readonly<Record<string, SettingDescription>> = {
  ...PROBLEM_SETTINGS,
  ...TRAINING_SETTINGS,
  ...VIEW_SETTINGS,
};
