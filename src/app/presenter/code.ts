import encodeQR from 'qr';

/** Modules of white around a code, as the standard asks for. */
const QUIET = 4;

/** A code as a picture: `path` in modules of a square that is `size` wide, its white border included. */
export interface Code {
  readonly path: string;
  readonly size: number;
}

/** The QR code of a text; null where it is longer than codes hold. */
export function codeOf(text: string): Code | null {
  try {
    const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
    const path = rows
      .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
      .join('');
    return { path, size: rows.length };
  } catch {
    return null;
  }
}
