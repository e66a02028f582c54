import type { Table } from '../../pictures/table';
import { kindsOf } from '../../state/grid';
import { columnsOf, type Drawing } from './drawing';

/** The cells of a drawing, rows and columns from 0. */
export function drawingTable(drawing: Drawing): Table {
  const columns = columnsOf(drawing);
  return {
    columns: ['row', 'col', 'sign', 'kind'],
    rows: kindsOf(drawing).map((kind, cell) => {
      const [row, col] = [Math.floor(cell / columns), cell % columns];
      return [row, col, drawing[row][col], kind];
    }),
  };
}
