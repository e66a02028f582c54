/** Draws on any pen what a canvas shows, in the canvas's own pixels. */
export type Drawing = (pen: CanvasRenderingContext2D) => void;

const drawings = new WeakMap<HTMLCanvasElement, Drawing>();

/** Remembers how a canvas was drawn, so that its picture can be taken as vectors. */
export function keepDrawing(canvas: HTMLCanvasElement, drawing: Drawing): void {
  drawings.set(canvas, drawing);
}

/** How a canvas was drawn; undefined for one that nobody remembered. */
export function drawingOf(canvas: HTMLCanvasElement): Drawing | undefined {
  return drawings.get(canvas);
}
