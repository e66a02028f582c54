import { attributes, escapeText, paintOf, short, weightOf } from './markup';

/** What a drawing may consist of; descriptions, styles and foreign content are left behind. */
const TAGS = new Set(
  'g path rect circle ellipse line polyline polygon text tspan defs pattern clipPath linearGradient stop svg'.split(
    ' ',
  ),
);

/** Attributes that say where things are, kept as they stand. */
const KEPT =
  'id d x y x1 x2 y1 y2 cx cy r rx ry dx dy width height points transform viewBox preserveAspectRatio patternUnits patternTransform clipPathUnits gradientUnits gradientTransform offset'.split(
    ' ',
  );

/** Chart libraries give lines a box as well, which means nothing to them. */
const BOXED = new Set(['x', 'y', 'width', 'height']);
const STROKES = new Set(['g', 'path', 'line', 'circle', 'polyline', 'polygon']);

/** Styles that children take over from their parents, with the values that they begin with. */
const INHERITED: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-dasharray': 'none',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
  'paint-order': 'normal',
};

const OWN: Readonly<Record<string, string>> = {
  opacity: '1',
  'clip-path': 'none',
  'vector-effect': 'none',
  'dominant-baseline': 'auto',
};

/** A value of a style as any program reads it: no units, no variables, no address before a `#`. */
function plain(name: string, value: string): Record<string, string | undefined> {
  const link = /^url\(["']?[^#]*#([^"')]+)["']?\)/.exec(value);
  if (link) return { [name]: `url(#${link[1]})` };
  if (name === 'fill' || name === 'stroke') {
    const { color, alpha } = paintOf(value);
    return { [name]: color, ...(alpha < 1 ? { [`${name}-opacity`]: short(alpha) } : {}) };
  }
  if (name === 'font-weight') return { [name]: weightOf(value) ?? 'normal' };
  return { [name]: value.replace(/(\d)px/g, '$1') };
}

function lookOf(
  element: Element,
  parent: CSSStyleDeclaration | null,
): Record<string, string | undefined> {
  const style = getComputedStyle(element);
  const look: Record<string, string | undefined> = {};
  for (const [name, initial] of Object.entries(INHERITED)) {
    const value = style.getPropertyValue(name);
    if (value === (parent ? parent.getPropertyValue(name) : initial) || value === '') continue;
    Object.assign(look, plain(name, value));
  }
  for (const [name, initial] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value !== initial && value !== '') Object.assign(look, plain(name, value));
  }
  return look;
}

function markupOf(element: Element, parent: CSSStyleDeclaration | null, defined: boolean): string {
  const tag = element.localName;
  const style = getComputedStyle(element);
  if (!TAGS.has(tag)) return '';
  if (!defined && (style.display === 'none' || style.visibility === 'hidden')) return '';
  const placed = Object.fromEntries(
    KEPT.filter((name) => !BOXED.has(name) || !STROKES.has(tag)).map((name) => [
      name,
      element.getAttribute(name) ?? undefined,
    ]),
  );
  const inside = defined || tag === 'defs';
  const content = contentOf(element, style, inside);
  const given = { ...placed, ...lookOf(element, parent) };
  if (tag === 'stop') given['stop-color'] = paintOf(style.stopColor).color;
  return content === '' && (tag === 'g' || tag === 'defs')
    ? ''
    : `<${tag}${attributes(given)}${content === '' ? '/>' : `>${content}</${tag}>`}`;
}

function contentOf(element: Element, style: CSSStyleDeclaration, defined: boolean): string {
  const isText = element.localName === 'text' || element.localName === 'tspan';
  return Array.from(element.childNodes, (node) => {
    if (node instanceof Element) return markupOf(node, style, defined);
    return isText ? escapeText((node.textContent ?? '').replace(/\s+/g, ' ')) : '';
  }).join('');
}

/**
 * A drawing of the page with its computed styles as attributes, so that it needs no style sheet.
 * `scale` goes into a transform after the move to its place: a viewBox is not taken along.
 */
export function svgMarkup(
  svg: SVGSVGElement,
  box: { readonly width: number; readonly height: number },
): { readonly content: string; readonly scale: string } {
  const style = getComputedStyle(svg);
  const content = contentOf(svg, style, false);
  if (content === '') return { content, scale: '' };
  const look = lookOf(svg, null);
  const view = svg.viewBox.baseVal;
  let scale = '';
  if (view && view.width > 0 && view.height > 0) {
    const [across, along] = [box.width / view.width, box.height / view.height];
    const stretched = svg.getAttribute('preserveAspectRatio') === 'none';
    const even = Math.min(across, along);
    const [x, y] = stretched ? [across, along] : [even, even];
    const left = (box.width - view.width * x) / 2 - view.x * x;
    const top = (box.height - view.height * y) / 2 - view.y * y;
    if (x !== 1 || y !== 1 || left !== 0 || top !== 0)
      scale = ` translate(${short(left)} ${short(top)}) scale(${short(x)} ${short(y)})`;
  }
  return { content: `<g${attributes(look)}>${content}</g>`, scale };
}
