import { PALETTES, type Palette } from '../theme/palette';
import { drawArrowsOf } from './arrows';
import { keepDrawing } from './drawings';
import { boxOf, type Placement, triangleOf } from './geometry';
import { LAYERS } from './layers';
import { visits } from './layers/values';
import { acts, type PaintInputs, paintPair, paintState } from './paint';
import { drawPlaces } from './places';
import { cssColor, luminance, parseColor, type Rgb } from './scales';

/** A cell smaller than this many CSS pixels gets no arrows, hatching or letters. */
const DETAIL = 12;

/** A cell smaller than this many CSS pixels gets no line around it. */
const LINED = 7;

type Context = CanvasRenderingContext2D;

const tiles = new Map<string, HTMLCanvasElement>();

/** A repeating diagonal, `spacing` device pixels apart. */
function hatching(ctx: Context, color: string, spacing: number, width: number): CanvasPattern {
  const key = `${color} ${spacing} ${width}`;
  const tile = tiles.get(key) ?? drawTile(color, spacing, width);
  tiles.set(key, tile);
  const pattern = ctx.createPattern(tile, 'repeat');
  if (!pattern) throw new Error('This browser makes no canvas patterns.');
  return pattern;
}

function drawTile(color: string, spacing: number, width: number): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  tile.width = spacing;
  tile.height = spacing;
  const pen = tile.getContext('2d');
  if (!pen) throw new Error('This browser gives no 2D canvas, so the maps cannot be drawn.');
  const draw = (ctx: Context) => {
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    ctx.lineCap = 'square';
    ctx.beginPath();
    // The diagonal and its two neighbours, so that the tiles join without notches.
    for (const shift of [-spacing, 0, spacing]) {
      ctx.moveTo(shift - 1, spacing + 1);
      ctx.lineTo(shift + spacing + 1, -1);
    }
    ctx.stroke();
  };
  draw(pen);
  keepDrawing(tile, draw);
  return tile;
}

/**
 * A triangle of perhaps many that are filled at one go, which closes it. Chromium takes the bounds of the whole
 * path at every `closePath`: of the 6 ms that 6,400 triangles of a large map take it makes 120.
 */
function trace(ctx: Context, corners: readonly number[]): void {
  ctx.moveTo(corners[0], corners[1]);
  ctx.lineTo(corners[2], corners[3]);
  ctx.lineTo(corners[4], corners[5]);
}

interface Hatches {
  readonly strong: [number, number, number, number, number, number][];
  readonly light: [number, number, number, number, number, number][];
}

