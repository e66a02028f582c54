import { buildMdp } from '../../../mdp/mdp';
import { worldById } from '../../../mdp/presets';
import { uniformPolicy } from '../../../mdp/solve';
import type { Mdp, World } from '../../../mdp/types';
import { collect } from '../../collect';
import type { Dataset } from '../../types';

/** A shipped world, with changes. */
export function shipped(id: string, changes: Partial<World> = {}): Mdp {
  const found = worldById(id);
  if (!found) throw new Error(`There is no world “${id}”.`);
  const { map, slip, rewards, gamma, horizon } = found;
  return buildMdp({ map, slip, rewards, gamma, horizon, ...changes });
}

/** What an aimless walker records. */
export function walked(mdp: Mdp, size: number, seed = 1): Dataset {
  const components = [{ label: 'uniform', policy: uniformPolicy(mdp), share: 1 }];
  return collect(mdp, { components }, { size, seed });
}

/** A row of a dataset. */
export interface Row {
  readonly state: number;
  readonly action: number;
  readonly reward: number;
  readonly next: number;
  readonly terminal: boolean;
  readonly truncated: boolean;
  readonly episode: number;
  readonly step: number;
}

/** The rows of a dataset, by episode. */
export function episodesOf(data: Dataset): Row[][] {
  const episodes: Row[][] = [];
  for (let i = 0; i < data.size; i++) {
    const episode = data.episode[i];
    episodes[episode] ??= [];
    episodes[episode].push({
      state: data.state[i],
      action: data.action[i],
      reward: data.reward[i],
      next: data.nextState[i],
      terminal: data.terminal[i] === 1,
      truncated: data.truncated[i] === 1,
      episode,
      step: data.step[i],
    });
  }
  return episodes;
}
