import { measureText } from '../map/measure';
import { PALETTES, type Scheme } from '../theme/palette';
import type { Block } from './block';
import { attributes, escapeText, short, weightOf } from './markup';
import type { Definitions } from './vector-context';

/** What stands around a picture. */
export interface Frame {
  readonly title: string;
  /** Under the picture: which scenario, which step. */
  readonly caption: string;
  /** For who cannot see it, and how to make it again. */
  readonly description: string;
  readonly scheme: Scheme;
  /** The page's typeface, with the ones that stand in for it. */
  readonly fontFamily: string;
}

/** A picture ready to be saved. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const PAD = 16;
const LEAST_WIDTH = 260;
const TITLE = { size: 15, weight: 650, line: 20 };
const CAPTION = { size: 10.5, weight: 400, line: 14 };

/** A text in lines of at most `width` pixels; a longer word stands alone. */
export function wrapped(
  text: string,
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Puts a title over a block and a caption under it, on paper of the page's colour. */
export function framed(block: Block, frame: Frame, definitions: Definitions): Picture {
  const palette = PALETTES[frame.scheme];
  const inner = Math.ceil(Math.max(LEAST_WIDTH, block.width));
  const width = inner + 2 * PAD;
  const lines = (text: string, { size, weight }: typeof TITLE) =>
    wrapped(text, inner, (piece) => measureText(piece, size, weight));
  const text = (
    of: readonly string[],
    y: number,
    { size, weight, line }: typeof TITLE,
    fill: string,
  ) =>
    of.map(
      (words, i) =>
        `<text${attributes({
          x: short(PAD),
          y: short(y + i * line),
          'font-size': short(size),
          'font-weight': weightOf(weight),
          fill,
        })}>${escapeText(words)}</text>`,
    );
  const title = lines(frame.title, TITLE);
  const caption = lines(frame.caption, CAPTION);
  const top = PAD + title.length * TITLE.line + 6;
  const under = top + block.height + 10;
  const height = Math.ceil(under + caption.length * CAPTION.line + PAD - 4);
  const content = block.marks.map((mark) => mark.draw(PAD, top, top)).join('\n');
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width: String(width),
    height: String(height),
    viewBox: `0 0 ${width} ${height}`,
    'font-family': frame.fontFamily,
    style: 'font-variant-numeric: tabular-nums',
    // Spaces between words of several styles are kept; there are no others.
    'xml:space': 'preserve',
    role: 'img',
  });
  const svg = [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<svg${root}>`,
    `<title>${escapeText(frame.title)}</title>`,
    `<desc>${escapeText(frame.description)}</desc>`,
    definitions.toString(),
    `<rect width="${width}" height="${height}" fill="${palette.card}"/>`,
    ...text(title, PAD + 14, TITLE, palette.ink),
    content,
    ...text(caption, under + 10, CAPTION, palette.muted),
    '</svg>',
    '',
  ].join('\n');
  return { svg, width, height };
}
