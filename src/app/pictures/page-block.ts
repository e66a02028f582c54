import { drawingOf } from '../map/drawings';
import type { Block, Mark } from './block';
import { boxMarks } from './boxes';
import { svgMarkup } from './inline-svg';
import { short } from './markup';
import { textMarks } from './text-lines';
import { type Definitions, VectorContext } from './vector-context';

/** Controls, and what is only spoken: no picture shows them. */
const LEFT_OUT = [
  'button',
  'input',
  'select',
  'textarea',
  'fieldset',
  '[role="tablist"]',
  '[role="radiogroup"]',
  '[role="slider"]',
  '.mantine-Slider-root',
  '[data-place^="setting:"]',
  '[data-no-picture]',
].join(', ');

/** Whether an element is there for assistive technology only. */
function isUnseen(style: CSSStyleDeclaration): boolean {
  return (
    style.display === 'none' ||
    style.visibility === 'hidden' ||
    style.opacity === '0' ||
    style.clipPath.startsWith('inset(50%')
  );
}

/**
 * A part of the page as vectors, where it lies and as it looks at this moment: boxes and lines of
 * text where the browser has laid them out, drawings with their styles, canvases drawn once more.
 * `without` selects what is left out beside the controls.
 */
export function pageBlock(root: Element, definitions: Definitions, without = ''): Block {
  const origin = contentBox(root);
  const leftOut = without ? `${LEFT_OUT}, ${without}` : LEFT_OUT;
  const marks: Mark[] = [];
  const visit = (element: Element, opacity: number) => {
    if (element.matches(leftOut)) return;
    const style = getComputedStyle(element);
    if (isUnseen(style)) return;
    const box = element.getBoundingClientRect();
    const at = { left: box.left - origin.left, top: box.top - origin.top };
    const place = { ...at, right: at.left + box.width, bottom: at.top + box.height };
    const faded = opacity * Number(style.opacity);
    const drawn = (content: string, scale: string) => {
      if (box.width === 0 || content === '') return;
      const fade = opacity < 1 ? ` opacity="${short(opacity)}"` : '';
      marks.push({
        ...place,
        holds: false,
        draw: (dx, dy) =>
          `<g transform="translate(${short(at.left + dx)} ${short(at.top + dy)})${scale}"${fade}>${content}</g>`,
      });
    };
    if (element instanceof SVGSVGElement) {
      const { content, scale } = svgMarkup(element, box);
      drawn(content, scale);
    } else if (element instanceof HTMLCanvasElement) {
      const drawing = drawingOf(element);
      if (!drawing || element.width === 0) return;
      const pen = new VectorContext({ definitions, drawingOf });
      drawing(pen.asPen());
      const scale = box.width / element.width;
      drawn(pen.toString(), scale === 1 ? '' : ` scale(${short(scale)})`);
    } else {
      if (element !== root) marks.push(...boxMarks(element, style, place, faded, definitions));
      for (const child of element.children) visit(child, faded);
    }
  };
  visit(root, 1);
  marks.push(...textMarks(root, origin, (element) => isShown(element, root, leftOut)));
  return { width: origin.width, height: origin.height, marks };
}

/** The box of an element within its border and padding. */
function contentBox(element: Element): DOMRect {
  const { left, top, width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const edge = (side: string) =>
    Number.parseFloat(style.getPropertyValue(`padding-${side}`)) +
    Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
  return new DOMRect(
    left + edge('left'),
    top + edge('top'),
    width - edge('left') - edge('right'),
    height - edge('top') - edge('bottom'),
  );
}

/** Whether the text of an element belongs in the picture. */
function isShown(element: Element, root: Element, leftOut: string): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (at instanceof SVGElement || at.matches(leftOut) || isUnseen(getComputedStyle(at)))
      return false;
    if (at === root) return true;
  }
  return false;
}
