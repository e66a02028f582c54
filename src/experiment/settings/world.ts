import { WORLDS, worldById } from '../../mdp/presets';
import type { World } from '../../mdp/types';
import type { Settings } from '../types';
import type { Given } from './parse';

/**
 * The world of complete settings: the preset's map or the one of `world.map`, with the numbers of
 * `world.*`.
 *
 * @throws RangeError on a world that is not shipped.
 */
export function worldOf(settings: Settings): World {
  const id = settings.world;
  const preset = worldById(id);
  if (!preset) throw new RangeError(`There is no world “${id}”.`);
  const map = settings['world.map'];
  return {
    map: map === '' ? preset.map : map.split('/'),
    slip: settings['world.slip'],
    gamma: settings['world.gamma'],
    horizon: settings['world.horizon'],
    rewards: {
      step: settings['world.step'],
      goal: settings['world.goal'],
      pit: settings['world.pit'],
      cliff: settings['world.cliff'],
    },
  };
}

/**
 * A change of settings that makes their world another one. Where its map is that of a shipped world,
 * that one is chosen, by preference the one that is chosen already.
 */
export function worldChange(settings: Settings, world: World): Given {
  const map = world.map.join('/');
  const present = worldById(settings.world);
  const shipped = [...(present ? [present] : []), ...WORLDS].find(
    (preset) => preset.map.join('/') === map,
  );
  return {
    ...(shipped ? { world: shipped.id, 'world.map': '' } : { 'world.map': map }),
    'world.slip': world.slip,
    'world.gamma': world.gamma,
    'world.horizon': world.horizon,
    'world.step': world.rewards.step,
    'world.goal': world.rewards.goal,
    'world.pit': world.rewards.pit,
    'world.cliff': world.rewards.cliff,
  };
}
