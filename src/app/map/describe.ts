import { ACTIONS } from '../../mdp/types';
import { formatSeen, formatShare, formatSigned, formatValue } from '../../texts/format';
import { placeOf } from './grid';
import { acts, showsPolicy, visits } from './paint';
import type { Grid, Layer, MapValues } from './types';

/** «row 3, column 5», from 1. */
export function describePlace(grid: Grid, state: number): string {
  const { row, column } = placeOf(grid, state);
  const kind = grid.kinds[grid.cells[state]];
  const place = `row ${row}, column ${column}`;
  return kind === 'floor' || kind === 'wall' ? place : `${place}, ${kind}`;
}

/**
 * A cell of a map in words, with what its layer shows of the four actions:
 * «row 3, column 5: up 0.12, never seen; right 0.41, seen 25 times; … Goes right.»
 */
export function describeCell(
  grid: Grid,
  state: number,
  layer: Layer,
  values: MapValues | null,
  counts: ArrayLike<number>,
): string {
  const place = describePlace(grid, state);
  if (grid.mdp.terminal[state]) return `${place}: episodes end here.`;
  if (!acts(grid, state)) return `${place}: no policy can get here.`;
  const parts = ACTIONS.map((name, action) => {
    const pair = state * 4 + action;
    const seen = formatSeen(counts[pair]);
    if (layer === 'counts' || layer === 'occupancy' || values === null) return `${name} ${seen}`;
    if (showsPolicy(layer, values)) {
      return `${name} with probability ${formatShare(values.policy[pair])}, ${seen}`;
    }
    const q = values.q?.[pair] ?? Number.NaN;
    const truth = values.trueQ?.[pair] ?? Number.NaN;
    const value =
      layer === 'q'
        ? formatValue(q)
        : layer === 'truth'
          ? formatValue(truth)
          : `${formatSigned(q - truth)} against the truth`;
    return `${name} ${value}, ${seen}`;
  });
  const unseen = visits(counts, state) === 0 ? ' The data never visits this cell.' : '';
  let going = '';
  if (values) {
    let best = 0;
    for (let a = 1; a < 4; a++) {
      if (values.policy[state * 4 + a] > values.policy[state * 4 + best]) best = a;
    }
    const p = values.policy[state * 4 + best];
    going =
      p >= 0.995
        ? ` Goes ${ACTIONS[best]}.`
        : ` Most likely goes ${ACTIONS[best]}, ${formatShare(p)}.`;
    if (layer === 'occupancy' && values.occupancy) {
      going = ` Spends ${formatShare(values.occupancy[state])} of its time here.${going}`;
    }
  }
  return `${place}: ${parts.join('; ')}.${unseen}${going}`;
}

/** The name of a map for assistive technology. */
export function describeMap(
  grid: Grid,
  label: string,
  layer: Layer,
  values: MapValues | null,
): string {
  const names: Readonly<Record<Layer, string>> = {
    error: 'what it believes minus the truth',
    q: 'what it believes',
    truth: 'what its policy really earns',
    counts: 'how often each action was seen',
    occupancy: 'where its policy spends its time',
  };
  const shown = showsPolicy(layer, values) ? 'its policy, since it has no values' : names[layer];
  return `${label}: map of ${grid.rows} rows and ${grid.columns} columns, showing ${shown}. Arrow keys move from cell to cell, Home goes to the start, Enter pins a cell.`;
}
