import type { Mark } from './block';
import { attributes, escapeText, paintOf, short, weightOf } from './markup';

/** A piece of text on one line, in one style. */
interface Piece {
  readonly text: string;
  /** The block of text that it belongs to. */
  readonly block: Element;
  readonly left: number;
  right: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  readonly look: Readonly<Record<string, string | undefined>>;
}

/** Pieces of one line closer than this, in pixels, are one run of words. */
const TOUCHING = 9;

let pen: CanvasRenderingContext2D | null = null;

/** Share of a line's box, from its top, at which the letters stand. */
function baselineOf(style: CSSStyleDeclaration): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return 0.8;
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = pen.measureText('x');
  return above + below > 0 ? above / (above + below) : 0.8;
}

function blockAround(element: Element): Element {
  let at = element;
  while (at.parentElement && getComputedStyle(at).display === 'inline') at = at.parentElement;
  return at;
}

/** The words of a text, put together by the lines on which the browser has set them. */
function piecesOf(node: Text, element: Element): readonly Piece[] {
  const style = getComputedStyle(element);
  const block = blockAround(element);
  const share = baselineOf(style);
  const { color, alpha } = paintOf(style.color);
  const look = {
    fill: color,
    'fill-opacity': alpha < 1 ? short(alpha) : undefined,
    'font-size': short(Number.parseFloat(style.fontSize)),
    'font-weight': weightOf(style.fontWeight),
    'font-style': style.fontStyle === 'normal' ? undefined : style.fontStyle,
  };
  const pieces: { -readonly [K in keyof Piece]: Piece[K] }[] = [];
  const range = document.createRange();
  for (const word of node.data.matchAll(/\S+/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const last = pieces.at(-1);
    if (last && Math.abs(last.top - box.top) < 2) {
      last.text += ` ${word[0]}`;
      last.right = box.right;
      continue;
    }
    const { left, right, top, bottom } = box;
    const baseline = top + share * (bottom - top);
    pieces.push({ text: word[0], block, left, right, top, bottom, baseline, look });
  }
  return pieces;
}

/** Where a run of words is held: what its block does with its lines. */
function anchorOf(block: Element): 'start' | 'middle' | 'end' {
  const align = getComputedStyle(block).textAlign;
  if (align === 'center') return 'middle';
  return align === 'right' || align === 'end' ? 'end' : 'start';
}

function markOf(run: readonly Piece[], origin: DOMRect): Mark {
  const [first] = run;
  const last = run[run.length - 1];
  const [left, right] = [first.left - origin.left, last.right - origin.left];
  const anchor = anchorOf(first.block);
  const x = anchor === 'start' ? left : anchor === 'end' ? right : (left + right) / 2;
  const content = run
    .map((piece, i) => {
      const before = run[i - 1];
      const text = `${before && piece.left - before.right > 1 ? ' ' : ''}${piece.text}`;
      return i === 0
        ? escapeText(text)
        : `<tspan${attributes(piece.look)}>${escapeText(text)}</tspan>`;
    })
    .join('');
  return {
    left,
    right,
    top: first.top - origin.top,
    bottom: first.bottom - origin.top,
    holds: false,
    draw: (dx, dy) =>
      `<text${attributes({
        x: short(x + dx),
        y: short(first.baseline - origin.top + dy),
        'text-anchor': anchor === 'start' ? undefined : anchor,
        ...first.look,
      })}>${content}</text>`,
  };
}

/**
 * The text of a part of the page, a mark a run of words on one line, so that it stands where it stood
 * even where another typeface has other widths. `isShown` says of an element whether its text is.
 */
export function textMarks(
  root: Element,
  origin: DOMRect,
  isShown: (element: Element) => boolean,
): readonly Mark[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const runs: Piece[][] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const element = node.parentElement;
    if (!element || node.data.trim() === '' || !isShown(element)) continue;
    for (const piece of piecesOf(node, element)) {
      const last = runs.at(-1)?.at(-1);
      const goesOn =
        last?.block === piece.block &&
        Math.abs(last.baseline - piece.baseline) < 1.5 &&
        piece.left - last.right < TOUCHING;
      if (goesOn) runs.at(-1)?.push(piece);
      else runs.push([piece]);
    }
  }
  return runs.map((run) => markOf(run, origin));
}
