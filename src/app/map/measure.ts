let pen: CanvasRenderingContext2D | null = null;

/** Width in CSS pixels of a line of text in the page's typeface. */
export function measureText(text: string, size: number, weight = 400): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * size * 0.6;
  pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}
