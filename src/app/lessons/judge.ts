import type { Frame } from '../../experiment/types';
import type { Series } from '../state/series';
import type { Answer } from './answers';
import { type Facts, holds, numberOf } from './expression';
import { measured } from './facts';
import type { Ask } from './types';

/** What an ask is held against. */
export interface Evidence {
  readonly facts: Facts;
  readonly frame: Frame | null;
  readonly series: Series;
  /** Columns of the map, and the cell of every state (row × columns + column); null before there is a world. */
  readonly grid: { readonly columns: number; readonly cells: ArrayLike<number> } | null;
}

/** How it turned out: the truth of each kind of ask, null where it is not known yet. */
export type Truth =
  | { readonly kind: 'choose'; readonly right: readonly string[] }
  | { readonly kind: 'scale'; readonly value: number }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number }
  | { readonly kind: 'curve'; readonly points: readonly { step: number; value: number }[] };

/** The cell in which the first seed's policy spends most of its time; null before it was measured. */
function mostVisited(id: string, { frame, grid }: Evidence): Truth | null {
  const occupancy = frame?.learners[id]?.[0]?.occupancy;
  if (!occupancy || !grid) return null;
  let most = 0;
  occupancy.forEach((share, state) => {
    if (share > occupancy[most]) most = state;
  });
  const cell = grid.cells[most];
  return { kind: 'cell', row: Math.floor(cell / grid.columns), column: cell % grid.columns };
}

/** The truth about an ask, as things stand; null where it is not known yet. */
export function truthOf(ask: Ask, evidence: Evidence): Truth | null {
  const { facts, series } = evidence;
  switch (ask.kind) {
    case 'choose': {
      if (facts('step') === 0) return null;
      return {
        kind: 'choose',
        right: ask.options.filter(({ right }) => holds(right, facts)).map(({ id }) => id),
      };
    }
    case 'scale': {
      const value = numberOf(ask.truth, facts);
      return Number.isFinite(value) ? { kind: 'scale', value } : null;
    }
    case 'cell':
      return facts('step') === 0 ? null : mostVisited(ask.mostVisitedBy, evidence);
    case 'curve': {
      const points = series.snapshots
        .map((snapshot) => ({ step: snapshot.step, value: measured(snapshot, ask.series) }))
        .filter(({ value }) => Number.isFinite(value));
      return points.length > 1 ? { kind: 'curve', points } : null;
    }
  }
}

/** Height of a drawn curve at a share of its width in [0, 1], linear between its points. */
export function heightAt(heights: readonly number[], share: number): number {
  const at = Math.max(0, Math.min(1, share)) * (heights.length - 1);
  const left = Math.min(Math.floor(at), heights.length - 2);
  return heights[left] + (at - left) * (heights[left + 1] - heights[left]);
}

/** A drawn curve is right when it ends within this share of the height of the truth's end. */
const CURVE_WITHIN = 0.15;

/**
 * Whether an answer turned out right. A choice of several is right when it is exactly the right ones;
 * a curve when it ends near where the truth ended.
 */
export function isRight(ask: Ask, answer: Answer, truth: Truth): boolean {
  if (answer.kind === 'choose' && truth.kind === 'choose') {
    const [chosen, right] = [answer.chosen, truth.right].map((ids) => new Set(ids));
    if (ask.kind === 'choose' && !ask.several) return answer.chosen.some((id) => right.has(id));
    return chosen.size === right.size && [...chosen].every((id) => right.has(id));
  }
  if (answer.kind === 'scale' && truth.kind === 'scale' && ask.kind === 'scale') {
    return Math.abs(answer.value - truth.value) <= ask.within;
  }
  if (answer.kind === 'cell' && truth.kind === 'cell' && ask.kind === 'cell') {
    const off = Math.max(Math.abs(answer.row - truth.row), Math.abs(answer.column - truth.column));
    return off <= ask.within;
  }
  if (answer.kind === 'curve' && truth.kind === 'curve' && ask.kind === 'curve') {
    const end = Math.max(ask.low, Math.min(ask.high, truth.points[truth.points.length - 1].value));
    return Math.abs(heightAt(answer.heights, 1) - end) <= CURVE_WITHIN * (ask.high - ask.low);
  }
  return false;
}
