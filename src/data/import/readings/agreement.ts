import type { Mdp } from '../../../mdp/types';
import { OWN, type Table } from '../table';
import { placeOfCell, type Reading, statesOfIndex } from './reading';

const LOOKED_AT = 1000;

/**
 * A reading whose cells agree best with its indices, where a table names states by both; the reading
 * itself otherwise.
 */
export function agreeingCells(table: Table, mdp: Mdp, reading: Reading): Reading {
  const { columns } = table;
  const [index, first, second] = [columns[OWN.index], columns[OWN.row], columns[OWN.col]];
  if (!index || !first || !second) return reading;
  const lookup = statesOfIndex(mdp, reading);
  const agreement = (candidate: Reading): number => {
    let agree = 0;
    for (let row = 0; row < Math.min(table.rows, LOOKED_AT); row++) {
      const [r, c] = placeOfCell(mdp, candidate, first[row], second[row]);
      const state = lookup[index[row] - reading.statesFrom];
      if (r >= 0 && c >= 0 && c < mdp.columns && mdp.stateOfCell[r * mdp.columns + c] === state)
        agree++;
    }
    return agree;
  };
  const candidates = (['row, column', 'column, row'] as const).flatMap((cells) =>
    ([0, 1] as const).map((cellsFrom) => ({ ...reading, cells, cellsFrom })),
  );
  let best = reading;
  let most = agreement(reading) + 2;
  for (const candidate of candidates) {
    const agree = agreement(candidate);
    if (agree > most) [best, most] = [candidate, agree];
  }
  return best;
}
