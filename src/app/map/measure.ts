let pen: CanvasRenderingContext2D | null = null;
/** Asked for once: whoever asks has the browser bring the style of all that has changed up to date. */
let family: string | undefined;

/** Width in CSS pixels of a line of text in the page's typeface. */
export function measureText(text: string, size: number, weight = 400): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * size * 0.6;
  family ??= getComputedStyle(document.body).fontFamily;
  pen.font = `${weight} ${size}px ${family}`;
  return pen.measureText(text).width;
}
