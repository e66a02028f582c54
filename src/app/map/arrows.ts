import type { Palette } from '../theme/palette';
import { arrowsOf, boxOf, DIRECTIONS, type Placement } from './geometry';

/** Side in CSS pixels of the largest cell that an arrow still fills. */
const LARGEST_ARROW = 34;

/** How the arrows of a cell look. */
interface ArrowLook {
  readonly palette: Palette;
  readonly dpr: number;
  /** Strength of all of them, in (0, 1]. */
  readonly fade: number;
  /** Side in CSS pixels of the largest cell that an arrow fills; in larger ones it stays a mark. */
  readonly largest?: number;
}

/** Draws one row of a policy (up, right, down, left) as the arrows of its cell. */
export function drawArrowsOf(
  ctx: CanvasRenderingContext2D,
  placement: Placement,
  cell: number,
  row: ArrayLike<number>,
  { palette, dpr, fade, largest = LARGEST_ARROW }: ArrowLook,
): void {
  const side = Math.min(placement.cell, largest * dpr);
  const box = boxOf(placement, cell);
  const xc = box.x + box.width / 2;
  const yc = box.y + box.height / 2;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  for (const arrow of arrowsOf(row, placement.cell >= 26 * dpr)) {
    const [dx, dy] = DIRECTIONS[arrow.action];
    // A short ray has a small head: four of them in a cell must not make a blot.
    const head = side * 0.15 * (arrow.from < 0 ? 1 : 0.45 + 0.55 * row[arrow.action]);
    const x = xc + dx * side * arrow.to;
    const y = yc + dy * side * arrow.to;
    ctx.beginPath();
    ctx.moveTo(xc + dx * side * arrow.from, yc + dy * side * arrow.from);
    ctx.lineTo(x, y);
    ctx.moveTo(x - (dx + dy) * head, y - (dy - dx) * head);
    ctx.lineTo(x, y);
    ctx.lineTo(x - (dx - dy) * head, y - (dy + dx) * head);
    const width = Math.max(1.2 * dpr, side * 0.072);
    ctx.strokeStyle = palette.halo;
    ctx.globalAlpha = 0.8 * arrow.strength * fade;
    ctx.lineWidth = width * 2.5;
    ctx.stroke();
    ctx.strokeStyle = palette.arrow;
    ctx.globalAlpha = arrow.strength * fade;
    ctx.lineWidth = width;
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}
