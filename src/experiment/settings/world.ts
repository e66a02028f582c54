import { worldById } from '../../mdp/presets';
import type { World } from '../../mdp/types';
import type { Settings } from '../types';

/**
 * The world of complete settings: the preset's map or the one of `world.map`, with the numbers of
 * `world.*`.
 *
 * @throws RangeError on a world that is not shipped.
 */
export function worldOf(settings: Settings): World {
  const id = String(settings.world);
  const preset = worldById(id);
  if (!preset) throw new RangeError(`There is no world “${id}”.`);
  const map = String(settings['world.map']);
  return {
    map: map === '' ? preset.map : map.split('/'),
    slip: Number(settings['world.slip']),
    gamma: Number(settings['world.gamma']),
    horizon: Number(settings['world.horizon']),
    rewards: {
      step: Number(settings['world.step']),
      goal: Number(settings['world.goal']),
      pit: Number(settings['world.pit']),
      cliff: Number(settings['world.cliff']),
    },
  };
}