function drawPairs(
  ctx: Context,
  placement: Placement,
  inputs: PaintInputs,
  detail: boolean,
  dpr: number,
): void {
  const { grid } = inputs;
  const palette = PALETTES[inputs.scheme];
  // Lines that stand out from what they lie on: dark on light fills, light on dark ones.
  const hatches: { readonly dark: Hatches; readonly pale: Hatches } = {
    dark: { strong: [], light: [] },
    pale: { strong: [], light: [] },
  };
  const marks: { x: number; y: number; up: boolean; rgb: Rgb }[] = [];
  for (let state = 0; state < grid.states; state++) {
    if (!acts(grid, state)) continue;
    const box = boxOf(placement, grid.cells[state]);
    for (let action = 0; action < 4; action++) {
      const paint = paintPair(inputs, state, action);
      if (!paint) continue;
      const corners = triangleOf(box.x, box.y, box.width, action);
      ctx.fillStyle = cssColor(paint.rgb);
      ctx.beginPath();
      trace(ctx, corners);
      ctx.closePath();
      ctx.fill();
      if (paint.hatch !== 'none') {
        const side = luminance(paint.rgb) > 0.2 ? hatches.dark : hatches.pale;
        side[paint.hatch].push([...corners]);
      }
      if (paint.off) {
        marks.push({
          x: (corners[0] + corners[2]) / 2 + (corners[4] - (corners[0] + corners[2]) / 2) * 0.36,
          y: (corners[1] + corners[3]) / 2 + (corners[5] - (corners[1] + corners[3]) / 2) * 0.36,
          up: paint.off === 'above',
          rgb: paint.rgb,
        });
      }
    }
  }
  if (!detail) return;
  const spacing = Math.max(3, Math.round(Math.max(3.5, placement.cell / dpr / 5) * dpr));
  const pen = Math.max(0.7, 0.75 * dpr);
  const fills: readonly [Hatches[keyof Hatches], string, number][] = [
    [hatches.dark.strong, 'rgba(20, 22, 28, 0.42)', 1],
    [hatches.dark.light, 'rgba(20, 22, 28, 0.16)', 1],
    [hatches.pale.strong, 'rgba(255, 255, 255, 0.4)', 1],
    [hatches.pale.light, 'rgba(255, 255, 255, 0.13)', 1],
  ];
  for (const [triangles, color, width] of fills) {
    if (triangles.length === 0) continue;
    ctx.fillStyle = hatching(ctx, color, spacing, pen * width);
    ctx.beginPath();
    for (const corners of triangles) trace(ctx, corners);
    ctx.fill();
  }
  // Hairlines along the diagonals hide the seams that antialiasing leaves between triangles.
  ctx.strokeStyle = cssColor(parseColor(palette.floor), 0.55);
  ctx.lineWidth = Math.max(1, 0.6 * dpr);
  ctx.beginPath();
  for (let state = 0; state < grid.states; state++) {
    if (!acts(grid, state)) continue;
    const box = boxOf(placement, grid.cells[state]);
    ctx.moveTo(box.x, box.y);
    ctx.lineTo(box.x + box.width, box.y + box.height);
    ctx.moveTo(box.x + box.width, box.y);
    ctx.lineTo(box.x, box.y + box.height);
  }
  ctx.stroke();
  if (placement.cell < 14 * dpr) return;
  drawTruths(ctx, placement, inputs, palette, dpr);
  const size = Math.max(1, placement.cell * 0.052);
  for (const mark of marks) {
    ctx.fillStyle = luminance(mark.rgb) > 0.2 ? 'rgba(16, 18, 24, 0.75)' : 'rgba(255,255,255,.85)';
    const up = mark.up ? -1 : 1;
    ctx.beginPath();
    ctx.moveTo(mark.x - size * 1.5, mark.y - up * size * 0.8);
    ctx.lineTo(mark.x + size * 1.5, mark.y - up * size * 0.8);
    ctx.lineTo(mark.x, mark.y + up * size * 1.3);
    ctx.fill();
  }
}

/** A diamond near the edge of every pair that has the truth put in. */
function drawTruths(
  ctx: Context,
  placement: Placement,
  { grid, putIn }: PaintInputs,
  palette: Palette,
  dpr: number,
): void {
  if (!putIn) return;
  const size = Math.max(2 * dpr, placement.cell * 0.055);
  ctx.fillStyle = palette.halo;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = Math.max(1, dpr);
  for (let state = 0; state < grid.states; state++) {
    const box = boxOf(placement, grid.cells[state]);
    for (let action = 0; action < 4; action++) {
      if (putIn[state * 4 + action] !== 1) continue;
      const [x1, y1, x2, y2, x3, y3] = triangleOf(box.x, box.y, box.width, action);
      const x = (x1 + x2) / 2 + (x3 - (x1 + x2) / 2) * 0.2;
      const y = (y1 + y2) / 2 + (y3 - (y1 + y2) / 2) * 0.2;
      ctx.beginPath();
      ctx.moveTo(x, y - size);
      ctx.lineTo(x + size, y);
      ctx.lineTo(x, y + size);
      ctx.lineTo(x - size, y);
      ctx.closePath();
      ctx.fill();
      ctx.stroke();
    }
  }
}

function drawArrows(
  ctx: Context,
  placement: Placement,
  inputs: PaintInputs,
  palette: Palette,
  dpr: number,
): void {
  const { grid, values, counts } = inputs;
  if (!values) return;
  for (let state = 0; state < grid.states; state++) {
    if (!acts(grid, state)) continue;
    const row = [0, 1, 2, 3].map((a) => values.policy[state * 4 + a]);
    const fade = visits(counts, state) > 0 ? 1 : 0.42;
    drawArrowsOf(ctx, placement, grid.cells[state], row, { palette, dpr, fade });
  }
}

