import { boxOf, type Placement } from '../../map/geometry';
import { drawPlaces } from '../../map/places';
import { kindsOf } from '../../state/grid';
import { PALETTES, type Scheme } from '../../theme/palette';
import type { Drawing } from './drawing';

/** A cell smaller than this many CSS pixels gets no letter. */
export const LETTERED = 12;

/**
 * Walls, darker than on the maps of the page: there they are what is left over, here they are what is
 * drawn, at 3:1 against the floor.
 */
export const BRICK: Readonly<Record<Scheme, string>> = { light: '#959389', dark: '#5f6875' };

/** Share of ink in the lines between cells, which must not outdo the cells where these are small. */
const GRID = { large: 1, small: 0.55 };

/** What lies on the canvas of the editor. */
export interface SketchInputs {
  readonly drawing: Drawing;
  readonly scheme: Scheme;
  readonly dpr: number;
  /** Cells that a finding speaks of, and the colour that marks them. */
  readonly marked: readonly number[];
  readonly warning: string;
  /** Cells that the keyboard is about to paint; empty where the pointer is at work. */
  readonly chosen: readonly number[];
  /** The cell of the keyboard's cursor or under the pointer, null for none. */
  readonly at: number | null;
}

/** Draws a frame around the cells of a rectangle, given by its first and last cell. */
export function frame(
  ctx: CanvasRenderingContext2D,
  placement: Placement,
  first: number,
  last: number,
  colors: readonly [color: string, halo: string],
  width: number,
): void {
  const from = boxOf(placement, first);
  const to = boxOf(placement, last);
  // Within the cell: at the edge of the map half a line would be cut off.
  const inset = width;
  const x = from.x + inset;
  const y = from.y + inset;
  const across = to.x + to.width - from.x - 2 * inset;
  const along = to.y + to.height - from.y - 2 * inset;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = colors[1];
  ctx.lineWidth = width * 2;
  ctx.strokeRect(x, y, across, along);
  ctx.strokeStyle = colors[0];
  ctx.lineWidth = width;
  ctx.strokeRect(x, y, across, along);
}

/** Width of a line that marks a cell, in device pixels. */
export function boldLine(placement: Placement, dpr: number): number {
  return Math.max(1.5 * dpr, Math.min(3 * dpr, placement.cell * 0.09));
}

/**
 * Draws a drawing, world or not, in device pixels on a canvas of the placement's size: its cells, a
 * grid, what findings mark and where the keyboard or the pointer is.
 */
export function drawSketch(
  ctx: CanvasRenderingContext2D,
  placement: Placement,
  { drawing, scheme, dpr, marked, warning, chosen, at }: SketchInputs,
): void {
  const palette = PALETTES[scheme];
  const kinds = kindsOf(drawing);
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = palette.floor;
  ctx.fillRect(0, 0, placement.width, placement.height);
  ctx.fillStyle = BRICK[scheme];
  ctx.beginPath();
  kinds.forEach((kind, cell) => {
    if (kind !== 'wall') return;
    const box = boxOf(placement, cell);
    ctx.rect(box.x, box.y, box.width, box.height);
  });
  ctx.fill();
  ctx.strokeStyle = palette.line;
  ctx.lineWidth = Math.max(1, Math.round(dpr));
  ctx.beginPath();
  for (const x of placement.x) {
    ctx.moveTo(x, 0);
    ctx.lineTo(x, placement.height);
  }
  for (const y of placement.y) {
    ctx.moveTo(0, y);
    ctx.lineTo(placement.width, y);
  }
  const detail = placement.cell >= LETTERED * dpr;
  ctx.globalAlpha = placement.cell >= 2 * LETTERED * dpr ? GRID.large : GRID.small;
  ctx.stroke();
  ctx.globalAlpha = 1;
  drawPlaces(ctx, placement, kinds, palette, detail, false, dpr);
  const bold = boldLine(placement, dpr);
  for (const cell of marked) frame(ctx, placement, cell, cell, [warning, palette.halo], bold);
  if (chosen.length > 1) {
    const edge = [chosen[0], chosen[chosen.length - 1]] as const;
    frame(ctx, placement, ...edge, [palette.ink, palette.halo], bold * 0.7);
  }
  if (at !== null) frame(ctx, placement, at, at, [palette.ink, palette.halo], bold);
}
