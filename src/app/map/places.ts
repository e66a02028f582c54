import type { CellKind } from '../state/grid';
import type { Palette } from '../theme/palette';
import { boxOf, type Placement } from './geometry';
import { cssColor, mixColors, parseColor } from './scales';

function letter(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  size: number,
): void {
  ctx.font = `700 ${size}px system-ui, sans-serif`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  // Half the height of a capital, in every usual sans-serif face.
  ctx.fillText(text, x, y + 0.36 * size);
}

/** Draws goal, pits, cliffs and starts; a start leaves room for its arrow where there is one. */
export function drawPlaces(
  ctx: CanvasRenderingContext2D,
  placement: Placement,
  kinds: readonly CellKind[],
  palette: Palette,
  detail: boolean,
  arrows: boolean,
  dpr: number,
): void {
  const side = placement.cell;
  kinds.forEach((kind, cell) => {
    const box = boxOf(placement, cell);
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    if (kind === 'goal') {
      ctx.fillStyle = palette.goal;
      ctx.beginPath();
      ctx.roundRect(box.x + 1, box.y + 1, box.width - 2, box.height - 2, side * 0.16);
      ctx.fill();
      ctx.fillStyle = '#ffffff';
      if (detail) letter(ctx, 'G', x, y, side * 0.62);
    } else if (kind === 'pit') {
      ctx.fillStyle = palette.pit;
      ctx.beginPath();
      ctx.arc(x, y, side * 0.38, 0, 2 * Math.PI);
      ctx.fill();
      ctx.strokeStyle = palette.muted;
      ctx.lineWidth = Math.max(1, side * 0.05);
      ctx.stroke();
      ctx.fillStyle = '#ffffff';
      if (detail) letter(ctx, 'P', x, y, side * 0.42);
    } else if (kind === 'cliff') {
      ctx.fillStyle = cssColor(
        mixColors(parseColor(palette.cliff), parseColor(palette.floor), 0.72),
      );
      ctx.fillRect(box.x, box.y, box.width, box.height);
      ctx.strokeStyle = palette.cliff;
      ctx.lineWidth = Math.max(1, side * 0.07);
      ctx.lineJoin = 'miter';
      ctx.beginPath();
      for (let i = 0; i <= 4; i++) {
        const px = box.x + (box.width * i) / 4;
        const py = y + (i % 2 === 0 ? -1 : 1) * side * 0.13;
        if (i === 0) ctx.moveTo(px, py);
        else ctx.lineTo(px, py);
      }
      ctx.stroke();
    } else if (kind === 'start') {
      ctx.lineWidth = Math.max(1.2 * dpr, Math.min(2.4 * dpr, side * 0.07));
      ctx.strokeStyle = palette.ink;
      ctx.beginPath();
      if (arrows && detail) {
        ctx.arc(x, y, side * 0.43, 0, 2 * Math.PI);
        ctx.stroke();
      } else {
        ctx.arc(x, y, side * 0.36, 0, 2 * Math.PI);
        ctx.fillStyle = palette.card;
        ctx.fill();
        ctx.stroke();
        ctx.fillStyle = palette.ink;
        if (detail) letter(ctx, 'S', x, y, side * 0.44);
      }
    }
  });
}
