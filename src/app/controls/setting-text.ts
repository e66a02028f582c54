import { describe, settingOf } from '../../experiment/settings/describe';
import type { Settings } from '../../experiment/types';
import { AUTO } from '../../learners/meta';
import { controls } from '../../texts/controls';
import { words } from '../../texts/words';
import { formatSetting } from './number-setting';

/** A setting's value in the words of its control: «0.025», «Max», «off»; '' where it is not set. */
export function settingText(key: string, settings: Settings): string {
  const value = settingOf(settings, key);
  if (value === undefined) return '';
  const description = describe(key, settings);
  if (value === AUTO && description.type === 'number') return controls().auto;
  if (description.type === 'number') return formatSetting(Number(value), description);
  if (description.type === 'choice')
    return description.options.find((option) => option.value === value)?.label ?? String(value);
  if (description.type === 'boolean') return value === true ? words().on : words().off;
  return String(value);
}
