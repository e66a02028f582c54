import type { Mark } from './block';
import { attributes, paintOf, short } from './markup';
import type { Definitions } from './vector-context';

interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Elements up to this height, in pixels, are things; larger ones with children are frames around things. */
const LOW = 24;

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** A gradient that runs to the right, its colours at even distances: all that the page uses. */
function gradientOf(image: string, definitions: Definitions): string | null {
  const found = /^linear-gradient\((?:to right|90deg), (.*)\)$/.exec(image);
  if (!found) return null;
  const colors = found[1].match(/(?:rgba?|color)\([^)]*\)|#[0-9a-f]+/gi) ?? [];
  const stops = colors.map((given, i) => {
    const { color } = paintOf(given);
    return `<stop offset="${short(i / Math.max(1, colors.length - 1))}" stop-color="${color}"/>`;
  });
  return definitions.add((id) => `<linearGradient id="${id}">${stops.join('')}</linearGradient>`);
}

/** Background and border of an element of the page. */
export function boxMarks(
  element: Element,
  style: CSSStyleDeclaration,
  { left, top, right, bottom }: Place,
  opacity: number,
  definitions: Definitions,
): readonly Mark[] {
  if (right <= left || bottom <= top) return [];
  const place = { left, top, right, bottom };
  const holds = element.childElementCount > 0 && bottom - top > LOW;
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
  const marks: Mark[] = [];
  const box = (inset: number, look: Readonly<Record<string, string | undefined>>) =>
    marks.push({
      ...place,
      holds,
      draw: (dx, dy, dBottom) => {
        const height = bottom + dBottom - top - dy - 2 * inset;
        const round = Math.min(radius, height / 2, (right - left) / 2);
        return `<rect${attributes({
          x: short(left + dx + inset),
          y: short(top + dy + inset),
          width: short(right - left - 2 * inset),
          height: short(height),
          rx: round > 0 ? short(round) : undefined,
          ...look,
        })}/>`;
      },
    });
  const fade = (alpha: number) => (alpha * opacity < 1 ? short(alpha * opacity) : undefined);
  const gradient = gradientOf(style.backgroundImage, definitions);
  const ground = paintOf(style.backgroundColor);
  if (gradient) box(0, { fill: `url(#${gradient})`, 'fill-opacity': fade(1) });
  else if (ground.alpha > 0 && ground.color !== 'none')
    box(0, { fill: ground.color, 'fill-opacity': fade(ground.alpha) });

  const sides = SIDES.map((side) => {
    const kind = style.getPropertyValue(`border-${side}-style`);
    const width =
      kind === 'none' ? 0 : Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
    const { color, alpha } = paintOf(style.getPropertyValue(`border-${side}-color`));
    return { side, kind, width, color, alpha: color === 'none' ? 0 : alpha };
  });
  const inked = sides.filter(({ width, alpha }) => width > 0 && alpha > 0);
  const pen = ({ kind, width, color, alpha }: (typeof sides)[number]) => ({
    fill: 'none',
    stroke: color,
    'stroke-width': short(width),
    'stroke-opacity': fade(alpha),
    'stroke-dasharray': kind === 'dashed' ? `${short(2 * width)} ${short(1.5 * width)}` : undefined,
  });
  const [first] = inked;
  if (
    inked.length === 4 &&
    inked.every(({ width, color }) => width === first.width && color === first.color)
  )
    box(first.width / 2, pen(first));
  else for (const one of inked) marks.push(lineOf(one.side, one.width / 2, place, holds, pen(one)));
  return marks;
}

/** One side of a border. */
function lineOf(
  side: (typeof SIDES)[number],
  inset: number,
  { left, top, right, bottom }: Place,
  holds: boolean,
  look: Readonly<Record<string, string | undefined>>,
): Mark {
  return {
    left,
    top,
    right,
    bottom,
    holds,
    draw: (dx, dy, dBottom) => {
      const [l, r] = [left + dx + inset, right + dx - inset];
      const [t, b] = [top + dy + inset, bottom + dBottom - inset];
      const ends = {
        top: [l, t, r, t],
        bottom: [l, b, r, b],
        left: [l, t, l, b],
        right: [r, t, r, b],
      }[side].map(short);
      return `<path${attributes({ d: `M${ends[0]} ${ends[1]}L${ends[2]} ${ends[3]}`, ...look })}/>`;
    },
  };
}
