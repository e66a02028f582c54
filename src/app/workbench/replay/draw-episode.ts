import type { StateIndex } from '../../../mdp/types';
import { centerOf, DIRECTIONS, type Placement } from '../../map/geometry';
import { adjacent } from '../../map/walk';
import { PALETTES, type Scheme } from '../../theme/palette';

/** An episode to be drawn over a map. */
export interface Way {
  /** `[steps + 1]` states, the last one where the episode ended. */
  readonly path: ArrayLike<StateIndex>;
  /** `[steps]` `actions[i]` was taken in `path[i]`. */
  readonly actions: ArrayLike<number>;
}

interface Paper {
  readonly placement: Placement;
  readonly grid: { readonly cells: Int32Array; readonly columns: number };
  readonly scheme: Scheme;
  readonly dpr: number;
}

/** Of an episode that goes on for long, the steps before the present one that are drawn strongly. */
const TRAIL = 12;

/** Orange of Okabe and Ito: belongs to no learner, and stands out from counts and arrows. */
const WAY: Readonly<Record<Scheme, string>> = { light: '#b85c00', dark: '#ffb454' };

/**
 * Draws the way of an episode in device pixels up to `at`, which lies between two steps while it
 * glides: the whole way so far faintly, its last steps strongly, and a dot where the agent is. A move
 * against a wall shows as a nudge, a leap (back from a cliff) as none.
 */
export function drawEpisode(
  ctx: CanvasRenderingContext2D,
  { placement, grid, scheme, dpr }: Paper,
  { path, actions }: Way,
  at: number,
): void {
  if (path.length === 0) return;
  const palette = PALETTES[scheme];
  const center = (index: number) => centerOf(placement, grid.cells[path[index]]);
  const step = Math.min(path.length - 1, Math.floor(at));
  const share = step < path.length - 1 ? at - step : 0;
  let { x, y } = center(step);
  if (share > 0 && path[step] === path[step + 1]) {
    const [dx, dy] = DIRECTIONS[actions[step]];
    const bump = Math.sin(Math.PI * share) * placement.cell * 0.22;
    x += dx * bump;
    y += dy * bump;
  } else if (share > 0 && adjacent(grid, path[step], path[step + 1])) {
    const to = center(step + 1);
    x += (to.x - x) * share;
    y += (to.y - y) * share;
  }
  const radius = Math.max(3 * dpr, Math.min(10 * dpr, placement.cell * 0.24));
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  const line = (from: number, width: number, color: string, alpha: number) => {
    ctx.globalAlpha = alpha;
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    ctx.beginPath();
    const first = center(from);
    ctx.moveTo(first.x, first.y);
    for (let i = from + 1; i <= step; i++) {
      const point = center(i);
      if (adjacent(grid, path[i - 1], path[i])) ctx.lineTo(point.x, point.y);
      else ctx.moveTo(point.x, point.y);
    }
    if (step < path.length - 1 && adjacent(grid, path[step], path[step + 1])) ctx.lineTo(x, y);
    ctx.stroke();
  };
  line(0, radius * 0.95, palette.halo, 0.7);
  line(0, radius * 0.45, WAY[scheme], 0.55);
  line(Math.max(0, step - TRAIL), radius * 0.62, WAY[scheme], 1);
  ctx.globalAlpha = 1;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = WAY[scheme];
  ctx.fill();
  ctx.strokeStyle = palette.halo;
  ctx.lineWidth = Math.max(1.5 * dpr, radius * 0.3);
  ctx.stroke();
}
