import { CATALOG } from '../../learners/catalog';
import type { SettingDescription } from '../../learners/meta';
import { worldById } from '../../mdp/presets';
import type { WorldPreset } from '../../mdp/types';
import { scenarioById } from '../scenarios';
import type { Settings, SettingValue, SettingValues } from '../types';
import { instanceKind, instancesKept } from './instances';
import { PROBLEM_SETTINGS } from './problem';
import { GLOBAL_SETTINGS } from './schema';

/** The own property of a record, so that no key reaches a prototype. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The learner instance that a key is a setting of; null for the settings that belong to none. */
export function ownerOf(key: string): string | null {
  const dot = key.indexOf('.');
  if (dot < 0 || Object.hasOwn(GLOBAL_SETTINGS, key)) return null;
  const id = key.slice(0, dot);
  return instanceKind(id) === null ? null : id;
}

/**
 * The description of a key as the schema has it: a global setting, or `<instance id>.<name>` of the
 * instance's method. Undefined where there is no such setting.
 */
export function schemaOf(key: string): SettingDescription | undefined {
  const owner = ownerOf(key);
  const kind = owner && instanceKind(owner);
  if (!kind) return own(GLOBAL_SETTINGS, key);
  return own(CATALOG[kind].settings, key.slice(owner.length + 1));
}

/** The value of a key that is only known as it runs; undefined where the settings have no such key. */
export function settingOf(settings: SettingValues, key: string): SettingValue | undefined {
  return own(settings, key);
}

/** Every key that settings with these learners hold, in the order of exports and links. */
export function settingKeys(learners: readonly string[]): readonly string[] {
  return [
    ...Object.keys(GLOBAL_SETTINGS),
    ...instancesKept(learners).flatMap((id) => {
      const kind = instanceKind(id);
      return kind ? Object.keys(CATALOG[kind].settings).map((name) => `${id}.${name}`) : [];
    }),
  ];
}

/** The numbers a world brings with it, by setting. */
function worldLayer(world: WorldPreset): SettingValues {
  return {
    'world.slip': world.slip,
    'world.gamma': world.gamma,
    'world.horizon': world.horizon,
    'world.step': world.rewards.step,
    'world.goal': world.rewards.goal,
    'world.pit': world.rewards.pit,
    'world.cliff': world.rewards.cliff,
    // This world makes its point only with the mixture it was made for.
    behavior: world.id === 'crossing-paths' ? 'crossing-paths' : PROBLEM_SETTINGS.behavior.default,
  };
}

/**
 * What a setting is where the user says nothing: the schema's default, under the numbers of the
 * world, under the scenario's settings. A scenario's behaviour and numbers of its world do not outlive
 * the choice of another world.
 *
 * @throws RangeError on an unknown key.
 */
export function effectiveDefault(
  key: string,
  settings: Pick<Settings, 'scenario' | 'world'>,
): SettingValue {
  const description = schemaOf(key);
  if (!description) throw new RangeError(`There is no setting “${key}”.`);
  const scenario = scenarioById(settings.scenario);
  const fromScenario = scenario ? own(scenario.settings, key) : undefined;
  if (!key.startsWith('world.') && key !== 'behavior') return fromScenario ?? description.default;
  const id = settings.world;
  const scenarioWorld = scenario?.settings.world ?? GLOBAL_SETTINGS.world.default;
  if (fromScenario !== undefined && scenarioWorld === id) return fromScenario;
  const world = worldById(id);
  return (world && own(worldLayer(world), key)) ?? description.default;
}

/**
 * The description of a setting with the default that holds under these settings.
 *
 * @throws RangeError on an unknown key.
 */
export function describe(key: string, settings: Settings): SettingDescription {
  const description = schemaOf(key);
  if (!description) throw new RangeError(`There is no setting “${key}”.`);
  return { ...description, default: effectiveDefault(key, settings) } as SettingDescription;
}

/** Whether two values of one setting are the same; lists by their items in order. */
export function sameValue(a: SettingValue | undefined, b: SettingValue | undefined): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** The settings that differ from what holds where nothing is said, with the scenario always first. */
export function differences(settings: Settings): Record<string, SettingValue> {
  const given: Record<string, SettingValue> = { scenario: settings.scenario };
  for (const [key, value] of Object.entries(settings)) {
    if (key !== 'scenario' && !sameValue(value, effectiveDefault(key, settings)))
      given[key] = value;
  }
  return given;
}
