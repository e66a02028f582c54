/** Something drawn, by its box in the pixels of its block. */
export interface Mark {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** A box around other marks: it grows and shrinks with what it holds. */
  readonly holds: boolean;
  /** As SVG, moved by (dx, dy); what holds others ends lower or higher by `dBottom`. */
  readonly draw: (dx: number, dy: number, dBottom: number) => string;
}

/** A part of a picture. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Empty bands higher than this, in pixels, are left by controls that a picture does without. */
const WIDEST_GAP = 20;
const KEPT_GAP = 12;

/** Bands of a block in which something is drawn, from top to bottom. */
function bandsOf(marks: readonly Mark[]): { top: number; bottom: number }[] {
  const bands: { top: number; bottom: number }[] = [];
  const drawn = marks.filter(({ holds }) => !holds);
  for (const { top, bottom } of [...drawn].sort((one, other) => one.top - other.top)) {
    const last = bands.at(-1);
    if (last && top <= last.bottom) last.bottom = Math.max(last.bottom, bottom);
    else bands.push({ top, bottom });
  }
  return bands;
}

/** A block without the room above, below and between its marks that only controls had taken. */
export function tightened({ width, marks }: Block): Block {
  const bands = bandsOf(marks);
  const shifts: { from: number; by: number }[] = [];
  let by = 0;
  let end = 0;
  bands.forEach(({ top, bottom }, i) => {
    const gap = top - end;
    if (i === 0) by -= gap;
    else if (gap > WIDEST_GAP) by -= gap - KEPT_GAP;
    shifts.push({ from: top, by });
    end = bottom;
  });
  const shiftAt = (y: number) => shifts.findLast(({ from }) => from <= y)?.by ?? shifts[0]?.by ?? 0;
  const height = Math.max(0, end + by);
  return {
    width,
    height,
    marks: marks.map((mark) => {
      const above = shiftAt(mark.top);
      if (!mark.holds) return moved(mark, 0, above, above);
      // What holds others ends where they end: its own rim has gone with the rest.
      const top = Math.max(0, mark.top + above) - mark.top;
      const bottom = Math.min(height, mark.bottom + shiftAt(mark.bottom)) - mark.bottom;
      return moved(mark, 0, top, bottom);
    }),
  };
}

function moved(mark: Mark, x: number, above: number, below: number): Mark {
  return {
    ...mark,
    left: mark.left + x,
    right: mark.right + x,
    top: mark.top + above,
    bottom: mark.bottom + below,
    draw: (dx, dy, dBottom) => mark.draw(dx + x, dy + above, dBottom + below),
  };
}

/** Blocks under each other. */
export function column(blocks: readonly Block[], gap: number): Block {
  let y = 0;
  const marks: Mark[] = [];
  for (const block of blocks) {
    if (block.marks.length === 0) continue;
    const from = y;
    marks.push(...block.marks.map((mark) => moved(mark, 0, from, from)));
    y += block.height + gap;
  }
  return {
    width: Math.max(0, ...blocks.map(({ width }) => width)),
    height: Math.max(0, y - gap),
    marks,
  };
}

/** Blocks beside each other, their tops on one line. */
export function row(blocks: readonly Block[], gap: number): Block {
  let x = 0;
  const marks: Mark[] = [];
  for (const block of blocks) {
    const from = x;
    marks.push(...block.marks.map((mark) => moved(mark, from, 0, 0)));
    x += block.width + gap;
  }
  return {
    width: Math.max(0, x - gap),
    height: Math.max(0, ...blocks.map(({ height }) => height)),
    marks,
  };
}