/** So near to the truth, in parts of the range of values, belief has met it. */
const MET = 0.05;

/**
 * Where a learner went that the data never did: a ring, and a disc once what it believes there is about what
 * that is worth.
 */
function drawTried(
  ctx: Context,
  placement: Placement,
  { grid, values, counts, ranges, hue }: PaintInputs,
  palette: Palette,
  dpr: number,
): void {
  const tried = values?.tried;
  if (!values || !tried) return;
  const radius = Math.max(1.4 * dpr, placement.cell * 0.075);
  for (let state = 0; state < grid.states; state++) {
    if (!acts(grid, state)) continue;
    const box = boxOf(placement, grid.cells[state]);
    for (let action = 0; action < 4; action++) {
      const pair = state * 4 + action;
      if (!(tried[pair] > 0) || counts[pair] > 0) continue;
      const corners = triangleOf(box.x, box.y, box.width, action);
      const error = (values.q?.[pair] ?? Number.NaN) - (values.trueQ?.[pair] ?? Number.NaN);
      ctx.beginPath();
      ctx.arc(
        (corners[0] + corners[2] + corners[4]) / 3,
        (corners[1] + corners[3] + corners[5]) / 3,
        radius,
        0,
        2 * Math.PI,
      );
      ctx.fillStyle = Math.abs(error) <= MET * ranges.range ? cssColor(hue) : palette.card;
      ctx.fill();
      ctx.lineWidth = Math.max(1, 1.1 * dpr);
      ctx.strokeStyle = cssColor(hue);
      ctx.stroke();
    }
  }
}

/**
 * Draws a whole map in device pixels on a canvas of the placement's size: paper and walls, the
 * layer, hatching, arrows and places. `arrows` off leaves the policy out.
 */
export function drawMap(
  ctx: CanvasRenderingContext2D,
  placement: Placement,
  inputs: PaintInputs,
  options: { readonly arrows: boolean; readonly dpr: number },
): void {
  const { grid } = inputs;
  const palette = PALETTES[inputs.scheme];
  const { dpr } = options;
  const detail = placement.cell >= DETAIL * dpr;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = palette.wall;
  ctx.fillRect(0, 0, placement.width, placement.height);
  ctx.fillStyle = palette.floor;
  for (let state = 0; state < grid.states; state++) {
    const box = boxOf(placement, grid.cells[state]);
    ctx.fillRect(box.x, box.y, box.width, box.height);
  }
  const { paintCell, ofData } = LAYERS[inputs.layer];
  if (paintCell) {
    for (let state = 0; state < grid.states; state++) {
      const rgb = acts(grid, state) ? paintState(inputs, state) : null;
      if (!rgb) continue;
      const box = boxOf(placement, grid.cells[state]);
      ctx.fillStyle = cssColor(rgb);
      ctx.fillRect(box.x, box.y, box.width, box.height);
    }
  } else {
    drawPairs(ctx, placement, inputs, detail, dpr);
  }
  ctx.strokeStyle = inputs.values || ofData ? palette.floor : palette.line;
  ctx.lineWidth = Math.max(1, Math.round(dpr));
  ctx.globalAlpha = detail ? 0.9 : placement.cell >= LINED * dpr ? 0.4 : 0;
  ctx.beginPath();
  for (let state = 0; state < grid.states; state++) {
    const box = boxOf(placement, grid.cells[state]);
    ctx.rect(box.x, box.y, box.width, box.height);
  }
  ctx.stroke();
  ctx.globalAlpha = 1;
  drawPlaces(
    ctx,
    placement,
    grid.kinds,
    palette,
    detail,
    options.arrows && inputs.values !== null,
    dpr,
  );
  if (detail) drawTried(ctx, placement, inputs, palette, dpr);
  if (detail && options.arrows) drawArrows(ctx, placement, inputs, palette, dpr);
}
