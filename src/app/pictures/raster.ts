import { pictures } from '../../texts/pictures';
import type { Picture } from './frame';

/** Pixels a CSS pixel: sharp on paper and on a wall. */
const FINE = 3;
const COARSE = 2;
/** From this width on, in CSS pixels, the coarser is fine enough. */
const WIDE = 800;

/** A picture in pixels, made from its SVG. Rejects where the browser does not manage it. */
export async function canvasOf(
  { svg, width, height }: Picture,
  scale: number,
): Promise<HTMLCanvasElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error(pictures().noCanvas);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A picture as PNG. Rejects where the browser does not manage it. */
export async function rasterOf(picture: Picture): Promise<Blob> {
  const canvas = await canvasOf(picture, picture.width < WIDE ? FINE : COARSE);
  return new Promise<Blob>((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error(pictures().noPng))),
      'image/png',
    ),
  );
}
