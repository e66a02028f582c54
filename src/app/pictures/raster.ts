import { pictures } from '../../texts/pictures';
import type { Picture } from './frame';

/** Pixels a CSS pixel: sharp on paper and on a wall. */
const FINE = 3;
const COARSE = 2;
/** From this width on, in CSS pixels, the coarser is fine enough. */
const WIDE = 800;

/** A picture as PNG, made from its SVG. Rejects where the browser does not manage it. */
export async function rasterOf({ svg, width, height }: Picture): Promise<Blob> {
  const scale = width < WIDE ? FINE : COARSE;
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error(pictures().noCanvas);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error(pictures().noPng))),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
