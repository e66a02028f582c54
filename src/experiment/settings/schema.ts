import type { Descriptions } from '../../learners/meta';
import { ONLINE_SETTINGS } from './online';
import { ORACLE_SETTINGS } from './oracle';
import { PROBLEM_SETTINGS } from './problem';
import { TRAINING_SETTINGS } from './training';
import { VIEW_SETTINGS } from './view';

const SCHEMA = {
  ...PROBLEM_SETTINGS,
  ...TRAINING_SETTINGS,
  ...ONLINE_SETTINGS,
  ...ORACLE_SETTINGS,
  ...VIEW_SETTINGS,
};

/** The exact description of every global setting, from which the type of its value follows. */
export type Schema = typeof SCHEMA;

/** Every setting that does not belong to one learner instance, by key, in the order of exports. */
export const GLOBAL_SETTINGS: Descriptions = SCHEMA;
