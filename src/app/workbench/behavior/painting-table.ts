import { ACTIONS } from '../../../mdp/types';
import type { Scene } from '../../basics/context';
import type { Table } from '../../pictures/table';
import { actingCells, keyOfCell, type Painting, percentsOf } from './painting';

/**
 * How likely every action is in every cell where one acts: as painted, and elsewhere that of the
 * behaviour of `behind`, or each as likely as the others where the painting itself collects.
 */
export function paintingTable(
  map: readonly string[],
  painting: Painting,
  behind: Scene | null,
): Table {
  const columns = map[0].length;
  return {
    columns: ['row', 'col', 'action', 'actionName', 'painted', 'probability'],
    rows: actingCells(map).flatMap((acts, cell) => {
      if (!acts) return [];
      const weights = painting.get(keyOfCell(cell, columns));
      const percents = percentsOf(weights);
      const state = behind?.grid.stateOfCell[cell] ?? -1;
      return ACTIONS.map((name, action) => {
        const elsewhere =
          behind && state >= 0
            ? behind.problem.behaviorPolicy[state * ACTIONS.length + action]
            : 1 / ACTIONS.length;
        const probability = weights ? percents[action] / 100 : elsewhere;
        const place = [Math.floor(cell / columns), cell % columns];
        return [...place, action, name, weights ? 1 : 0, probability];
      });
    }),
  };
}
