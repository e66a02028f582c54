import type { SettingDescription } from '../../learners/meta';

/** A seed of a stream of random numbers. */
export function seed(label: string, help: string, scope: 'data' | 'train'): SettingDescription {
  return {
    type: 'number',
    label,
    help,
    scope,
    default: 0,
    min: 0,
    max: 2 ** 31 - 1,
    step: 1,
    integer: true,
  };
}
