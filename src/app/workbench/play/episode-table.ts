import { ACTIONS, type Mdp } from '../../../mdp/types';
import { pictures } from '../../../texts/pictures';
import { NothingToSave, type Table } from '../../pictures/table';
import type { Episode } from './episode';

/** The first steps of an episode. Throws NothingToSave where there is none. */
export function episodeTable(mdp: Mdp, episode: Episode | null, steps: number): Table {
  if (episode === null || steps === 0) throw new NothingToSave(pictures().noSteps);
  const { path, actions, rewards } = episode;
  return {
    columns: ['step', 'state', 'row', 'col', 'action', 'actionName', 'reward', 'nextState'],
    rows: actions.slice(0, steps).map((action, step) => {
      const cell = mdp.cells[path[step]];
      const place = [Math.floor(cell / mdp.columns), cell % mdp.columns];
      return [step, path[step], ...place, action, ACTIONS[action], rewards[step], path[step + 1]];
    }),
  };
}
