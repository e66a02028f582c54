import type { Line } from './series';

/** A line at whose end something is to be read. */
export interface End {
  readonly line: Line;
  /** Pixel at which it ends, and the value there. */
  readonly y: number;
  readonly value: number;
  /** On which side of the axis it ends, if it does. */
  readonly off: 'below' | 'above' | null;
  readonly faint: boolean;
}

/** Lines that say the same at their ends. */
export interface EndRow {
  readonly ends: readonly End[];
  /** The value as it is printed, with an arrow where it lies off the axis. */
  readonly text: string;
}

const ARROWS = { below: '↓ ', above: '↑ ' };

const textOf = ({ line, value, off }: End) => `${off ? ARROWS[off] : ''}${line.text(value)}`;

/**
 * The ends of lines in rows: those with the same mark and the same printed value share one, as far as `fits`
 * says that their names find room beside it. Rows and ends keep the order of the lines.
 */
export function rowsOf(
  ends: readonly End[],
  fits: (names: readonly string[], text: string) => boolean,
): readonly EndRow[] {
  const rows: { ends: End[]; text: string }[] = [];
  for (const end of ends) {
    const text = textOf(end);
    const alike = rows.find(
      (row) =>
        row.text === text &&
        row.ends[0].line.end.glyph === end.line.end.glyph &&
        row.ends[0].faint === end.faint &&
        fits(
          [...row.ends, end].map(({ line }) => line.end.label),
          text,
        ),
    );
    if (alike) alike.ends.push(end);
    else rows.push({ ends: [end], text });
  }
  return rows;
}
