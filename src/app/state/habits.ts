import { schemaOf, settingKeys } from '../../experiment/settings/describe';
import { type Given, resolveSettings } from '../../experiment/settings/parse';
import type { Settings, SettingValues } from '../../experiment/types';
import type { Memory } from './rungs';

/** Settings that stay with whoever has them: kept in this browser, and not in links. */
const HABITS = settingKeys([]).filter((key) => schemaOf(key)?.preference);

const keyOf = (habit: string) => `offgrid.${habit}`;

/** The habits that this browser has kept; one that is none any more is left out. */
function keptIn(memory: Memory): SettingValues {
  const kept = HABITS.flatMap((habit) => {
    const value = memory.read(keyOf(habit));
    return value === null ? [] : [[habit, value] as const];
  });
  const legal = kept.filter(
    ([habit, value]) => resolveSettings({ [habit]: value }).notices.length === 0,
  );
  const values: SettingValues = resolveSettings(Object.fromEntries(legal)).settings;
  return Object.fromEntries(legal.map(([habit]) => [habit, values[habit]]));
}

/** The habits that a link says itself. */
function saidBy(hash: string): readonly string[] {
  const parts = hash.replace(/^#/, '').split('&');
  return HABITS.filter((habit) => parts.some((part) => part.startsWith(`${habit}=`)));
}

/** The settings of a link, with the habits it says nothing of: those of `present`, or of an earlier visit. */
export function withHabits(
  settings: Settings,
  hash: string,
  present: SettingValues | Memory,
): Settings {
  const habits: SettingValues = isMemory(present) ? keptIn(present) : present;
  const said = saidBy(hash);
  const own = HABITS.filter((habit) => habit in habits && !said.includes(habit));
  return { ...settings, ...Object.fromEntries(own.map((habit) => [habit, habits[habit]])) };
}

function isMemory(present: SettingValues | Memory): present is Memory {
  return typeof (present as Memory).read === 'function';
}

/** A change without the habits that it would take back: what is set up afresh leaves them as they are. */
export function sparingHabits(patch: Given): Given {
  try {
    return Object.fromEntries(
      Object.entries(patch).filter(([key, value]) => value !== undefined || !HABITS.includes(key)),
    );
  } catch {
    // An object of a script that cannot be read changes nothing.
    return {};
  }
}

/** Whether a change trains anew behind the page; in a lesson that would answer what is asked first. */
export function keepsAtVerdict({ keep, lesson }: Pick<Settings, 'keep' | 'lesson'>): boolean {
  return keep && lesson === '';
}

/** Keeps the habits among changed settings for the next visit. */
export function keepHabits(memory: Memory, keys: readonly string[], settings: SettingValues): void {
  for (const habit of HABITS)
    if (keys.includes(habit)) memory.write(keyOf(habit), String(settings[habit]));
}
